"""Outside resources as rows of a list: what each says in words with icons, and what a filter may ask of it."""

from collections.abc import Iterable, Iterator

from library.core.catalogue import RESOURCE, Opening, Resource, Way
from library.core.library import Library
from library.formats.search import slug
from library.sections.blocks import Fact, ResourceLink
from library.sections.phrases import sentence
from library.types.text import Phrase

from .lists import Link
from .making import Maker
from .shelf import More, Row, Rows

_MOST_USERS = 12
"""Documents that an entry names of those that use it."""
_LOCKS: dict[Opening, str] = {
    "open": "access", "perhaps-account": "account", "account": "account", "members": "account"
}  # fmt: skip
"""From what it takes to open a resource to the icon that goes with it, where that is known."""
_WAYS: dict[Way, str] = {"call": "upset", "watch": "run", "listen": "listen", "use": "kit", "read": "read"}
"""From what people do with a resource to the icon that goes with it."""


def rows(resources: Iterable[Resource], make: Maker, *, is_brief: bool = False) -> Rows:
    """Resources in a list. is_brief: without a place on the page, and what is behind a line."""
    return Rows(tuple(_row(resource, make, is_brief=is_brief) for resource in resources))


def facts(resource: Resource, make: Maker) -> tuple[Fact, ...]:
    """What a resource is, how long it takes and what it takes to open it; when it was last looked at, if ever."""
    return tuple(_facts(resource, make.tell.resource(resource), make))


def made_by(resource: Resource, make: Maker) -> str:
    """Who made a resource, and in which edition we know it, in a line."""
    edition = make.say("resource.edition", year=str(resource.edition_year)) if resource.edition_year else ""
    publisher = "" if resource.publisher == resource.title else resource.publisher
    return " · ".join(filter(None, (resource.by, publisher, edition)))


def notes(resource: Resource) -> tuple[Phrase, ...]:
    """What its entry says of a resource: of its address, of opening it, and of its edition."""
    return tuple(note for note in (resource.url_note, resource.access_note, resource.edition_note) if note)


def looked_at(resource: Resource, make: Maker) -> str:
    """When its address was last looked at and how it did, and when it is to be looked at again, or first."""
    looked = make.library.checked_on(resource)
    again = make.say("shelf.look-again" if looked else "shelf.look-first", day=make.texts.day(resource.review_by))
    return f"{make.tell.phrases.checked(resource, make.library)} {again}"


def users(resource: Resource, make: Maker) -> tuple[tuple[Link, ...], int]:
    """The documents that name a resource, as many as are shown, and how many more there are."""
    named = tuple(Link(document.title, kind.page_of(document.id)) for kind, document in make.library.used_in(resource))
    return named[:_MOST_USERS], max(0, len(named) - _MOST_USERS)


def _row(resource: Resource, make: Maker, *, is_brief: bool) -> Row:
    link = make.tell.resource(resource)
    is_outside = link.is_sure and link.address is not None
    shown, further = users(resource, make)
    more = More(notes(resource), looked_at(resource, make), shown, further)
    return Row(
        id="" if is_brief else resource.id,
        title=resource.title,
        address=link.address if is_outside and link.address else RESOURCE.page_of(resource.id),
        is_outside=is_outside,
        facts=tuple(_facts(resource, link, make)),
        by=made_by(resource, make),
        why=resource.why,
        answers=_answers(resource, make.library),
        more=more if is_outside and not is_brief else None,
    )


def _facts(resource: Resource, link: ResourceLink, make: Maker) -> Iterator[Fact]:
    say, phrases = make.say, make.tell.phrases
    kind = sentence(say(f"resource-kind.{resource.kind.replace(' ', '-')}-one"))
    yield Fact("kind", _WAYS[resource.way], say("shelf.format"), kind)
    if resource.minutes:
        yield Fact("time", "time", say("facts.time"), phrases.minutes(resource.minutes))
    yield Fact("access", _LOCKS.get(make.library.opening(resource), "unknown"), say("shelf.free"), link.access)
    if resource.transcript is not None:
        transcript = say("resource.transcript" if resource.transcript else "resource.no-transcript")
        yield Fact("transcript", "read", say("shelf.transcript"), transcript)
    if not link.is_sure:
        doubt = "dead" if link.dead else resource.url_status
        yield Fact("doubt", "unknown", say("shelf.address"), say(f"doubt.{doubt}"))
    elif checked := make.library.checked_on(resource):
        yield Fact("checked", "time", say("shelf.checked"), say("shelf.checked-on", day=make.texts.day(checked)))


def _answers(resource: Resource, library: Library) -> dict[str, str]:
    checked = library.checked_on(resource)
    answers = {
        "free": library.free(resource),
        "format": f"{resource.way} {slug(resource.kind)}",
        "minutes": str(resource.minutes.max) if resource.minutes else "",
        "topic": " ".join(resource.topics),
        "checked": checked.isoformat() if checked else "",
    }
    return {name: answer for name, answer in answers.items() if answer}
