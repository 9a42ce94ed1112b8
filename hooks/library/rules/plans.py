"""Rules about plans: who speaks, and how long things take."""

from collections.abc import Iterator
from typing import Any

from library.core.gathering import Gathering
from library.core.kind import Kind
from library.core.library import Library
from library.core.plan import Step
from library.core.walk import Road
from library.problems import excerpt, mistake

from .finding import Finding, Names


def nobody_speaks_and_listens_at_once(library: Library, existing: Names) -> Iterator[Finding]:
    """Whoever speaks in a step does not listen in it too, unless that is everyone."""
    for kind, gathering, road, step in _steps(library):
        for role in sorted(set(step.speaks) & set(step.listens) - {"everyone"}):
            yield Finding(kind, gathering.id, (*road, "listens"), mistake("speaks-and-listens", role=excerpt(role)))


def clips_fit_their_step(library: Library, existing: Names) -> Iterator[Finding]:
    """What is played in a timed step takes no longer than the step."""
    for kind, gathering, road, step in _steps(library):
        played = sum(clip.minutes.min for clip in step.media if clip.minutes)
        if step.minutes and played > step.minutes.max:
            fault = mistake("clip-too-long", minutes=str(step.minutes), played=played)
            yield Finding(kind, gathering.id, (*road, "minutes"), fault)


def minutes_add_up_to_the_stated_length(library: Library, existing: Names) -> Iterator[Finding]:
    """Where a source states the whole length, the steps add up to it, or stay below it if some have no set time."""
    for kind, gathering in _gatherings(library):
        steps, length = gathering.plan.minutes, gathering.length
        if length and steps and not (steps.min <= length.max and (gathering.plan.untimed or steps.max >= length.min)):
            fault = mistake("length-differs", length=str(length), sum=str(steps))
            yield Finding(kind, gathering.id, ("length",), fault)


def _gatherings(library: Library) -> Iterator[tuple[Kind[Any], Gathering]]:
    return ((kind, document) for kind, document in library.documents if isinstance(document, Gathering))


def _steps(library: Library) -> Iterator[tuple[Kind[Any], Gathering, Road, Step]]:
    for kind, gathering in _gatherings(library):
        for p, part in enumerate(gathering.plan.parts):
            for s, step in enumerate(part.steps):
                yield kind, gathering, ("plan", "parts", p, "steps", s), step
