"""Rules about plans: who speaks, and how long things take."""

import re
from collections.abc import Iterator
from typing import Any

from library.core.catalogue import RESOURCE
from library.core.gathering import Gathering
from library.core.kind import Kind
from library.core.library import Library
from library.core.plan import Clip, Step
from library.core.safety import SAFETY_FRAME
from library.core.walk import Road
from library.problems import Mistake, excerpt, mistake
from library.types.minutes import total
from library.types.plain import Named

from .finding import Finding, Names


def nobody_speaks_and_listens_at_once(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """Whoever speaks in a step does not listen in it too, unless that is everyone."""
    for road, step in _steps(entry):
        for role in sorted(set(step.speaks) & set(step.listens) - {"everyone"}):
            yield (*road, "listens"), mistake("speaks-and-listens", role=excerpt(role))


def whoever_is_told_to_speak_speaks(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """Whoever asks or tells by the words of a step is listed as speaking in it, and whoever only listens is not."""
    if not isinstance(entry, Gathering):
        return
    roles = [(id, _called(title)) for id, title in {"facilitator": "facilitator", **entry.role_titles}.items()]
    for road, step in _steps(entry):
        speaking = {*step.speaks}
        if not speaking or "everyone" in speaking or not speaking <= {id for id, _ in roles}:
            continue
        for id, called in roles:
            speaks = re.search(rf"\b[Tt]he {called} (?:{_SPEAKS})\b", step.do.plain)
            listens = re.search(rf"\b[Tt]he {called} (?:{_LISTENS})\b", step.do.plain)
            if speaks and id not in speaking:
                yield (*road, "speaks"), mistake("speaks-unlisted", role=excerpt(id), words=excerpt(speaks[0]))
            elif listens and not speaks and id in speaking:
                yield (*road, "speaks"), mistake("listens-unlisted", role=excerpt(id), words=excerpt(listens[0]))


def clips_fit_their_step(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """What is played in a timed step takes no longer than the step."""
    for road, step in _steps(entry):
        played = sum(clip.minutes.min for clip in step.media if clip.minutes)
        if step.minutes and played > step.minutes.max:
            yield (*road, "minutes"), mistake("clip-too-long", minutes=str(step.minutes), played=played)


def minutes_add_up_to_the_stated_length(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """Where a source states the whole length, the steps add up to it, or stay below it if some have no set time."""
    if not isinstance(entry, Gathering):
        return
    steps, length = entry.plan.minutes, entry.length
    if length and steps and not (steps.min <= length.max and (entry.plan.untimed or steps.max >= length.min)):
        yield ("length",), mistake("length-differs", length=str(length), sum=str(steps))


def the_first_and_last_step_are_spoken(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """A plan says what the facilitator says first, and last."""
    steps = list(_steps(entry))
    for road, step in dict((steps[0], steps[-1])).items() if steps else ():
        if step.say is None:
            yield road, mistake("nothing-to-say", step=excerpt(step.title))


def nothing_hangs_on_what_is_played(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """What is done and asked where nothing plays never mentions it, and no later question hangs on it either."""
    has_played = False
    for road, step in _steps(entry):
        has_played = has_played or bool(step.media)
        if not has_played:
            continue
        for place, text in _asked_without(step):
            if heard := _PLAYED.search(text):
                yield (*road, *place), mistake("mentions-what-plays", word=excerpt(heard[0]))


def a_shorter_way_fits(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """What is left of a plan fits the shorter time, and no step is left out that is required."""
    if not isinstance(entry, Gathering) or entry.shorter is None:
        return
    shorter, steps = entry.shorter, tuple(entry.plan.steps)
    left = total(step.minutes for step in steps if step.minutes and step.id not in shorter.without)
    if left and left.min > shorter.minutes:
        yield ("shorter", "minutes"), mistake("shorter-too-long", minutes=shorter.minutes, left=left.min)
    needed = {step.id for step in steps if step.required}
    for index, id in enumerate(shorter.without):
        if id in needed:
            yield ("shorter", "without", index), mistake("leaves-out-required", step=excerpt(id))


def what_plays_has_a_twin(library: Library, existing: Names) -> Iterator[Finding]:
    """A step that plays something says what to do where nothing will play."""
    for kind, gathering in _gatherings(library):
        for road, step in _steps(gathering):
            if step.instead is None and any(_plays(clip, library) for clip in step.media):
                fault = mistake("nothing-instead", step=excerpt(step.title))
                yield Finding(kind, gathering.id, (*road, "media"), fault)


def what_is_heavy_is_held(library: Library, existing: Names) -> Iterator[Finding]:
    """Whatever may stir up a lot names a safety frame that says what more that takes."""
    frames = library[SAFETY_FRAME]
    for kind, gathering in _gatherings(library):
        frame = frames.get(gathering.safety)
        if gathering.intensity == "heavy" and frame and frame.heavy is None:
            yield Finding(kind, gathering.id, ("safety",), mistake("heavy-without-care", frame=excerpt(frame.id)))


_PLAYED = re.compile(r"\b(clips?|films?|videos?|podcasts?|watch(ed|ing)?|heard|saw)\b", re.IGNORECASE)
"""Words that only someone who has seen or heard something can answer to."""

_SPEAKS = (
    "(?:briefly |then |first |also )?"
    "(?:answers?|asks?|describes?|explains?|invites?|offers?|presents?|reads? (?:it )?(?:out|aloud)|replies|reply|says?"
    "|speaks?|sums? up|talks?|tells?|thanks?|thinks? (?:out loud|aloud))"
)
_LISTENS = "(?:only listens?|just listens?|listens? (?:in silence|without)|says? nothing|stays? silent|does not speak)"
"""What somebody does in a step by its own words, where there is no doubt who it is and what they do."""


def _called(title: str) -> str:
    """How a step's words may call a role, as a pattern: in full, or by the last word of its title."""
    words = title.casefold().split()
    return "|".join(dict.fromkeys(map(re.escape, (" ".join(words), words[-1])))).join(("(?:", ")"))


def _plays(clip: Clip, library: Library) -> bool:
    resource = library[RESOURCE].get(clip.resource)
    return clip.minutes is not None or (resource is not None and resource.kind in ("podcast", "video"))


def _asked_without(step: Step) -> Iterator[tuple[Road, str]]:
    """What is said and asked in a step where nothing has been played, each with the road to it."""
    if step.instead:
        yield ("instead", "do"), step.instead.do.plain
        if step.instead.say:
            yield ("instead", "say"), step.instead.say.plain
    place: Road
    place, prompts = ("prompts",), step.prompts
    if step.instead and step.instead.prompts:
        place, prompts = ("instead", "prompts"), step.instead.prompts
    for index, prompt in enumerate(prompts):
        yield (*place, index, "text"), prompt.text.plain


def _gatherings(library: Library) -> Iterator[tuple[Kind[Any], Gathering]]:
    return ((kind, document) for kind, document in library.documents if isinstance(document, Gathering))


def _steps(entry: Named) -> Iterator[tuple[Road, Step]]:
    if isinstance(entry, Gathering):
        for p, part in enumerate(entry.plan.parts):
            for s, step in enumerate(part.steps):
                yield ("plan", "parts", p, "steps", s), step
