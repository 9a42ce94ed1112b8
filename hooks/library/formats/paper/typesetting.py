"""Typst: PDF/UA-1 and PDF/A-2a, no network, fonts from the pinned packages alone."""

import json
import threading
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

import typst

from library.formats.failures import EngineError, SheetError
from library.formats.sheets import Sheet
from library.problems import Problem

from . import misfits, views

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
        compiler = self._compiler()
        try:
            pdf: Any = compiler.compile(
                str(TEMPLATES / "main.typ"),
                format="pdf",
                sys_inputs=inputs(sheet.view, sheet.variant),
                pdf_standards=["ua-1", "a-2a"],  # read by everyone, and still in many years
                timestamp=0,
            )
        except typst.TypstError as error:
            if over := _misfits(compiler, sheet):
                raise SheetError(over) from error
            raise EngineError(error.diagnostic) from error
        if over := _misfits(compiler, sheet):
            raise SheetError(over)
        return bytes(pdf)

    def _compiler(self) -> typst.Compiler:
        if not hasattr(self._thread, "compiler"):
            self._thread.compiler = typst.Compiler(
                root=str(TEMPLATES), font_paths=self._folders, ignore_system_fonts=True
            )
        compiler: typst.Compiler = self._thread.compiler
        return compiler


def inputs(file: views.File, variant: str) -> dict[str, str]:
    """What Typst is given: data, and nothing that it would read as source."""
    return {"data": json.dumps(file, default=_named, sort_keys=True, ensure_ascii=False), "variant": variant}


def _named(view: Any) -> dict[str, Any]:
    """The fields of a view, and its type, by which a template is chosen."""
    return {"type": type(view).__name__, **{field.name: getattr(view, field.name) for field in fields(view)}}


def _misfits(compiler: typst.Compiler, sheet: Sheet) -> dict[Problem, int]:
    """What does not fit the sheet that was set last: known even where letters keep its PDF from being written."""
    try:
        measured = compiler.query("<misfit>", field="value")
    except RuntimeError:  # nothing was set at all, and whoever tried to has been told why
        return {}
    return dict(misfits.problems(measured, sheet.variant, sheet.origins))
