"""What only pages show, as blocks beside those of documents: cards, choices, the finder, a chart."""

from dataclasses import dataclass

from markupsafe import Markup

from library.core.download import Offer
from library.sections.blocks import Extra, Fact, Section, WheelFigure
from library.types.minutes import Minutes
from library.types.text import Phrase


@dataclass(frozen=True)
class Box(Section):
    """Sections that stand in a box of their own. look: its class in the style sheet. tool: its script, or nothing.

    attributes: what else its script needs to know, as HTML.
    """

    look: str = ""
    tool: str = ""
    attributes: Markup | str = ""


@dataclass(frozen=True)
class Card:
    """Something in a list. address: below the site's. kind: what it is, or empty where that is told."""

    title: str
    address: str
    kind: str
    summary: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Cards(Extra):
    """Documents to choose from."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Link:
    """A link, and what stands behind it. address: below the site's, or a whole one."""

    title: str
    address: str
    after: str = ""


@dataclass(frozen=True)
class Strong:
    """Words in bold within a sentence."""

    words: str


@dataclass(frozen=True)
class Links(Extra):
    """A list of links."""

    links: tuple[Link, ...]


@dataclass(frozen=True)
class Sentence(Extra):
    """A paragraph of the library's own that may hold links. key: of its words; values: by their names.

    look: how much it stands out, as a class of the style sheet's, or nothing.
    """

    key: str
    values: tuple[tuple[str, Link | Strong | str], ...] = ()
    look: str = ""


@dataclass(frozen=True)
class Choice:
    """One of several pages. is_here: whether it is this one."""

    title: str
    address: str
    is_here: bool = False


@dataclass(frozen=True)
class Choices(Extra):
    """Pages to choose from, side by side."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Variants(Extra):
    """A switch between the variants of a document."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class InMemory(Extra):
    """What becomes of what a reader marks on a page."""


@dataclass(frozen=True)
class WheelTool(Extra):
    """What a reader can do with a wheel: choose its words, mark them on two wheels and compare these, add words.

    words: each by the id of its segment. blank_segments: how many are empty. how, questions: of two wheels compared.
    """

    words: tuple[tuple[str, str], ...]
    blank_segments: int
    how: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Family(Extra):
    """A wheel with its variants, in a list of wheels."""

    wheel: WheelFigure
    card: Card
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Further(Extra):
    """The pages of a list that is too long for one. current: which of them this is, counted from 1."""

    pages: tuple[str, ...]
    current: int


@dataclass(frozen=True)
class Choose:
    """A question to a reader with answers to choose from, each with its value.

    outside: answers that stand below the others, of what is published elsewhere.
    """

    name: str
    label: str
    answers: tuple[tuple[str, str], ...]
    outside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Chips(Extra):
    """What narrows a bank to the questions a reader wants. attributes: what its script needs to know, as HTML."""

    attributes: Markup
    questions: tuple[Choose, ...]


@dataclass(frozen=True)
class Deck(Extra):
    """A deck of questions to choose and to draw from. attributes: what its script needs to know, as HTML.

    stage: one of which is chosen. questions: of each, any number.
    """

    attributes: Markup
    stage: Choose
    questions: tuple[Choose, ...]


@dataclass(frozen=True)
class Bank:
    """A question bank in the list of banks. phases: where each starts, with how many questions it has."""

    card: Card
    phases: tuple[Link, ...]


@dataclass(frozen=True)
class Banks(Extra):
    """Question banks to choose from."""

    banks: tuple[Bank, ...]


Cell = tuple[str | Phrase, ...]
"""What stands in a cell of a comparison, a line each."""


@dataclass(frozen=True)
class Compared:
    """Something that is compared with others. cells: one for each column."""

    id: str
    name: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison(Extra):
    """Things side by side in a table, and a way to choose a few. attributes: what its script needs to know, as HTML."""

    attributes: Markup
    columns: tuple[str, ...]
    rows: tuple[Compared, ...]


@dataclass(frozen=True)
class Finder(Extra):
    """The finder's form, and the place for what it finds. attributes: what its script needs to know, as HTML."""

    attributes: Markup
    questions: tuple[Choose, ...]


@dataclass(frozen=True)
class Bar:
    """One state of outside addresses: what it is called, how many stand so, and the length of its bar."""

    name: str
    count: int
    length: float


@dataclass(frozen=True)
class Chart(Extra):
    """A bar for each state. title: what it shows, for who can't see it."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Actions(Extra):
    """What can be done with a document, side by side at its head. Addresses are below the site's, or empty.

    run: the page to run it from. sheets: what is printed first, each in its standard variant. files: the page of all
    its files. links: files to open at once, and further pages of its own.
    """

    run: str
    sheets: tuple[Offer, ...]
    files: str
    links: tuple["Action", ...]
    keep: "Keep"


@dataclass(frozen=True)
class Keep(Extra):
    """A way to keep the files listed beside it on the reader's device. tool: what its script needs to know."""

    tool: Markup


@dataclass(frozen=True)
class Action:
    """A page or a file that is one of the things to do. icon: the picture that goes with it, or nothing.

    look: a class of the style sheet's; empty for a plain link.
    """

    icon: str
    title: str
    address: str
    look: str = "button quiet"


@dataclass(frozen=True)
class Files(Extra):
    """Files to print or change."""

    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class FactsInLine(Extra):
    """Facts at a glance in a line: their values, each with its picture."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Care(Extra):
    """What keeps everyone safe, as a few links to what to do."""

    ways: tuple[Link, ...]


@dataclass(frozen=True)
class Share(Extra):
    """A way to send a page's address to others. tool: what its script needs to know."""

    tool: Markup


@dataclass(frozen=True)
class Draft(Extra):
    """That a document is a draft. draft: whose review it lacks, in words. more: the page on how reviews are done."""

    draft: str
    more: str


@dataclass(frozen=True)
class Trust(Extra):
    """How far a document is to be trusted, in a line. reviewed: in words. more: the page that says it all."""

    reviewed: str
    more: str


@dataclass(frozen=True)
class Table(Extra):
    """A table of words, for two rows and more. caption: what it tells. The first cell of a row is its head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Timed:
    """A line of a plan on the clock. start: after how many minutes it begins, or None where nobody can say."""

    start: int | None
    title: str
    minutes: Minutes | None
    speaks: str


@dataclass(frozen=True)
class ClockSheet(Extra):
    """When each step begins, from the start that a reader says.

    calendar: the file that takes the times, where it was made. attributes: what its script needs to know, as HTML.
    """

    rows: tuple[Timed, ...]
    calendar: Offer | None
    attributes: Markup
