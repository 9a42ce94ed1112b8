"""What a rule hands back, and what a rule may ask about names."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from library.core.kind import Kind
from library.core.library import PAGE, Library
from library.core.walk import Road
from library.problems import Problem, did_you_mean, excerpt, road_in_words


@dataclass(frozen=True)
class Finding:
    """Something a rule found: which entry, the road to the value in it, and a sentence."""

    kind: Kind[Any]
    id: str
    road: Road
    sentence: str

    def placed(self, library: Library) -> Problem:
        """Give it its file and line."""
        origin = library.origin_of(self.kind, self.id)
        words = road_in_words(origin.written(self.road))
        if self.kind.is_list:
            words = f"{self.id}, {words}"
        return Problem(origin.path, origin.line(self.road), words, self.sentence)


@dataclass(frozen=True)
class Known:
    """The names that exist, those of entries that could not be read included: one mistake is reported once."""

    library: Library
    broken: Mapping[str, Set[str]]
    """From a kind's name to the ids that exist but could not be read; "*" stands for a whole list."""

    def missing(self, name: str, id: str) -> str:
        """Return a sentence where a kind has no such entry, else an empty string. name: the kind's."""
        if name == PAGE:
            pages = self.library.pages
            return "" if id in pages else f"there is no page docs/{id}.md.{did_you_mean(id, pages)}"
        entries, broken = self.library.entries[name], self.broken.get(name, ())
        if id in entries or id in broken or "*" in broken:
            return ""
        return f"there is no {name.replace('-', ' ')} {excerpt(id)}.{did_you_mean(id, {*entries, *broken})}"

    def not_there(self, link: str) -> str:
        """Return a sentence where a link such as guide:its-id leads nowhere, else an empty string."""
        name, _, id = link.partition(":")
        leads = [kind.name for kind in self.library.kinds if kind.page]
        if name not in (*leads, PAGE):
            near = did_you_mean(name, leads)
            return f"there is no kind {excerpt(name)}.{near} A link starts with {', '.join(leads)} or {PAGE}."
        return self.missing(name, id)
