"""Typst: PDF/UA-1, no network, fonts from the pinned package alone."""

import json
import threading
from pathlib import Path
from typing import Any

import typst

from library.problems import Problem, road_in_words

from .problems import SheetError
from .sheets import Sheet

TEMPLATES = Path(__file__).parent / "templates"
_STYLES = ("400Regular", "400Regular_Italic", "700Bold")


class Typesetter:
    """Makes PDFs with one compiler for each thread, kept warm. fonts: npm's folder of the typeface."""

    def __init__(self, fonts: Path) -> None:
        self._folders = [str(fonts / style) for style in _STYLES]
        self._thread = threading.local()
        parts = [path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ"))]
        used = [path.read_bytes() for folder in self._folders for path in sorted(Path(folder).glob("*.ttf"))]
        self.identity = b"".join([typst.__version__.encode(), *parts, *used])
        """All that goes into a PDF besides its sheet."""

    def make(self, sheet: Sheet) -> bytes:
        """One PDF. Raises SheetError for words that do not fit, by file and line, or naming the template's line."""
        inputs = {"data": json.dumps(sheet.view, sort_keys=True, ensure_ascii=False), "variant": sheet.variant}
        compiler = self._compiler()
        try:
            made: Any = compiler.compile(
                str(TEMPLATES / "main.typ"), format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0
            )
            misfits = json.loads(compiler.query("<misfit>", field="value"))
        except typst.TypstError as error:
            said = f"{sheet.origin.path}: the sheet {sheet.path} could not be made: {error.diagnostic}"
            raise SheetError([said]) from error
        if misfits:
            raise SheetError(_problem(sheet, one["road"], one["said"]) for one in misfits)
        return bytes(made)

    def _compiler(self) -> typst.Compiler:
        if not hasattr(self._thread, "compiler"):
            self._thread.compiler = typst.Compiler(
                root=str(TEMPLATES), font_paths=self._folders, ignore_system_fonts=True
            )
        compiler: typst.Compiler = self._thread.compiler
        return compiler


def _problem(sheet: Sheet, road: list[str | int], said: str) -> str:
    written = sheet.origin.written(road)
    return str(Problem(sheet.origin.path, sheet.origin.line(road), road_in_words(written), f"{said} ({sheet.path})"))
