"""What readers do for themselves: write on a record sheet, keep notes on their device, put a pack together.

Nothing of it is sent, and nothing is kept before they ask. It all needs a script: without one, pages say nothing of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.formats.packed import FOLDER as PACK
from library.sections import blocks
from library.sections.blocks import Extra, Section
from library.types.text import Phrase

from .head import Keep
from .lists import Link, Links
from .making import Maker
from .offers import SOURCE
from .page import Front, HtmlPage
from .tools import tool

NOTES = "my-notes/"
"""Where the notes stand that a reader keeps."""


@dataclass(frozen=True)
class WriteHere(Extra):
    """A place to write on a page, drawn with lines as on paper where no script runs.

    id: of the heading above it. begins_with: by the model's words, with a space between.
    """

    id: str
    hint: Phrase
    lines: int
    begins_with: str


@dataclass(frozen=True)
class BeforeWriting(Extra):
    """What becomes of what is written on a page."""


@dataclass(frozen=True)
class TakeAway(Extra):
    """What can be done with what was written.

    attributes: what its script needs to know, as HTML. boxes: id and label. notes: where notes are kept.
    """

    attributes: Markup
    boxes: tuple[tuple[str, str], ...]
    notes: str = NOTES


@dataclass(frozen=True)
class OwnNotes(Extra):
    """The place for the notes that a reader keeps. attributes: what its script needs to know, as HTML."""

    attributes: Markup


@dataclass(frozen=True)
class Pack(Extra):
    """The place for a pack. attributes: what its script needs to know, as HTML. keep: a way to keep its sheets.

    lists: where there is something to add.
    """

    attributes: Markup
    keep: Keep
    lists: tuple[Link, ...]


@dataclass(frozen=True)
class AddToPack(Extra):
    """A button that puts a document into the reader's pack. attributes: what its script needs to know, as HTML."""

    attributes: Markup


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The page of the notes that a reader keeps, and that of their pack."""
    say = make.say
    front = Front(say("notes-page.title"), say("notes-page.summary"), tools=("notes",), is_short=True)
    sheets = {kind.name: kind.folder for kind in make.library.document_kinds if kind.arranged == "on-a-form"}
    kept = OwnNotes(tool("notes", folders=sheets))
    yield make.page(f"{NOTES}index.md", SOURCE, front, lambda: (Section("", "", (kept,)),), opening=front.description)
    front = Front(say("pack-page.title"), say("pack-page.summary"), tools=("pack",), is_short=True)
    added = (kind for kind in make.library.document_kinds if make.library[kind] and is_added(kind))
    lists = tuple(Link(make.many(kind.name), kind.folder) for kind in added)
    pack = Pack(tool("pack", keep=make.texts.section("keep")), Keep(Markup()), lists)
    yield make.page(f"{PACK}index.md", SOURCE, front, lambda: (Section("", "", (pack,)),), opening=front.description)


def is_added(kind: DocumentKind[Any]) -> bool:
    """Whether documents of a kind have a page that says where they come from, and the button of a pack beside it."""
    return any(outline.name == "about" for outline in kind.pages)


def add_to_pack(kind: DocumentKind[Any], document: Document) -> AddToPack:
    """The button that puts a document into the reader's pack."""
    return AddToPack(tool("add-to-pack", link=kind.link_to(document.id)))


def to_write_on(kind: DocumentKind[Any], document: Document, form: Section, make: Maker) -> Section:
    """The headings of a record sheet as a form to write in, and below them what can be done with what was written."""
    places = tuple(map(_place, form.sections))
    boxes = tuple((place.id, place.title) for place in places)
    given = tool("record", sheet=kind.link_to(document.id))
    take = Section("take-away", make.say("record-form.title"), (TakeAway(given, boxes),))
    return replace(form, blocks=(*form.blocks, BeforeWriting()), sections=(*places, take))


def _place(section: Section) -> Section:
    return replace(section, blocks=tuple(_to_write(section.id, block) for block in section.blocks))


def _to_write(id: str, block: blocks.Block | Extra) -> blocks.Block | Extra:
    if not isinstance(block, blocks.Write):
        return block
    return WriteHere(id, block.hint, block.lines, " ".join(block.begins_with))


def write_up(kind: DocumentKind[Any], document: Document, make: Maker) -> Iterator[Section]:
    """The record sheets that go with what people meet around, each led to with the name of what it is about."""
    if not isinstance(document, Gathering):
        return
    links = tuple(
        Link(sheet.title, f"{other.page_of(sheet.id)}#{kind.name}={document.id}")
        for other in kind.packed_with
        for sheet in make.library[other].values()
    )
    if links:
        yield Section("write-up", make.say("page.write-up"), (Links(links),))
