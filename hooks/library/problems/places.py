"""Where in a file something is, in an author's words: one place, or several that one sentence tells."""

from collections.abc import Sequence

Road = tuple[str | int, ...]


def road_in_words(road: Road) -> str:
    """Turn ("plan", "steps", 1, "minutes") into "plan, step 2, minutes"."""
    return places_in_words([road])


def places_in_words(roads: Sequence[Road]) -> str:
    """The same of roads that differ in a number or a name: "questions 1 to 20, phase", "after, cpd and supervision"."""
    words: list[str] = []
    for names in (tuple(dict.fromkeys(names)) for names in zip(*roads, strict=True)):
        numbers = sorted(name + 1 for name in names if isinstance(name, int))
        if not numbers:
            words.append(_listed([str(name) for name in names]))
            continue
        many = words.pop() if words else "entries"
        words.append(f"{many} {_runs(numbers)}" if len(numbers) > 1 else f"{one_of(many)} {numbers[0]}")
    return ", ".join(words)


def _runs(numbers: Sequence[int]) -> str:
    """[1, 2, 3, 7] -> "1 to 3 and 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return _listed([part for run in runs for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))])


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]


def one_of(plural: str) -> str:
    """ "steps" -> "step": the lists in the model that have an English plural."""
    special = {"aliases": "alias", "duties": "duty", "entries": "entry", "media": "clip"}
    special |= {"speaks": "speaks", "listens": "listens"}
    return special.get(plural) or plural.removesuffix("s")
