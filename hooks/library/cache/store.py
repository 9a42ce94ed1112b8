"""Files kept in a folder by name, for as long as somebody asks for them. Nothing is ever left half written."""

import contextlib
import os
import threading
import time
from pathlib import Path

_DAY = 24 * 60 * 60


class Store:
    """A folder of files that can all be made again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, name: str) -> Path | None:
        """Where a file is kept, or None; it counts as used."""
        kept = self.folder / name
        if not kept.is_file():
            return None
        self._note_use(kept)
        return kept

    def get(self, name: str) -> bytes | None:
        """What a file holds that is kept, or None; it counts as used."""
        try:
            kept = self.find(name)
            return kept.read_bytes() if kept else None
        except OSError:
            return None

    def keep(self, name: str, content: bytes) -> Path:
        """Keep a file. Returns where."""
        kept = self.folder / name
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        unfinished.write_bytes(content)
        unfinished.replace(kept)  # another may have made the same file meanwhile
        return kept

    def put(self, name: str, content: bytes) -> None:
        """Keep a file where that is possible."""
        with contextlib.suppress(OSError):
            self.keep(name, content)

    def throw_away(self, days: float) -> None:
        """Throw away what nobody has asked for within some days."""
        oldest = time.time() - days * _DAY
        for file in self.folder.glob("*"):
            with contextlib.suppress(FileNotFoundError):  # another may be throwing it away too
                if file.stat().st_mtime < oldest:
                    file.unlink()

    def _note_use(self, kept: Path) -> None:
        """Let the time of a file say on which day it was last asked for, so that it is not thrown away."""
        if time.time() - kept.stat().st_mtime > _DAY:
            os.utime(kept)
