"""Which outside addresses the library names, where, and what their page should be called."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from pydantic import BaseModel

from library.core.catalogue import RESOURCE
from library.core.library import Library
from library.core.walk import Road, leaves
from library.project import DOCS
from library.sources.files import PLACES
from library.types.text import Text


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
    added = "\n".join(line for line in diff.stdout.splitlines() if line.startswith("+"))
    return {address: link for address, link in links.items() if address in added}


def _in_entry(entry: BaseModel) -> Iterator[tuple[Road, str]]:
    """Every outside address in an entry, with the road to it."""
    for road, leaf in leaves(entry):
        if isinstance(leaf, Text):
            yield from ((road, link) for link in leaf.links if link.startswith(("http://", "https://")))
        elif road[-1:] == ("url",):
            yield road, leaf


def _in_page(markdown: str) -> Iterator[tuple[int, str]]:
    """Every outside address in a hand-written page, with the line of its paragraph."""
    for block in MarkdownIt("commonmark").parse(markdown):
        for token in block.children or []:
            address = str(token.attrs.get("href", ""))
            if address.startswith(("http://", "https://")):
                yield (block.map or [0])[0] + 1, address
