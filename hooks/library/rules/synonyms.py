"""Rules about the words people use to find things."""

import re
from collections.abc import Iterator

from library.core.library import Library
from library.core.synonyms import SYNONYMS
from library.problems import excerpt, mistake

from .finding import Finding, Names


def words_stand_in_one_row(library: Library, existing: Names) -> Iterator[Finding]:
    """A word stands once in the list of synonyms: in two rows, nobody could say which of them it means."""
    first: dict[str, str] = {}
    for row in library[SYNONYMS].values():
        for place, word in enumerate(row.words):
            plain = re.sub(r"[\W_]+", "", word.casefold())
            if plain in first:
                told = mistake("synonym-twice", word=excerpt(word), other=excerpt(first[plain]))
                yield Finding(SYNONYMS, row.id, ("words", place), told)
            first.setdefault(plain, row.id)
