"""The lists that other rooms write into the site, and where in each the addresses stand. Nothing else here knows it.

A test builds the real site and follows them, so that a room that changes its list is told at once.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial

from .plain_xml import parse_xml

EACH = "[]"
"""Every entry of a list."""
Place = tuple[str, ...]
"""The keys from a file's outside to an address in it."""

_IN_JSON: dict[str, tuple[Place, ...]] = {
    "manifest.webmanifest": (("start_url",), ("icons", EACH, "src")),  # site/assets.py
    "data/library.json": (("downloads", EACH, "path"),),  # formats/data.py
    "find/first.json": (("shown", "url", EACH),),  # find/build-index.js
}
_WORKER_FILES = re.compile(r"^const FILES = (\[.*\]);", re.M)
"""In sw.js, by delivery/worker.py: a list of pairs, each an address and a hash."""
_MAP_ADDRESS = "{*}url/{*}loc"
"""In sitemap.xml, by MkDocs: https://www.sitemaps.org/protocol.html."""

_FEED_LINK = "{http://www.w3.org/2005/Atom}link"
"""In feed.xml, by formats/feed.py."""


def _json_links(content: bytes, places: tuple[Place, ...]) -> Iterator[str]:
    """The addresses at some places. Whatever stands at other keys is let go at once: a list may be the library."""
    keys = {key for place in places for key in place}

    def wanted(read: dict[str, object]) -> dict[str, object]:
        return {key: value for key, value in read.items() if key in keys}

    listed = json.loads(content.decode("utf-8"), object_hook=wanted)
    for place in places:
        yield from _addresses(listed, place)


def _worker_links(content: bytes) -> Iterator[str]:
    files = _WORKER_FILES.search(content.decode("utf-8"))
    if not files:
        raise ValueError("it lists no files to keep")
    yield from (address for address, _ in json.loads(files[1]))


def _map_links(content: bytes) -> Iterator[str]:
    yield from (element.text or "" for element in parse_xml(content).iterfind(_MAP_ADDRESS))


def _feed_links(content: bytes) -> Iterator[str]:
    yield from (element.get("href", "") for element in parse_xml(content).iter(_FEED_LINK))


def _addresses(value: object, place: Place) -> Iterator[str]:
    """Every address at a place. Raises ValueError where there is no such place."""
    if not place and isinstance(value, str):
        yield value
    elif place[:1] == (EACH,) and isinstance(value, list):
        for entry in value:
            yield from _addresses(entry, place[1:])
    elif place and isinstance(value, dict) and place[0] in value:
        yield from _addresses(value[place[0]], place[1:])
    else:
        raise ValueError(f"it has no {place[0]!r} where it should" if place else "an address in it is no text")


SITE_LISTS: dict[str, Callable[[bytes], Iterator[str]]] = {
    **{name: partial(_json_links, places=places) for name, places in _IN_JSON.items()},
    "sw.js": _worker_links,
    "sitemap.xml": _map_links,
    "feed.xml": _feed_links,
}
"""From the name of a list to what reads its addresses: paths in it are below the site, wherever it stands itself.

Each raises ValueError where the list is not what it was.
"""
