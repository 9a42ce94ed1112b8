"""What an author needs to hear when something is wrong: where it is, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the content.

    path: the file, relative to the project's folder, with forward slashes.
    line: counted from 1.
    where: the road to the value in the author's words, such as "step 2, minutes"; empty for the file as a whole.
    sentence: what was expected, what was found and, where it is known, what to do.
    """

    path: str
    line: int
    where: str
    sentence: str

    def __str__(self) -> str:
        """`path:line  where: sentence`, on one line however the found value was written."""
        road = f"{self.where}: " if self.where else ""
        return " ".join(f"{self.path}:{self.line}  {road}{self.sentence}".splitlines())


class ContentError(Exception):
    """The content can't be used as it stands. Holds every problem, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean 'x'?" for the known word nearest to `word`, or an empty string where none is near."""
    nearest = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" Did you mean '{nearest[0]}'?" if nearest else ""


def excerpt(value: object, limit: int = 60) -> str:
    """Show a found value in a message: quoted, on one line, never longer than `limit` characters."""
    shown = " ".join(str(value).split())
    shown = "".join(letter if letter.isprintable() else "?" for letter in shown)
    return f"'{shown[: limit - 1]}…'" if len(shown) > limit else f"'{shown}'"


def road_in_words(road: Iterable[str | int]) -> str:
    """Turn ("plan", "steps", 1, "minutes") into "plan, step 2, minutes"."""
    words: list[str] = []
    for name in road:
        if isinstance(name, int) and words:
            words[-1] = f"{_one_of(words[-1])} {name + 1}"
        elif isinstance(name, int):
            words.append(f"entry {name + 1}")
        else:
            words.append(name)
    return ", ".join(words)


def _one_of(plural: str) -> str:
    """ "steps" -> "step": the lists in the model that have an English plural."""
    special = {"phases": "phase", "sources": "source", "clauses": "clause", "aliases": "alias", "media": "clip"}
    return special.get(plural) or plural.removesuffix("s")
