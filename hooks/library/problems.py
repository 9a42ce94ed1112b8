"""What an author needs to hear when something is wrong: where it is, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TextIO


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
        """`path:line  where: sentence`, on one line, with nothing in it that a terminal would obey or hide."""
        road = f"{self.where}: " if self.where else ""
        return visible(f"{self.path}:{self.line}  {road}{self.sentence}")


class ContentError(Exception):
    """The content can't be used as it stands. Holds every problem, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


MOST_COMPARED = 2000


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean 'x'?" for the known word nearest to `word`, or an empty string where none is near.

    Among more than MOST_COMPARED words nothing is offered: comparing takes a millisecond for each hundred of them.
    """
    words = set(known)
    nearest = get_close_matches(word, sorted(words), n=1, cutoff=0.6) if len(words) <= MOST_COMPARED else []
    return f" Did you mean '{nearest[0]}'?" if nearest else ""


def excerpt(value: object, limit: int = 60) -> str:
    """Show a found value in a message: quoted, on one line, never much longer than `limit` characters."""
    shown = " ".join(str(value).split())
    return visible(f"'{shown[: limit - 1]}…'" if len(shown) > limit else f"'{shown}'")


def visible(text: str) -> str:
    """Write letters that can't be seen, or that a terminal obeys, by number: ESC as <U+001B>. Line ends become spaces.

    A file's name, a key and a value come from whoever wrote the file; none of them may colour, move or turn round
    what a message says.
    """
    lines = " ".join(text.splitlines())
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in lines)


def speak_any_letter(*streams: TextIO) -> None:
    """Let streams print every letter: what their encoding lacks is written by number, as in \\u2192.

    A terminal on Windows, or a pipe without a locale, may know only a few hundred letters.
    """
    for stream in streams:
        if reconfigure := getattr(stream, "reconfigure", None):  # a stream that a test put in place may have none
            reconfigure(errors="backslashreplace")


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
    special = {"aliases": "alias", "duties": "duty", "media": "clip", "speaks": "speaks", "listens": "listens"}
    return special.get(plural) or plural.removesuffix("s")
