"""Sections, which hold blocks and one another, and a whole document as it is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeGuard, TypeVar

from .about import Notes, Review, Sources, Topics
from .outside import Accounts, Citations, Resources
from .plans import Meetings, Prompt, Prompts, Question, Questions, Role, Slide, StepByStep, Timeline
from .wheels import Segment, WheelFigure, Worksheets
from .words import Facts, Handouts, Led, Names, NoNames, Points, Prose, ReadOut, Related, Words, Write, WriteIn

B = TypeVar("B")

Block = (
    Prose | Words | Meetings | Points | Names | Led | Facts | ReadOut | WriteIn | Prompts | Timeline | StepByStep | Role
    | Resources | Accounts | Citations | Slide | Handouts | Related | Questions | WheelFigure | Segment | Worksheets
    | Write | NoNames | Notes | Sources | Review | Topics
)  # fmt: skip


class Asking(Protocol):
    """A block that asks something: whatever looks for questions finds it by `asks`, and needs no list of types."""

    @property
    def prompts(self) -> tuple[Prompt | Question, ...]:
        """What it asks, in order."""


def asks(block: object) -> TypeGuard[Asking]:
    """Whether a block asks something. To hold it to the protocol itself takes Python far longer."""
    return hasattr(block, "prompts")


class Extra:
    """A block that one format alone knows: each of its own is a class below this one."""


@dataclass(frozen=True)
class Section:
    """A part of a document. id: its place on the page, by which formats that take only some parts ask for it.

    title: its heading; empty for what needs none. A part of the document's own, such as a step, has a heading too.
    leads_to: what its heading leads to on a page, as a link names it; empty where it leads nowhere.
    """

    id: str
    title: str
    blocks: tuple[Block | Extra, ...] = ()
    sections: tuple["Section", ...] = ()
    leads_to: str = ""

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True)
class Telling:
    """A whole document as it is told."""

    link: str
    """Kind and id: guide:its-id."""
    title: str
    summary: str
    credit: str
    """What it rests on and whether it was reviewed, in a line that travels with every file."""
    version: str
    revised: date
    review_by: date
    sections: tuple[Section, ...]
    upset: str = "page:upset"
    """The page that says what to do when someone is upset or worried."""

    def walk(self) -> Iterator[Section]:
        """Every section, in order."""
        return iter(self._everything)

    @cached_property
    def _everything(self) -> tuple[Section, ...]:
        """Every section: whoever writes of a document walks through it many times."""
        return tuple(section for part in self.sections for section in part.walk())

    def section(self, id: str) -> Section | None:
        """The section with an id, or None where the document has none."""
        return next((section for section in self.walk() if section.id == id), None)

    def blocks(self, *kinds: type[B]) -> Iterator[B]:
        """Every block of some kinds, in order."""
        return (block for section in self.walk() for block in section.blocks if isinstance(block, kinds))

    @property
    def is_form(self) -> bool:
        """Whether it is a sheet to fill in."""
        return any(self.blocks(Write))
