"""A wheel's geometry: where each segment's edge and word go. The template draws it."""

from dataclasses import dataclass
from math import asin, cos, pi, sin

from library.sections.blocks import Segment, WheelFigure

INNER, OUTER = 46.0, 214.0
"""Radii of the ring, in units of the drawing, which is 492 wide and high: around the ring there is room for marks."""

LARGEST = 23.0
"""The height of letters, in the same units: 15 CSS pixels where the wheel is as wide as a phone of 320."""

FILLS = ("#cce5df", "#f7dfa6", "#f3cdb6")
"""What segments are filled with where no style sheet is read: the light tints of parts/colours.css, in their order."""
INK = "#22302f"
"""What words are written in there."""

_ROOM, _WIDTH = OUTER - INNER - 16, 0.56  # for a line of text, and what a letter takes of it at height 1
_ONE_LINE = 12
_LETTERS = 158.0
"""How far from the middle letters stand where there is no room for words."""
_INSET = 4.0
"""How far inside a segment its edge is drawn, so that no neighbour covers it."""


@dataclass(frozen=True)
class WordLine:
    """A line of a word, and how far its foot is below the middle of the segment."""

    text: str
    y: float


@dataclass(frozen=True)
class Wedge:
    """One segment as drawn: its outline, its word, and how far the word is turned, in degrees clockwise.

    edge: a line a little inside its outline. tint: which of the colours it has. letter: what it stands for, or nothing.
    """

    id: str
    outline: str
    edge: str
    letter: str
    lines: tuple[WordLine, ...]
    size: float
    status: str
    tint: int
    turn: float
    x: float
    anchor: str

    @property
    def upright(self) -> str:
        """Where a letter stands upright in it, as an SVG transformation."""
        turn = (self.turn + (270 if self.anchor == "start" else 90)) * pi / 180
        return f"translate({_point(_LETTERS, turn)})"

    @property
    def fill(self) -> str:
        """What it is filled with where no style sheet is read."""
        return FILLS[self.tint]


def drawing(wheel: WheelFigure, unsure: str) -> tuple[Wedge, ...]:
    """Lay the segments out clockwise from the top, empty ones last. No word is ever upside down.

    unsure: what stands in a segment whose word no source gives.
    """
    segments: list[Segment | None] = [*wheel.segments, *[None] * wheel.blank_segments]
    step = 2 * pi / len(segments)
    tinted = zip(segments, wheel.tints, strict=True)
    return tuple(_wedge(index * step, step, segment, tint, unsure) for index, (segment, tint) in enumerate(tinted))


def _wedge(start: float, step: float, segment: Segment | None, tint: int, unsure: str) -> Wedge:
    middle = (start + step / 2) * 180 / pi
    on_the_left = middle > 180
    lines = _lines(segment, unsure) if segment else ()
    size = min([LARGEST, *(_ROOM / (_WIDTH * len(line)) for line in lines)])
    first = 0.35 - 0.55 * (len(lines) - 1)
    return Wedge(
        id=segment.id if segment else "",
        outline=_outline(start, step, 0),
        edge=_outline(start, step, _INSET),
        letter=segment.letter if segment else "",
        lines=tuple(WordLine(line, round(size * (first + 1.1 * row), 1)) for row, line in enumerate(lines)),
        size=round(size, 1),
        status=segment.status if segment else "blank",
        tint=tint,
        turn=round(middle + 90 if on_the_left else middle - 90, 1),
        x=(OUTER - 10) * (-1 if on_the_left else 1),
        anchor="start" if on_the_left else "end",
    )


def _lines(segment: Segment, unsure: str) -> tuple[str, ...]:
    if not segment.word:
        return segment.letter, unsure
    head, space, tail = segment.word.rpartition(" ")
    return (head, tail) if space and len(segment.word) > _ONE_LINE else (segment.word,)


def _outline(start: float, step: float, inset: float) -> str:
    """A segment's outline, or one that stands as far inside it everywhere."""
    outer, inner, end, big = OUTER - inset, INNER + inset, start + step, int(step > pi)
    wide, narrow = asin(inset / outer), asin(inset / inner)
    corners = (
        _point(outer, start + wide),
        _point(outer, end - wide),
        _point(inner, end - narrow),
        _point(inner, start + narrow),
    )
    return (
        f"M{corners[0]}A{outer:g} {outer:g} 0 {big} 1 {corners[1]}"
        f"L{corners[2]}A{inner:g} {inner:g} 0 {big} 0 {corners[3]}Z"
    )


def _point(radius: float, angle: float) -> str:
    return f"{round(radius * sin(angle), 1):g} {round(-radius * cos(angle), 1):g}"
