"""A long list of what people meet around, in order of how long it takes: people choose by the time they have."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from library.core.document import Document
from library.core.gathering import Gathering

from .offers import as_sorted

MANY = 12
"""How many documents can be taken in at once. Of more, those that people meet around stand under headings."""
_LONGEST = (20, 45, 60)
"""The most minutes that each heading but the last promises."""


def are_grouped(documents: Sequence[Document]) -> bool:
    """Whether there are so many that they stand under headings, and each has a length or could have one."""
    return len(documents) > MANY and all(isinstance(document, Gathering) for document in documents)


def in_order(documents: Iterable[Document]) -> list[Document]:
    """The shortest group first, and each group by its titles; a title's article does not count."""
    return sorted(documents, key=lambda document: (_place(document), as_sorted(document.title)))


def groups(documents: Iterable[Document]) -> Iterator[tuple[str, tuple[Document, ...]]]:
    """Documents that are in order, by the key of the heading they stand under."""
    names = (*(f"up-to-{minutes}" for minutes in _LONGEST), "longer")
    for place, group in groupby(documents, _place):
        yield names[place], tuple(group)


def _place(document: Document) -> int:
    """Under which heading it stands, counted from the shortest: what can take longer is no promise."""
    minutes = document.minutes.max if isinstance(document, Gathering) and document.minutes else None
    fitting = (place for place, most in enumerate(_LONGEST) if minutes is not None and minutes <= most)
    return next(fitting, len(_LONGEST))
