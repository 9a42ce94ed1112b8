"""A plan as a bar to scale: how long each step takes beside the others, and who speaks in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from library.sections.blocks import Step, Timeline

VOICES = 6
"""Shapes and colours there are: who speaks seventh has those of who speaks first."""
PLAYED = 7
"""The number of the shape for what is played where nobody speaks."""


@dataclass(frozen=True)
class Stretch:
    """A timed step in the bar. left, middle, width: in per cent of it, as SVG has them. voice: its shape's number."""

    number: int
    left: str
    middle: str
    width: str
    voice: int


@dataclass(frozen=True)
class Voice:
    """Who speaks, in words, and the number of the shape that stands for them."""

    number: int
    who: str


def stretches(timeline: Timeline) -> Iterator[Stretch]:
    """The timed steps of a plan, side by side."""
    timed = tuple((step, step.minutes.typical) for step in timeline.steps if step.minutes)
    whole, start = sum(minutes for _, minutes in timed) or 1, 0
    for step, minutes in timed:
        left, width = 100 * start / whole, 100 * minutes / whole
        yield Stretch(step.number, _percent(left), _percent(left + width / 2), _percent(width), shape(step))
        start += minutes


def voices(timeline: Timeline, played: str) -> tuple[Voice, ...]:
    """Who speaks in a plan, in the order in which they first do. played: what is said where something is played."""
    speaking = {step.speaks or played: shape(step) for step in timeline.steps if shape(step)}
    return tuple(Voice(number, who) for who, number in speaking.items())


def shape(step: Step) -> int:
    """The number of the shape for who speaks in a step: from 1 to VOICES, PLAYED, or 0 where the step does not say."""
    if step.voice:
        return (step.voice - 1) % VOICES + 1
    return PLAYED if any(clip.minutes for clip in step.clips) else 0


def _percent(value: float) -> str:
    return f"{value:.1f}%"
