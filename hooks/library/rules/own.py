"""Rules that one kind alone has: the kind brings them."""

from collections.abc import Iterator

from library.core.library import Library

from .finding import Finding, Names


def each_kind_keeps_its_own_rules(library: Library, existing: Names) -> Iterator[Finding]:
    """Whatever a kind says must hold in each of its entries."""
    for kind, entry in library.everything:
        for rule in kind.rules:
            for road, fault in rule(entry):
                yield Finding(kind, entry.id, road, fault)
