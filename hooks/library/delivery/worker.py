"""The service worker: it keeps a copy of all pages, and sheets that are opened, for a room with bad Wi-Fi."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from library.built import BuiltFile

_TEMPLATE = Path(__file__).parent / "worker.js"
NAME = "sw.js"
DIGITS = 20
"""Of a hash: enough to tell a file from any other, or from one half received."""
_NOT_KEPT = ("_", "data/", "schema/", "handouts/", "sitemap.", NAME)
"""Settings for servers, data for programs, and sheets, which are kept one by one: they weigh more than all pages."""


class Kept:
    """What of a site is kept for offline. It is shown each file of the site.

    files: the address and the hash of each file to keep, in the order in which they were shown.
    """

    def __init__(self) -> None:
        self.files: list[tuple[str, str]] = []

    def see(self, file: BuiltFile) -> None:
        """Take down a file, if it is one to keep."""
        if not file.name.startswith(_NOT_KEPT):
            self.files.append((_address(file.name), hashlib.sha256(file.content).hexdigest()[:DIGITS]))


def worker(files: Iterable[tuple[str, str]]) -> str:
    """Write the service worker of a site. files: the address and the hash of each file to keep."""
    listed = json.dumps(tuple(files), separators=(",", ":"))
    version = hashlib.sha256(listed.encode()).hexdigest()[:12]
    template = _TEMPLATE.read_text(encoding="utf-8")
    return template.replace('"%VERSION%"', json.dumps(version)).replace('"%FILES%"', listed)


def _address(name: str) -> str:
    """Below the site's own address: a page is known by its folder."""
    return name.removesuffix("index.html") if name == "index.html" or name.endswith("/index.html") else name
