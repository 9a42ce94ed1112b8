"""Problems in lines: what is alike in a line together, and what helps with all of a sort only once."""

import re
from collections.abc import Callable, Iterable

from .messages import messages, sentence
from .places import Road, places_in_words
from .problem import Problem, in_a_line

ENOUGH_TO_GROUP = 3
"""As many entries as are told together; of two, a line for each leads nearer."""
Group = tuple[Problem, ...]


class ContentError(Exception):
    """The content can't be used as it stands. Holds every problem, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(told(self.problems)))


def told(problems: Iterable[Problem]) -> list[str]:
    """Every problem, in the order in which they are given."""
    groups: list[Group] = [(problem,) for problem in problems]
    groups = _joined(groups, _but_for_the_name, 2)
    groups = _joined(groups, _but_for_the_number, ENOUGH_TO_GROUP)
    helped: set[object] = set()
    return [_line(group, helped) for group in groups]


def _line(group: Group, helped: set[object]) -> str:
    """One line. helped: the words that have helped before; those that help here are added."""
    first = group[0]
    values = dict(first.mistake.values)
    help_words = (first.code, frozenset(re.findall(r"[\w-]+", messages()[first.code].help(values))))
    is_helping = help_words not in helped
    helped.add(help_words)
    is_many = len(_names(group)) > 1
    words = sentence(first.code, values, is_helping=is_helping, is_many=is_many)
    return in_a_line(first, places_in_words([problem.road for problem in group]), words)


def _but_for_the_name(group: Group) -> object:
    """What values of one part have in common that lack the same: "audience, format and length"."""
    first = group[0]
    is_named = bool(messages()[first.code].many) and first.road and isinstance(first.road[-1], str)
    return (first.path, first.road[:-1], first.mistake) if is_named else first


def _but_for_the_number(group: Group) -> object:
    """What entries of one list have in common that have the same mistake: "questions 1 to 20, phase"."""
    first = group[0]
    numbers = [place for place, name in enumerate(first.road) if isinstance(name, int)]
    if not numbers:
        return first
    last, names = numbers[-1], _names(group)
    return first.path, first.road[:last], first.road[last + 1 : -1], names, first.mistake


def _names(group: Group) -> Road:
    """The last names of its roads."""
    return tuple(dict.fromkeys(name for problem in group for name in problem.road[-1:] if isinstance(name, str)))


def _joined(groups: list[Group], key: Callable[[Group], object], least: int) -> list[Group]:
    """Groups with one key as one group, in the place of the first; where there are too few, each stays as it is."""
    places: dict[object, list[int]] = {}
    for place, group in enumerate(groups):
        places.setdefault(key(group), []).append(place)
    joined: dict[int, Group] = {}
    for alike in places.values():
        if len(alike) < least:
            joined.update((place, groups[place]) for place in alike)
        else:
            joined[alike[0]] = tuple(problem for place in alike for problem in groups[place])
    return [joined[place] for place in sorted(joined)]
