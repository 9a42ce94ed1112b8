"""A wheel's geometry: where each segment's edge and word go. The template draws it."""

from dataclasses import dataclass
from math import cos, pi, sin

from library.model.kinds import Wheel

INNER, OUTER = 46.0, 214.0
"""Radii of the ring, in units of the drawing, which is 440 wide and high."""


@dataclass(frozen=True)
class Wedge:
    """One segment as drawn: its outline, its word, and how far the word is turned, in degrees clockwise."""

    outline: str
    letter: str
    rest: str
    status: str
    turn: float
    x: float
    anchor: str


def drawing(wheel: Wheel) -> tuple[Wedge, ...]:
    """Lay the segments out clockwise from the top, empty ones last. No word is ever upside down."""
    named = [(one.letter, one.word[1:] if one.word else " – to confirm", one.status) for one in wheel.segments]
    segments = named + [("", "", "blank")] * wheel.blank_segments
    step = 2 * pi / len(segments)
    return tuple(_wedge(index * step, step, *segment) for index, segment in enumerate(segments))


def _wedge(start: float, step: float, letter: str, rest: str, status: str) -> Wedge:
    end, middle = start + step, (start + step / 2) * 180 / pi
    corners = [_point(OUTER, start), _point(OUTER, end), _point(INNER, end), _point(INNER, start)]
    big = int(step > pi)
    outline = (
        f"M{corners[0]} A{OUTER:g} {OUTER:g} 0 {big} 1 {corners[1]} "
        f"L{corners[2]} A{INNER:g} {INNER:g} 0 {big} 0 {corners[3]} Z"
    )
    on_the_left = middle > 180
    turn = middle + 90 if on_the_left else middle - 90
    x = -(OUTER - 10) if on_the_left else OUTER - 10
    return Wedge(outline, letter, rest, status, round(turn, 2), x, "start" if on_the_left else "end")


def _point(radius: float, angle: float) -> str:
    return f"{radius * sin(angle):.2f} {-radius * cos(angle):.2f}"
