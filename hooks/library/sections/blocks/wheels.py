"""What is drawn: a wheel, its segments, and further ways of working with it on paper."""

from dataclasses import dataclass

from library.core.worksheet import Worksheet
from library.types.text import Text

from .plans import Prompt


@dataclass(frozen=True)
class WheelFigure:
    """A wheel, drawn by each format that can draw. title: what the drawing is called."""

    segments: tuple["Segment", ...]
    blank_segments: int
    title: str


@dataclass(frozen=True)
class Segment:
    """One segment of a wheel: the only block of a section of its own. word: None where no source gives it.

    status: one of the model's words for how sure it is; sure: the same for readers.
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
