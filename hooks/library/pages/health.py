"""How the outside addresses do, counted: by state for a chart, and by publisher."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from library.core.catalogue import RESOURCE
from library.core.library import Library

STATES = ("ok", "moved", "needs-account", "cannot-tell", "broken", "gone", "not asked yet")
WIDTH = 160.0
"""The longest bar, in units of the drawing."""


@dataclass(frozen=True)
class Bar:
    """One state: how many addresses stand so, and the length of its bar."""

    state: str
    count: int
    length: float


def standings(library: Library) -> dict[str, str]:
    """From the id of each resource with an address to how that address stands."""
    return {
        one.id: health.state if (health := library.health_of(one)) else "not asked yet"
        for one in library[RESOURCE].values()
        if one.url
    }


def bars(library: Library) -> list[Bar]:
    """A bar for each state."""
    counts = Counter(standings(library).values())
    most = max(counts.values(), default=1)
    return [Bar(state, counts[state], round(WIDTH * counts[state] / most, 1)) for state in STATES]


def by_publisher(library: Library) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Each publisher with how many of its addresses stand how, in the order of names."""
    stand = standings(library)
    for publisher in sorted({library[RESOURCE][id].publisher for id in stand}):
        counts = Counter(state for id, state in stand.items() if library[RESOURCE][id].publisher == publisher)
        yield publisher, [(counts[state], state) for state in STATES if counts[state]]
