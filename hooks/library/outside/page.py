"""What a page shows, read from its tags one after the other.

No tree is built: a parser that repairs nesting takes minutes, or gigabytes, over two megabytes made to hurt it. Here
every pattern takes all it looks at and never goes back, so that the time grows with the page and no faster.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

LONGEST_TITLE = 300
"""Characters of a title that are kept: what a line of the data file may hold."""
_READ = 3000
"""Characters of a text that are looked at: entities and spaces make it longer than what is kept."""
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*+(?:>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-z][^\s/>]*+)(?P<attributes>(?:[^>\"']++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+)(?:>|\Z)",
    re.I | re.S,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)|'([^']*+)|([^\s"'>]++)))?+""")
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
}
"""Elements that hold no tags, each with what ends it."""
_SHOWS = {"img", "video", "audio", "iframe", "object", "embed", "canvas", "svg", "input", "button", "script", "frame"}
_REFRESH = re.compile(r"\s*+(\d{1,6})[\d.]*+\s*+[;,]\s*+(?:url\s*+=\s*+)?+[\"']?+([^\"']++)", re.I)
_AT_ONCE = 10
"""Seconds after which a page that leads on still counts as leading on."""


@dataclass
class PageFacts:
    """A page's title and first heading, on one line each; the places in it; and what tells other pages apart.

    shows: whether there is anything to see. asks_password: a log-in form. is_parked: a mark of a domain for sale.
    refresh: where it leads its readers by itself, as it is written.
    """

    title: str = ""
    heading: str = ""
    places: set[str] = field(default_factory=set)
    refresh: str = ""
    shows: bool = False
    asks_password: bool = False
    is_parked: bool = False


def page_facts(body: str) -> PageFacts:
    """What a page shows. body: its HTML, however broken."""
    page = PageFacts()
    within = {"noscript": False, "svg": False, "h1": False, "template": False}
    title: str | None = None
    heading: list[str] = []
    for kind, name, text in _tokens(body):
        if kind == "close" and name in within:
            within[name] = False
        elif kind == "text":
            if within["h1"]:
                heading.append(text[:_READ])
            page.shows |= not (page.shows or within["noscript"] or within["template"]) and not text.isspace()
        elif kind == "raw" and name == "title" and title is None and not within["svg"]:
            title = text[:_READ]
        elif kind == "open":
            if name in within:
                within[name] = name != "h1" or not heading
            page.shows |= name in _SHOWS and not within["noscript"]
            _mark(page, name, text, is_shown=not within["noscript"])
    page.title, page.heading = (
        clean_title(html.unescape(title or "")),
        clean_title(html.unescape("".join(heading)[:_READ])),
    )
    return page


def refresh_target(body: str) -> str:
    """Where a page leads its readers by itself and at once, as it is written there; else an empty string."""
    return page_facts(body).refresh if re.search(r"http-equiv", body, re.I) else ""


def clean_title(title: str) -> str:
    """A title on one line, without letters that nobody sees: they can turn a line round or end a program."""
    return " ".join("".join(" " if _is_hidden(letter) else letter for letter in title).split())[:LONGEST_TITLE].strip()


def _is_hidden(letter: str) -> bool:
    number = ord(letter)
    is_nothing = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF  # noncharacters (Unicode 23.7)
    return is_nothing or unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _tokens(body: str) -> Iterator[tuple[str, str, str]]:
    """Each tag and text in order: open with its attributes, close, text, and raw for what holds no tags."""
    here = 0
    while here < len(body):
        tag = _TAG.search(body, here)
        if not tag:
            yield "text", "", body[here:]
            return
        if tag.start() > here:
            yield "text", "", body[here : tag.start()]
        here = tag.end()
        if not tag["name"]:
            continue
        name = tag["name"].casefold()
        yield ("close" if tag["close"] else "open"), name, tag["attributes"]
        if not tag["close"] and name in _RAW:
            end = _RAW[name].search(body, here)
            yield "raw", name, body[here : end.start() if end else len(body)]
            here = end.start() if end else len(body)


def _mark(page: PageFacts, name: str, written: str, *, is_shown: bool) -> None:
    """Note what a tag tells."""
    if not written.strip(" /"):
        return
    attributes: dict[str, str] = {}
    for key, *values in _ATTRIBUTE.findall(written):
        attributes.setdefault(key.casefold(), "".join(values))
    for key in ("id", "name") if name == "a" else ("id",):
        if attributes.get(key):
            page.places.add(html.unescape(attributes[key][:_READ]))
    page.asks_password |= name == "input" and attributes.get("type", "").casefold() == "password"
    page.is_parked |= name == "html" and "data-adblockkey" in attributes
    if name == "meta" and is_shown and attributes.get("http-equiv", "").casefold() == "refresh" and not page.refresh:
        leads = _REFRESH.match(attributes.get("content", "")[:_READ])
        page.refresh = html.unescape(leads[2]).strip() if leads and int(leads[1]) <= _AT_ONCE else ""
