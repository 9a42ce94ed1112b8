"""The page on how the outside addresses do: by state in a chart, and by publisher."""

from collections import Counter
from collections.abc import Iterator

from library.core.catalogue import RESOURCE
from library.core.library import Library
from library.sections.blocks import Section, Words
from library.sections.phrases import sentence
from library.texts import Texts

from .lists import Bar, Chart, Link, Links, Table

STATES = ("ok", "moved", "needs-account", "cannot-tell", "broken", "gone", "not-asked-yet")
_NEED_A_PERSON = ("moved", "broken", "gone")
_WIDTH = 160.0
"""The longest bar, in units of the drawing."""


def sections(library: Library, texts: Texts) -> Iterator[Section]:
    """In which sections the page is told."""
    say = texts.say
    asked = say("outside.asked-weekly" if library.health else "outside.not-yet-asked")
    bars = _bars(library, texts)
    rows = tuple((sentence(bar.name), str(bar.count)) for bar in bars)
    publishers = tuple(_publishers(library, texts))
    needed = tuple(_needing_a_person(library, texts))
    yield Section("", "", (Words(f"{asked} {say('outside.how-we-count')}"),))
    chart = Chart(say("outside.chart"), bars)
    yield Section("all", say("outside.all"), (chart, Table((say("outside.state"), say("outside.addresses")), rows)))
    needs = Links(needed) if needed else Words(say("outside.nothing-needed"))
    yield Section("needs-a-person", say("outside.needs-a-person"), (needs,))
    head = (say("outside.publisher"), say("outside.its-addresses"))
    yield Section("by-publisher", say("outside.by-publisher"), (Table(head, publishers),))


def _standings(library: Library) -> dict[str, str]:
    """From the id of each resource with an address to how that address stands."""
    return {
        resource.id: health.state if (health := library.health_of(resource)) else "not-asked-yet"
        for resource in library[RESOURCE].values()
        if resource.url
    }


def _bars(library: Library, texts: Texts) -> tuple[Bar, ...]:
    counts = Counter(_standings(library).values())
    most = max(counts.values(), default=1)
    lengths = ((state, counts[state], round(_WIDTH * counts[state] / most, 1)) for state in STATES)
    return tuple(Bar(texts.say(f"state.{state}"), count, length) for state, count, length in lengths)


def _needing_a_person(library: Library, texts: Texts) -> Iterator[Link]:
    for resource in library[RESOURCE].values():
        health = library.health_of(resource)
        if health and health.state in _NEED_A_PERSON:
            standing = texts.say(f"standing.{health.state}")
            since = {"publisher": resource.publisher, "standing": standing, "day": texts.day(health.since)}
            address = library.address_of(RESOURCE.link_to(resource.id))
            yield Link(resource.title, address, texts.say("outside.since", **since))


def _publishers(library: Library, texts: Texts) -> Iterator[tuple[str, str]]:
    """Each publisher with how many of its addresses stand how, in the order of names."""
    stand = Counter((library[RESOURCE][id].publisher, state) for id, state in _standings(library).items())
    for publisher in sorted({publisher for publisher, _ in stand}):
        counts = ((stand[publisher, state], state) for state in STATES)
        yield publisher, ", ".join(f"{count} {texts.say(f'state.{state}')}" for count, state in counts if count)
