"""A wheel's geometry: where each segment's edge and word go. The template draws it."""

from dataclasses import dataclass
from math import cos, pi, sin

from library.sections.blocks import Segment, WheelFigure

INNER, OUTER = 46.0, 214.0
"""Radii of the ring, in units of the drawing, which is 440 wide and high."""

LARGEST = 21.0
"""The height of letters, in the same units: 15 CSS pixels where the wheel is as wide as a phone of 320."""

_ROOM, _WIDTH = OUTER - INNER - 16, 0.56  # for a line of text, and what a letter takes of it at height 1
_ONE_LINE = 12


@dataclass(frozen=True)
class Line:
    """A line of a word, and how far its foot is below the middle of the segment."""

    text: str
    y: float


@dataclass(frozen=True)
class Wedge:
    """One segment as drawn: its outline, its word, and how far the word is turned, in degrees clockwise."""

    id: str
    outline: str
    lines: tuple[Line, ...]
    size: float
    status: str
    turn: float
    x: float
    anchor: str


def drawing(wheel: WheelFigure, unsure: str) -> tuple[Wedge, ...]:
    """Lay the segments out clockwise from the top, empty ones last. No word is ever upside down.

    unsure: what stands in a segment whose word no source gives.
    """
    segments: list[Segment | None] = [*wheel.segments, *[None] * wheel.blank_segments]
    step = 2 * pi / len(segments)
    return tuple(_wedge(index * step, step, segment, unsure) for index, segment in enumerate(segments))


def _wedge(start: float, step: float, segment: Segment | None, unsure: str) -> Wedge:
    middle = (start + step / 2) * 180 / pi
    on_the_left = middle > 180
    lines = _lines(segment, unsure) if segment else ()
    size = min([LARGEST, *(_ROOM / (_WIDTH * len(line)) for line in lines)])
    first = 0.35 - 0.55 * (len(lines) - 1)
    return Wedge(
        id=segment.id if segment else "",
        outline=_outline(start, step),
        lines=tuple(Line(line, round(size * (first + 1.1 * row), 2)) for row, line in enumerate(lines)),
        size=round(size, 2),
        status=segment.status if segment else "blank",
        turn=round(middle + 90 if on_the_left else middle - 90, 2),
        x=(OUTER - 10) * (-1 if on_the_left else 1),
        anchor="start" if on_the_left else "end",
    )


def _lines(segment: Segment, unsure: str) -> tuple[str, ...]:
    if not segment.word:
        return segment.letter, unsure
    head, space, tail = segment.word.rpartition(" ")
    return (head, tail) if space and len(segment.word) > _ONE_LINE else (segment.word,)


def _outline(start: float, step: float) -> str:
    end, big = start + step, int(step > pi)
    corners = [_point(OUTER, start), _point(OUTER, end), _point(INNER, end), _point(INNER, start)]
    return (
        f"M{corners[0]} A{OUTER:g} {OUTER:g} 0 {big} 1 {corners[1]} "
        f"L{corners[2]} A{INNER:g} {INNER:g} 0 {big} 0 {corners[3]} Z"
    )


def _point(radius: float, angle: float) -> str:
    return f"{radius * sin(angle):.2f} {-radius * cos(angle):.2f}"
