"""What is new and what changed, as a feed that people can follow without an account: Atom, by RFC 4287."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.library import Library
from library.sections.phrases import Phrases
from library.texts import Texts

PATH = "feed.xml"
_MOST = 50
"""Documents that it tells of, those that changed last."""
_ATOM = "http://www.w3.org/2005/Atom"
_NAMED = "https://peer-reflection-library.example/"
"""Where names start: they stay as they are wherever the site stands, so that nobody is told the same thing twice."""


def write(library: Library, texts: Texts, address: str | None) -> bytes:
    """The feed. address: the site's own; without one, its links are paths below wherever the feed is read."""
    say, newest = texts.say, _newest(library)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": texts.language})
    _told(feed, "id", _name(""))
    _told(feed, "title", say("feed.title", library=say("library.name")))
    _told(feed, "subtitle", say("feed.subtitle"))
    _told(feed, "updated", _day(max((document.revised for _, document in newest), default=date.min)))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{address or ''}{PATH}")
    SubElement(feed, "link", rel="alternate", type="text/html", href=address or "./")
    _told(SubElement(feed, "author"), "name", say("library.name"))
    _told(feed, "rights", say("library.licence"))
    for kind, document in newest:
        feed.append(_entry(kind, document, library, texts, address))
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _newest(library: Library) -> list[tuple[DocumentKind[Any], Document]]:
    """The documents that changed last, each with its kind; those of one day by title."""
    everything = ((kind, document) for kind, document in library.documents)
    return sorted(everything, key=lambda named: (-named[1].revised.toordinal(), named[1].title))[:_MOST]


def _entry(kind: DocumentKind[Any], document: Document, library: Library, texts: Texts, address: str | None) -> Element:
    entry = Element("entry")
    _told(entry, "id", _name(kind.link_to(document.id)))
    _told(entry, "title", document.title)
    _told(entry, "updated", _day(document.revised))
    SubElement(entry, "link", rel="alternate", type="text/html", href=f"{address or ''}{kind.page_of(document.id)}")
    SubElement(entry, "category", term=kind.name, label=texts.say(f"kinds.{kind.name}-one"))
    _told(entry, "summary", " ".join(_summary(document, library, texts)))
    return entry


def _summary(document: Document, library: Library, texts: Texts) -> Iterator[str]:
    """What it is about, whether it is a draft, and what changed last."""
    yield document.summary
    if draft := Phrases(texts).draft(document, library):
        yield draft
    if document.changes:
        yield texts.say("feed.changed", what=document.changes[0].what.plain)


def _told(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = words


def _name(link: str) -> str:
    """A name that lasts: the same for one link, such as "guide:listening", in every build."""
    return uuid5(NAMESPACE_URL, f"{_NAMED}{link}").urn


def _day(day: date) -> str:
    """A day as Atom has it: the library knows no hours."""
    return f"{day.isoformat()}T00:00:00Z"
