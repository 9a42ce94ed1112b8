"""Rules that one kind alone has: the kind brings them."""

from collections.abc import Iterator

from library.core.library import Library

from .finding import Finding, Known


def each_kind_keeps_its_own_rules(library: Library, known: Known) -> Iterator[Finding]:
    """Whatever a kind says must hold in each of its entries."""
    for kind, entry in library.everything:
        for rule in kind.rules:
            for road, told in rule(entry):
                yield Finding(kind, entry.id, road, told)
