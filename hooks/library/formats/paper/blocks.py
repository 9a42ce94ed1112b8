"""The blocks of a sheet, as plain values in readers' words. Typst sets each by its type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from library.core.walk import Road
from library.formats.runs import Spans
from library.types.text import Block as TextBlock

UNPRINTED: Mapping[str, Any] = {"printed": False}
"""Marks a field whose letters are not set in type: roads, names of ours, drawings, words for screen readers."""


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

    line: Spans
    look: Literal["plain", "strong", "fine"] = field(default="plain", metadata=UNPRINTED)


@dataclass(frozen=True)
class Points:
    """A list."""

    lines: tuple[Spans, ...]


@dataclass(frozen=True)
class Numbers:
    """A numbered list."""

    lines: tuple[Spans, ...]


@dataclass(frozen=True)
class Led:
    """A text that runs on from its name."""

    name: str
    text: tuple[TextBlock, ...]


@dataclass(frozen=True)
class Fact:
    """A fact at a glance. id: which it is. is_wide: whether it takes a line of its own."""

    id: str = field(metadata=UNPRINTED)
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
    limits: tuple[Spans, ...]


@dataclass(frozen=True)
class WriteIn:
    """What the group writes by hand: a line for each label."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """The time of all steps, drawn to scale. lead: before the key, which says who speaks, a pattern for each."""

    lead: str
    key: tuple[str, ...]
    alt: str = field(metadata=UNPRINTED)


@dataclass(frozen=True)
class Play:
    """Something to play or open. lead: which of the two. link: in letters to type, or empty."""

    lead: str
    what: str
    facts: str
    link: str


@dataclass(frozen=True)
class Case:
    """Something that may happen, and what to do then."""

    when: str
    do: tuple[TextBlock, ...]


@dataclass(frozen=True)
class Instead:
    """What to say, do and ask where nothing will play. name: above it."""

    name: str
    say: tuple[TextBlock, ...]
    do: tuple[TextBlock, ...]
    prompts: tuple[Spans, ...]


@dataclass(frozen=True)
class Opening:
    """The head of a part of a plan. time: of its timed steps, or empty."""

    title: str
    time: str
    introduction: tuple[TextBlock, ...]


@dataclass(frozen=True)
class Step:
    """A row of the running order, told in full. opens: the part that begins with it. who: who speaks and who listens.

    span: the minutes it is as long as in the bar, 0 without a set time; range: the same in figures. look: which pattern
    of the bar's key it has. rules: on its time and its turns, a few words each.
    """

    opens: Opening | None
    start: str
    minutes: str
    range: str
    span: int = field(metadata=UNPRINTED)
    look: int = field(metadata=UNPRINTED)
    title: str
    who: tuple[str, ...]
    rules: tuple[str, ...]
    say: tuple[TextBlock, ...]
    do: tuple[TextBlock, ...]
    plays: tuple[Play, ...]
    prompts: tuple[Spans, ...]
    instead: Instead | None
    ifs: tuple[Case, ...]


@dataclass(frozen=True)
class Timeline:
    """The running order. head: of its three columns. say, ask: what stands above what is said and asked aloud."""

    first: str
    bar: Bar | None
    head: tuple[str, ...]
    say: str
    ask: str
    steps: tuple[Step, ...]
    note: str


@dataclass(frozen=True)
class Role:
    """A part that someone takes. may, must: what stands above each list."""

    people: str
    may: str
    rights: tuple[Spans, ...]
    must: str
    duties: tuple[Spans, ...]


@dataclass(frozen=True)
class Resource:
    """An outside resource. facts: what it takes to open it, and what its address is. link: in letters, or empty."""

    title: str
    publisher: str
    facts: str
    link: str
    code: Code | None


@dataclass(frozen=True)
class Resources:
    """Outside resources, each with its short address and the same as a code."""

    resources: tuple[Resource, ...]


@dataclass(frozen=True)
class Write:
    """A place to write, kept on one page with what it asks for. label: its heading, or empty for a question alone."""

    label: str
    hint: Spans
    lines: int
    road: Road = field(metadata=UNPRINTED)


@dataclass(frozen=True)
class Wedge:
    """A segment of a wheel, as it is drawn: its letter and its word, each of which may be empty.

    tint: which of the colours it has, counted from 0.
    """

    letter: str
    word: str
    edge: Literal["solid", "dashed", "dotted"] = field(metadata=UNPRINTED)
    tint: int = field(default=0, metadata=UNPRINTED)


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
