"""What a rule hands back, and what a rule may ask about names."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from library.core.kind import Kind
from library.core.library import PAGE, Library
from library.core.walk import Road
from library.problems import Mistake, Problem, excerpt, mistake, nearest

from .mentions import Mentions


@dataclass(frozen=True)
class Finding:
    """Something a rule found: which entry, the road to the value in it, and what is wrong."""

    kind: Kind[Any]
    id: str
    road: Road
    mistake: Mistake

    def placed(self, library: Library) -> Problem:
        """Give it its file and line."""
        origin = library.origin_of(self.kind, self.id)
        written = origin.written(self.road)
        return Problem(
            origin.path, origin.line(self.road), (self.id, *written) if self.kind.is_list else written, self.mistake
        )


MOST_LISTED = 30
"""Names that are listed where one is not there; of more, only the nearest is offered."""


@dataclass(frozen=True)
class Names:
    """The names that exist, those of entries that could not be read included: one mistake is reported once."""

    library: Library
    broken: Mapping[str, Set[str]]
    """From a kind's name to the ids that exist but could not be read; "*" stands for a whole list."""
    mentions: Mapping[tuple[str, str], Mentions]
    """From a kind's name and an id to what the entry names."""
    on_pages: Set[str] = frozenset()
    """Ids of the outside resources that pages written by hand lead to."""

    @property
    def named(self) -> Iterator[tuple[Kind[Any], str, Mentions]]:
        """What each entry names, with the entry's kind and id."""
        for kind, entry in self.library.everything:
            yield kind, entry.id, self.mentions[kind.name, entry.id]

    def missing(self, name: str, id: str) -> Mistake | None:
        """What is wrong where a kind has no such entry, or None. name: the kind's."""
        if name == PAGE:
            pages = self.library.pages
            return None if id in pages else mistake("no-such-page", id=id, near=nearest(id, pages))
        entries, broken = self.library.entries[name], self.broken.get(name, ())
        if id in entries or id in broken or "*" in broken:
            return None
        there, kind = {*entries, *broken}, self.library.by_name[name]
        return mistake(
            "no-such-entry",
            kind=name.replace("-", " "),
            id=excerpt(id),
            near=nearest(id, there),
            there=", ".join(sorted(there)) if len(there) <= MOST_LISTED else "",
            source=kind.source if kind.is_list else "",
        )

    def not_there(self, link: str) -> Mistake | None:
        """What is wrong where a link such as guide:its-id leads nowhere, or None."""
        name, _, id = link.partition(":")
        leads = [kind.name for kind in self.library.kinds if kind.page]
        if name in (*leads, PAGE):
            return self.missing(name, id)
        kinds = f"{', '.join(leads)} or {PAGE}"
        return mistake("no-such-kind", kind=excerpt(name), near=nearest(name, leads), kinds=kinds)
