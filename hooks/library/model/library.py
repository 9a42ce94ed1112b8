"""The whole library: everything that was read, and the questions renderers ask of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from .document import Document, Gathering, Retired, SafetyFrame, SharedText, Topic
from .health import Health
from .kinds import Guide, QuestionBank, Record, Session, Wheel, Workshop
from .resource import Resource

Entry = Document | Resource | Topic
_T = TypeVar("_T")


@dataclass(frozen=True)
class Origin:
    """Where something was written: its file, and the line of each value in it.

    path: relative to the project's folder, with forward slashes.
    lines: from the road to a value, such as ("plan", "steps", 0), to its line, counted from 1.
    """

    path: str
    lines: Mapping[tuple[str | int, ...], int]

    def written(self, road: Iterable[str | int]) -> tuple[str | int, ...]:
        """Return the road as the author wrote it: without what a shorthand left out."""
        reached: tuple[str | int, ...] = ()
        for name in road:
            if (*reached, name) in self.lines:
                reached = (*reached, name)
        return reached

    def line(self, road: Iterable[str | int]) -> int:
        """Return the line of the value at the end of the road, or of the last value on it that was written."""
        return self.lines.get(self.written(road), 1)


@dataclass(frozen=True)
class Library:
    """Everything that was read, by id, in the order of ids. A resource, a topic and so on are found by name."""

    resources: Mapping[str, Resource]
    guides: Mapping[str, Guide]
    sessions: Mapping[str, Session]
    workshops: Mapping[str, Workshop]
    question_banks: Mapping[str, QuestionBank]
    wheels: Mapping[str, Wheel]
    records: Mapping[str, Record]
    topics: Mapping[str, Topic]
    safety_frames: Mapping[str, SafetyFrame]
    texts: Mapping[str, SharedText]
    retired: Mapping[str, Retired]
    pages: frozenset[str]
    """Names of the hand-written pages: docs/privacy.md is "privacy"."""
    health: Mapping[str, Health]
    """From an outside address to how it did when it was asked for."""
    origins: Mapping[tuple[str, str], Origin]
    """From (shelf, id), such as ("guides", "listening"), to where it was written."""

    @property
    def documents(self) -> Iterator[tuple[str, Document]]:
        """Everything with a page of its own, each with the name of its shelf."""
        for shelf in DOCUMENT_SHELVES:
            for document in getattr(self, shelf).values():
                yield shelf, document

    @property
    def counted(self) -> str:
        """How much there is of everything, in words."""
        shelves = ("guides", "sessions", "workshops", "question_banks", "wheels", "records", "topics", "resources")
        counts = [(len(getattr(self, shelf)), shelf.replace("_", " ")) for shelf in shelves]
        *most, last = [f"{count} {name.removesuffix('s') if count == 1 else name}" for count, name in counts]
        return f"{', '.join(most)} and {last}"

    def source_of(self, shelf: str, id: str) -> str:
        """The file an author would edit."""
        return self.origins[shelf, id].path

    def health_of(self, resource: Resource) -> Health | None:
        """How a resource's address did when it was asked for; None where it has none, or nobody has asked yet."""
        return self.health.get(resource.url) if resource.url else None

    def is_dead(self, resource: Resource) -> bool:
        """Whether its address has stopped working."""
        health = self.health_of(resource)
        return health is not None and health.dead

    def needs_account(self, resource: Resource) -> bool:
        """Whether people must sign in or may have to: by what we know, or by what the address asked for."""
        health = self.health_of(resource)
        return resource.needs_account or (health is not None and health.state == "needs-account")

    def leads_at_once(self, resource: Resource) -> str | None:
        """Where a short address may lead without being asked, or None."""
        return self.address_now(resource) if resource.opens_at_once and not self.needs_account(resource) else None

    def address_now(self, resource: Resource) -> str | None:
        """Where to send readers: the address, or the one it moved to for good; None where there is none that works."""
        health = self.health_of(resource)
        if health and health.dead:
            return None
        return health.final if health and health.state == "moved" and health.final else resource.url

    def used_in(self, resource: Resource) -> tuple[tuple[str, Document], ...]:
        """The documents that name a resource in their list, in a step or as a source, each with its shelf."""
        return tuple(self._users.get(resource.id, ()))

    def about(self, topic: Topic, shelf: str) -> tuple[Entry, ...]:
        """Everything on a shelf that names a topic."""
        return tuple(entry for entry in getattr(self, shelf).values() if topic.id in entry.topics)

    def related(self, document: Document, most: int = 4) -> tuple[tuple[str, Document], ...]:
        """The documents that share the most topics with this one, most first, each with its shelf."""
        shared = Counter(
            (shelf, other.id)
            for topic in document.topics
            for shelf, other in self._by_topic.get(topic, ())
            if other is not document
        )
        near = sorted(shared, key=lambda name: (-shared[name], name))
        return tuple((shelf, getattr(self, shelf)[id]) for shelf, id in near[:most])

    @cached_property
    def _users(self) -> Mapping[str, list[tuple[str, Document]]]:
        return _grouped((resource, named) for named in self.documents for resource in resources_of(named[1]))

    @cached_property
    def _by_topic(self) -> Mapping[str, list[tuple[str, Document]]]:
        return _grouped((topic, named) for named in self.documents for topic in named[1].topics)


def _grouped(pairs: Iterable[tuple[str, _T]]) -> Mapping[str, list[_T]]:
    groups: dict[str, list[_T]] = {}
    for name, one in pairs:
        groups.setdefault(name, []).append(one)
    return groups


DOCUMENT_SHELVES = {
    "guides": Guide,
    "sessions": Session,
    "workshops": Workshop,
    "question_banks": QuestionBank,
    "wheels": Wheel,
    "records": Record,
}
"""The shelves whose things have a file and a page each, and what stands on them."""

LIST_SHELVES = {
    "resources": Resource,
    "topics": Topic,
    "safety_frames": SafetyFrame,
    "texts": SharedText,
    "retired": Retired,
}
"""The shelves that are one file each, a list of entries."""

PAGE_FOLDERS = {
    "guides": "guides",
    "sessions": "sessions",
    "workshops": "workshops",
    "question_banks": "questions",
    "wheels": "wheels",
    "records": "records",
    "topics": "topics",
}
"""From shelf to the folder of its pages on the site."""


def page_of(shelf: str, id: str) -> str:
    """The address of a document's or a topic's page, below the site's own."""
    return f"{PAGE_FOLDERS[shelf]}/{id}/"


def markdown_of(address: str) -> str:
    """The Markdown file below the docs folder that makes the page at an address."""
    return f"{address.removesuffix('/')}.md"


def short_page_of(resource: str) -> str:
    """The short address of a resource, for paper: it stays when the resource moves."""
    return f"r/{resource}/"


LINKED_SHELVES = {
    "guide": "guides",
    "session": "sessions",
    "workshop": "workshops",
    "question-bank": "question_banks",
    "wheel": "wheels",
    "record": "records",
    "topic": "topics",
    "resource": "resources",
}
"""From the first word of a link, as in `guide:its-id`, to the shelf it leads to."""


FRAME_IDS = frozenset({"content", "contents-title", "downloads", "index", "missing", "search", "top"})
"""Names that pages use themselves, in an address or as a place on the page: nothing an author writes may have them."""
_FRAME_PREFIXES = ("icon-", "kind-")
_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""File names that Windows keeps for devices (https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


def kept_for(shelf: str, id: str) -> str:
    """Who keeps an id for itself, "the site" or "Windows", or an empty string where it is free."""
    if _WINDOWS.fullmatch(id):
        return "Windows"
    is_place = shelf == "resources" and id.startswith(_FRAME_PREFIXES)  # resources are places on one page
    return "the site" if id in FRAME_IDS or is_place else ""


def link_of(shelf: str, id: str) -> str:
    """How a link names something in the library: "guide:its-id"."""
    return next(f"{kind}:{id}" for kind, named in LINKED_SHELVES.items() if named == shelf)


def address_of(link: str) -> str:
    """Where a link such as `guide:its-id` or `page:its-name` leads, below the site's own address."""
    kind, _, id = link.partition(":")
    if kind == "page":
        return f"{id}/"
    return f"resources/#{id}" if kind == "resource" else page_of(LINKED_SHELVES[kind], id)


def resources_of(document: Document) -> tuple[str, ...]:
    """Ids of the resources a document names, each once: listed, played in a step, or given as a source."""
    listed = document.resources if isinstance(document, Guide) else ()
    played = [clip.resource for clip in document.plan.media] if isinstance(document, Gathering) else []
    sources = [source.resource for source in document.sources if source.resource]
    return tuple(dict.fromkeys([*listed, *played, *sources]))
