"""Which files there are to print, to change or to put in a calendar, and what each shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from library.core.document import Document
from library.core.kind import DocumentKind, Kind
from library.core.library import Library
from library.core.origin import Origin
from library.sections.shared import Teller
from library.texts import LANGUAGE, Texts, texts

from .absolute import absolute
from .changeable import FORMATS
from .paper.printed import Printer

VARIANTS = {"standard": "", "large": "-large", "low-ink": "-low-ink"}
"""From a variant to what its file's name ends with."""


@dataclass(frozen=True)
class Sheet:
    """One file, in one variant.

    path: below the site's folder; its ending is its format. title: what readers call it. view: all it shows,
    as its format takes it. texts: what the library itself says in it. kind, id: the document it is made from.
    origins: each document's file, with the line of each value.
    """

    path: str
    title: str
    variant: str
    origins: Mapping[tuple[str, str], Origin]
    kind: Kind[Any]
    id: str
    view: Any
    texts: Texts

    @property
    def origin(self) -> Origin:
        """Where its document was written."""
        return self.origins[self.kind.name, self.id]

    @property
    def format(self) -> str:
        """The ending of its file: pdf, or that of a format to change."""
        return self.path.rpartition(".")[2]


def sheets(
    library: Library, address: str | None, *, is_paper_alone: bool = False, language: str = LANGUAGE
) -> Iterator[Sheet]:
    """Every file of every document, the standard variant before the others. address: the site's own, or None.

    is_paper_alone: whether those to change and for calendars are left out. language: of the library's own words.
    """
    teller = Teller(library, texts(language))
    printer = Printer(library, address, teller)
    for kind, document in library.documents:
        to_change = () if is_paper_alone else _to_change(teller, address, kind, document)
        for name, title, variant, view in chain(_to_print(printer, kind, document), to_change):
            yield Sheet(path_of(document, name), title, variant, library.origins, kind, document.id, view, teller.texts)


def path_of(document: Document, name: str) -> str:
    """Where a file of a document stands, below the site's folder. name: what its own name ends with."""
    return f"handouts/{document.id}-{name}"


def _to_print(printer: Printer, kind: DocumentKind[Any], document: Document) -> Iterator[tuple[str, str, str, Any]]:
    """The files for paper: the end of the name, title, variant and view of each."""
    for printed in printer.files(kind, document):
        for variant, ending in VARIANTS.items():
            yield f"{printed.name}{ending}.pdf", printed.title, variant, printed.file


def _to_change(
    teller: Teller, address: str | None, kind: DocumentKind[Any], document: Document
) -> Iterator[tuple[str, str, str, Any]]:
    """The files to change, and for calendars: the end of the name, title, variant and view of each."""
    if not kind.files:
        return
    whole = absolute(teller.telling(kind, document), teller.library, address)
    for written in (written for written in FORMATS if written.name in kind.files):
        name = f"{written.name}.{written.ending}"
        if view := written.view(whole, path_of(document, name), teller.texts):
            yield name, teller.say(written.title_of(whole)), "standard", view
