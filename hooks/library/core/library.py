"""The whole library: the questions that formats ask of everything that was read."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nsmallest
from itertools import chain
from typing import Any, TypeVar, get_args

from library.types.plain import Named
from library.types.ref import Ref

from .catalogue import RESOURCE, Free, Opening, Resource, Way, free_where
from .document import Document
from .entries import Entries
from .entries import is_variant as is_variant
from .gathering import Gathering
from .health import Health
from .kind import DocumentKind, E, Kind
from .page_file import page_at
from .paging import ENTRIES, page_address, pages_of
from .path import Path
from .shared import Topic
from .variant import Variant
from .walk import marked

_T = TypeVar("_T")
PAGE = "page"
"""The first word of a link to a page written by hand: page:privacy."""


@dataclass(frozen=True)
class Library(Entries):
    """Everything that was read, and what follows from it: `library[GUIDE]["listening"]` is a guide."""

    def address_of(self, link: str) -> str:
        """Where a link such as `guide:its-id` or `page:its-name` leads, below the site's own address.

        A resource has a page of its own; where that takes readers on at once, they are led to its place in the
        catalogue. Raises KeyError for a kind there is not: the rules have refused such a link before.
        """
        name, _, id = link.partition(":")
        if name == RESOURCE.name:
            resource = self[RESOURCE][id]
            return self.place_of(resource) if self.leads_at_once(resource) else RESOURCE.page_of(id)
        return page_at(f"{id}.md") if name == PAGE else self.by_name[name].address_of(id)

    def place_of(self, resource: Resource) -> str:
        """Where a resource stands in the catalogue, on whichever of its pages."""
        folder, mark, place = RESOURCE.address_of(resource.id).partition("#")
        return f"{page_address(folder, self._page_in_catalogue[resource.id])}{mark}{place}"

    def named(self, link: str) -> Named | None:
        """What a link leads to; None for a page written by hand, and for what there is not."""
        name, _, id = link.partition(":")
        return self[self.by_name[name]].get(id) if name in self.by_name else None

    def title_of(self, link: str) -> str | None:
        """The title of what a link leads to; None for a page written by hand."""
        name, _, id = link.partition(":")
        if name == PAGE:
            return None
        entry = self[self.by_name[name]][id]
        return entry.label if isinstance(entry, Topic) else str(entry.title)

    def health_of(self, resource: Resource) -> Health | None:
        """How a resource's address did when it was asked for; None where it has none, or nobody has asked yet."""
        return self.health.get(resource.url) if resource.url else None

    def is_dead(self, resource: Resource) -> bool:
        """Whether its address has stopped working."""
        health = self.health_of(resource)
        return health is not None and health.dead

    def is_sure(self, resource: Resource) -> bool:
        """Whether its address leads to the resource itself: somebody saw it there, and it works as far as we know."""
        return resource.url_status == "confirmed" and not self.is_dead(resource)

    def checked_on(self, resource: Resource) -> date | None:
        """The day its address was last looked at, by the check or by a person; None where it never was."""
        health = self.health_of(resource)
        return health.last_checked if health else resource.last_checked

    def opening(self, resource: Resource) -> Opening:
        """What it takes to open a resource: by what we know, and by what its address asked for the last time.

        Whoever tells readers of it, or puts resources in order by it, asks here.
        """
        health = self.health_of(resource)
        is_asked = health is not None and health.state == "needs-account"
        return "perhaps-account" if is_asked and resource.access not in ("account", "members") else resource.access

    def free(self, resource: Resource) -> Free:
        """Whether everyone can open a resource without an account and without paying, as far as we know."""
        return free_where(self.opening(resource))

    def needs_account(self, resource: Resource) -> bool:
        """Whether people must sign in to open a resource, or may have to."""
        return self.opening(resource) in ("perhaps-account", "account", "members")

    def leads_at_once(self, resource: Resource) -> str | None:
        """Where a short address may lead without being asked, or None."""
        return self.address_now(resource) if resource.opens_at_once and not self.needs_account(resource) else None

    def address_now(self, resource: Resource) -> str | None:
        """Where to send readers: the address, or the one it moved to for good; None where there is none that works."""
        health = self.health_of(resource)
        if health and health.dead:
            return None
        return health.final if health and health.state == "moved" and health.final else resource.url

    def used_in(self, resource: Resource) -> tuple[tuple[DocumentKind[Any], Document], ...]:
        """The documents that name a resource in their list, in a step or as a source, each with its kind."""
        return tuple(self._users.get(resource.id, ()))

    def about(self, topic: Topic, kind: Kind[E]) -> tuple[E, ...]:
        """Every entry of a kind that names a topic; of variants the first."""
        return tuple(entry for entry in self.firsts(kind) if topic.id in getattr(entry, "topics", ()))

    def is_heavy(self, document: Document) -> bool:
        """Whether a document may stir up a lot, or is a path with a stop that may."""
        stops = document.stops if isinstance(document, Path) else ()
        return document.is_heavy or any(self.leads_to_heavy(stop.use) for stop in stops)

    def leads_to_heavy(self, link: str) -> bool:
        """Whether what a link such as "guide:listening" names is a document that may stir up a lot."""
        named = self.named(link)
        return isinstance(named, Document) and named.is_heavy

    def is_draft(self, document: Document) -> bool:
        """Whether it may stir up a lot, and not both a practitioner and someone with lived experience reviewed it."""
        return self.is_heavy(document) and not (document.reviewed and document.lived_experience)

    def related(self, document: Document, most: int = 4) -> tuple[tuple[DocumentKind[Any], Document], ...]:
        """What shares the most topics with a document, most first, each with its kind; of variants the first."""
        own = (isinstance(document, Variant) and document.variant_of) or document.id
        shared = Counter(chain.from_iterable(self._by_topic[topic] for topic in document.topics))
        for place in self._places.get(own, ()):
            del shared[place]
        nearest = nsmallest(most, ((-count, place) for place, count in shared.items()))
        return tuple(self._met_in_lists[place] for _, place in nearest)

    def beside(self, link: str) -> tuple[str, ...]:
        """What paths name beside a stop that a link leads to, as links."""
        return tuple(self._beside.get(link, ()))

    @cached_property
    def timed(self) -> tuple[tuple[int, DocumentKind[Any], Gathering], ...]:
        """The gatherings that say how long they take, the shortest first: the fewest minutes, kind and gathering."""
        gatherings = ((kind, document) for kind, document in self.documents if isinstance(document, Gathering))
        timed = ((minutes.min, kind, gathering) for kind, gathering in gatherings if (minutes := gathering.minutes))
        return tuple(sorted(timed, key=lambda entry: (entry[0], entry[2].title)))

    @cached_property
    def catalogue(self) -> tuple[tuple[Resource, ...], ...]:
        """The outside resources in the pages of their catalogue: by what people do with them, the free ones first.

        What takes as much to open stands by title. Those whose address we are not sure of stand last.
        """
        return pages_of(sorted(self[RESOURCE].values(), key=self._place_in_catalogue), ENTRIES)

    def _place_in_catalogue(self, resource: Resource) -> tuple[bool, int, int, str, str]:
        is_sure = self.is_sure(resource)
        way = get_args(Way).index(resource.way) if is_sure else 0
        effort = get_args(Opening).index(self.opening(resource))
        return not is_sure, way, effort, resource.title.casefold(), resource.id

    @cached_property
    def _page_in_catalogue(self) -> Mapping[str, int]:
        return {resource.id: number for number, page in enumerate(self.catalogue, 1) for resource in page}

    @cached_property
    def _users(self) -> Mapping[str, list[tuple[DocumentKind[Any], Document]]]:
        return _grouped((resource, named) for named in self.documents for resource in resources_of(named[1]))

    @cached_property
    def _beside(self) -> Mapping[str, list[str]]:
        stops = (stop for _, path in self.documents if isinstance(path, Path) for stop in path.stops)
        return _grouped((stop.use, link) for stop in stops for link in stop.also)

    @cached_property
    def _met_in_lists(self) -> tuple[tuple[DocumentKind[Any], Document], ...]:
        """Every document but variants of another, with its kind, in the order of the kinds' keys and of ids."""
        named = ((kind, document) for kind in self.document_kinds for document in self.firsts(kind))
        return tuple(sorted(named, key=lambda name: (name[0].key, name[1].id)))

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        """From an id to where its documents stand among them all: of two kinds, two may have the same."""
        return _grouped((document.id, place) for place, (_, document) in enumerate(self._met_in_lists))

    @cached_property
    def _by_topic(self) -> Mapping[str, list[int]]:
        """From a topic to the documents that name it, each by its place among all: numbers are counted fastest."""
        placed = enumerate(self._met_in_lists)
        return _grouped((topic, place) for place, (_, document) in placed for topic in document.topics)


def _grouped(pairs: Iterable[tuple[str, _T]]) -> Mapping[str, list[_T]]:
    groups: dict[str, list[_T]] = {}
    for name, member in pairs:
        groups.setdefault(name, []).append(member)
    return groups


def resources_of(document: Document) -> tuple[str, ...]:
    """Ids of the resources a document names, each once: listed, played in a step, or given as a source."""
    named = (id for _, marker, id in marked(document) if marker == Ref(RESOURCE.name))
    return tuple(dict.fromkeys(named))
