"""What one page or style sheet points at, and what can be pointed at in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern

from selectolax.lexbor import LexborHTMLParser, LexborNode

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
    canonical: its full address, where it says so.
    links: every address in it, as written, in order.
    anchors: every id and a[name] in it. A set would take five times the memory.
    """

    source: str
    canonical: str
    links: tuple[str, ...]
    anchors: tuple[str, ...]


def read_page(html: str) -> Page:
    """Read a page with a parser that reads what browsers read. What pages share of links and places is held once."""
    tree = LexborHTMLParser(html)
    anchors = {node.attributes["id"] or "" for node in tree.css("[id]")}
    anchors |= {node.attributes["name"] or "" for node in tree.css("a[name]")}
    return Page(
        source=_content(tree, 'meta[name="library:source"]', "content"),
        canonical=_content(tree, 'link[rel="canonical"]', "href"),
        links=tuple(map(intern, _links(tree))),
        anchors=tuple(map(intern, anchors)),
    )


def css_links(css: str) -> Iterator[str]:
    """Every address in a style sheet: url(…) and @import."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    for address in _CSS_URL.finditer(css):
        yield next((group for group in address.groups() if group is not None), "")


def _links(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(", ".join(_ADDRESSES)):
        for name in _ADDRESSES[node.tag or ""]:
            value = node.attributes.get(name)
            if value is not None:
                yield from _srcset(value) if name == "srcset" else (value.strip(),)
    for node in tree.css("meta"):
        yield from _meta(node)
    for node in tree.css("style"):
        yield from css_links(node.text())
    for node in tree.css("[style]"):
        yield from css_links(node.attributes["style"] or "")


def _meta(node: LexborNode) -> Iterator[str]:
    content = node.attributes.get("content") or ""
    if (node.attributes.get("property") or node.attributes.get("name")) in _SOCIAL:
        yield content
    if (node.attributes.get("http-equiv") or "").lower() == "refresh":
        target = re.search(r"url\s*=\s*['\"]?([^'\"]+)", content, re.I)
        if target:
            yield target[1].strip()


def _srcset(value: str) -> Iterator[str]:
    """Each candidate of a srcset is an address and perhaps a width; commas may stand inside a data: address."""
    for candidate in re.split(r",\s+|,(?=\S+\s+[\d.]+[wx])", value.strip()):
        if candidate.strip():
            yield candidate.split()[0].rstrip(",")


def _content(tree: LexborHTMLParser, selector: str, attribute: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(attribute) or "") if node else ""
