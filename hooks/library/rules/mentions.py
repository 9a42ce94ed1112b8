"""What an entry says of what stands elsewhere: gathered once, and true for as long as its file does not change."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from library.core.document import Document
from library.core.walk import Road, leaves, marked
from library.problems import Mistake
from library.types.plain import Named
from library.types.ref import Credit, Inside, Marker, is_link
from library.types.text import Text

from .people import contacts_in, folded, persons_in
from .wording import acronyms_in, asked_in, runs_in

_T = TypeVar("_T")


@dataclass(frozen=True)
class Mentions:
    """What an entry names, each with the road to it.

    names: of entries and kinds, with the annotation that says of which. links: to something in the library.
    contacts: phone numbers and mailboxes, as mistakes. persons: who is named where no credit is given.
    credits: whom it gives credit to, as published.
    asked: its questions, as they are compared. acronyms: those it does not explain.
    runs: a sample of its words in a row.
    """

    names: tuple[tuple[Road, Marker, str], ...] = ()
    links: tuple[tuple[Road, str], ...] = ()
    contacts: tuple[tuple[Road, Mistake], ...] = ()
    persons: tuple[tuple[Road, str], ...] = ()
    credits: tuple[str, ...] = ()
    asked: tuple[tuple[Road, str], ...] = ()
    acronyms: tuple[tuple[Road, str], ...] = ()
    runs: frozenset[int] = frozenset()


def _in_the_models_order(road: Road) -> int:
    return 0


def mentions_in(entry: Named, line: Callable[[Road], int] = _in_the_models_order) -> Mentions:
    """Everything an entry names that is no part of itself. line: of a value in its file."""
    markers = tuple(marked(entry))
    credited = {road for road, marker, _ in markers if isinstance(marker, Credit)}
    written = [(road, leaf, leaf.plain if isinstance(leaf, Text) else leaf) for road, leaf in leaves(entry)]
    words = [(road, folded(_with_links(leaf, text))) for road, leaf, text in written]
    texts = [(road, text) for road, _, text in written] if isinstance(entry, Document) else []
    return Mentions(
        names=tuple(name for name in markers if not isinstance(name[1], Credit | Inside)),
        links=tuple(_links(written)),
        contacts=_unique((road, told) for road, text in words for _, told in contacts_in(text)),
        persons=_unique((road, name) for road, text in words if road not in credited for _, name in persons_in(text)),
        credits=tuple(dict.fromkeys(words for road, _, words in markers if road in credited)),
        asked=tuple(asked_in(entry)),
        acronyms=tuple(acronyms_in(texts, credited, line)),
        runs=runs_in(text for _, text in words) if isinstance(entry, Document) else frozenset(),
    )


def _with_links(leaf: Text | str, text: str) -> str:
    """A text's plain words, and where its links lead."""
    return f"{text} {' '.join(leaf.links)}" if isinstance(leaf, Text) else text


def _links(written: Iterable[tuple[Road, Text | str, str]]) -> Iterator[tuple[Road, str]]:
    for road, leaf, _ in written:
        if isinstance(leaf, Text):
            yield from ((road, target) for target in leaf.links if is_link(target))


def _unique(everything: Iterable[_T]) -> tuple[_T, ...]:
    """Each once, however often it stands in a text."""
    return tuple(dict.fromkeys(everything))
