"""Lists that are too long for one page: where each of their pages stands, and what stands on it."""

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")
CARDS = 100
"""Documents on one page of a list."""
ENTRIES = 70
"""Resources on one page of the catalogue, where each takes more room."""


def pages_of(entries: Sequence[_T], size: int) -> tuple[tuple[_T, ...], ...]:
    """A list in pages, each full but the last; one empty page for an empty list."""
    return tuple(tuple(entries[start : start + size]) for start in range(0, max(len(entries), 1), size))


def page_address(folder: str, number: int) -> str:
    """Where a page of a list stands. folder: the address of its first, which it keeps however long the list grows."""
    return folder if number == 1 else f"{folder}page/{number}/"
