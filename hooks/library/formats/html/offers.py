"""What readers are offered to choose from: only what has something behind it. Pages with nothing yet stay, unlisted."""

import re
import sys
from collections.abc import Iterable
from typing import Any, TypeVar, get_args

from library.core.catalogue import RESOURCE, ResourceKind
from library.core.document import Document
from library.core.download import Offer
from library.core.gathering import Experience, Gathering, Intensity
from library.core.kind import DocumentKind
from library.core.library import PAGE, Library
from library.core.shared import TOPIC, Topic
from library.formats.search import slug
from library.sections.phrases import sentence
from library.texts import Texts

_D = TypeVar("_D", bound=Document)
KindAndDocument = tuple[DocumentKind[Any], Document]
"""A document with its kind."""
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
TIMES = (15, 30, 45, 60, 90)
"""The minutes that have a page of their own below find/. The pages stay; only those with something are offered."""

SOURCE = "guides"
"""Where an author would go to change what is offered."""


def sheets_in(variant: str, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Of what there is of a document: its sheets to print, in one variant, such as the standard one."""
    return tuple(offer for offer in offers if offer.format == "pdf" and offer.variant == variant)


def as_sorted(title: str) -> str:
    """What a list is sorted by where readers look something up by its title: an article in front does not count."""
    return _ARTICLE.sub("", title).casefold()


def by_title(documents: Iterable[_D]) -> list[_D]:
    """Documents in the order of their titles."""
    return sorted(documents, key=lambda document: as_sorted(document.title))


def fitting(library: Library, available: int) -> list[tuple[DocumentKind[Any], Gathering]]:
    """The gatherings that can be done in the minutes available, the shortest first, each with its kind."""
    return [(kind, gathering) for least, kind, gathering in library.timed if least <= available]


def longer(library: Library, available: int) -> list[tuple[int, DocumentKind[Any], Gathering]]:
    """The gatherings that take longer, the shortest first, each with the fewest minutes it takes and its kind."""
    return [timed for timed in library.timed if timed[0] > available]


def times(library: Library) -> tuple[int, ...]:
    """The minutes in which something can be done, of those that have a page."""
    return tuple(minutes for minutes in TIMES if fitting(library, minutes))


def gentle(documents: Iterable[KindAndDocument]) -> list[tuple[DocumentKind[Any], Gathering]]:
    """The gatherings among some documents, those first that ask least of a group and of whoever leads it."""
    gatherings = [(kind, document) for kind, document in documents if isinstance(document, Gathering)]
    return sorted(gatherings, key=lambda named: _demand(named[1]))


def _demand(gathering: Gathering) -> tuple[int, int, int, str]:
    intensity = get_args(Intensity).index(gathering.intensity)
    experience = get_args(Experience).index(gathering.experience)
    return intensity, experience, gathering.minutes.min if gathering.minutes else sys.maxsize, gathering.title


def time_page(minutes: int) -> str:
    """The address of the page of what fits in some minutes."""
    return f"find/{minutes}-minutes/"


def topics(library: Library) -> tuple[Topic, ...]:
    """The topics that something is about, by what they are called."""
    kinds = (*library.document_kinds, RESOURCE)
    there = (topic for topic in library[TOPIC].values() if any(library.about(topic, kind) for kind in kinds))
    return tuple(sorted(there, key=lambda topic: as_sorted(topic.label)))


def kinds(library: Library, texts: Texts) -> dict[str, str]:
    """From each kind of thing that can be found to what it is called."""
    names = [kind.name for kind in (*library.document_kinds, TOPIC, RESOURCE) if library[kind]]
    return {name: texts.say(f"kinds.{name}-one") for name in (*names, PAGE)}


def media(library: Library, texts: Texts) -> dict[str, str]:
    """From each kind of outside resource that there is to what it is called, in the order of the catalogue."""
    there = {resource.kind for resource in library[RESOURCE].values()}
    slugs = [slug(kind) for kind in get_args(ResourceKind) if kind in there]
    return {name: sentence(texts.say(f"resource-kind.{name}-one")) for name in slugs}


def scales() -> dict[str, tuple[str, ...]]:
    """From the name of each answer that means "this or less" to its values, the least demanding first."""
    return {"experience": get_args(Experience), "intensity": get_args(Intensity)}
