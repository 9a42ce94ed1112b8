"""What a pack holds of other documents: decided once, for paper and for the page that says what is in it."""

from collections.abc import Iterator
from typing import Any

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.sheet import SheetOutline

from .banks import banks_with

AnyKind = DocumentKind[Any]


def lenders(kind: AnyKind, document: Document, library: Library) -> Iterator[tuple[AnyKind, Document]]:
    """The documents whose sheets stand in the pack of another: those that go with it, then all of some kinds."""
    for other, lender in (*_going_with(kind, document, library), *_always(kind, library)):
        if lent(other, lender):
            yield other, lender


def lent(kind: AnyKind, document: Document) -> tuple[SheetOutline, ...]:
    """The sheets of a document that packs of others hold."""
    return tuple(outline for outline in kind.sheets if outline.is_lent and outline.is_for(document))


def _going_with(kind: AnyKind, document: Document, library: Library) -> Iterator[tuple[AnyKind, Document]]:
    """What a gathering uses, and the banks whose question cards its page offers, each once."""
    if not isinstance(document, Gathering):
        return
    link, deck = kind.link_to(document.id), library.listed_as("deck")
    banks = banks_with(link, document, library)
    for used in dict.fromkeys((*document.uses, *(deck.link_to(bank.id) for bank in banks))):
        name, _, id = used.partition(":")
        other = library.by_name.get(name)
        if isinstance(other, DocumentKind) and other not in kind.packed_with:
            yield other, library[other][id]


def _always(kind: AnyKind, library: Library) -> Iterator[tuple[AnyKind, Document]]:
    """All of the kinds that stand in every pack of a kind."""
    for other in kind.packed_with:
        yield from ((other, document) for document in library[other].values())
