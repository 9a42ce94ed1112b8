"""What the catalogue can be narrowed by: only what leaves something to see."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from library.core.catalogue import RESOURCE, Free, Resource, ResourceKind, way_of
from library.core.catalogue import Way as WayOfUse
from library.core.shared import TOPIC
from library.formats.search import slug

from .lists import Choose
from .making import Maker
from .shelf import Filters
from .tools import tool

_STEPS = (5, 10, 20, 30, 60)
"""The minutes that somebody can say they have; offered where there is more to choose from than in fewer."""
_ENOUGH = 0.1
"""The part of the resources whose length must be known before readers are asked how long they have."""
_SINCE = ("yes", "month", "year", "never")
"""Whether an address was ever looked at, and how long ago."""


def filters(make: Maker) -> Filters:
    """The filters of a page of the catalogue."""
    count = len(make.library[RESOURCE])
    return Filters(tool("catalogue", count=count), tuple(_questions(make)), make.say("shelf.all", count=count))


def _questions(make: Maker) -> Iterator[Choose]:
    """Each question that has an answer, with how many resources each answer leaves."""
    say, resources = make.say, tuple(make.library[RESOURCE].values())
    labels = {topic.id: topic.label for topic in make.library[TOPIC].values()}
    free = _counted(get_args(Free), map(make.library.free, resources))
    yield from _choose("free", free, _named("free", make), make)
    yield from _choose("format", _forms(resources), lambda form: _form(form, make), make)
    if sum(entry.minutes is not None for entry in resources) >= len(resources) * _ENOUGH:
        yield from _choose("minutes", _minutes(resources), lambda most: say("shelf.up-to", count=int(most)), make)
    topics = _counted(labels, (topic for entry in resources for topic in entry.topics))
    yield from _choose("topic", topics, lambda topic: labels[topic], make)
    if any(map(make.library.checked_on, resources)):
        yield Choose("checked", say("shelf.checked"), tuple((since, say(f"shelf.checked-{since}")) for since in _SINCE))


def _forms(resources: tuple[Resource, ...]) -> dict[str, int]:
    """From what people do with resources, and where that is several forms from each of these, to how many there are."""
    forms: dict[str, int] = {}
    for way, count in _counted(get_args(WayOfUse), (entry.way for entry in resources)).items():
        forms[way] = count
        below = _counted(get_args(ResourceKind), (entry.kind for entry in resources if entry.way == way))
        forms |= {slug(kind): number for kind, number in below.items()} if len(below) > 1 else {}
    return forms


def _form(form: str, make: Maker) -> str:
    """What people do with it, in words, or one form of that: "To read: papers"."""
    if form in get_args(WayOfUse):
        return make.say(f"shelf.format-{form}")
    [way] = {way_of(kind) for kind in get_args(ResourceKind) if slug(kind) == form}
    many = make.say(f"resource-kind.{form}-many")
    return make.say("shelf.form", way=make.say(f"shelf.format-{way}"), form=f"{many[:1].lower()}{many[1:]}")


def _choose(name: str, counts: dict[str, int], in_words: Callable[[str], str], make: Maker) -> Iterator[Choose]:
    if counts:
        answers = ((value, make.say("shelf.answer", answer=in_words(value), count=counts[value])) for value in counts)
        yield Choose(name, make.say(f"shelf.{name}"), tuple(answers))


def _named(name: str, make: Maker) -> Callable[[str], str]:
    return lambda value: make.say(f"shelf.{name}-{value}")


def _counted(values: Iterable[str], answers: Iterable[str]) -> dict[str, int]:
    counts = Counter(answers)
    return {value: counts[value] for value in values if counts[value]}


def _minutes(resources: Iterable[Resource]) -> dict[str, int]:
    lengths = [resource.minutes.max for resource in resources if resource.minutes]
    counts = {most: sum(length <= most for length in lengths) for most in _STEPS}
    fewer = dict(zip(_STEPS, (0, *counts.values()), strict=False))
    return {str(most): count for most, count in counts.items() if count > fewer[most]}
