"""The pages of topics, and the one that lists them."""

from collections.abc import Iterator
from typing import Any

from library.core.catalogue import RESOURCE, Resource
from library.core.document import Document
from library.core.kind import Kind
from library.core.page_file import markdown_of
from library.core.paging import CARDS
from library.core.shared import TOPIC, Topic
from library.sections.blocks import Fact, Prose, Section

from . import offers, rows
from .lists import Card, Cards
from .making import Maker
from .offers import KindAndDocument
from .page import Front, HtmlPage

Entry = tuple[Kind[Any], Document] | tuple[Kind[Any], Resource]
"""A document or a resource, with its kind."""


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The page of each topic, and the one that lists them."""
    for topic in make.library[TOPIC].values():
        yield from _topic(topic, make)
    summary = make.say("kinds.topic-summary")
    front = Front(make.many(TOPIC.name), summary)
    yield make.page(f"{TOPIC.folder}index.md", TOPIC.source, front, lambda: _list(make), opening=summary)


def _list(make: Maker) -> Iterator[Section]:
    cards = Cards(tuple(_card(topic, make) for topic in offers.topics(make.library)))
    yield Section("", "", (cards,))


def _card(topic: Topic, make: Maker) -> Card:
    documents = len(_about(topic, make))
    counts = {"documents": ("run", documents), "resources": ("read", len(make.library.about(topic, RESOURCE)))}
    facts = (
        Fact(name, picture, make.many(TOPIC.name), make.say(f"topic.{name}", count=count))
        for name, (picture, count) in counts.items()
        if count
    )
    return Card(topic.label, TOPIC.page_of(topic.id), "", topic.summary.plain, tuple(facts))


def _topic(topic: Topic, make: Maker) -> Iterator[HtmlPage]:
    documents = _nearest_first(topic, make)
    resources = sorted(
        make.library.about(topic, RESOURCE), key=lambda entry: (entry.way != "call", not make.library.is_sure(entry))
    )
    entries: tuple[KindAndDocument | Resource, ...] = (*documents, *resources)
    front = Front(topic.label, topic.summary.plain)
    path = markdown_of(TOPIC.page_of(topic.id))

    def sections(listed: tuple[KindAndDocument | Resource, ...]) -> Iterator[Section]:
        yield Section("", "", (Prose(topic.summary),))
        shown = [entry for entry in listed if not isinstance(entry, Resource)]
        if shown and shown[0] == documents[0]:
            yield Section("start-here", make.say("topic.start-here"), (make.cards(shown[:1]),))
            shown = shown[1:]
        if shown:
            yield Section("more", make.say("topic.more"), (make.cards(shown),))
        if outside := [entry for entry in listed if isinstance(entry, Resource)]:
            yield Section("resources", make.say("headings.resources"), (rows.rows(outside, make, is_brief=True),))

    return make.list_pages(path, TOPIC.source, front, entries, sections, size=CARDS)


def _nearest_first(topic: Topic, make: Maker) -> list[KindAndDocument]:
    """The documents about a topic: one to start with, then those for which it is nearest.

    To start with: of what people meet around, the nearest that asks least; where there is none, the nearest.
    """
    ordered = sorted(_about(topic, make), key=lambda named: named[1].topics.index(topic.id))
    gentle = sorted(offers.gentle(ordered), key=lambda named: named[1].topics.index(topic.id))
    start: list[KindAndDocument] = [*gentle[:1]]
    return start + [named for named in ordered if named not in start]


def _about(topic: Topic, make: Maker) -> list[KindAndDocument]:
    """The documents about a topic, in the order of the library."""
    return [(kind, document) for kind in make.library.document_kinds for document in make.library.about(topic, kind)]
