"""What files that are no pages point at: data, the offline copy's list, the site's map, and downloads' own links."""

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

_URI = re.compile(rb"/URI\s*\(((?:[^()\\]|\\.)*)\)")
_TARGET = re.compile(rb'Target="([^"]+)" TargetMode="External"|TargetMode="External" Target="([^"]+)"')
_KEPT = re.compile(r"^const FILES = (\[.*\]);", re.M)


def is_list(name: str) -> bool:
    """Whether a file of the site is one of those that are read here."""
    return _reader(name) is not None


def listed_links(name: str, content: bytes) -> Iterator[str]:
    """Every address a file names: a full address, or a path; in LISTS a path is below the site.

    Raises ValueError where the file is not what its name says.
    """
    reader = _reader(name)
    return reader(content) if reader else iter(())


def _reader(name: str) -> Callable[[bytes], Iterator[str]] | None:
    return _BY_NAME.get(name) or _BY_ENDING.get(name.rpartition(".")[2])


def _json(content: bytes) -> Any:
    return json.loads(content.decode("utf-8"))


def _manifest(content: bytes) -> Iterator[str]:
    found = _json(content)
    yield found["start_url"]
    yield from (icon["src"] for icon in found["icons"])


def _data(content: bytes) -> Iterator[str]:
    yield from (one["path"] for one in _json(content)["downloads"])


def _index(content: bytes) -> Iterator[str]:
    yield from _json(content)["shown"]["url"]


def _worker(content: bytes) -> Iterator[str]:
    found = _KEPT.search(content.decode("utf-8"))
    if not found:
        raise ValueError("it lists no files to keep")
    yield from (name for name, _ in json.loads(found[1]))


def _map(content: bytes) -> Iterator[str]:
    yield from (html.unescape(one) for one in re.findall(r"<loc>([^<]+)</loc>", content.decode("utf-8")))


def _pdf(content: bytes) -> Iterator[str]:
    """Typst writes each link's object in the open."""
    yield from (re.sub(rb"\\(.)", rb"\1", one).decode("utf-8", "replace") for one in _URI.findall(content))


def _office(content: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            related = [parts.read(name) for name in parts.namelist() if name.endswith(".rels")]
    except zipfile.BadZipFile:
        raise ValueError("it is no Office file") from None
    for first, second in (pair for part in related for pair in _TARGET.findall(part)):
        yield html.unescape((first or second).decode("utf-8"))


_BY_NAME = {
    "manifest.webmanifest": _manifest,
    "data/library.json": _data,
    "find/first.json": _index,
    "sw.js": _worker,
    "sitemap.xml": _map,
}
LISTS = frozenset(_BY_NAME)
"""The files whose paths are below the site, wherever they stand themselves."""
_BY_ENDING = {"pdf": _pdf, "docx": _office, "pptx": _office}
