"""What only pages show, as blocks beside those of documents: cards, choices, the finder, a chart."""

from dataclasses import dataclass

from markupsafe import Markup

from library.sections.blocks import Extra, Fact, Section


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
    """Something in a list. address: below the site's. kind: what it is, or empty where that is told.

    does: where it is run and printed, where the list leads there at once.
    """

    title: str
    address: str
    kind: str
    summary: str
    facts: tuple[Fact, ...]
    does: tuple["Link", ...] = ()


@dataclass(frozen=True)
class Cards(Extra):
    """Documents to choose from."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Link:
    """A link, and what stands behind it. address: below the site's, or a whole one.

    does: where what it leads to is run and printed, where the list leads there at once.
    """

    title: str
    address: str
    after: str = ""
    does: tuple["Link", ...] = ()


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
    """One of several pages. is_here: whether it is this one. told: what it has, where a list says so."""

    title: str
    address: str
    is_here: bool = False
    told: str = ""


@dataclass(frozen=True)
class Choices(Extra):
    """Pages to choose from, side by side."""

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
class Finder(Extra):
    """The finder's form, and the place for what it finds. attributes: what its script needs to know, as HTML."""

    attributes: Markup
    questions: tuple[Choose, ...]


@dataclass(frozen=True)
class Table(Extra):
    """A table of words, for two rows and more. caption: what it tells. The first cell of a row is its head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
