"""The editors' list of the words people use, as the finder reads it."""

from collections.abc import Iterator
from dataclasses import dataclass

from library.core.library import Library
from library.core.synonyms import SYNONYMS, Sets

from .search import slug


@dataclass(frozen=True)
class Row:
    """Words that mean the same.

    urgent: the address below the site's to go to first, or empty. field: of the finder's form that they set, or empty;
    value: what they set it to. A number in the words takes the value as many times.
    """

    words: tuple[str, ...]
    urgent: str = ""
    field: str = ""
    value: str = ""


def rows(library: Library) -> Iterator[Row]:
    """Yield every row of the list."""
    for row in library[SYNONYMS].values():
        urgent = library.address_of(row.urgent) if row.urgent else ""
        yield Row(row.words, urgent, *(_answer(row.sets) if row.sets else ()))


def _answer(sets: Sets) -> tuple[str, str]:
    """The field of the form that is set, and to what. One field asks for what the library keeps and others publish."""
    if sets.resource:
        return "kind", slug(sets.resource)
    [(field, value)] = sets.model_dump(exclude_unset=True).items()
    return field, str(value)
