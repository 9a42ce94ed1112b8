"""What stands in a wheel on paper, and what is read aloud in its place."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from library.sections.blocks import Segment, WheelFigure
from library.sections.phrases import Phrases

from .blocks import Figure, Wedge

_EDGES: Mapping[str, Literal["solid", "dashed", "dotted"]] = {
    "confirmed": "solid",
    "inferred": "dashed",
    "open": "dotted",
}
"""From how sure a word is to the edge of its segment, as on the page."""
_TO_FILL_IN = Wedge("", "", "solid")


def figure(wheel: WheelFigure, phrases: Phrases) -> Figure:
    """A wheel with its words, empty segments last; one that has no words is to fill in."""
    if not wheel.segments:
        return figure_to_fill_in(wheel, phrases)
    words = ", ".join(names_in(wheel, phrases))
    wedges = _tinted(wheel, (_wedge(segment, phrases) for segment in wheel.segments))
    return Figure(wedges, phrases.say("paper.wheel-of-words", count=len(wheel.segments), words=words))


def figure_to_fill_in(wheel: WheelFigure, phrases: Phrases) -> Figure:
    """A wheel with its letters alone, or with nothing in its segments."""
    wedges = _tinted(wheel, (Wedge(segment.letter, "", "solid") for segment in wheel.segments))
    return Figure(wedges, phrases.say("paper.wheel-of-none", count=len(wedges)))


def names_in(wheel: WheelFigure, phrases: Phrases) -> tuple[str, ...]:
    """The words of a wheel; nothing for one that has none."""
    return tuple(_name(segment, phrases) for segment in wheel.segments)


def is_doubted(wheel: WheelFigure) -> bool:
    """Whether some of its words have no source that gives them."""
    return any(segment.status != "confirmed" for segment in wheel.segments)


def _tinted(wheel: WheelFigure, named: Iterable[Wedge]) -> tuple[Wedge, ...]:
    """All the segments of a wheel, empty ones last, each in its colour."""
    wedges = (*named, *(_TO_FILL_IN,) * wheel.blank_segments)
    return tuple(replace(wedge, tint=tint) for wedge, tint in zip(wedges, wheel.tints, strict=True))


def _name(segment: Segment, phrases: Phrases) -> str:
    return segment.word or phrases.say("paper.to-confirm", letter=segment.letter)


def _wedge(segment: Segment, phrases: Phrases) -> Wedge:
    return Wedge(segment.letter, segment.word or phrases.say("wheels.to-confirm"), _EDGES[segment.status])
