"""What has been read goes on its shelf, or on the list of problems. Nothing goes nowhere: that is proven at the end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from library import rules
from library.core.health import HEALTH_FILE, Health, latest, no_address, read_health
from library.core.kind import Kind
from library.core.library import Library
from library.core.origin import Origin
from library.kinds import KINDS
from library.problems import Problem, excerpt, mistake
from library.types.plain import Named

from . import files
from .entries import Entry, Reading
from .reading import LARGEST, LARGEST_LIST, content_of
from .readings import Readings


class NothingMayVanish(RuntimeError):
    """Something was read that stands on no shelf and has no problem: our own mistake, never an author's."""


@dataclass
class Shelves:
    """What has been read so far: good entries on their shelves, broken ones by name, and the problems."""

    root: Path
    readings: Readings = field(default_factory=Readings)
    entries: dict[str, dict[str, Named]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS})
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    broken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """From a kind's name to the ids that exist but can't be used; "*" stands for a list that could not be read."""
    problems: list[Problem] = field(default_factory=list)
    read: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    """Everything that was read, by path and place in its list."""
    accounted: set[tuple[str, tuple[int, ...]]] = field(default_factory=set)
    """What of it stands on a shelf, or has a problem."""

    mentions: dict[tuple[str, str], rules.Mentions] = field(default_factory=dict)
    """What each entry names, by its kind's name and its id."""
    comments: dict[str, rules.Page] = field(default_factory=dict)
    """What the comments of each file say of people, by its path."""

    def library(self) -> Library:
        """The library of what is good. Raises NothingMayVanish unless all that was read is accounted for."""
        if lost := set(self.read) - self.accounted:
            raise NothingMayVanish(f"read, and neither kept nor told: {sorted(lost)}")
        kept = {name: dict(sorted(entries.items())) for name, entries in self.entries.items()}
        pages = frozenset(page.stem for page in (self.root / "docs").glob("*.md"))
        return Library(KINDS, kept, pages=pages, health=self._health(), origins=self.origins)

    def read_folder(self, folder: str, kind: Kind[Any]) -> None:
        """Read every document in a folder. The file's name is the document's id."""
        for file in files.content_files(self.root, folder):
            if isinstance(file, Problem):
                self.problems.append(file)
            else:
                self._read(file, f"{folder}/{file.name}", kind, LARGEST)

    def read_list(self, path: str, kind: Kind[Any]) -> None:
        """Read a file that is one list of entries, each with its id."""
        file = self.root / path
        if file.exists() or file.is_symlink():
            self._read(file, path, kind, LARGEST_LIST)
        else:
            self._give_up(path, kind, Problem(path, 1, (), mistake("list-file-missing")))

    def read_lists(self, folder: str, kind: Kind[Any]) -> None:
        """Read every list in a folder."""
        for file in files.content_files(self.root, folder):
            if isinstance(file, Problem):
                self.problems.append(file)
            else:
                self.read_list(f"{folder}/{file.name}", kind)

    def _read(self, file: Path, path: str, kind: Kind[Any], most: int) -> None:
        """Read a file, unless it leads out of the project or is no ordinary file. most: how many bytes it may have."""
        self.read.append((path, ()))
        content = files.unreadable(file, path, self.root) or content_of(file, path, most)
        if isinstance(content, Problem):
            self._give_up(path, kind, content)
        else:
            self._shelve(self.readings.reading(content, path, kind), kind)

    def _give_up(self, path: str, kind: Kind[Any], problem: Problem) -> None:
        """Tell why a file as a whole can't be used."""
        self.broken[kind.name].add("*" if kind.is_list else PurePosixPath(path).stem)
        self._tell(path, (), [problem])

    def _shelve(self, reading: Reading, kind: Kind[Any]) -> None:
        """Put what was read of a file on its shelf, and what is wrong with it on the list."""
        self.comments[reading.path] = reading.comments
        if reading.unread:
            self._give_up(reading.path, kind, reading.unread)
            return
        self.read += [(reading.path, at) for at in reading.read]
        if kind.is_list:
            self.accounted.add((reading.path, ()))  # as a whole: each of its entries is accounted for by itself
        for entry in reading.entries:
            self._keep(entry, kind)

    def _keep(self, entry: Entry, kind: Kind[Any]) -> None:
        """Put an entry on its shelf if it is what its model says, and its problems on the list."""
        second = list(self._second(entry, kind))
        if entry.value is None or second:
            if entry.id:
                self.broken[kind.name].add(entry.id)
            self._tell(entry.origin.path, entry.at, [*second, *(() if entry.value else entry.problems)])
            return
        name = kind.name, entry.id
        self.entries[kind.name][entry.id] = entry.value
        self.origins[name], self.mentions[name] = entry.origin, entry.mentions
        self.problems += entry.problems
        self.accounted.add((entry.origin.path, entry.at))

    def _second(self, entry: Entry, kind: Kind[Any]) -> Iterator[Problem]:
        """A problem where an id is on its shelf already."""
        if first := self.origins.get((kind.name, entry.id)):
            line, origin = first.line(("id",)), entry.origin
            place = f"first on line {line}" if first.path == origin.path else f"first in {first.path}, line {line}"
            told = mistake("id-used-twice", id=excerpt(entry.id), place=place)
            yield Problem(origin.path, origin.line(("id",)), (*entry.at, "id"), told)

    def _tell(self, path: str, at: tuple[int, ...], problems: Iterable[Problem]) -> None:
        """Put the problems of what was read on the list: only where there is one is it accounted for."""
        before = len(self.problems)
        self.problems += problems
        if len(self.problems) > before:
            self.accounted.add((path, at))

    def _health(self) -> dict[str, Health]:
        """What is remembered of outside addresses; nothing where nobody has asked yet."""
        file = self.root / HEALTH_FILE
        if not file.is_file():
            return {}
        good = []
        for number, line in read_health(file.read_text(encoding="utf-8", errors="replace")):
            if isinstance(line, Health):
                good.append(line)
            else:
                name = no_address(line)
                wrong = mistake("health-address", name=name) if name else mistake("health-unreadable")
                self.problems.append(Problem(HEALTH_FILE, number, (), wrong))
        return latest(good)
