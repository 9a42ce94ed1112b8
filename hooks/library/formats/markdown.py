"""Documents as plain CommonMark, for other engines: no HTML, and everything an author wrote escaped.

One writer for each type of block. Sections become headings; what stands in boxes or tables on a page is a list here.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.phrases import Phrases
from library.texts import Texts

from .markdown_text import escape, numbers, one_line, points, points_of, text_of
from .runs import Spans, bold, clip_line, meeting_line, named, plain


def write(telling: Telling, texts: Texts) -> str:
    """A telling as CommonMark. Its links are whole addresses, or none: `absolute` sees to that."""
    phrases = Phrases(texts)
    parts = [f"# {escape(telling.title)}", escape(telling.summary), *_sections(telling.sections, 2, phrases)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _sections(sections: Iterable[Section], level: int, phrases: Phrases) -> Iterator[str]:
    for section in sections:
        if section.title:
            yield f"{'#' * min(level, 6)} {escape(section.title)}"
        for block in section.blocks:
            yield from write_block(block, phrases)
        yield from _sections(section.sections, level + bool(section.title), phrases)


@singledispatch
def write_block(block: object, phrases: Phrases) -> Iterator[str]:
    """A block as paragraphs and lists. Raises TypeError for a type that has no writer."""
    raise TypeError(f"Markdown has no writer for {type(block).__name__}")


@write_block.register
def _(block: blocks.Prose, phrases: Phrases) -> Iterator[str]:
    yield from text_of(block.text)


@write_block.register
def _(block: blocks.Words, phrases: Phrases) -> Iterator[str]:
    yield one_line(bold(block.text) if block.look == "strong" else plain(block.text))


@write_block.register
def _(block: blocks.Points, phrases: Phrases) -> Iterator[str]:
    yield points_of(block.texts)


@write_block.register
def _(block: blocks.Names, phrases: Phrases) -> Iterator[str]:
    yield points(map(plain, block.names))


@write_block.register
def _(block: blocks.Led, phrases: Phrases) -> Iterator[str]:
    yield one_line(bold(block.name))
    yield from text_of(block.text)


@write_block.register
def _(block: blocks.Facts, phrases: Phrases) -> Iterator[str]:
    yield points(named(fact.name, plain(fact.value)) for fact in block.facts)


@write_block.register
def _(block: blocks.ReadOut, phrases: Phrases) -> Iterator[str]:
    yield from text_of(block.script)
    yield points_of(block.limits)


@write_block.register
def _(block: blocks.WriteIn, phrases: Phrases) -> Iterator[str]:
    yield points(map(plain, block.labels))


@write_block.register
def _(block: blocks.Prompts, phrases: Phrases) -> Iterator[str]:
    asked = [prompt.text.blocks[0].lines[0] for prompt in block.prompts]
    yield one_line(asked[0]) if len(asked) == 1 else numbers(asked)  # one alone is no list


@write_block.register
def _(block: blocks.Timeline, phrases: Phrases) -> Iterator[str]:
    yield one_line(bold(block.first))
    yield numbers(plain(f"{step.title}: {phrases.minutes(step.minutes)}") for step in block.steps)
    yield one_line(plain(block.assumed))


@write_block.register
def _(block: blocks.Meetings, phrases: Phrases) -> Iterator[str]:
    yield points(map(meeting_line, block.meetings))


@write_block.register
def _(block: blocks.StepByStep, phrases: Phrases) -> Iterator[str]:
    step, say = block.step, phrases.say
    facts = [plain(phrases.minutes(step.minutes))]
    facts += [named(say(f"word.{name}"), plain(who)) for name, who in _who(step) if who]
    facts += [plain(step.turns)] if step.turns else []
    facts += [plain(say("word.only", places=step.places))] if step.places else []
    yield points(facts)
    if step.say:
        yield one_line(bold(say("plan.say")))
        yield from text_of(step.say)
    yield from text_of(step.do)
    for clip in step.clips:
        yield one_line(clip_line(clip, phrases))
    if step.prompts:
        yield one_line(bold(say("word.ask")))
        yield from write_block(blocks.Prompts(step.prompts), phrases)
    if step.instead:
        yield one_line(bold(say("plan.instead")))
        if step.instead.say:
            yield from text_of(step.instead.say)
        yield from text_of(step.instead.do)
        yield from write_block(blocks.Prompts(step.instead.prompts), phrases)
    for case in step.ifs:
        yield one_line(bold(f"{case.when}:"))
        yield from text_of(case.do)
    if step.late:
        yield one_line(plain(step.late))
    if step.kit:
        yield one_line(plain(say("word.needed", things=phrases.texts.listing(step.kit))))


def _who(step: blocks.Step) -> tuple[tuple[str, str], ...]:
    return ("speaks", step.speaks), ("listens", step.listens)


@write_block.register
def _(block: blocks.Role, phrases: Phrases) -> Iterator[str]:
    yield one_line(plain(block.people))
    for name, texts in (("may", block.rights), ("must", block.duties)):
        yield one_line(bold(phrases.say(f"word.{name}")))
        yield points_of(texts)


@write_block.register
def _(block: blocks.Resources, phrases: Phrases) -> Iterator[str]:
    yield points(_resource(resource, resource.facts) for resource in block.resources)


@write_block.register
def _(block: blocks.Accounts, phrases: Phrases) -> Iterator[str]:
    yield points(_resource(resource, f"{resource.publisher}. {resource.access}") for resource in block.resources)


def _resource(resource: blocks.ResourceLink, facts: str) -> Spans:
    facts = " · ".join(filter(None, (facts, resource.status, resource.dead))).removesuffix(".")
    return (*bold(resource.title, resource.short or resource.address or ""), *plain(f". {facts}."))


@write_block.register
def _(block: blocks.Citations, phrases: Phrases) -> Iterator[str]:
    yield points(named(work.cited_as, plain(work.work, work.url or "")) for work in block.works)


@write_block.register
def _(block: blocks.Slide, phrases: Phrases) -> Iterator[str]:
    yield points_of(block.points)
    yield one_line(bold(phrases.say("page.to-say")))
    yield from text_of(block.notes)


@write_block.register
def _(block: blocks.Handouts, phrases: Phrases) -> Iterator[str]:
    yield points(
        (*plain(handout.title, handout.link), *plain(": "), *handout.use.blocks[0].lines[0])
        for handout in block.handouts
    )


@write_block.register
def _(block: blocks.Related, phrases: Phrases) -> Iterator[str]:
    yield one_line((*plain(f"{block.lead} "), *plain(block.title, block.link)))


@write_block.register
def _(block: blocks.Questions, phrases: Phrases) -> Iterator[str]:
    for question in block.questions:
        yield points([question.text.blocks[0].lines[0]])
        about = phrases.say("page.question", depth=question.depth, about=question.about)
        credit = "" if question.attribution == block.attribution else f" {question.attribution}."
        yield f"  {one_line(plain(f'{about}{credit}'))}"


@write_block.register
def _(block: blocks.WheelFigure, phrases: Phrases) -> Iterator[str]:
    yield from ()  # the list of its words says all that a drawing says


@write_block.register
def _(block: blocks.Segment, phrases: Phrases) -> Iterator[str]:
    yield from text_of(block.explanation)
    if block.prompts:
        yield from write_block(blocks.Prompts(block.prompts), phrases)
    if block.sure:
        yield one_line(plain(phrases.say("wheels.this-word", sure=block.sure)))


@write_block.register
def _(block: blocks.Worksheets, phrases: Phrases) -> Iterator[str]:
    for sheet in block.worksheets:
        yield one_line(named(sheet.title, plain(sheet.how)))
        places = [plain(words) for words in (*sheet.wheels, *sheet.questions)]
        places += [named(place.title, plain(place.text)) for place in sheet.places]
        yield points(places)


@write_block.register
def _(block: blocks.Write, phrases: Phrases) -> Iterator[str]:
    yield from text_of(block.hint)


@write_block.register
def _(block: blocks.NoNames, phrases: Phrases) -> Iterator[str]:
    yield one_line(bold(phrases.say("page.no-names")))


@write_block.register
def _(block: blocks.Notes, phrases: Phrases) -> Iterator[str]:
    for note in block.notes:
        yield from text_of(note.text)


@write_block.register
def _(block: blocks.Sources, phrases: Phrases) -> Iterator[str]:
    for source in block.sources:
        yield one_line((*bold(source.title), *plain(f" · {source.publisher}")))
        yield from text_of(source.adapted)
        yield one_line(plain(phrases.say("word.permission", permission=source.permission)))


@write_block.register
def _(block: blocks.Review, phrases: Phrases) -> Iterator[str]:
    say, day = phrases.say, phrases.texts.day
    yield one_line(plain(phrases.reviewed(block.review, block.lived)))
    yield one_line(plain(say("word.looked-after", owner=block.owner, day=day(block.review_by))))
    yield one_line(plain(say("page.version", version=block.version, day=day(block.revised))))


@write_block.register
def _(block: blocks.Topics, phrases: Phrases) -> Iterator[str]:
    yield points(plain(topic.label) for topic in block.topics)
