"""A mistake an author made, and where: what it is has a code, and its sentence is the code's."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from .grouping import Road, grouped_roads, names_in_words
from .messages import Value, messages, sentence
from .shown import road_in_words, visible


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
        """`path:line  where: sentence [code]`, on one line, with nothing in it that a terminal would obey or hide."""
        return _line(self, self.where, self.sentence)

    def __lt__(self, other: "Problem") -> bool:
        return self._place < other._place

    @cached_property
    def _place(self) -> tuple[str, int, str, str]:
        return self.path, self.line, self.where, self.sentence


class ContentError(Exception):
    """The content can't be used as it stands. Holds every problem, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(told(self.problems)))


def told(problems: Iterable[Problem]) -> list[str]:
    """Every problem in a line; what is alike in a line together, and what helps with all of a sort only once."""
    said: set[tuple[str, frozenset[str]]] = set()
    return [_told(group, said) for group in _groups(problems)]


def _told(group: list[Problem], said: set[tuple[str, frozenset[str]]]) -> str:
    first, values = group[0], dict(group[0].mistake.values)
    help_words = (first.code, frozenset(re.findall(r"[\w-]+", messages()[first.code].help(values))))
    is_said, where = help_words in said, first.where
    said.add(help_words)
    is_many = len(group) > 1 and len({problem.road[:-1] for problem in group}) == 1 and isinstance(first.road[-1], str)
    if is_many:
        where = names_in_words([problem.road for problem in group])
    elif len(group) > 1:
        where = grouped_roads([problem.road for problem in group])
    return _line(first, where, sentence(first.code, values, is_helping=not is_said, is_many=is_many))


def _groups(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Problems that one sentence can tell, in the order of the first of each."""
    groups: list[list[Problem]] = [[problem] for problem in problems]
    for alike in (_alike_but_name, _alike_but_number):
        groups = alike(groups)
    return groups


ENOUGH_TO_GROUP = 3
"""As many as are told together; a line for each leads nearer to two."""


def _alike_but_name(groups: list[list[Problem]]) -> list[list[Problem]]:
    """Values of one part of a file that lack the same: "audience, format and length"."""

    def key(problem: Problem) -> object:
        is_grouped = bool(messages()[problem.code].many) and problem.road and isinstance(problem.road[-1], str)
        return (problem.path, problem.road[:-1], problem.mistake) if is_grouped else problem

    return _joined(groups, key, 2)


def _alike_but_number(groups: list[list[Problem]]) -> list[list[Problem]]:
    """Entries of one list with the same mistake: "questions 1 to 20, phase"."""

    def key(problem: Problem) -> object:
        last = next((at for at in reversed(range(len(problem.road))) if isinstance(problem.road[at], int)), None)
        if last is None:
            return problem
        return problem.path, problem.road[:last], problem.road[last + 1 :], problem.mistake

    return _joined(groups, key, ENOUGH_TO_GROUP)


def _joined(groups: list[list[Problem]], key: Callable[[Problem], object], least: int) -> list[list[Problem]]:
    """Join what has one key; where it is too few, leave it apart. What was joined before stays as it is."""
    by_key: dict[object, list[int]] = {}
    for place, group in enumerate(groups):
        by_key.setdefault(key(group[0]) if len(group) == 1 else place, []).append(place)
    joined: dict[int, list[Problem]] = {}
    for places in by_key.values():
        if len(places) < least:
            joined.update((place, groups[place]) for place in places)
        else:
            joined[places[0]] = [problem for place in places for problem in groups[place]]
    return [joined[place] for place in sorted(joined)]


def _line(problem: Problem, where: str, words: str) -> str:
    road = f"{where}: " if where else ""
    return visible(f"{problem.path}:{problem.line}  {road}{words} [{problem.code}]")
