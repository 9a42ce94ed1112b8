"""A real browser on a served site, for tests and benchmarks."""

import functools
import gzip
import http.server
import io
import re
import sys
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from browser_setup import find_chromium
from playwright.sync_api import Browser, Page, sync_playwright

EVERY_KIND = [
    "",
    "find/?q=trauma",
    "find/45-minutes/",
    "guides/",
    "guides/relationship-based-practice/",
    "sessions/space-to-think/",
    "workshops/intro-to-reflective-practice/",
    "sessions/compare/",
    "questions/",
    "questions/mcclure-questions/",
    "wheels/grrraacceeesss/",
    "wheels/blank/",
    "records/cpd-peer-reflection-note/",
    "my-notes/",
    "my-pack/",
    "resources/",
    "topics/",
    "topics/power/",
    "maintain/",
    "maintain/links/",
    "maintain/review/",
    "group-structures-compared/",
    "nowhere/",
]
"""One page of each kind the site has, a wrong address included."""


SOME_KINDS = ["", "find/?q=trauma", "guides/relationship-based-practice/", "wheels/blank/", "my-pack/", "nowhere/"]
"""Those of them whose frames and tools differ most: what takes long on each page is tried on these in `make test`."""


def is_below(path: str) -> bool:
    """Whether a page is another than its document's own: one below it, or one to run it from."""
    return path.startswith("run/") or (path.count("/") > 2 and "/page/" not in path)


def in_turn(paths: Iterable[str]) -> set[str]:
    """A page of each document: the first of the first, the second of the second, and so on.

    Where documents are many, each page of a document's is looked at by turns: all are made of the same blocks.
    """
    documents = defaultdict(list)
    for path in paths:
        documents[path.split("/")[1]].append(path)
    return {pages[number % len(pages)] for number, pages in enumerate(documents.values())}


def policy_of(site: Path) -> str:
    """The policy that stands in a built site's pages."""
    page = (site / "index.html").read_text(encoding="utf-8")
    return re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)[1]


class Handler(http.server.SimpleHTTPRequestHandler):
    """A plain server that shows the nearest 404.html for a wrong address, as hosts of static sites do."""

    protocol_version = "HTTP/1.0"  # no connection outlives its answer: a stopped server is stopped
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def log_message(self, *_):
        pass

    def send_response(self, code, message=None):
        self.server.asked.append(self.path)
        super().send_response(code, message)

    def end_headers(self):
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, message=None, explain=None):
        asked = Path(self.translate_path(self.path))
        folders = [folder for folder in asked.parents if folder.is_relative_to(self.directory)]
        page = next((page for folder in folders if (page := folder / "404.html").is_file()), None)
        if code != 404 or not page:
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@functools.cache
def gzipped(file: Path, changed: int) -> bytes:
    """A file's bytes, packed. changed: when it last was, in nanoseconds."""
    return gzip.compress(file.read_bytes())


class Packing(Handler):
    """Sends text packed, as hosts of static sites do: what a reader waits for is measured as they wait for it.

    Each file is packed once: packing takes a processor, and where there are two the page would wait for it.
    """

    packed = (".html", ".css", ".js", ".json", ".svg", ".webmanifest")

    def send_head(self):
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or file.suffix not in self.packed:
            return super().send_head()
        content = gzipped(file, file.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


class Address(str):
    """Where a site is served, with a slash at its end. asked: each path asked for, in order; port: where it listens."""

    def __new__(cls, address: str, asked: list[str], port: int) -> "Address":
        made = super().__new__(cls, address)
        made.asked, made.port = asked, port
        return made


class _Server(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that hung up: pages are left while they load."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(
    site: Path, headers: dict[str, str] | None = None, port: int = 0, handler: type["Handler"] | None = None
) -> Iterator["Address"]:
    """Serve a folder on this machine alone."""
    handler = functools.partial(handler or Handler, directory=str(site))
    server = _Server(("127.0.0.1", port), handler)
    server.headers, server.asked = headers or {}, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Address(f"http://127.0.0.1:{server.server_port}/", server.asked, server.server_port)
    finally:
        server.shutdown()
        server.server_close()


AXE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_faults(page: Page) -> list[str]:
    """What axe-core finds on a page as it stands. The page's context bypasses the policy, for axe's own script."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert found["passes"], "axe looked at nothing"
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found["violations"] for node in fault["nodes"]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
