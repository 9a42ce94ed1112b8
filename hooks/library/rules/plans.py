"""Rules about plans: who speaks, and how long things take."""

from collections.abc import Iterator

from library.core.gathering import Gathering
from library.core.plan import Step
from library.core.walk import Road
from library.problems import Mistake, excerpt, mistake
from library.types.plain import Named


def nobody_speaks_and_listens_at_once(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """Whoever speaks in a step does not listen in it too, unless that is everyone."""
    for road, step in _steps(entry):
        for role in sorted(set(step.speaks) & set(step.listens) - {"everyone"}):
            yield (*road, "listens"), mistake("speaks-and-listens", role=excerpt(role))


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


def _steps(entry: Named) -> Iterator[tuple[Road, Step]]:
    if isinstance(entry, Gathering):
        for p, part in enumerate(entry.plan.parts):
            for s, step in enumerate(part.steps):
                yield ("plan", "parts", p, "steps", s), step
