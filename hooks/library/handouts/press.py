"""Makes files and keeps what it made: nothing is made twice from the same data by the same tools."""

import hashlib
import json
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from .calendar import CalendarMaker
from .problems import SheetError
from .sheets import Sheet
from .slides import SlideMaker
from .typesetting import Typesetter
from .word import WordMaker

PATIENCE = 2.0
"""Seconds after which whoever waits is told how far the work is."""


class Maker(Protocol):
    """Makes one format. identity: everything that goes into a file besides its sheet."""

    identity: bytes

    def make(self, sheet: Sheet) -> bytes:
        """The file. Raises SheetError where it can't be made."""


class Press:
    """Makes every format. fonts: npm's folder of the typeface; cache: where to keep what was made."""

    def __init__(self, fonts: Path, cache: Path) -> None:
        self._cache = cache
        self._makers: dict[str, Maker] = {
            "pdf": Typesetter(fonts),
            "docx": WordMaker(),
            "pptx": SlideMaker(),
            "ics": CalendarMaker(),
        }
        self._identities = {name: hashlib.sha256(one.identity).digest() for name, one in self._makers.items()}

    def make(self, sheet: Sheet) -> Path:
        """Where one file is kept, made now or before. Raises SheetError; leaves nothing half written."""
        data = json.dumps(sheet.view, sort_keys=True, ensure_ascii=False)
        key = hashlib.sha256(self._identities[sheet.format] + f"{sheet.variant} {data}".encode()).hexdigest()[:24]
        kept = self._cache / f"{key}.{sheet.format}"
        if not kept.is_file():
            made = self._makers[sheet.format].make(sheet)
            self._cache.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_suffix(f".{threading.get_ident()}")
            unfinished.write_bytes(made)
            unfinished.rename(kept)
        return kept

    def make_all(
        self, wanted: Iterable[Sheet], say: Callable[[str], object], clock: Callable[[], float] = time.monotonic
    ) -> Iterator[tuple[Sheet, Path | SheetError]]:
        """Where each file is kept, or why it can't be made: one that fails does not keep the others back.

        say: told how far the work is, each time whoever waits may have lost patience. clock: seconds.
        """
        sheets = list(wanted)
        told = clock()
        pool = ThreadPoolExecutor(os.cpu_count())  # two threads make 1.5 times as many as one: Typst runs beside Python
        try:
            for number, (sheet, made) in enumerate(zip(sheets, pool.map(self._tried, sheets), strict=True)):
                if clock() - told > PATIENCE:
                    told = clock()
                    say(f"Made {number} of {len(sheets)} files to print and change")
                yield sheet, made
        finally:
            pool.shutdown(cancel_futures=True)

    def _tried(self, sheet: Sheet) -> Path | SheetError:
        try:
            return self.make(sheet)
        except SheetError as error:
            return error
