"""The page on how the outside addresses do: by state in a chart, and by publisher. It tells of what was asked alone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from library.core.catalogue import RESOURCE
from library.core.health import NEED_A_PERSON, LinkState
from library.core.library import Library
from library.sections.blocks import Extra, Section, Words
from library.sections.phrases import sentence
from library.texts import Texts

from .lists import Link, Links, Table

STATES = (*get_args(LinkState), "not-asked-yet")
"""How an address may stand, in the order in which that is told."""
_WIDTH = 160.0
"""The longest bar, in units of the drawing."""


@dataclass(frozen=True)
class Bar:
    """One state of outside addresses: what it is called, how many stand so, and the length of its bar."""

    name: str
    count: int
    length: float


@dataclass(frozen=True)
class Chart(Extra):
    """A bar for each state. title: what it shows, for who can't see it."""

    title: str
    bars: tuple[Bar, ...]


def sections(library: Library, texts: Texts) -> Iterator[Section]:
    """In which sections the page is told."""
    say, standings = texts.say, _standings(library)
    asked = [health.last_checked for health in map(library.health_of, library[RESOURCE].values()) if health]
    if not asked:
        pending = say("outside.pending", count=len(standings))
        yield Section("", "", (Words(pending), Words(say("outside.how-we-count"))))
        return
    last = say("outside.last-asked", day=texts.day(max(asked)))
    yield Section("", "", (Words(f"{last} {say('outside.how-we-count')}"),))
    yield Section("all", say("outside.all"), tuple(_all(standings, texts)))
    needed = tuple(_needing_a_person(library, texts))
    needs = Links(needed) if needed else Words(say("outside.nothing-needed"))
    yield Section("needs-a-person", say("outside.needs-a-person"), (needs,))
    yield Section("by-publisher", say("outside.by-publisher"), (_by_publisher(library, standings, texts),))


def _standings(library: Library) -> dict[str, str]:
    """From the id of each resource with an address to how that address stands."""
    return {
        resource.id: health.state if (health := library.health_of(resource)) else "not-asked-yet"
        for resource in library[RESOURCE].values()
        if resource.url
    }


def _all(standings: dict[str, str], texts: Texts) -> Iterator[Chart | Table | Words]:
    """A bar and a row for each state that any address is in; a sentence where all are in one."""
    bars = _bars(standings, texts)
    rows = tuple((sentence(bar.name), str(bar.count)) for bar in bars)
    if len(bars) > 1:
        yield Chart(texts.say("outside.chart"), bars)
        head = (texts.say("outside.state"), texts.say("outside.addresses"))
        yield Table(texts.say("outside.by-state"), head, rows)
    else:
        yield Words(_line(*rows[0], texts))


def _bars(standings: dict[str, str], texts: Texts) -> tuple[Bar, ...]:
    counts = Counter(standings.values())
    most = max(counts.values())
    lengths = ((state, counts[state], round(_WIDTH * counts[state] / most, 1)) for state in STATES if counts[state])
    return tuple(Bar(texts.say(f"state.{state}"), count, length) for state, count, length in lengths)


def _needing_a_person(library: Library, texts: Texts) -> Iterator[Link]:
    for resource in library[RESOURCE].values():
        health = library.health_of(resource)
        if health and health.state in NEED_A_PERSON:
            standing = texts.say(f"standing.{health.state}")
            since = {"publisher": resource.publisher, "standing": standing, "day": texts.day(health.since)}
            address = library.address_of(RESOURCE.link_to(resource.id))
            yield Link(resource.title, address, texts.say("outside.since", **since))


def _by_publisher(library: Library, standings: dict[str, str], texts: Texts) -> Table | Words:
    """Each publisher with how many of its addresses stand how, in the order of names."""
    stand = Counter((library[RESOURCE][id].publisher, state) for id, state in standings.items())
    rows = []
    for publisher in sorted({publisher for publisher, _ in stand}):
        counts = ((stand[publisher, state], state) for state in STATES)
        told = ", ".join(f"{count} {texts.say(f'state.{state}')}" for count, state in counts if count)
        rows.append((publisher, told))
    if len(rows) == 1:
        return Words(_line(*rows[0], texts))
    head = (texts.say("outside.publisher"), texts.say("outside.its-addresses"))
    return Table(texts.say("outside.publishers"), head, tuple(rows))


def _line(name: str, value: str, texts: Texts) -> str:
    return texts.say("outside.line", name=name, value=value)
