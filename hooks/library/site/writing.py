"""What `make serve` does with a mistake: it says it after every save, and shows it in the browser until it is mended.

MkDocs by itself lets every page hang while a file has a mistake, and says the same sentences only once.
"""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import DuplicateFilter

_PAGE = "mistakes/index.html"
AS_IT_WAS = "as-it-was"
"""What an address ends in, after a question mark, to show a page as it was before the mistake."""

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def show_mistakes(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Let a server go on when a build stops with sentences, and show them. Our own mistakes still end in a traceback."""
    page = Path(server.root, _PAGE)
    template = config.theme.get_env().get_template("mistakes.html")

    def build_or_tell() -> None:
        page.unlink(missing_ok=True)
        try:
            builder()
        except Abort as stopped:
            _say_again()
            sentences = str(stopped.__context__ or stopped).splitlines()
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(template.render(sentences=sentences, as_it_was=AS_IT_WAS), encoding="utf-8")

    server.builder = build_or_tell
    server.set_app(_mistakes_first(server.get_app(), page, server.mount_path))


def _say_again() -> None:
    """Let MkDocs say the same sentences after the next save too: it holds back what it has said before."""
    for kept in logging.getLogger("mkdocs.commands.build").filters:
        if isinstance(kept, DuplicateFilter):
            kept.msgs.clear()


def _mistakes_first(app: App, page: Path, mount_path: str) -> App:
    """Serve the page of mistakes in place of every page, while there is one. What is no page is served as ever."""

    def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        is_page = "text/html" in environ.get("HTTP_ACCEPT", "") and environ.get("QUERY_STRING") != AS_IT_WAS
        if is_page and page.is_file():
            environ = {**environ, "PATH_INFO": f"{mount_path}{_PAGE}"}
        return app(environ, start_response)

    return serve
