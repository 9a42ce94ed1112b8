"""What the catalogue can be narrowed by: only what leaves something to see."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from library.core.catalogue import RESOURCE, Free, Resource
from library.core.catalogue import Way as WayOfUse
from library.core.shared import TOPIC

from .lists import Choose
from .making import Maker
from .shelf import Filters
from .tools import tool

_STEPS = (5, 10, 20, 30, 60)
"""The minutes that somebody can say they have; offered where there is more to choose from than in fewer."""
_SINCE = ("month", "year", "never")
"""How long ago an address was looked at."""


def filters(make: Maker) -> Filters:
    """The filters of a page of the catalogue."""
    count = len(make.library[RESOURCE])
    return Filters(tool("catalogue", count=count), tuple(_questions(make)), make.say("shelf.all", count=count))


def _questions(make: Maker) -> Iterator[Choose]:
    """Each question that has an answer, with how many resources each answer leaves."""
    say, resources = make.say, tuple(make.library[RESOURCE].values())
    labels = {topic.id: topic.label for topic in make.library[TOPIC].values()}
    free = _counted(get_args(Free), (entry.free for entry in resources))
    yield from _choose("free", free, _named("free", make), make)
    ways = _counted(get_args(WayOfUse), (entry.way for entry in resources))
    yield from _choose("format", ways, _named("format", make), make)
    yield from _choose("minutes", _minutes(resources), lambda most: say("shelf.up-to", count=int(most)), make)
    topics = _counted(labels, (topic for entry in resources for topic in entry.topics))
    yield from _choose("topic", topics, lambda topic: labels[topic], make)
    if any(map(make.library.checked_on, resources)):
        yield Choose("checked", say("shelf.checked"), tuple((since, say(f"shelf.checked-{since}")) for since in _SINCE))


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
