"""Rules about variants of one document."""

from collections.abc import Iterator

from library.core.library import Library
from library.core.variant import Variant
from library.problems import excerpt, mistake

from .finding import Finding, Names


def variants_are_told_apart(library: Library, existing: Names) -> Iterator[Finding]:
    """Variants are all of one document, and each has a name of its own to choose it by."""
    for kind, document in library.documents:
        if not isinstance(document, Variant):
            continue
        first = library[kind].get(document.variant_of or "")
        if first is document:
            yield Finding(kind, document.id, ("variant_of",), mistake("variant-of-itself"))
        elif isinstance(first, Variant) and first.variant_of not in (None, first.id):
            told = mistake("variant-of-a-variant", id=excerpt(first.id), first=first.variant_of)
            yield Finding(kind, document.id, ("variant_of",), told)
        others = [other for other in library.variants(kind, document) if other is not document]
        if others and document.variant is None:
            yield Finding(kind, document.id, (), mistake("variant-without-name", other=others[0].id))
        elif same := [other.id for other in others if _name(other) == _name(document)]:
            yield Finding(kind, document.id, ("variant",), mistake("variant-name-used-twice", other=same[0]))


def _name(document: Variant) -> str:
    return (document.variant or "").casefold()
