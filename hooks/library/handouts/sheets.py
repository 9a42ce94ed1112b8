"""Which sheets there are, and Typst to make them: PDF/UA-1, no network, fonts from the pinned package alone."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

from library.model.document import Document, Gathering
from library.model.kinds import Guide, QuestionBank, Session, Wheel
from library.model.library import Library

from .view import Paper, View

TEMPLATES = Path(__file__).parent / "templates"
VARIANTS = {"standard": "", "large": "-large", "low-ink": "-low-ink", "cream": "-cream"}
"""From a variant to what its file's name ends with."""
_STYLES = ("400Regular", "400Regular_Italic", "700Bold")


class SheetError(Exception):
    """A sheet that could not be made, with its source and the line of the template."""


@dataclass(frozen=True)
class Sheet:
    """One sheet, or a pack of them, in one variant.

    path: below the site's folder. title: what readers call it. view: all it shows. source: the file to edit.
    """

    path: str
    title: str
    variant: str
    source: str
    shelf: str
    id: str
    view: View


def sheets(library: Library, address: str | None) -> Iterator[Sheet]:
    """Every sheet of every document, the standard variant before the others. address: the site's own, or None."""
    paper = Paper(library, address)
    for shelf, document in library.documents:
        head, source = paper.head(shelf, document), library.source_of(shelf, document.id)
        for name, views in _files(paper, document):
            title = views[0]["sheet"] if len(views) == 1 else "Everything in one file"
            shown = [{**head, **view, "in-pack": len(views) > 1} for view in views]
            for variant, ending in VARIANTS.items():
                path = f"handouts/{document.id}-{name}{ending}.pdf"
                yield Sheet(path, title, variant, source, shelf, document.id, {**head, "sheet": title, "sheets": shown})


def _files(paper: Paper, document: Document) -> Iterator[tuple[str, list[View]]]:
    """Each file of a document: the end of its name, and its sheets. A document of several has a pack too."""
    alone = list(_sheets(paper, document))
    yield from ((name, [view]) for name, view in alone)
    if len(alone) > 1:
        yield "pack", [view for _, view in alone]


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
        yield "wheel", paper.wheel(document)


class Press:
    """Makes PDFs, and keeps what it made. fonts: npm's folder of the typeface; cache: where to keep what was made."""

    def __init__(self, fonts: Path, cache: Path) -> None:
        folders = [str(fonts / style) for style in _STYLES]
        self._compiler = typst.Compiler(root=str(TEMPLATES), font_paths=folders, ignore_system_fonts=True)
        self._cache = cache
        parts = [path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))]
        fonts_used = [path.read_bytes() for folder in folders for path in sorted(Path(folder).glob("*.ttf"))]
        self._all = hashlib.sha256(b"".join([typst.__version__.encode(), *parts, *fonts_used])).digest()

    def pdf(self, sheet: Sheet) -> bytes:
        """One sheet. Raises SheetError naming the source and the template's line."""
        data = json.dumps(sheet.view, sort_keys=True, ensure_ascii=False)
        key = hashlib.sha256(self._all + f"{sheet.variant} {data}".encode()).hexdigest()[:24]
        kept = self._cache / f"{key}.pdf"
        if not kept.is_file():
            made = self._made(sheet, {"data": data, "variant": sheet.variant})
            self._cache.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_suffix(".part")
            unfinished.write_bytes(made)
            unfinished.rename(kept)
        return kept.read_bytes()

    def _made(self, sheet: Sheet, inputs: dict[str, str]) -> bytes:
        try:
            made: Any = self._compiler.compile(
                str(TEMPLATES / "main.typ"), format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0
            )
        except typst.TypstError as error:
            raise SheetError(f"{sheet.source}: the sheet {sheet.path} could not be made: {error.diagnostic}") from error
        return bytes(made)


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF of ours has: Typst writes each page's object in the open."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
