"""What MkDocs was asked to do. It says so once, before the first build, and to no later one."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from .build import Build

_ENDED = 128 + signal.SIGTERM
"""The exit status of a build that was asked to end."""


class Command:
    """What outlives a build: `make serve` builds after each save, with settings that are read anew each time."""

    def __init__(self) -> None:
        self.is_serving = False
        """Whether the site is shown while someone writes, and not built to be published."""
        self.is_dirty = False
        """Whether only what changed is made again."""
        self.is_attended = False
        """Whether a server is there to show a mistake. Before that, a build that stops ends the program."""
        self.shown: Build | None = None
        """The last build that came to its end: its pages are shown, and its sheets can be asked for."""
        self._is_ending = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """MkDocs says which command it runs: build, serve or gh-deploy."""
        self.is_serving, self.is_dirty = command == "serve", dirty
        signal.signal(signal.SIGTERM, self._end)

    def on_build_error(self, *, error: Exception) -> None:
        """A build failed. One that was asked to end ends so, though pydantic tells what stopped it as a mistake."""
        if self._is_ending:
            raise SystemExit(_ENDED) from error

    def _end(self, *_: object) -> NoReturn:
        """End as Ctrl+C does, so that nothing half built is left: by itself Python would drop everything at once."""
        self._is_ending = True
        sys.exit(_ENDED)
