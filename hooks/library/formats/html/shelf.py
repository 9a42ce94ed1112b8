"""What only pages show of outside resources, as blocks: rows, what narrows them, and the page of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from library.sections.blocks import Extra, Fact
from library.types.text import Phrase

from .lists import Choose, Link


@dataclass(frozen=True)
class More:
    """What else is known of a resource, behind a line. users: documents that name it; further: how many more do."""

    notes: tuple[Phrase, ...]
    looked_at: str
    users: tuple[Link, ...]
    further: int


@dataclass(frozen=True)
class Row:
    """A resource in a list.

    id: its place on the page, or empty. address: where its title leads: off the site, or below it to its own page.
    by: who made it, in a line. why: why it is here.
    answers: from what a filter asks to what holds of it. more: None where its own page says it.
    """

    id: str
    title: str
    address: str
    is_outside: bool
    facts: tuple[Fact, ...]
    by: str
    why: Phrase
    answers: Mapping[str, str]
    more: More | None


@dataclass(frozen=True)
class Rows(Extra):
    """Resources to choose from. why: they stand apart; empty where they do not."""

    rows: tuple[Row, ...]
    why: str = ""


@dataclass(frozen=True)
class Filters(Extra):
    """What narrows the rows of a section and of all below it. attributes: what its script needs to know, as HTML."""

    attributes: Markup
    questions: tuple[Choose, ...]
    count: str


@dataclass(frozen=True)
class Way:
    """The way to a resource. address: off the site; words: of the button that leads there."""

    address: str
    words: str


@dataclass(frozen=True)
class Lost:
    """What to do where an address has stopped working. home: its publisher's site. archive: a copy, or empty."""

    words: str
    home: str
    archive: str


@dataclass(frozen=True)
class Entry(Extra):
    """A resource on its own page.

    why: why it is here. way: None where there is none that works. is_taken: whether readers are led there at once.
    lost: where it is dead.
    notes: what is known of it, a paragraph each. catalogue: its place there.
    """

    facts: tuple[Fact, ...]
    by: str
    why: Phrase
    way: Way | None
    is_taken: bool
    lost: Lost | None
    notes: tuple[Phrase | str, ...]
    looked_at: str
    users: tuple[Link, ...]
    further: int
    catalogue: str
