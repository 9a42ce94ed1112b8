"""Which files there are to print, to change or to put in a calendar, and what each shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind, Kind
from library.core.library import Library, Origin
from library.formats.absolute import absolute
from library.formats.appointment import appointment
from library.kinds.guide import Guide
from library.kinds.question_bank import QuestionBank
from library.kinds.record import RECORD, Record
from library.kinds.session import Session
from library.kinds.wheel import Wheel
from library.sections.shared import Teller, telling
from library.texts import texts

from .view import Paper, View

VARIANTS = {"standard": "", "large": "-large", "low-ink": "-low-ink", "cream": "-cream", "letter": "-letter"}
"""From a variant to what its file's name ends with."""
_OF_ANY_SIZE = {"facilitator", "handout", "resources", "roles", "record"}
"""The templates whose words flow: they are made for US Letter too."""


@dataclass(frozen=True)
class Sheet:
    """One file, in one variant.

    path: below the site's folder; its ending is its format. title: what readers call it. view: all it shows,
    as its format takes it. kind, id: the document it is made from. origins: each document's file, with the line of
    each value.
    """

    path: str
    title: str
    variant: str
    origins: Mapping[tuple[str, str], Origin]
    kind: Kind[Any]
    id: str
    view: Any

    @property
    def origin(self) -> Origin:
        """Where its document was written."""
        return self.origins[self.kind.name, self.id]

    @property
    def format(self) -> str:
        """pdf, docx, pptx or ics."""
        return self.path.rpartition(".")[2]


def sheets(library: Library, address: str | None) -> Iterator[Sheet]:
    """Every file of every document, the standard variant before the others. address: the site's own, or None."""
    paper = Paper(library, address)
    for kind, document in library.documents:
        for name, title, variant, view in _files(paper, kind, document):
            yield Sheet(f"handouts/{document.id}-{name}", title, variant, library.origins, kind, document.id, view)


def _files(paper: Paper, kind: DocumentKind[Any], document: Document) -> Iterator[tuple[str, str, str, Any]]:
    """The files of a document: the end of the name, title, variant and view of each."""
    head = {**paper.head(kind, document), "in-pack": False}
    for name, views in _printed(paper, document):
        title = views[0]["sheet"] if len(views) == 1 else "Everything in one file"
        shown = [{**head, **view, "in-pack": len(views) > 1} for view in views]
        for variant, ending in VARIANTS.items():
            if variant != "letter" or all(view["template"] in _OF_ANY_SIZE for view in views):
                yield f"{name}{ending}.pdf", title, variant, {**head, "sheet": title, "sheets": shown}
    for name, title, view in _to_change(paper, kind, document):
        yield name, title, "standard", view


def _to_change(paper: Paper, kind: DocumentKind[Any], document: Document) -> Iterator[tuple[str, str, Any]]:
    """The files for Word, PowerPoint and calendars that its kind has: the end of the name, title and view of each."""
    words = texts()
    told = absolute(telling(kind, document, Teller(paper.library, words)), paper.library, paper.address)
    if "outline" in kind.files:
        yield "outline.docx", words.say("word.to-fill-in" if told.is_form else "word.to-change"), told
    if "slides" in kind.files:
        yield "slides.pptx", words.say("slides.to-change"), told
    if "calendar" in kind.files and (entry := appointment(told, f"handouts/{document.id}-calendar.ics", words)):
        yield "calendar.ics", words.say("calendar-file.to-move"), entry


def _printed(paper: Paper, document: Document) -> Iterator[tuple[str, list[View]]]:
    """Each file to print: the end of its name, and its sheets. A document of several has a pack too."""
    alone = list(_sheets(paper, document))
    yield from ((name, [view]) for name, view in alone)
    packed = [view for _, view in alone]
    if isinstance(document, Guide | Session):
        packed += [paper.record(record) for record in paper.library[RECORD].values()]
    if len(packed) > 1:
        yield "pack", packed
    if isinstance(document, Wheel):
        yield from ((f"{name}-a3", [{**view, "sheet": f"{view['sheet']}, A3", "paper": "a3"}]) for name, view in alone)


def _sheets(paper: Paper, document: Document) -> Iterator[tuple[str, View]]:
    if isinstance(document, Session):
        yield "run-sheet", paper.gathering(document)
        yield "role-cards", paper.roles(document)
    elif isinstance(document, Gathering):
        yield "facilitator-sheet", paper.gathering(document)
    if isinstance(document, Guide):
        yield "handout", paper.handout(document)
        yield "resources", paper.resources(document)
    if isinstance(document, QuestionBank):
        yield "cards", paper.cards(document)
    if isinstance(document, Wheel):
        yield from paper.wheels(document)
    if isinstance(document, Record):
        yield "sheet", paper.record(document)
