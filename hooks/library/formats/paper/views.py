"""What a file for paper shows, as plain values in readers' words. Typst is given these, and decides how they look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from library.core.sheet import Size
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
class Figure:
    """A wheel: what stands in each of its segments, which may be nothing."""

    words: tuple[str, ...]
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


@dataclass(frozen=True, kw_only=True)
class Body:
    """What stands below a sheet's head. title: the sheet's own, where it has one. is_form: whether it is filled in."""

    title: str = ""
    is_form: bool = False


@dataclass(frozen=True, kw_only=True)
class Told(Body):
    """Section after section."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class TwoSides(Body):
    """A session to run. before: what stands ahead of the running order. after: what is a side of its own.

    heading: above the running order. is_across: whether it is read across a table.
    """

    before: tuple[Part, ...]
    heading: str
    order: Timeline
    after: tuple[Part, ...]
    is_across: bool


@dataclass(frozen=True, kw_only=True)
class Roles(Body):
    """Parts people take, each a card to cut out and hold."""

    cards: tuple[Part, ...]


@dataclass(frozen=True)
class Card:
    """A question to cut out. foot: on its front, when it suits and how much it asks. phase, credit: on its back."""

    text: Line
    foot: str
    phase: str
    credit: str
    road: Road = field(metadata=UNPRINTED)


@dataclass(frozen=True, kw_only=True)
class Cards(Body):
    """Cards to cut out. cover: what stands on the first page. credits: at its end."""

    cover: tuple[Part, ...]
    credits: tuple[str, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, kw_only=True)
class Wheel(Body):
    """A wheel, and what is told of it."""

    figure: Figure
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class TwoWheels(Body):
    """Two wheels to fill in. how: how to use them. names: whose they are. questions: what to ask of the two."""

    how: str
    names: tuple[str, ...]
    figures: tuple[Figure, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """One of the four places of a grid."""

    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Grid(Body):
    """Four places to write. words: what a wheel has to sort, or nothing."""

    how: str
    words: Line
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet, on pages of its own.

    of: kind and id of the document, for whoever tells what does not fit. name: what readers call the sheet.
    title: its heading. notice: what a sheet to fill in asks not to be written, else empty. code: of its document's
    page. foot, address: at the foot of each page. page: the same, with {page} and {pages} in it. is_alone: whether it
    is none of a pack.
    """

    of: tuple[str, str] = field(metadata=UNPRINTED)
    name: str
    title: str
    notice: str
    code: Code | None
    foot: str
    address: str
    page: str = field(metadata=UNPRINTED)
    size: Size = field(metadata=UNPRINTED)
    is_alone: bool
    body: Body


@dataclass(frozen=True)
class File:
    """A whole file: one sheet, or a pack of them. title, author, description: its own account of itself."""

    title: str
    author: str
    description: str
    sheets: tuple[Sheet, ...]
