"""The pages of documents, those that list the documents of a kind, and those of documents that are no more."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.page_file import markdown_of
from library.core.paging import CARDS
from library.core.shared import RETIRED, Retired
from library.sections.blocks import Prose, Section, Words
from library.sections.shared import telling

from .front import front_of
from .lists import Link, Sentence
from .making import Maker
from .page import Front, HtmlPage


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The page of each document, and the list of each kind."""
    for kind, document in make.library.documents:
        yield _page(kind, document, make)
    for kind in make.library.document_kinds:
        yield from _lists(kind, make)
    for old in make.library[RETIRED].values():
        yield _retired(old, make)


def _page(kind: DocumentKind[Any], document: Document, make: Maker) -> HtmlPage:
    source = make.library.origin_of(kind, document.id).path
    front = front_of(kind, document, make.library, make.texts)
    return make.page(
        markdown_of(kind.page_of(document.id)),
        source,
        front,
        lambda: _sections(kind, document, make),
        opening=document.summary,
    )


def _sections(kind: DocumentKind[Any], document: Document, make: Maker) -> Iterator[Section]:
    """A document as it is told, with where its two sides begin before the first of them, and what is near it."""
    sections = telling(kind, document, make.tell).sections
    sides = {
        section.side: Link(make.say(f"page.{section.side}"), f"#{section.id}") for section in sections if section.side
    }
    for section in sections:
        if sides and section.side == next(iter(sides)):
            yield Section("", "", (Sentence("page.sides", tuple(sides.items()), "sides"),))
        yield _with_pages(section, make)
    if near := make.library.related(document):
        yield Section("related", make.say("page.related"), (make.cards(near),))


def _with_pages(section: Section, make: Maker) -> Section:
    """A section that says, where it tells what to do with a concern, which page says more."""
    if section.id == "stop":
        more = Link(make.say("page.more-on-concerns"), make.library.address_of("page:recording-consent-and-sharing"))
        return replace(section, blocks=(*section.blocks, Sentence("page.more", (("page", more),))))
    return replace(section, sections=tuple(_with_pages(below, make) for below in section.sections))


def _lists(kind: DocumentKind[Any], make: Maker) -> Iterator[HtmlPage]:
    def sections(listed: tuple[Document, ...]) -> Iterator[Section]:
        cards = make.cards(((kind, document) for document in listed), is_of_one_kind=True)
        yield Section("", "", (cards if listed else Words(make.say("page.nothing-yet")),))

    documents = tuple(make.library[kind].values())
    summary = make.say(f"kinds.{kind.name}-summary")
    front = Front(make.many(kind.name), summary)
    return make.list_pages(
        f"{kind.folder}index.md", kind.source, front, documents, sections, size=CARDS, opening=summary
    )


def _retired(old: Retired, make: Maker) -> HtmlPage:
    path = markdown_of(make.library.by_name[old.kind].page_of(old.id))
    front = Front(old.title, make.say("page.retired-description"))
    moved = Section("", "", (Prose(old.moved),))
    return make.page(path, RETIRED.source, front, lambda: (moved,), opening=make.say("page.retired"))
