"""The catalogue of outside resources, and the page of each: a printed address leads there."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlsplit

from library.core.catalogue import RESOURCE, Resource
from library.core.page_file import markdown_of
from library.core.paging import ENTRIES
from library.sections.blocks import Fact, ResourceLink, Section, Words
from library.sections.phrases import sentence

from . import rows
from .filters import filters
from .making import Maker
from .page import Folded, Front, HtmlPage
from .shelf import Entry, Lost, Way

FOLDER = RESOURCE.place.partition("#")[0]
"""Where the catalogue begins."""


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The catalogue, and a page for each of its resources."""
    summary = make.say("kinds.resource-summary")
    front = Front(make.many(RESOURCE.name), summary, tools=("catalogue",))
    ordered = tuple(resource for page in make.library.catalogue for resource in page)
    yield from make.list_pages(
        markdown_of(FOLDER),
        RESOURCE.source,
        front,
        ordered,
        lambda listed: _page(listed, make),
        size=ENTRIES,
        opening=summary,
    )
    for resource in make.library[RESOURCE].values():
        yield _entry_page(resource, make)


def _page(listed: tuple[Resource, ...], make: Maker) -> Iterator[Section]:
    """A page of the catalogue. Its filters narrow all of them: the script fetches the others once somebody chooses."""
    if not listed:
        yield Section("", "", (Words(make.say("page.nothing-yet")),))
        return
    yield Section("", "", (Words(_how_far_checked(make)),))
    yield Section("", "", (filters(make),), tuple(_parts(listed, make)))


def _how_far_checked(make: Maker) -> str:
    """Where titles lead, of how many nobody knows what they cost, and how many were looked at since: said once."""
    resources = make.library[RESOURCE].values()
    unknown = sum(make.library.opening(resource) == "unknown" for resource in resources)
    cost = make.say("shelf.cost-unknown", count=unknown, all=len(resources)) if unknown else ""
    days = [make.library.checked_on(resource) for resource in resources if resource.url]
    checked = len(days) - days.count(None)
    told = make.say("shelf.some-checked" if checked else "shelf.none-checked", count=checked, all=len(days))
    return " ".join(filter(None, (make.say("shelf.where-titles-lead"), cost, told)))


def _parts(listed: tuple[Resource, ...], make: Maker) -> Iterator[Section]:
    """What we are sure of by what people do with it, and then what we are not sure of, folded up."""
    for is_sure, resources in groupby(listed, key=make.library.is_sure):
        if is_sure:
            for way, members in groupby(resources, key=lambda resource: resource.way):
                yield Section(f"kind-{way}", make.say(f"shelf.{way}"), (rows.rows(members, make),))
        else:
            doubtful = tuple(resources)
            told = replace(rows.rows(doubtful, make), why=make.say("shelf.why-doubtful"))
            yield Folded("kind-doubtful", make.say("shelf.doubtful"), (told,))


def _entry_page(resource: Resource, make: Maker) -> HtmlPage:
    leads_to = make.library.leads_at_once(resource) or ""
    kind = sentence(make.say(f"resource-kind.{resource.kind.replace(' ', '-')}-one"))
    description = make.say("shelf.kind-by", kind=kind, publisher=resource.publisher)
    front = Front(resource.title, description, refresh=leads_to)
    source = make.library.origin_of(RESOURCE, resource.id).path

    def sections() -> Iterator[Section]:
        yield Section("", "", (_entry(resource, make, is_taken=bool(leads_to)),))

    return make.page(markdown_of(RESOURCE.page_of(resource.id)), source, front, sections)


def _entry(resource: Resource, make: Maker, *, is_taken: bool) -> Entry:
    link = make.tell.resource(resource)
    users, further = rows.users(resource, make)
    may_need = make.library.opening(resource) == "perhaps-account"
    return Entry(
        facts=tuple(_facts(resource, link, make)),
        by=rows.made_by(resource, make),
        why=resource.why,
        way=_way(resource, link, make),
        is_taken=is_taken,
        lost=_lost(resource, link, make),
        notes=(*rows.notes(resource), *((make.say("page.may-need-account"),) if may_need else ())),
        looked_at=rows.looked_at(resource, make),
        users=users,
        further=further,
        catalogue=make.library.place_of(resource),
    )


def _facts(resource: Resource, link: ResourceLink, make: Maker) -> Iterator[Fact]:
    """The facts of a resource on its own page. Where there is no address, a sentence below says so and what to do."""
    is_told = link.address is None and not link.dead
    unknown = {"doubt", *(("access",) if make.library.opening(resource) == "unknown" else ())}
    yield from (fact for fact in rows.facts(resource, make) if not (is_told and fact.id in unknown))


def _way(resource: Resource, link: ResourceLink, make: Maker) -> Way | None:
    if link.address is None:
        return None
    values = {"title": resource.title, "publisher": resource.publisher}
    return Way(link.address, make.say(f"open.{resource.url_status}", **values))


def _lost(resource: Resource, link: ResourceLink, make: Maker) -> Lost | None:
    health = make.library.health_of(resource)
    if not link.dead or not resource.url:
        return None
    return Lost(link.dead, _home_of(resource.url), (health and health.archive) or "")


def _home_of(address: str) -> str:
    """A publisher's site: an address without its path."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/"
