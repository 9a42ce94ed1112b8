"""The editors' list of the words people use, as the finder reads it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markdown.extensions.toc import slugify

from library.core.library import Library
from library.core.synonyms import SYNONYMS, Sets

from .search import slug


@dataclass(frozen=True)
class Row:
    """Words that mean the same.

    urgent: the address below the site's to go to first, or empty; part: the heading of the part of it that is meant.
    first: the addresses of what comes first among what is found. unset: the field that no words beside them set, or
    empty. optional: whether what is found need not hold them. field: of the finder's form that they set, or empty;
    value: what they set it to. A number in the words takes the value as many times.
    """

    words: tuple[str, ...]
    urgent: str = ""
    part: str = ""
    first: tuple[str, ...] = ()
    unset: str = ""
    optional: bool = False
    field: str = ""
    value: str = ""


def rows(library: Library) -> Iterator[Row]:
    """Yield every row of the list."""
    for row in library[SYNONYMS].values():
        place = f"#{slugify(row.part, '-')}" if row.part else ""
        field, value = _answer(row.sets) if row.sets else ("", "")
        yield Row(
            words=row.words,
            urgent=library.address_of(row.urgent) + place if row.urgent else "",
            part=row.part or "",
            first=tuple(library.address_of(link) for link in row.first),
            unset=row.unset or "",
            optional=row.optional,
            field=field,
            value=value,
        )


def _answer(sets: Sets) -> tuple[str, str]:
    """The field of the form that is set, and to what. One field asks for what the library keeps and others publish."""
    if sets.resource:
        return "kind", slug(sets.resource)
    [(field, value)] = sets.model_dump(exclude_unset=True).items()
    return field, str(value)
