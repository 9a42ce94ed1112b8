"""What `make serve` does with a mistake: it says it after every save, and shows it in the browser until it is mended.

MkDocs by itself lets every page hang while a file has a mistake, says the same sentences only once, and does not start.
"""

import atexit
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import DuplicateFilter

from library.core.reserved import MISTAKES
from library.texts import texts

_LOG = logging.getLogger("mkdocs.hooks.content")
_PAGE = f"{MISTAKES}/index.html"
AS_IT_WAS = "as-it-was"
"""What an address ends in, after a question mark, to show a page as it was before the mistake."""


def show_mistakes(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Let a server go on when a build stops with sentences, and show them. Our own mistakes end in a traceback."""
    page = Path(server.root, _PAGE)

    def build_or_tell() -> None:
        page.unlink(missing_ok=True)
        try:
            builder()
        except Abort as stopped:
            _say_again()
            show(str(stopped.__context__ or stopped))
        except ConfigurationError as error:  # in mkdocs.yml; MkDocs itself says it only where it ends the program
            _LOG.error("%s", error)
            show(str(error))

    def show(sentences: str) -> None:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_told(config, sentences, AS_IT_WAS), encoding="utf-8")

    server.builder = build_or_tell
    server.set_app(_mistakes_first(app_of(server), page, server.mount_path))


def app_of(server: LiveReloadServer) -> WSGIApplication:
    """What answers a server's requests."""
    app = server.get_app()
    assert app is not None, "MkDocs gives its server one"
    return app


def mistakes_alone(config: MkDocsConfig, sentences: str) -> MkDocsConfig:
    """The settings of a site that holds the page of mistakes and nothing else: there are no old pages to go on with."""
    _LOG.error("%s", sentences)
    folder = tempfile.mkdtemp(prefix="mistakes-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    page = Path(folder, _PAGE)
    page.parent.mkdir()
    page.write_text(_told(config, sentences, ""), encoding="utf-8")
    alone = MkDocsConfig()
    alone.load_dict(
        {
            "site_name": config.site_name,
            "docs_dir": folder,
            "site_dir": config.site_dir,
            "theme": {"name": None, "custom_dir": folder},
            "plugins": [],
        }
    )
    errors, _ = alone.validate()
    assert not errors, errors
    return alone


def _told(config: MkDocsConfig, sentences: str, as_it_was: str) -> str:
    """The page of mistakes. as_it_was: what shows a page as it was before, or an empty string where there was none."""
    template = config.theme.get_env().get_template("mistakes.html")
    return template.render(
        say=texts().say, language=texts().language, sentences=sentences.splitlines(), as_it_was=as_it_was
    )


def _say_again() -> None:
    """Let MkDocs say the same sentences after the next save too: it holds back what it has said before."""
    for kept in logging.getLogger("mkdocs.commands.build").filters:
        if isinstance(kept, DuplicateFilter):
            kept.msgs.clear()


def _mistakes_first(app: WSGIApplication, page: Path, mount_path: str) -> WSGIApplication:
    """Serve the page of mistakes in place of every page, while there is one. What is no page is served as ever."""

    def serve(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        is_page = "text/html" in environ.get("HTTP_ACCEPT", "") and environ.get("QUERY_STRING") != AS_IT_WAS
        if is_page and page.is_file():
            environ = {**environ, "PATH_INFO": f"{mount_path}{_PAGE}"}
        return app(environ, start_response)

    return serve
