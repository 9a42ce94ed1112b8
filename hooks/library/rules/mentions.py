"""What an entry says of what stands elsewhere: gathered once, and true for as long as its file does not change."""

from collections.abc import Iterator
from dataclasses import dataclass

from library.core.walk import Road, leaves, marked
from library.types.plain import Named
from library.types.ref import Credit, Inside, Marker, is_link
from library.types.text import Text

from .people import persons_in, words_of


@dataclass(frozen=True)
class Mentions:
    """What an entry names, each with the road to it.

    names: of entries and kinds, with the annotation that says of which. links: to something in the library.
    persons: who is named where no credit is given. credits: whom it gives credit to, as published.
    """

    names: tuple[tuple[Road, Marker, str], ...] = ()
    links: tuple[tuple[Road, str], ...] = ()
    persons: tuple[tuple[Road, str], ...] = ()
    credits: tuple[str, ...] = ()


def mentions_in(entry: Named) -> Mentions:
    """Everything an entry names that is no part of itself."""
    markers = tuple(marked(entry))
    credited = {road for road, marker, _ in markers if isinstance(marker, Credit)}
    written = tuple(leaves(entry))
    return Mentions(
        names=tuple(name for name in markers if not isinstance(name[1], Credit | Inside)),
        links=tuple(_links(written)),
        persons=tuple(_persons(written, credited)),
        credits=tuple(dict.fromkeys(words for road, _, words in markers if road in credited)),
    )


def _links(written: tuple[tuple[Road, Text | str], ...]) -> Iterator[tuple[Road, str]]:
    for road, leaf in written:
        if isinstance(leaf, Text):
            yield from ((road, target) for target in leaf.links if is_link(target))


def _persons(written: tuple[tuple[Road, Text | str], ...], credited: set[Road]) -> Iterator[tuple[Road, str]]:
    for road, leaf in written:
        if road not in credited:
            yield from ((road, name) for name in dict.fromkeys(name for _, name in persons_in(words_of(leaf))))
