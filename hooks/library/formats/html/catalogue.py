"""The catalogue of outside resources, and the page that a printed address of one leads to."""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urlsplit

from library.core.catalogue import RESOURCE, Resource
from library.core.page_file import markdown_of
from library.core.paging import ENTRIES
from library.sections.blocks import Section
from library.sections.phrases import sentence
from library.types.text import Phrase

from .lists import Address, Entry, Link, Sentence, ShortAddress, Strong
from .making import Maker
from .page import Front, HtmlPage

FOLDER = RESOURCE.place.partition("#")[0]
"""Where the catalogue begins."""
_MOST_USERS = 12
"""Documents that an entry names of those that use it."""


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The catalogue, and a short page for each of its resources."""
    summary = make.say("kinds.resource-summary")
    front = Front(make.many(RESOURCE.name), summary)
    ordered = tuple(resource for page in make.library.catalogue for resource in page)
    yield from make.list_pages(
        markdown_of(FOLDER),
        RESOURCE.source,
        front,
        ordered,
        lambda listed: _groups(listed, make),
        size=ENTRIES,
        opening=summary,
    )
    for resource in make.library[RESOURCE].values():
        yield _short(resource, make)


def _groups(resources: tuple[Resource, ...], make: Maker) -> Iterator[Section]:
    named = tuple((name, Strong(make.say(f"catalogue.{name}"))) for name in ("itself", "related", "publisher"))
    yield Section("", "", (Sentence("catalogue.how-sure", named),))
    for kind, members in groupby(resources, key=lambda resource: resource.kind):
        slug = kind.replace(" ", "-")
        entries = (Section(resource.id, resource.title, (_entry(resource, make),)) for resource in members)
        yield Section(f"kind-{slug}s", make.say(f"resource-kind.{slug}-many"), sections=tuple(entries))


def _entry(resource: Resource, make: Maker) -> Entry:
    users = make.library.used_in(resource)
    return Entry(
        _address(resource, make),
        _notes(resource, resource.edition_note),
        make.say("catalogue.look-again", day=make.texts.day(resource.review_by)),
        tuple(Link(document.title, kind.page_of(document.id)) for kind, document in users[:_MOST_USERS]),
        max(0, len(users) - _MOST_USERS),
    )


def _short(resource: Resource, make: Maker) -> HtmlPage:
    leads_to = make.library.leads_at_once(resource) or ""
    kind = sentence(make.say(f"resource-kind.{resource.kind.replace(' ', '-')}-one"))
    description = make.say("catalogue.kind-by", kind=kind, publisher=resource.publisher)
    front = Front(resource.title, description, refresh=leads_to)

    def sections() -> Iterator[Section]:
        address = make.library.address_of(RESOURCE.link_to(resource.id))
        yield Section("", "", (ShortAddress(_address(resource, make), leads_to, _notes(resource), address),))

    source = make.library.origin_of(RESOURCE, resource.id).path
    return make.page(markdown_of(RESOURCE.page_of(resource.id)), source, front, sections)


def _address(resource: Resource, make: Maker) -> Address:
    health = make.library.health_of(resource)
    return Address(
        make.tell.resource(resource),
        make.say(f"address.{resource.url_status}"),
        home=_home_of(resource.url) if resource.url else "",
        archive=(health and health.archive) or "",
        may_need_account=make.library.needs_account(resource) and not resource.needs_account,
    )


def _notes(resource: Resource, *further: Phrase | None) -> tuple[Phrase, ...]:
    return tuple(note for note in (resource.url_note, resource.access_note, *further) if note)


def _home_of(address: str) -> str:
    """A publisher's site: an address without its path."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/"
