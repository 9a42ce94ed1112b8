"""What stands at the head of a document's page, as blocks: what to do with it, and how far to trust it."""

from dataclasses import dataclass

from markupsafe import Markup

from library.core.download import Offer
from library.sections.blocks import Extra, Fact

from .lists import Link


@dataclass(frozen=True)
class Action:
    """A page or a file that is one of the things to do. icon: the picture that goes with it, or nothing.

    look: a class of the style sheet's; empty for a plain link. rest: what the title goes on with where there is room.
    """

    icon: str
    title: str
    address: str
    look: str = "button quiet"
    rest: str = ""


@dataclass(frozen=True)
class Keep(Extra):
    """A way to keep the files listed beside it on the reader's device. tool: what its script needs to know."""

    tool: Markup


@dataclass(frozen=True)
class Actions(Extra):
    """What can be done with a document, side by side at its head. Addresses are below the site's, or empty.

    run: the page to run it from. sheets: what is printed first, each in its standard variant. files: the page of all
    its files. links: files to open at once, and further pages of its own.
    """

    run: str
    sheets: tuple[Offer, ...]
    files: str
    links: tuple[Action, ...]
    keep: Keep


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
class Fits(Extra):
    """When a document fits and when it does not, a sentence of each: its heading, and what it says."""

    when: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Draft(Extra):
    """That a document is a draft. draft: whose review it lacks, in words. more: the page on how reviews are done."""

    draft: str
    more: str


@dataclass(frozen=True)
class Trust(Extra):
    """How far a document is to be trusted, in a line. more: the page that says it all.

    reviewed: in words, or empty where the page has said so.
    """

    reviewed: str
    more: str
