"""Places that one sentence tells together: "questions 1 to 20, phase", "audience, format and length"."""

from collections.abc import Sequence

from .shown import road_in_words

Road = tuple[str | int, ...]


def names_in_words(roads: Sequence[Road]) -> str:
    """Roads that differ in their last name: "after, cpd and supervision"."""
    above = road_in_words(roads[0][:-1])
    names = _listed([str(road[-1]) for road in roads])
    return f"{above}, {names}" if above else names


def grouped_roads(roads: Sequence[Road]) -> str:
    """Roads that differ in their last number: "questions 1 to 20, phase"."""
    at = max(place for place, name in enumerate(roads[0]) if isinstance(name, int))
    *above, name = roads[0][:at] or ("entries",)
    numbers = _runs(sorted({int(road[at]) + 1 for road in roads}))
    return ", ".join(filter(None, (road_in_words(above), f"{name} {numbers}", road_in_words(roads[0][at + 1 :]))))


def _runs(numbers: list[int]) -> str:
    """[1, 2, 3, 7] -> "1 to 3 and 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return _listed([f"{run[0]} to {run[-1]}" if len(run) > 2 else _listed(list(map(str, run))) for run in runs])


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
