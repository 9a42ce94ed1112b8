"""A mistake an author made, and where: what it is has a code, and its sentence is the code's."""

from dataclasses import dataclass
from functools import cached_property

from .messages import Value, sentence
from .places import Road, road_in_words
from .shown import visible


@dataclass(frozen=True)
class Mistake:
    """What is wrong, wherever it is. values: what its sentence names, each with its name, in the order of names."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def sentence(self) -> str:
        """What was expected, what was found and, where it is known, what to do."""
        return sentence(self.code, dict(self.values))

    @property
    def in_short(self) -> str:
        """The same without what helps with all mistakes of the sort."""
        return sentence(self.code, dict(self.values), is_helping=False)


def mistake(code: str, /, **values: Value) -> Mistake:
    """A mistake by its code, with what its sentence names."""
    return Mistake(code, tuple(sorted(values.items())))


@dataclass(frozen=True)
class Problem:
    """One mistake in the content.

    path: the file, relative to the project's folder, with forward slashes.
    line: counted from 1.
    road: from the file, or from an entry of a list, to the value; nothing for the file as a whole.
    """

    path: str
    line: int
    road: Road
    mistake: Mistake

    @property
    def code(self) -> str:
        """The name of the mistake, such as "minutes-order"."""
        return self.mistake.code

    @property
    def where(self) -> str:
        """The road in the author's words, such as "step 2, minutes"; empty for the file as a whole."""
        return road_in_words(self.road)

    @cached_property
    def sentence(self) -> str:
        """What was expected, what was found and, where it is known, what to do."""
        return self.mistake.sentence

    def __str__(self) -> str:
        return in_a_line(self, self.where, self.sentence)

    def __lt__(self, other: "Problem") -> bool:
        return self._place < other._place

    @cached_property
    def _place(self) -> tuple[str, int, str, str]:
        return self.path, self.line, self.where, self.sentence


def in_a_line(problem: Problem, where: str, words: str) -> str:
    """`path:line  where: sentence [code]`, on one line, with nothing in it that a terminal would obey or hide."""
    road = f"{where}: " if where else ""
    return visible(f"{problem.path}:{problem.line}  {road}{words} [{problem.code}]")
