"""What stands in a wheel on paper, and what is read aloud in its place."""

from library.sections.blocks import WheelFigure
from library.sections.phrases import Phrases

from .blocks import Figure


def figure(wheel: WheelFigure, phrases: Phrases) -> Figure:
    """A wheel with its words; one that has none is to fill in."""
    say = phrases.say
    words = [segment.word or say("paper.to-confirm", letter=segment.letter) for segment in wheel.segments]
    if not words:
        return figure_to_fill_in(wheel, phrases)
    return Figure(tuple(words), say("paper.wheel-of-words", count=len(words), words=", ".join(words)))


def figure_to_fill_in(wheel: WheelFigure, phrases: Phrases) -> Figure:
    """A wheel with its letters alone, or with nothing in its segments."""
    say = phrases.say
    letters = [say("paper.letter-to-fill-in", letter=segment.letter) for segment in wheel.segments]
    empty = letters or [""] * wheel.blank_segments
    return Figure(tuple(empty), say("paper.wheel-of-none", count=len(empty)))


def names_in(wheel: WheelFigure, phrases: Phrases) -> tuple[str, ...]:
    """The words of a wheel; nothing for one that has none."""
    return figure(wheel, phrases).words if wheel.segments else ()
