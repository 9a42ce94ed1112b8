"""What is drawn: a wheel, its segments, and further ways of working with it on paper."""

from dataclasses import dataclass
from itertools import groupby

from library.core.worksheet import Worksheet
from library.types.text import Text

from .plans import Prompt

TINTS = 3
"""How many colours a wheel has."""


@dataclass(frozen=True)
class WheelFigure:
    """A wheel, drawn by each format that can draw. title: what the drawing is called."""

    segments: tuple["Segment", ...]
    blank_segments: int
    title: str

    @property
    def tints(self) -> tuple[int, ...]:
        """The tint of each segment, counted from 0: neighbours with one letter share it, others never do."""
        letters = (*(segment.letter for segment in self.segments), *map(str, range(self.blank_segments)))
        groups = [len(tuple(group)) for _, group in groupby(letters)]
        tints = [number % TINTS for number in range(len(groups))]
        if len(groups) > 1 and tints[-1] == 0:  # the last stands beside the first
            tints[-1] = 1
        return tuple(tint for tint, count in zip(tints, groups, strict=True) for _ in range(count))


@dataclass(frozen=True)
class Segment:
    """One segment of a wheel: the only block of a section of its own. word: None where no source gives it.

    status: one of the model's words for how sure it is; sure: the same for readers, or nothing where a source gives it.
    """

    id: str
    letter: str
    word: str | None
    status: str
    sure: str
    explanation: Text
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True)
class Worksheets:
    """Further ways of working with a wheel on paper: two wheels side by side, and a grid."""

    worksheets: tuple[Worksheet, ...]
