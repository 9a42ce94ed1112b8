"""What a rule hands back, and what a rule may ask about names."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from library.model.leaves import Road
from library.model.library import LIST_SHELVES, Library
from library.problems import Problem, did_you_mean, excerpt, road_in_words


@dataclass(frozen=True)
class Finding:
    """Something a rule found: which entry, the road to the value in it, and a sentence."""

    shelf: str
    id: str
    road: Road
    sentence: str

    def placed(self, library: Library) -> Problem:
        """Give it its file and line."""
        origin = library.origins[self.shelf, self.id]
        road = origin.written(self.road)
        words = road_in_words(road)
        if self.shelf in LIST_SHELVES:
            words = f"{self.id}, {words}"
        return Problem(origin.path, origin.line(self.road), words, self.sentence)


@dataclass(frozen=True)
class Known:
    """The names that exist, those of entries that could not be read included: one mistake is reported once."""

    library: Library
    broken: Mapping[str, Set[str]]

    def missing(self, shelf: str, id: str) -> str:
        """Return a sentence where no such entry exists, else an empty string."""
        shelved, broken = getattr(self.library, shelf), self.broken.get(shelf, ())
        if id in shelved or id in broken or "*" in broken:
            return ""
        kind = {"question_banks": "question bank", "safety_frames": "safety frame"}.get(shelf, shelf.removesuffix("s"))
        return f"there is no {kind} {excerpt(id)}.{did_you_mean(id, {*shelved, *broken})}"
