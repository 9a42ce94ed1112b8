"""What was read, as it stands in the files: every entry of every kind, and where each was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from library.types.plain import Named

from .catalogue import RESOURCE
from .document import Document
from .health import Health
from .kind import DocumentKind, E, Kind, Listing
from .origin import Origin
from .shared import TOPIC
from .variant import Variant


@dataclass(frozen=True)
class Entries:
    """Everything that was read: `entries[GUIDE]["listening"]` is a guide. Entries stand in the order of their ids."""

    kinds: tuple[Kind[Any], ...]
    """Every kind there is, those of documents first."""
    entries: Mapping[str, Mapping[str, Any]]
    """From a kind's name to its entries by id."""
    pages: frozenset[str]
    """Names of the hand-written pages: docs/privacy.md is "privacy"."""
    health: Mapping[str, Health]
    """From an outside address to how it did when it was asked for."""
    origins: Mapping[tuple[str, str], Origin]
    """From a kind's name and an id, such as ("guide", "listening"), to where it was written."""

    def __getitem__(self, kind: Kind[E]) -> Mapping[str, E]:
        return self.entries[kind.name]

    @cached_property
    def by_name(self) -> Mapping[str, Kind[Any]]:
        """The kinds by their names."""
        return {kind.name: kind for kind in self.kinds}

    @cached_property
    def document_kinds(self) -> tuple[DocumentKind[Any], ...]:
        """The kinds whose entries are documents."""
        return tuple(kind for kind in self.kinds if isinstance(kind, DocumentKind))

    def listed_as(self, listing: Listing) -> DocumentKind[Any]:
        """The kind whose page offers a deck, or a comparison. Raises ValueError where not exactly one kind does."""
        [kind] = (kind for kind in self.document_kinds if kind.listed == listing)
        return kind

    @property
    def documents(self) -> Iterator[tuple[DocumentKind[Any], Document]]:
        """Everything with a page of its own, each with its kind."""
        for kind in self.document_kinds:
            for document in self[kind].values():
                yield kind, document

    @property
    def everything(self) -> Iterator[tuple[Kind[Any], Named]]:
        """Every entry of every kind, each with its kind."""
        for kind in self.kinds:
            for entry in self[kind].values():
                yield kind, entry

    @property
    def counted(self) -> str:
        """How much there is of everything, in words."""
        *most, last = [_counted(kind, len(self[kind])) for kind in (*self.document_kinds, TOPIC, RESOURCE)]
        return f"{', '.join(most)} and {last}"

    def origin_of(self, kind: Kind[Any], id: str) -> Origin:
        """Where an entry was written."""
        return self.origins[kind.name, id]

    def firsts(self, kind: Kind[E]) -> tuple[E, ...]:
        """The entries of a kind that readers meet in lists: all but variants of another."""
        return tuple(entry for entry in self[kind].values() if not is_variant(entry))

    def variants(self, kind: Kind[Any], document: Variant) -> tuple[Variant, ...]:
        """A document with its variants, first the one that readers meet first, then in the order of their names."""
        first = document.variant_of or document.id
        family = (entry for entry in self[kind].values() if first in (entry.id, entry.variant_of))
        return tuple(sorted(family, key=lambda entry: (is_variant(entry), (entry.variant or "").casefold())))


def is_variant(entry: Named) -> bool:
    """Whether readers meet another first that it is a variant of."""
    return isinstance(entry, Variant) and entry.variant_of is not None


def _counted(kind: Kind[Any], count: int) -> str:
    return f"{count} {kind.name.replace('-', ' ') if count == 1 else kind.plural}"
