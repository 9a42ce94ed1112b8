"""Makes files and keeps them: nothing is made twice from the same data by the same tools."""

import hashlib
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from library.cache.recipe import own_recipe
from library.cache.store import Store
from library.problems import Problem, mistake
from library.texts import Texts

from .changeable import FORMATS
from .failures import EngineError, SheetError
from .sheets import Sheet

PATIENCE = 2.0
"""Seconds after which whoever waits is told how far the work is."""


class Maker(Protocol):
    """Makes one format. identity: what goes into a file besides its sheet and the recipe, such as typefaces."""

    @property
    def identity(self) -> bytes: ...

    def make(self, sheet: Sheet) -> bytes:
        """The file. Raises SheetError or EngineError where it can't be made."""


class Press:
    """Makes every format. fonts: the folders of all typefaces; cache: where to keep the files."""

    def __init__(self, fonts: Iterable[Path], cache: Path) -> None:
        self._store = Store(cache)
        self._fonts = tuple(fonts)
        self._makers: dict[str, tuple[Maker, bytes]] = {}
        self._hiring = threading.Lock()

    def make(self, sheet: Sheet) -> Path:
        """Where one file is kept, made now or before. Raises SheetError; leaves nothing half written."""
        maker, identity = self._maker(sheet.format)
        told = f"{sheet.variant} {sheet.texts.language} {sheet.view!r}"
        key = hashlib.sha256(identity + told.encode()).hexdigest()[:24]
        name = f"{key}.{sheet.format}"
        if kept := self._store.find(name):
            return kept
        try:
            content = maker.make(sheet)
        except EngineError as error:
            raise SheetError({self._in_our_words(sheet, error): 0}) from error
        return self._store.keep(name, content)

    def throw_away(self, days: float) -> None:
        """Throw away what nobody has asked for within some days."""
        self._store.throw_away(days)

    def make_all(
        self, wanted: Iterable[Sheet], say: Callable[[str], object], clock: Callable[[], float] = time.monotonic
    ) -> Iterator[tuple[Sheet, Path | SheetError]]:
        """Where each file is kept, or why it can't be made: one that fails does not keep the others back.

        say: told how far the work is, each time whoever waits may have lost patience. clock: seconds.
        """
        sheets = list(wanted)
        last_told = clock()
        pool = ThreadPoolExecutor(os.cpu_count())  # two threads make 1.5 times as many as one: Typst runs beside Python
        try:
            for number, (sheet, file) in enumerate(zip(sheets, pool.map(self._tried, sheets), strict=True)):
                if clock() - last_told > PATIENCE:
                    last_told = clock()
                    say(f"Made {number} of {len(sheets)} files to print and change")
                yield sheet, file
        finally:
            pool.shutdown(cancel_futures=True)

    def _tried(self, sheet: Sheet) -> Path | SheetError:
        try:
            return self.make(sheet)
        except SheetError as error:
            return error

    def _maker(self, name: str) -> tuple[Maker, bytes]:
        """Whoever makes a format, and a digest of its identity; called in for the first file of the format."""
        with self._hiring:
            if name not in self._makers:
                maker = _hired(name, self._fonts)
                self._makers[name] = maker, hashlib.sha256(own_recipe() + maker.identity).digest()
        return self._makers[name]

    def _in_our_words(self, sheet: Sheet, error: EngineError) -> Problem:
        """One sentence for an author; what the engine said is kept in a file for whoever can use it."""
        kept = self._store.folder / f"{Path(sheet.path).stem}.why.txt"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(f"{sheet.path}\n\n{error}\n", encoding="utf-8")
        failure = mistake("sheet-not-made", sheet=sheet.path, file=f".cache/{kept.parent.name}/{kept.name}")
        return Problem(sheet.origin.path, 1, (), failure)


@dataclass(frozen=True)
class _Writer:
    """A maker that writes what a sheet shows in one go, in the words it is told in."""

    identity: bytes
    write: Callable[[Any, Texts], bytes]

    def make(self, sheet: Sheet) -> bytes:
        return self.write(sheet.view, sheet.texts)


def _hired(name: str, fonts: tuple[Path, ...]) -> Maker:
    """The maker of a format. Each brings a large package along: a check of the content needs only paper's."""
    if name == "pdf":
        from .paper.typesetting import Typesetter

        return Typesetter(fonts)
    [written] = (written for written in FORMATS if written.ending == name)
    return _Writer(name.encode(), import_module(f".{written.module}", __package__).write)
