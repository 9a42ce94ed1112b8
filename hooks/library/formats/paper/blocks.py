"""The blocks of a sheet, as plain values in readers' words. Typst sets each by its type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from library.core.walk import Road
from library.types.text import Block as TextBlock
from library.types.text import Span

UNPRINTED: Mapping[str, Any] = {"printed": False}
"""Marks a field whose letters are not set in type: roads, names of ours, drawings, words for screen readers."""

Line = tuple[Span, ...]


@dataclass(frozen=True)
class Code:
    """A QR code. drawing: as SVG. alt: what is read aloud in its place."""

    drawing: str = field(metadata=UNPRINTED)
    alt: str = field(metadata=UNPRINTED)


@dataclass(frozen=True)
class Prose:
    """Paragraphs and lists."""

    text: tuple[TextBlock, ...]


@dataclass(frozen=True)
class Words:
    """One line. look: how much it stands out."""

    line: Line
    look: Literal["plain", "strong", "fine"] = field(default="plain", metadata=UNPRINTED)


@dataclass(frozen=True)
class Points:
    """A list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Numbers:
    """A numbered list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Led:
    """A text that runs on from its name."""

    name: str
    text: tuple[TextBlock, ...]


@dataclass(frozen=True)
class Fact:
    """A fact at a glance. is_wide: whether it takes a line of its own."""

    name: str
    value: str
    is_wide: bool


@dataclass(frozen=True)
class Facts:
    """Facts at a glance."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ReadOut:
    """What is read out to the group."""

    script: tuple[TextBlock, ...]
    limits: tuple[Line, ...]


@dataclass(frozen=True)
class WriteIn:
    """What the group writes by hand: a line for each label."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A row of the running order, told in full. who: who speaks and who listens."""

    start: str
    minutes: str
    title: str
    who: tuple[str, ...]
    do: tuple[TextBlock, ...]
    prompts: tuple[Line, ...]


@dataclass(frozen=True)
class Timeline:
    """The running order. head: of its three columns."""

    first: str
    head: tuple[str, ...]
    steps: tuple[Step, ...]
    note: str


@dataclass(frozen=True)
class Role:
    """A part that someone takes. may, must: what stands above each list."""

    people: str
    may: str
    rights: tuple[Line, ...]
    must: str
    duties: tuple[Line, ...]


@dataclass(frozen=True)
class Resource:
    """An outside resource. link: where it leads, in letters to type; says is what stands where there is none."""

    title: str
    publisher: str
    facts: str
    link: str
    says: str
    code: Code | None


@dataclass(frozen=True)
class Resources:
    """Outside resources, each with its short address and the same as a code."""

    resources: tuple[Resource, ...]


@dataclass(frozen=True)
class Write:
    """A place to write, kept on one page with what it asks for. label: its heading, or empty for a question alone."""

    label: str
    hint: Line
    lines: int
    road: Road = field(metadata=UNPRINTED)


@dataclass(frozen=True)
class Wedge:
    """A segment of a wheel, as it is drawn: its letter and its word, each of which may be empty."""

    letter: str
    word: str
    edge: Literal["solid", "dashed", "dotted"] = field(metadata=UNPRINTED)


@dataclass(frozen=True)
class Figure:
    """A wheel, its segments clockwise from the top."""

    wedges: tuple[Wedge, ...]
    alt: str = field(metadata=UNPRINTED)


Block = (
    Prose | Words | Points | Numbers | Led | Facts | ReadOut | WriteIn | Timeline | Role | Resources | Write | Figure
)


@dataclass(frozen=True)
class Part:
    """A section. title: its heading, or empty."""

    id: str = field(metadata=UNPRINTED)
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Part", ...] = ()
