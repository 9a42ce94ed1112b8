"""Makes files and keeps what it made: nothing is made twice from the same data by the same tools."""

import hashlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
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

    def make(self, sheet: Sheet) -> bytes:
        """One file, from the cache where it is there. Raises SheetError; leaves nothing half written."""
        data = json.dumps(sheet.view, sort_keys=True, ensure_ascii=False)
        key = hashlib.sha256(self._identities[sheet.format] + f"{sheet.variant} {data}".encode()).hexdigest()[:24]
        kept = self._cache / f"{key}.{sheet.format}"
        if not kept.is_file():
            made = self._makers[sheet.format].make(sheet)
            self._cache.mkdir(parents=True, exist_ok=True)
            unfinished = kept.with_suffix(".part")
            unfinished.write_bytes(made)
            unfinished.rename(kept)
        return kept.read_bytes()

    def make_all(
        self, wanted: Iterable[Sheet], say: Callable[[str], object], clock: Callable[[], float] = time.monotonic
    ) -> Iterator[tuple[Sheet, bytes | SheetError]]:
        """Each file, or why it can't be made: one that fails does not keep the others back. say: told how far it is."""
        sheets = list(wanted)
        told = clock()
        for number, sheet in enumerate(sheets):
            if clock() - told > PATIENCE:
                told = clock()
                say(f"Made {number} of {len(sheets)} files to print and change")
            try:
                yield sheet, self.make(sheet)
            except SheetError as error:
                yield sheet, error
