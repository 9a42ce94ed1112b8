"""The files of a built site, one after another, and what a page holds."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

Element = tuple[str, dict[str, str | None]]
"""An element of a page: its tag in small letters, and its attributes. A site has millions: no class of ours."""


class BuiltPage:
    """A page, read with a parser that reads what browsers read. elements: all of them, in order."""

    def __init__(self, html: str) -> None:
        self.tree = LexborHTMLParser(html)
        nodes = self.tree.root.traverse() if self.tree.root else ()
        self.elements: list[Element] = [
            ((node.tag or "").lower(), node.attributes) for node in nodes if node.is_element_node
        ]

    @cached_property
    def source(self) -> str:
        """The file an author would edit, where the page says so; else an empty string."""
        for tag, attributes in self.elements:
            if tag == "meta" and attributes.get("name") == "library:source":
                return attributes.get("content") or ""
        return ""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id on it, in order and as often as it stands there; an empty string for one without a value."""
        return tuple(attributes["id"] or "" for _, attributes in self.elements if "id" in attributes)


@dataclass(frozen=True)
class BuiltFile:
    """A file of a built site. name: its path below the site, with forward slashes."""

    site: Path
    name: str

    @cached_property
    def content(self) -> bytes:
        """What it holds, as it is on disk."""
        return (self.site / self.name).read_bytes()

    @cached_property
    def text(self) -> str:
        """What it holds, as text."""
        return self.content.decode("utf-8", "replace")

    @cached_property
    def page(self) -> BuiltPage:
        """What it holds, as a page."""
        return BuiltPage(self.text)


@dataclass(frozen=True)
class Look:
    """Someone's look at a built site. see: is shown each of its files. tell: is called when all were shown."""

    see: Callable[[BuiltFile], None]
    tell: Callable[[], None] = lambda: None


def look_over(site: Path, looks: Iterable[Look]) -> None:
    """Show each file of a site to all who look, in the order of their paths' parts; then let each of them tell."""
    looking = tuple(looks)
    for name in _names_below(site):
        file = BuiltFile(site, name)
        for look in looking:
            look.see(file)
    for look in looking:
        look.tell()


def _names_below(folder: str | Path, above: str = "") -> Iterator[str]:
    """Every file below a folder, by its path from there with forward slashes. above: what to put before each."""
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _names_below(entry.path, f"{above}{entry.name}/")
        else:
            yield above + entry.name
