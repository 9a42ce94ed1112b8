"""The running order as paper has it: a time bar drawn to scale, and a row for each step."""

from collections.abc import Iterator, Sequence

from library.formats.runs import Spans, lines
from library.sections import blocks
from library.sections.phrases import Phrases, sentence

from .blocks import Bar, Case, Instead, Opening, Play, Step, Timeline

_IN_EVERY_GROUP = {"facilitator", "everyone"}
"""Roles that say little: who speaks is told step by step only where there are others."""


def timeline(block: blocks.Timeline, phrases: Phrases) -> Timeline:
    """A running order, each step told in full."""
    say = phrases.say
    has_roles = any({*step.speaking} - _IN_EVERY_GROUP for step in block.steps)
    speakers = [step.speaks or say("paper.no-speaker") for step in block.steps]
    key = tuple(dict.fromkeys(speakers))
    looks = map(key.index, speakers)
    return Timeline(
        first=block.first,
        bar=_bar(block.steps, key, phrases) if any(step.minutes for step in block.steps) else None,
        head=(say("paper.time"), say("paper.say-and-do"), say("plan.if")),
        say=say("plan.say"),
        ask=say("word.ask"),
        steps=tuple(_step(step, look, phrases, has_roles) for step, look in zip(block.steps, looks, strict=True)),
        note=block.assumed,
    )


def _bar(steps: Sequence[blocks.Step], key: tuple[str, ...], phrases: Phrases) -> Bar:
    told = "; ".join(f"{step.title}, {phrases.minutes(step.minutes)}" for step in steps)
    return Bar(phrases.say("paper.who-speaks"), key, phrases.say("paper.time-bar", steps=told))


def _step(step: blocks.Step, look: int, phrases: Phrases, has_roles: bool) -> Step:
    say = phrases.say
    who = (
        step.speaks and f"{say('word.speaks')}: {step.speaks}",
        step.listens and f"{say('word.listens')}: {step.listens}",
    )
    return Step(
        opens=_opening(step.opens, phrases) if step.opens else None,
        start=_start(step, phrases),
        minutes=say("word.minutes", range=str(step.minutes)) if step.minutes else say("time.none"),
        range=str(step.minutes) if step.minutes else "–",
        span=step.minutes.typical if step.minutes else 0,
        look=look,
        title=step.title,
        who=tuple(filter(None, who)) if has_roles else (),
        rules=tuple(_rules(step, phrases)),
        say=step.say.blocks if step.say else (),
        do=step.do.blocks,
        plays=tuple(_play(clip, phrases) for clip in step.clips),
        prompts=_asked(step.prompts),
        instead=_instead(step.instead, phrases) if step.instead else None,
        ifs=tuple(Case(case.when, case.do.blocks) for case in step.ifs),
    )


def _opening(part: blocks.PartOfPlan, phrases: Phrases) -> Opening:
    time = phrases.minutes(part.minutes) if part.minutes else ""
    return Opening(part.title, time, part.introduction.blocks if part.introduction else ())


def _start(step: blocks.Step, phrases: Phrases) -> str:
    if step.start is None:
        return ""
    return phrases.say("paper.minutes-in", minutes=step.start) if step.start else phrases.say("paper.at-the-start")


def _rules(step: blocks.Step, phrases: Phrases) -> Iterator[str]:
    """What a facilitator needs to know of its turns and its time, and where alone it can be done."""
    if step.turns:
        yield f"{step.turns}."
    if step.late:
        yield step.late
    if step.places:
        yield f"{phrases.say('word.only', places=step.places)}."


def _play(clip: blocks.Clip, phrases: Phrases) -> Play:
    say = phrases.say
    return Play(
        lead=say("word.play" if clip.minutes else "word.open"),
        what=say("paper.part-of", part=clip.part, whole=clip.whole) if clip.whole else clip.part,
        facts=f"{sentence(phrases.minutes(clip.minutes))} · {clip.access}" if clip.minutes else clip.access,
        link=clip.short or clip.address or "",
    )


def _instead(other: blocks.Instead, phrases: Phrases) -> Instead:
    script = other.say.blocks if other.say else ()
    return Instead(phrases.say("plan.instead"), script, other.do.blocks, _asked(other.prompts))


def _asked(prompts: Sequence[blocks.Prompt]) -> tuple[Spans, ...]:
    return tuple(lines(prompt.text for prompt in prompts))
