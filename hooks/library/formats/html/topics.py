"""The pages of topics, and the one that lists them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from library.core.catalogue import RESOURCE
from library.core.kind import Kind
from library.core.page_file import markdown_of
from library.core.paging import CARDS
from library.core.shared import TOPIC, Topic
from library.sections.blocks import Prose, Resources, Section
from library.types.plain import Named

from . import offers
from .lists import Link, Links
from .making import Maker
from .page import Front, HtmlPage

Entry = tuple[Kind[Any], Any]
"""A document or a resource, with its kind."""


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The page of each topic, and the one that lists them."""
    for topic in make.library[TOPIC].values():
        yield from _topic(topic, make)
    summary = make.say("kinds.topic-summary")
    front = Front(make.many(TOPIC.name), summary)
    yield make.page(f"{TOPIC.folder}index.md", TOPIC.source, front, lambda: _list(make), opening=summary)


def _list(make: Maker) -> Iterator[Section]:
    links = (Link(topic.label, TOPIC.page_of(topic.id)) for topic in offers.topics(make.library))
    yield Section("", "", (Links(tuple(links)),))


def _topic(topic: Topic, make: Maker) -> Iterator[HtmlPage]:
    kinds = (*make.library.document_kinds, RESOURCE)
    entries = tuple((kind, entry) for kind in kinds for entry in make.library.about(topic, kind))
    front = Front(topic.label, topic.summary.plain)
    path = markdown_of(TOPIC.page_of(topic.id))

    def sections(listed: tuple[Entry, ...]) -> Iterator[Section]:
        yield Section("", "", (Prose(topic.summary),))
        for kind, members in groupby(listed, key=lambda entry: entry[0]):
            yield _about(kind, (entry for _, entry in members), make)

    return make.list_pages(path, TOPIC.source, front, entries, sections, size=CARDS)


def _about(kind: Kind[Any], entries: Iterable[Named], make: Maker) -> Section:
    if kind is RESOURCE:
        links = Resources(tuple(make.tell.resource(entry) for entry in entries))  # type: ignore[arg-type]
        return Section("resources", make.say("page.resources"), (links,))
    return Section(kind.slug, make.many(kind.name), (make.cards((kind, entry) for entry in entries),))  # type: ignore[misc]
