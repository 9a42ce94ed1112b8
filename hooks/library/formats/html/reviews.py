"""The page on reviews: what is a draft, what nobody has reviewed yet, and when each document is looked at again."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from library.core.catalogue import RESOURCE
from library.core.document import Document
from library.core.kind import DocumentKind
from library.sections.blocks import Section, Words
from library.sections.phrases import sentence

from .lists import Link, Links
from .making import Maker

_Named = tuple[DocumentKind[Any], Document]
_MOST = 200
"""Documents that one list names: of a thousand, the page would not open. It says how many more there are."""


def sections(make: Maker) -> Iterator[Section]:
    """In which sections the page is told. It says days, and never how many are left: it may be read on any day."""
    say, documents = make.say, tuple(make.library.documents)
    done = [document for _, document in documents if document.reviewed and document.lived_experience]
    counts = {"count": len(done), "all": len(documents)}
    counted = say("reviews.done", **counts) if done else say("reviews.none-done", all=len(documents))
    yield Section("", "", (Words(counted),))
    if drafts := [named for named in documents if make.library.is_draft(named[1])]:
        yield Section("drafts", say("reviews.drafts"), (Words(say("reviews.why-drafts")), *_links(drafts, make)))
    yield Section("waiting", say("reviews.waiting"), sections=tuple(_waiting(make)))
    yield Section("by-day", say("reviews.by-day"), sections=tuple(_by_day(documents, make)))


def ways(make: Maker) -> Iterator[Section]:
    """Where to see what waits for a review, what is to be looked at again by which day, and which addresses work."""
    say, page, days = make.say, "maintain/review/", _days(make)
    soonest = f" ({say('upkeep.next', day=make.texts.day(days[0]))})" if days else ""
    links = (
        Link(say("upkeep.by-day"), f"{page}#by-day", soonest),
        Link(say("upkeep.waiting"), f"{page}#waiting"),
        Link(say("outside.title"), "maintain/links/"),
    )
    yield Section("", "", (Links(links),))


def _days(make: Maker) -> list[date]:
    """The days on which something is to be looked at again, the next first."""
    resources = (resource.review_by for resource in make.library[RESOURCE].values())
    return sorted({*resources, *(document.review_by for _, document in make.library.documents)})


def _waiting(make: Maker) -> Iterator[Section]:
    """What lacks a review, by kind."""
    for kind in make.library.document_kinds:
        lacking = [(kind, document) for document in make.library[kind].values() if _lacks(document)]
        if lacking:
            title = make.say(f"kinds.{kind.name}-many")
            yield Section(f"waiting-{kind.slug}", title, tuple(_links(lacking, make, is_lacking=True)))


def _by_day(documents: tuple[_Named, ...], make: Maker) -> Iterator[Section]:
    """When each document is to be looked at again, the next first, and how many outside resources with them."""
    resources = [resource.review_by for resource in make.library[RESOURCE].values()]
    for day in _days(make):
        due = [named for named in documents if named[1].review_by == day]
        others = resources.count(day)
        words = [Words(make.say("reviews.resources", count=others))] if others else []
        yield Section(f"by-{day}", make.texts.day(day), (*_links(due, make), *words))


def _links(documents: list[_Named], make: Maker, *, is_lacking: bool = False) -> Iterator[Links | Words]:
    """Links to documents by their titles, and how many more there are; nothing where there is none."""
    in_order = sorted(documents, key=lambda named: named[1].title.casefold())
    if listed := in_order[:_MOST]:
        yield Links(tuple(_link(kind, document, make, is_lacking=is_lacking) for kind, document in listed))
    if further := len(in_order) - len(listed):
        yield Words(sentence(make.say("page.and-more", count=further)))


def _link(kind: DocumentKind[Any], document: Document, make: Maker, *, is_lacking: bool) -> Link:
    after = make.say(f"reviews.lacks-{_lacks(document)}" if is_lacking else f"kinds.{kind.name}-one")
    return Link(document.title, kind.page_of(document.id), f" ({after})")


def _lacks(document: Document) -> str:
    """Whose review a document lacks: "both", "practitioner" or "lived-experience"; nothing where it has both."""
    lacking = ("practitioner", document.reviewed), ("lived-experience", document.lived_experience)
    names = [name for name, review in lacking if not review]
    return "both" if len(names) == 2 else "".join(names)
