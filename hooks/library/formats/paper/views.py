"""What a file for paper shows, sheet by sheet. Typst is given these as data, and decides how they look."""

from dataclasses import dataclass, field

from library.core.sheet import Size
from library.core.walk import Road
from library.formats.runs import Spans

from .blocks import UNPRINTED, Code, Figure, Part, Role, Timeline, Write


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
    """A session to run. before: what stands ahead of the running order, under its heading. after: a side of its own.

    where: on which page that side begins, with {after} in it. more: where there is more on what to do.
    """

    before: tuple[Part, ...]
    heading: str
    order: Timeline
    after: tuple[Part, ...]
    where: str = field(metadata=UNPRINTED)
    more: str


@dataclass(frozen=True, kw_only=True)
class Form(Body):
    """A sheet to fill in by hand, on one page. before, after: what stands ahead of the places to write, and below."""

    before: tuple[Part, ...]
    places: tuple[Write, ...]
    after: tuple[Part, ...]


@dataclass(frozen=True)
class Stage:
    """A stage of a session. is_lit: whether the part a card is for speaks in it."""

    number: str
    title: str
    is_lit: bool = field(metadata=UNPRINTED)


@dataclass(frozen=True)
class RoleCard:
    """A part that someone takes. people: how many cards to print. speaks: when, in words. role: in full."""

    title: str
    people: str
    speaks: str
    stages: tuple[Stage, ...]
    role: Role
    road: Road = field(metadata=UNPRINTED)


@dataclass(frozen=True, kw_only=True)
class Roles(Body):
    """Parts people take, each a card to fold and stand before whoever takes it. fold: how to."""

    fold: str
    cards: tuple[RoleCard, ...]


@dataclass(frozen=True)
class Card:
    """A question to cut out. foot: on its front, where it belongs and how much it asks. The rest is on its back.

    phase: the point of the conversation that it suits. when: more of that. road, when_road: to both in the file.
    """

    text: Spans
    foot: str
    phase: str
    when: Spans
    credit: str
    road: Road = field(metadata=UNPRINTED)
    when_road: Road = field(metadata=UNPRINTED)


@dataclass(frozen=True, kw_only=True)
class Cards(Body):
    """Cards to cut out. making: how, on the first of them. credits: below that. own: on those that are left over."""

    making: str
    credits: tuple[str, ...]
    cards: tuple[Card, ...]
    own: str


@dataclass(frozen=True, kw_only=True)
class Wheel(Body):
    """A wheel on a page of its own. how: how to mark it. edges: what they mean, where they differ. parts: its story."""

    how: str
    figure: Figure
    edges: str
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
    words: Spans
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Entry:
    """A sheet of a pack. kind: what it is called, where its title is that of another document. copies: how many."""

    title: str
    kind: str
    copies: str


@dataclass(frozen=True, kw_only=True)
class Contents(Body):
    """What is in a pack. time: what to set aside, or nothing. head: of its three columns. how: how to print it."""

    time: str
    head: tuple[str, ...]
    entries: tuple[Entry, ...]
    how: str


@dataclass(frozen=True)
class Sheet:
    """One sheet, on pages of its own.

    of: kind and id of the document, for whoever tells what does not fit. name: what readers call the sheet.
    title: its heading. notice: what a sheet to fill in asks not to be written, else empty. code: of its document's
    page. foot, credit, way_out, address: at the foot of each page; way_out is where to take a concern. page: the same,
    with {page} and {pages} in it.
    """

    of: tuple[str, str] = field(metadata=UNPRINTED)
    name: str
    title: str
    notice: str
    code: Code | None
    foot: str
    credit: str
    way_out: str
    address: str
    page: str = field(metadata=UNPRINTED)
    size: Size = field(metadata=UNPRINTED)
    body: Body


@dataclass(frozen=True)
class Day:
    """A day, as Typst takes it."""

    year: int
    month: int
    day: int


@dataclass(frozen=True)
class File:
    """A whole file: one sheet, or a pack of them. title, author, description: its own account of itself.

    language: of its words (BCP 47). revised: the day on which its words last changed.
    """

    title: str
    author: str
    description: str
    language: str = field(metadata=UNPRINTED)
    revised: Day = field(metadata=UNPRINTED)
    sheets: tuple[Sheet, ...]
