"""Everything a reader can find, one record each: facts from the model, words from the built page."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from library.core.catalogue import RESOURCE, Resource
from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import Kind
from library.core.library import PAGE, Library
from library.core.shared import TOPIC, Topic

_HEADINGS = ".step > :first-child, .role > h3, .slide > h3, .segment > h3"
_PAGE_HEADINGS = "article h2, article h3"
_PROMPTS = "ol.prompts > li, .question > .prompt"
_NOT_TEXT = "h1, .cards, script, style, svg"


@dataclass(frozen=True)
class Record:
    """One thing to find.

    url: below the site's folder. kind: its name, or "page".
    minutes, people: (fewest, most), or None where they do not apply or are not known.
    names: what people search for. topic_words: the labels and synonyms of its topics. text: all its words.
    """

    url: str
    title: str
    kind: str
    summary: str = ""
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topic_words: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    text: str = ""
    minutes: tuple[int, int] | None = None
    people: tuple[int, int] | None = None
    formats: tuple[str, ...] = ()
    experience: str = ""
    intensity: str = ""


def records(library: Library, site: Path) -> Iterator[Record]:
    """Yield a record for each document, page, topic and resource. site: the folder of the built site."""
    for kind, document in library.documents:
        yield _document(library, kind, document, _Page(site, kind.page_of(document.id)))
    for name in sorted(library.pages):
        yield _page(_Page(site, "" if name == "index" else f"{name}/"))
    for topic in library[TOPIC].values():
        yield _topic(topic)
    for resource in library[RESOURCE].values():
        yield _resource(library, resource)


def _document(library: Library, kind: Kind[Any], document: Document, page: "_Page") -> Record:
    facts: dict[str, Any] = {}
    if isinstance(document, Gathering):
        minutes, size = document.minutes, document.group_size
        facts = {
            "minutes": (minutes.min, minutes.max) if minutes else None,
            "people": (size.min, size.max),
            "formats": document.format,
            "experience": document.experience,
            "intensity": document.intensity,
        }
    return Record(
        url=page.url,
        title=document.title,
        kind=kind.name,
        summary=document.summary,
        names=document.aliases,
        topics=document.topics,
        topic_words=_topic_words(library, document.topics),
        headings=page.lines(_HEADINGS),
        prompts=page.lines(_PROMPTS),
        text=page.text,
        **facts,
    )


def _page(page: "_Page") -> Record:
    summary, headings = page.meta("description"), page.lines(_PAGE_HEADINGS)
    return Record(page.url, page.title, PAGE, summary=summary, headings=headings, text=page.text)


def _topic(topic: Topic) -> Record:
    return Record(TOPIC.page_of(topic.id), topic.label, TOPIC.name, topic.summary.plain, topic.synonyms, (topic.id,))


def _resource(library: Library, resource: Resource) -> Record:
    return Record(
        url=RESOURCE.address_of(resource.id),
        title=resource.title,
        kind=RESOURCE.name,
        summary=resource.publisher,
        topics=resource.topics,
        topic_words=_topic_words(library, resource.topics),
    )


def _topic_words(library: Library, topics: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for id in topics for word in (library[TOPIC][id].label, *library[TOPIC][id].synonyms))


class _Page:
    """A built page's words."""

    def __init__(self, site: Path, url: str) -> None:
        self.url = url
        self._tree = LexborHTMLParser((site / url / "index.html").read_text(encoding="utf-8"))

    @property
    def title(self) -> str:
        return self.lines("article h1")[0]

    @property
    def text(self) -> str:
        tree = LexborHTMLParser(self._first("article").html or "")
        for node in tree.css(_NOT_TEXT):
            node.decompose()
        return _one_line(tree.body.text(separator=" ") if tree.body else "")

    def meta(self, name: str) -> str:
        return self._first(f'meta[name="{name}"]').attributes["content"] or ""

    def lines(self, selector: str) -> tuple[str, ...]:
        found = (_one_line(node.text()) for node in self._tree.css(selector))
        return tuple(dict.fromkeys(line for line in found if line))

    def _first(self, selector: str) -> LexborNode:
        node = self._tree.css_first(selector)
        assert node, f"the page {self.url or 'index'} has no {selector}"
        return node


def _one_line(text: str) -> str:
    return " ".join(text.split())
