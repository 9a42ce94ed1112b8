"""Which outside addresses the library names, where, and what their page should be called."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from markdown_it import MarkdownIt
from pydantic import BaseModel

from library.core.catalogue import RESOURCE
from library.core.library import Library
from library.core.walk import Road, leaves
from library.project import DOCS
from library.sources.files import PLACES
from library.types.text import Text

_MARKDOWN = MarkdownIt("commonmark")
_ADDRESS = re.compile(r"(?<![/=])(?=(https?://[^\s<>\"{}|\\^`]+))")
"""An address to the last letter that it can hold. Another may follow without a space; not one within its path."""
_END = re.compile(r"[)\]']|[.,;:!?]$")
"""What may close an address: a Markdown link, a list or a quotation in YAML, or the sentence it stands in."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A mark with a backslash before it, which stands for the mark alone in Markdown."""


@dataclass
class OutsideLink:
    """An address outside. title: what its page should be called, where we know. places: `path:line` of each use."""

    address: str
    title: str | None = None
    publisher: str | None = None
    places: list[str] = field(default_factory=list)


def collect(library: Library, root: Path) -> dict[str, OutsideLink]:
    """Every http and https address of the catalogue, the documents and the hand-written pages, in order."""
    links: dict[str, OutsideLink] = {}
    for kind, entry in sorted(library.everything, key=lambda pair: not pair[0].is_list):
        origin = library.origin_of(kind, entry.id)
        for road, address in _in_entry(entry):
            place = f"{origin.path}:{origin.line(road)}"
            links.setdefault(address, OutsideLink(address)).places.append(place)
    for resource in library[RESOURCE].values():
        if resource.url:
            links[resource.url].publisher = resource.publisher
            if resource.url_status == "confirmed":
                links[resource.url].title = resource.title
    for page in sorted((root / DOCS).glob("*.md")):
        for line, address in _in_page(page.read_text(encoding="utf-8")):
            links.setdefault(address, OutsideLink(address)).places.append(f"{DOCS}/{page.name}:{line}")
    return dict(sorted(links.items()))


def added_since(commit: str, links: Mapping[str, OutsideLink], root: Path) -> dict[str, OutsideLink]:
    """The links that stand on a line added since a commit. Raises ValueError where git can't compare with it."""
    command = ["git", "-C", str(root), "diff", "--unified=0", commit, "--", *PLACES, DOCS]
    try:
        diff = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        raise ValueError(
            f"There is no git on this machine, so what was added since {commit!r} can't be told; "
            "install git, or leave --since out to ask every address."
        ) from None
    if diff.returncode:
        raise ValueError(f"git can't compare with {commit!r}: {diff.stderr.strip()}")
    added = {address for line in diff.stdout.splitlines() if line.startswith("+") for address in _in_line(line)}
    return {address: link for address, link in links.items() if _MARKDOWN.normalizeLink(address) in added}


def _in_line(line: str) -> Iterator[str]:
    """Every address that may stand in a line, whole, in the form that Markdown gives it.

    A bracket or a quotation mark may close an address or be a part of it: it is given with and without.
    """
    for written in {line, unescape(_ESCAPED.sub(r"\1", line))}:
        for start in _ADDRESS.finditer(written):
            address = start[1]
            yield _MARKDOWN.normalizeLink(address)
            yield from (_MARKDOWN.normalizeLink(address[: end.start()]) for end in _END.finditer(address))


def _in_entry(entry: BaseModel) -> Iterator[tuple[Road, str]]:
    """Every outside address in an entry, with the road to it."""
    for road, leaf in leaves(entry):
        if isinstance(leaf, Text):
            yield from ((road, link) for link in leaf.links if link.startswith(("http://", "https://")))
        elif road[-1:] == ("url",):
            yield road, leaf


def _in_page(markdown: str) -> Iterator[tuple[int, str]]:
    """Every outside address in a hand-written page, with the line of its paragraph."""
    for block in _MARKDOWN.parse(markdown):
        for token in block.children or []:
            address = str(token.attrs.get("href", ""))
            if address.startswith(("http://", "https://")):
                yield (block.map or [0])[0] + 1, address
