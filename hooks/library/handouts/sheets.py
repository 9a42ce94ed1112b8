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
SIZES = {"standard": "", "large": "-large"}
"""From a variant to what its file's name ends with."""
_STYLES = ("400Regular", "400Regular_Italic", "700Bold")


class SheetError(Exception):
    """A sheet that could not be made, with its source and the line of the template."""


@dataclass(frozen=True)
class Sheet:
    """One sheet in one size. path: below the site's folder. title: what readers call it. view: all it shows."""

    path: str
    title: str
    size: str
    template: str
    source: str
    shelf: str
    id: str
    view: View


def sheets(library: Library, address: str | None) -> Iterator[Sheet]:
    """Every sheet of every document, the standard size before the large. address: the site's own, or None."""
    paper = Paper(library, address)
    for shelf, document in library.documents:
        head, source = paper.head(shelf, document), library.source_of(shelf, document.id)
        for name, title, template, view in _of(paper, document):
            for size, ending in SIZES.items():
                path = f"handouts/{document.id}-{name}{ending}.pdf"
                yield Sheet(path, title, size, template, source, shelf, document.id, {**head, **view})


def _of(paper: Paper, document: Document) -> Iterator[tuple[str, str, str, View]]:
    if isinstance(document, Session):
        yield "run-sheet", "Run sheet", "facilitator.typ", paper.gathering(document)
        yield "role-cards", "Role cards", "roles.typ", paper.roles(document)
    elif isinstance(document, Gathering):
        yield "facilitator-sheet", "Facilitator sheet", "facilitator.typ", paper.gathering(document)
    if isinstance(document, Guide):
        yield "handout", "Handout", "handout.typ", paper.handout(document)
        yield "resources", "Resources to share", "resources.typ", paper.resources(document)
    if isinstance(document, QuestionBank):
        yield "cards", "Question cards", "cards.typ", paper.cards(document)
    if isinstance(document, Wheel):
        yield "wheel", "Wheel", "wheel.typ", paper.wheel(document)


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
        key = hashlib.sha256(self._all + f"{sheet.template} {sheet.size} {data}".encode()).hexdigest()[:24]
        kept = self._cache / f"{key}.pdf"
        if not kept.is_file():
            made = self._made(sheet, {"data": data, "size": sheet.size})
            self._cache.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_suffix(".part")
            unfinished.write_bytes(made)
            unfinished.rename(kept)
        return kept.read_bytes()

    def _made(self, sheet: Sheet, inputs: dict[str, str]) -> bytes:
        try:
            made: Any = self._compiler.compile(
                str(TEMPLATES / sheet.template), format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0
            )
        except typst.TypstError as error:
            raise SheetError(f"{sheet.source}: the sheet {sheet.path} could not be made: {error.diagnostic}") from error
        return bytes(made)


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF of ours has: Typst writes each page's object in the open."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
