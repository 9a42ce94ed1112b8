"""What a page may not hold, policy or not: whatever runs, loads from elsewhere or takes readers away by itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple
from urllib.parse import urlsplit

from library.built import BuiltPage
from library.problems import Mistake, mistake

from .policy import POLICY

_DATA = "application/ld+json"
"""The one type of script that stands in pages: facts for search engines, which no browser runs."""
_ELEMENTS = """
html head body title meta link script
a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup data datalist dd del details
dfn dialog div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd
label legend li main mark menu meter nav ol optgroup option output p picture pre progress q rp rt ruby s samp search
section select small source span strong sub summary sup table tbody td textarea tfoot th thead time tr track u ul var
audio video wbr
svg circle clippath defs desc ellipse g image line lineargradient mask path polygon polyline radialgradient rect stop
symbol text tspan use
"""
_HELD = frozenset(_ELEMENTS.split())
"""The elements that pages may hold. Whatever is not among them is refused, those that nobody has thought of too."""
_BARE = _HELD - {"script"}
"""Those of them that may stand without any attribute."""
_NEVER = {
    "base": "page-moves-links",
    "iframe": "page-in-page",
    "frame": "page-in-page",
    "portal": "page-in-page",
    "object": "page-runs-program",
    "embed": "page-runs-program",
    "template": "page-hides-parts",
    "noscript": "page-means-two-things",
    "animate": "page-turns-links",
    "set": "page-turns-links",
    "style": "page-style-element",
}
"""Elements that people may well want: the code of what is said of each."""
_LOADED = {"src", "srcset", "imagesrcset", "poster", "data", "background", "action", "formaction", "ping"} | {
    "attributionsrc",
    "manifest",
}
"""Attributes whose addresses a browser asks for, or sends something to, without being told by a reader."""
_SAID = {"href", "content", "alt", "title", "value", "placeholder", "aria-label"}
"""Attributes that hold words, in which url(…) means nothing."""
_OURS = re.compile(r"(\.{0,2}/)*([\w-]+/)*assets/js/[\w.-]+\.js")
"""Where scripts of our own stand, as a page or the site's address names it."""
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"]*)['\"]?\s*$", re.I)


@dataclass(frozen=True)
class Refusal:
    """What a page may not hold. sign: a pattern of how it may stand in the page's source."""

    mistake: Mistake
    sign: str


class Inspector:
    """Says what the pages of one site hold and may not.

    An element that was judged lately is not judged again: pages share their frame, and most of what it holds.
    """

    def __init__(self, address: str) -> None:
        """address: the site's own, or an empty string."""
        self._judged = lru_cache(maxsize=10_000)(partial(_judged, address))

    def refusals(self, page: BuiltPage, leads_to: str | None) -> Iterator[Refusal]:
        """What a page may not hold: scripts, styles, frames, what it loads from elsewhere, what leads readers away.

        leads_to: where the page may lead on at once; None for nowhere.
        """
        for tag, attributes in page.elements:
            if not attributes and tag in _BARE:  # most elements have nothing but words
                continue
            if tag == "meta" and "http-equiv" in attributes:  # the one thing that hangs on which page it is
                yield from _http_equiv(attributes, leads_to)
            if refused := self._judged(tag, *attributes.items()):
                yield from refused


def _judged(address: str, tag: str, *attributes: tuple[str, str | None]) -> tuple[Refusal, ...]:
    """What is refused of an element, on whichever page it stands. address: the site's own, or an empty string."""
    return tuple(_element(address, tag, dict(attributes)))


def _element(address: str, tag: str, attributes: Mapping[str, str | None]) -> Iterator[Refusal]:
    if tag not in _HELD:
        code = _NEVER.get(tag, "page-unknown-element")
        yield Refusal(mistake(code, tag=tag), rf"<{re.escape(tag)}\b")
    elif tag == "script":
        yield from _script(attributes, address)
    elif tag == "meta" and "http-equiv" in attributes:
        pass  # it hangs on the page, and is told there
    elif tag == "meta" and (attributes.get("name") or "").strip().lower() == "referrer":
        yield Refusal(mistake("page-speaks-for-site", meta="name=referrer"), r"<meta\b")
    is_canonical = tag == "link" and attributes.get("rel") == "canonical"
    for name, value in attributes.items():
        yield from _attribute(Attribute(tag, name.lower(), value or "", is_canonical), address)


class Attribute(NamedTuple):
    """An attribute of an element. is_canonical: whether the element says which address a page has."""

    tag: str
    name: str
    value: str
    is_canonical: bool


def _script(attributes: Mapping[str, str | None], address: str) -> Iterator[Refusal]:
    if "src" not in attributes:
        if attributes.get("type") != _DATA:
            yield Refusal(mistake("page-script"), r"<script\b")
        return
    source = _as_browsers_read(attributes["src"] or "").removeprefix(address)
    if not _OURS.fullmatch(source):
        yield Refusal(mistake("page-script-elsewhere", source=repr(source)), r"<script\b")


def _http_equiv(attributes: Mapping[str, str | None], leads_to: str | None) -> Iterator[Refusal]:
    kind, content = (attributes["http-equiv"] or "").strip().lower(), attributes.get("content") or ""
    if kind == "refresh":
        target = _REFRESH.match(content)
        if not leads_to or not target or target[1].strip() != leads_to:
            yield Refusal(mistake("page-leads-away", content=repr(content)), "refresh")
    elif kind != "content-security-policy" or content != POLICY:
        yield Refusal(mistake("page-speaks-for-site", meta=f"http-equiv={kind}"), r"<meta\b")


def _attribute(attribute: Attribute, address: str) -> Iterator[Refusal]:
    tag, name, value, _ = attribute
    if name == "style":
        yield Refusal(mistake("page-style", value=value, tag=tag), r"\bstyle\s*=")
    elif name.startswith("on"):
        yield Refusal(mistake("page-script-attribute", name=name, tag=tag), rf"\b{re.escape(name)}\s*=")
    elif name not in _SAID and re.search(r"url\(\s*['\"]?\s*[^#'\"\s]", value, re.I):
        yield Refusal(mistake("page-drawing-elsewhere", name=name, value=repr(value), tag=tag), "url")
    elif name in ("href", "xlink:href", *_LOADED):
        written = _as_browsers_read(value)
        if re.match(r"(javascript|vbscript|data):", written, re.I) and not _is_picture(tag, written):
            scheme = written.partition(":")[0].lower()
            yield Refusal(mistake("page-runs-from-link", scheme=scheme, tag=tag), rf"{scheme}\s*:")
        elif _is_asked_for(attribute) and any(_is_foreign(part, address) for part in _addresses(name, written)):
            yield Refusal(mistake("page-asks-elsewhere", name=name, value=repr(value), tag=tag), re.escape(value))


def _is_asked_for(attribute: Attribute) -> bool:
    """Whether a browser follows the address by itself: a link in text waits for its reader."""
    if attribute.name in ("href", "xlink:href"):
        return attribute.tag not in ("a", "area") and not attribute.is_canonical
    return True


def _is_picture(tag: str, written: str) -> bool:
    return tag in ("img", "source") and written.lower().startswith("data:image/") and "svg" not in written.lower()


def _as_browsers_read(value: str) -> str:
    """An address without what browsers pass over: control characters and white space, and the wrong slashes."""
    return re.sub(r"[\x00-\x20]", "", value).replace("\\", "/")


def _addresses(name: str, written: str) -> list[str]:
    return written.split(",") if name in ("srcset", "imagesrcset") else [written]


def _is_foreign(written: str, address: str) -> bool:
    if address and written.startswith(address):
        return False
    if written.startswith("//"):  # however many slashes: browsers take what follows them for a host
        return True
    try:
        parts = urlsplit(written)
    except ValueError:
        return True
    return bool(parts.netloc or parts.scheme not in ("", "data"))
