"""The sheets that documents of a kind have on paper: what each is called, and what of a document it shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

SUMMARY = "summary"
"""What a sheet names in place of a section where it opens with the document's summary."""
PACK = "pack"
"""What the name of the file ends with that holds all sheets of a document, after the document's id."""

Layout = Literal[
    "told", "two-sides", "roles", "cards", "wheel", "wheel-to-fill-in", "two-wheels", "grid", "form"
]  # fmt: skip
"""How a sheet is laid out.

told: section after section. two-sides: the running order on one side, what keeps people safe on the other. form: what
it asks for, with lines, on one page. The others draw what a document has of that: cards to cut out, wheels.
"""
Size = Literal["a4", "a3"]
Copies = Literal["one", "each", "role", "set"]
"""How many of a sheet are printed: one, one for each person, one for each who takes a role, or a set on both sides."""


def _nothing_more(document: Any, tell: Any) -> Iterator[Any]:
    yield from ()


def _any_document(document: Any) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class SheetOutline:
    """One sheet that each document of a kind has.

    name: what its file's name ends with, after the document's id.
    title: the key of what readers call it; empty where what it shows has a title of its own.
    shows: ids of the sections it tells, in order, with all below them. A document that lacks one is told without it.
    without: ids of sections below those that it leaves out.
    also: tells sections that this sheet alone has, given the document and whoever tells; `shows` names them too.
    sizes: of the paper it is made for. A pack holds it in the first.
    copies: how many are printed, for the cover of a pack.
    is_packed: whether the pack of its own document holds it.
    is_lent: whether the packs of documents that name its document hold it too.
    is_for: says of a document whether it has this sheet.
    """

    name: str
    title: str = ""
    shows: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    also: Callable[[Any, Any], Iterator[Any]] = _nothing_more
    layout: Layout = "told"
    sizes: tuple[Size, ...] = ("a4",)
    copies: Copies = "each"
    is_packed: bool = True
    is_lent: bool = False
    is_for: Callable[[Any], bool] = _any_document

    @property
    def files(self) -> tuple[str, ...]:
        """What the names of its files end with, after the document's id: one for each size."""
        return (self.name, *(f"{self.name}-{size}" for size in self.sizes[1:]))
