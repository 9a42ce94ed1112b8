"""Typst: PDF/UA-1, no network, fonts from the pinned packages alone."""

import json
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typst

from library.problems import Problem, mistake

from .problems import EngineError, SheetError
from .sheets import Sheet

TEMPLATES = Path(__file__).parent / "templates"


class Typesetter:
    """Makes PDFs with one compiler for each thread, kept warm. fonts: the folders of all typefaces."""

    def __init__(self, fonts: Iterable[Path]) -> None:
        self._folders = [str(folder) for folder in fonts]
        self._thread = threading.local()
        used = [path.read_bytes() for folder in self._folders for path in sorted(Path(folder).glob("*.ttf"))]
        self.identity = b"pdf".join(used)
        """The typefaces."""

    def make(self, sheet: Sheet) -> bytes:
        """One PDF. Raises SheetError for words that do not fit, EngineError where the engine gives up."""
        inputs = {"data": json.dumps(sheet.view, sort_keys=True, ensure_ascii=False), "variant": sheet.variant}
        compiler = self._compiler()
        try:
            made: Any = compiler.compile(
                str(TEMPLATES / "main.typ"), format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0
            )
        except typst.TypstError as error:
            if misfits := _misfits(compiler, sheet):
                raise SheetError(misfits) from error
            raise EngineError(error.diagnostic) from error
        if misfits := _misfits(compiler, sheet):
            raise SheetError(misfits)
        return bytes(made)

    def _compiler(self) -> typst.Compiler:
        if not hasattr(self._thread, "compiler"):
            self._thread.compiler = typst.Compiler(
                root=str(TEMPLATES), font_paths=self._folders, ignore_system_fonts=True
            )
        compiler: typst.Compiler = self._thread.compiler
        return compiler


def _misfits(compiler: typst.Compiler, sheet: Sheet) -> dict[Problem, int]:
    """What does not fit the sheet that was set last: known even where letters keep its PDF from being written."""
    try:
        found = compiler.query("<misfit>", field="value")
    except RuntimeError:  # nothing was set at all, and whoever tried to has been told why
        return {}
    return dict(_problems(sheet, json.loads(found)))


def _problems(sheet: Sheet, misfits: Iterable[dict[str, Any]]) -> Iterator[tuple[Problem, int]]:
    """What does not fit and by how much, each at its own file and line: a pack holds the sheets of other files too."""
    for one in misfits:
        origin = sheet.origins[tuple(one["of"])]
        told = mistake(one["code"], **one["values"])
        yield Problem(origin.path, origin.line(one["road"]), origin.written(one["road"]), told), one["over"]
