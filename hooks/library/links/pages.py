"""What one page or style sheet points at, and what can be pointed at in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern

from library.built import BuiltPage

_ADDRESSES = {
    "a": ("href",),
    "area": ("href",),
    "link": ("href",),
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "form": ("action",),
    "input": ("src", "formaction"),
    "button": ("formaction",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
_CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']+)""")
_SOCIAL = ("og:url", "og:image", "twitter:image")


@dataclass(frozen=True)
class Page:
    """A page as its links see it.

    source: the file an author would edit, where the page says so.
    links: every address in it, as written, in order.
    anchors: every id and a[name] in it. A set would take five times the memory.
    """

    source: str
    links: tuple[str, ...]
    anchors: tuple[str, ...]


def read_page(page: BuiltPage) -> Page:
    """What there is to follow on a page. What pages share of links and places is held once."""
    names = (attributes["name"] or "" for tag, attributes in page.elements if tag == "a" and "name" in attributes)
    return Page(
        source=page.source,
        links=tuple(map(intern, _links(page))),
        anchors=tuple(map(intern, {*page.ids, *names})),
    )


def canonical(page: BuiltPage) -> str:
    """A page's full address, where it says so; else an empty string."""
    node = page.tree.css_first('link[rel="canonical"]')
    return (node.attributes.get("href") or "") if node else ""


def css_links(css: str) -> Iterator[str]:
    """Every address in a style sheet: url(…) and @import."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    for address in _CSS_URL.finditer(css):
        yield next((group for group in address.groups() if group is not None), "")


def _links(page: BuiltPage) -> Iterator[str]:
    for tag, attributes in page.elements:
        if not attributes:  # most elements that hold words
            continue
        for name in _ADDRESSES.get(tag, ()):
            value = attributes.get(name)
            if value is not None:
                yield from _srcset(value) if name == "srcset" else (value.strip(),)
        if tag == "meta":
            yield from _meta(attributes)
        if "style" in attributes:
            yield from css_links(attributes["style"] or "")
    for node in page.tree.css("style"):
        yield from css_links(node.text())


def _meta(attributes: dict[str, str | None]) -> Iterator[str]:
    content = attributes.get("content") or ""
    if (attributes.get("property") or attributes.get("name")) in _SOCIAL:
        yield content
    if (attributes.get("http-equiv") or "").lower() == "refresh":
        target = re.search(r"url\s*=\s*['\"]?([^'\"]+)", content, re.I)
        if target:
            yield target[1].strip()


def _srcset(value: str) -> Iterator[str]:
    """Each candidate of a srcset is an address and perhaps a width; commas may stand inside a data: address."""
    for candidate in re.split(r",\s+|,(?=\S+\s+[\d.]+[wx])", value.strip()):
        if candidate.strip():
            yield candidate.split()[0].rstrip(",")
