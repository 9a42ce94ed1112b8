"""While someone writes, a sheet is made when a browser asks for it, and never before."""

import logging
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.theme import Theme

from library.formats.changeable import FORMATS
from library.formats.failures import SheetError
from library.formats.press import Press
from library.formats.sheets import Sheet
from library.texts import texts

from .command import Command
from .press import lacking, press_in, why_not
from .writing import app_of

_LOG = logging.getLogger("mkdocs.hooks.papers")
_TYPES = {"pdf": "application/pdf", **{written.ending: written.media_type for written in FORMATS}}
"""From a sheet's format to its media type."""


def make_when_asked(server: LiveReloadServer, config: MkDocsConfig, command: Command) -> None:
    """Let a server make the sheets of the build that is shown.

    What can't be made is answered by a page with the sentences (status 500), and the terminal says them too.
    """
    server.set_app(_Asked(app_of(server), server.mount_path, config.theme, command))


class _Asked:
    """The application that answers for sheets, and leaves all else to another."""

    def __init__(self, app: WSGIApplication, mount_path: str, theme: Theme, command: Command) -> None:
        self._app, self._mount_path = app, mount_path
        self._theme, self._command = theme, command
        self._presses: dict[Path, Press] = {}
        # A browser's thread is new each time; in these threads the layout engine stays warm.
        self._pool = ThreadPoolExecutor(os.cpu_count())

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", "")).removeprefix(self._mount_path)
        shown = self._command.shown
        sheet = shown.sheets_to_make.get(path) if shown else None
        if shown is None or sheet is None:
            return self._app(environ, start_response)
        try:
            content = self._pool.submit(self._made, sheet, shown.root).result()
        except SheetError as error:
            problems = why_not(sheet, error, shown.library, shown.root)
            return self._refused(path, [str(problem) for problem in problems], start_response)
        except FileNotFoundError as missing:
            return self._refused(path, [lacking(missing)], start_response)
        return _answer("200 OK", _TYPES[sheet.format], content, start_response)

    def _made(self, sheet: Sheet, root: Path) -> bytes:
        """Raises SheetError, or FileNotFoundError without npm's packages."""
        if root not in self._presses:
            self._presses[root] = press_in(root)
        return self._presses[root].make(sheet).read_bytes()

    def _refused(self, path: str, sentences: list[str], start_response: StartResponse) -> Iterable[bytes]:
        """The page that says why a sheet can't be made; the terminal says it too, every time."""
        _LOG.error("%s can't be made:\n%s", path, "\n".join(sentences))
        template = self._theme.get_env().get_template("no-sheet.html")
        page = template.render(say=texts().say, language=texts().language, path=path, sentences=sentences).encode()
        return _answer("500 Internal Server Error", "text/html; charset=utf-8", page, start_response)


def _answer(status: str, media_type: str, content: bytes, start_response: StartResponse) -> Iterable[bytes]:
    """Send a file that a browser is to ask for again each time."""
    headers = [("Content-Type", media_type), ("Content-Length", str(len(content))), ("Cache-Control", "no-store")]
    start_response(status, headers)
    return [content]
