"""Which files there are to print, to change or to put in a calendar, and what each shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from library.core.document import Document
from library.core.kind import DocumentKind, Kind
from library.core.library import Library, Origin
from library.sections.shared import Teller, telling
from library.texts import texts

from .absolute import absolute
from .appointment import appointment
from .paper.printed import Printer

VARIANTS = {"standard": "", "large": "-large", "low-ink": "-low-ink"}
"""From a variant to what its file's name ends with."""


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
        """pdf, docx, odt, pptx or ics."""
        return self.path.rpartition(".")[2]


def sheets(library: Library, address: str | None) -> Iterator[Sheet]:
    """Every file of every document, the standard variant before the others. address: the site's own, or None."""
    teller = Teller(library, texts())
    printer = Printer(library, address, teller)
    for kind, document in library.documents:
        files = (*_to_print(printer, kind, document), *_to_change(teller, address, kind, document))
        for name, title, variant, view in files:
            yield Sheet(f"handouts/{document.id}-{name}", title, variant, library.origins, kind, document.id, view)


def _to_print(printer: Printer, kind: DocumentKind[Any], document: Document) -> Iterator[tuple[str, str, str, Any]]:
    """The files for paper: the end of the name, title, variant and view of each."""
    for printed in printer.files(kind, document):
        for variant, ending in VARIANTS.items():
            yield f"{printed.name}{ending}.pdf", printed.title, variant, printed.file


def _to_change(
    teller: Teller, address: str | None, kind: DocumentKind[Any], document: Document
) -> Iterator[tuple[str, str, str, Any]]:
    """The files for Word, PowerPoint and calendars: the end of the name, title, variant and view of each."""
    if not kind.files:
        return
    told, say = absolute(telling(kind, document, teller), teller.library, address), teller.say
    if "outline" in kind.files:
        for format in ("docx", "odt"):
            yield f"outline.{format}", say("word.to-fill-in" if told.is_form else "word.to-change"), "standard", told
    if "slides" in kind.files:
        yield "slides.pptx", say("slides.to-change"), "standard", told
    if "calendar" in kind.files:
        entry = appointment(told, f"handouts/{document.id}-calendar.ics", teller.texts)
        if entry:
            yield "calendar.ics", say("calendar-file.to-move"), "standard", entry
