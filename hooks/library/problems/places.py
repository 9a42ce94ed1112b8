"""Where in a file something is, in an author's words: one place, or several that one sentence tells."""

from collections.abc import Sequence

Road = tuple[str | int, ...]
"""From a file, or an entry of a list, to a value in it: the keys and the numbers, counted from 0, that lead there."""

ONE_OF = {
    "aims": "aim",
    "aliases": "alias",
    "changes": "change",
    "contacts": "contact",
    "duties": "duty",
    "entries": "entry",
    "handouts": "handout",
    "headings": "heading",
    "limits": "limit",
    "media": "clip",
    "modes": "mode",
    "notes": "note",
    "parts": "part",
    "phases": "phase",
    "places": "place",
    "points": "point",
    "prompts": "prompt",
    "questions": "question",
    "references": "reference",
    "resources": "resource",
    "rights": "right",
    "roles": "role",
    "segments": "segment",
    "slides": "slide",
    "sources": "source",
    "steps": "step",
    "stops": "stop",
    "synonyms": "synonym",
    "topics": "topic",
    "wheels": "wheel",
    "words": "word",
}
"""From the key of a list to what one entry of it is called. Other keys, such as `not_this`, say it themselves."""


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


def one_of(key: str) -> str:
    """What one entry of a list is called, by the list's key: "steps" -> "step"."""
    return ONE_OF.get(key, key)
