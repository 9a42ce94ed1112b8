"""What has been read goes on its shelf, or on the list of problems. Nothing goes nowhere: that is proven at the end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from library.core.health import HEALTH_FILE, Health, latest, no_address, read_health
from library.core.kind import Kind
from library.core.library import Library, Origin
from library.core.reserved import kept_for
from library.kinds import KINDS
from library.problems import Problem, excerpt, mistake

from . import files
from .reading import LARGEST, LARGEST_LIST, Document, Road, read
from .wording import mistakes


class NothingMayVanish(RuntimeError):
    """Something was read that stands on no shelf and has no problem: our own mistake, never an author's."""


@dataclass(frozen=True)
class _Entry:
    """What one file, or one entry of a list, says. at: its place in a list, or nothing. lines: below its own start."""

    kind: Kind[Any]
    path: str
    at: tuple[int, ...]
    data: Mapping[str, Any]
    lines: Mapping[Road, int]

    @property
    def id(self) -> str:
        """The id as written; "None" where there is none."""
        return str(self.data.get("id"))

    def road(self, *below: str | int) -> Road:
        """The road to a value in it, from the file's own start."""
        return (*self.at, *below)


@dataclass
class Shelves:
    """What has been read so far: good entries on their shelves, broken ones by name, and the problems."""

    root: Path
    entries: dict[str, dict[str, BaseModel]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS})
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    broken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """From a kind's name to the ids that exist but can't be used; "*" stands for a list that could not be read."""
    problems: list[Problem] = field(default_factory=list)
    read: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    """Everything that was read, by path and place in its list."""
    accounted: set[tuple[str, tuple[int, ...]]] = field(default_factory=set)
    """What of it stands on a shelf, or has a problem."""

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
                continue
            path = f"{folder}/{file.name}"
            document = self._document(file, path)
            if document is None:
                self.broken[kind.name].add(file.stem)
            elif not isinstance(document.data, dict):
                self.broken[kind.name].add(file.stem)
                self._tell(path, (), [Problem(path, 1, (), mistake("file-without-keys"))])
            elif "id" in document.data:
                self.broken[kind.name].add(file.stem)
                wrong = mistake("id-in-document", id=excerpt(file.stem))
                self._tell(path, (), [Problem(path, document.lines["id",], ("id",), wrong)])
            else:
                self._keep(_Entry(kind, path, (), {**document.data, "id": file.stem}, document.lines))

    def read_list(self, path: str, kind: Kind[Any]) -> None:
        """Read a file that is one list of entries, each with its id."""
        file = self.root / path
        if not file.exists() and not file.is_symlink():
            self.broken[kind.name].add("*")
            self.problems.append(Problem(path, 1, (), mistake("list-file-missing")))
            return
        document = self._document(file, path, LARGEST_LIST)
        if document is None or not isinstance(document.data, list):
            self.broken[kind.name].add("*")
            if document:
                self._tell(path, (), [Problem(path, 1, (), mistake("list-file-not-list"))])
            return
        self.accounted.add((path, ()))  # the file as a whole: each of its entries is accounted for by itself
        lines = _by_entry(document.lines)
        for index, entry in enumerate(document.data):
            if isinstance(entry, dict):
                self._keep(_Entry(kind, path, (index,), entry, lines[index]))
            else:
                line = document.lines.get((index,), 1)
                self.read.append((path, (index,)))
                self._tell(path, (index,), [Problem(path, line, (index,), mistake("entry-not-keys"))])

    def read_lists(self, folder: str, kind: Kind[Any]) -> None:
        """Read every list in a folder."""
        for file in files.content_files(self.root, folder):
            if isinstance(file, Problem):
                self.problems.append(file)
            else:
                self.read_list(f"{folder}/{file.name}", kind)

    def _document(self, file: Path, path: str, most: int = LARGEST) -> Document | None:
        """Read a file, unless it leads out of the project or is no ordinary file. most: how many bytes it may have."""
        self.read.append((path, ()))
        document = files.unreadable(file, path, self.root) or read(file, path, most)
        if isinstance(document, Problem):
            self._tell(path, (), [document])
            return None
        return document

    def _keep(self, entry: _Entry) -> None:
        """Put an entry on its shelf if it is what its model says, and its problems on the list if not."""
        self.read.append((entry.path, entry.at))
        origin = Origin(entry.path, entry.lines)
        problems = [*_name_taken(entry, origin), *self._second(entry, origin)]
        try:
            kept = entry.kind.model.model_validate(entry.data)
        except ValidationError as fault:
            self.broken[entry.kind.name].add(entry.id)
            self._tell(entry.path, entry.at, problems + list(_of_model(entry, origin, fault)))
            return
        if problems:
            self.broken[entry.kind.name].add(entry.id)
            self._tell(entry.path, entry.at, problems)
            return
        self.entries[entry.kind.name][entry.id] = kept
        self.origins[entry.kind.name, entry.id] = origin
        self.accounted.add((entry.path, entry.at))

    def _second(self, entry: _Entry, origin: Origin) -> Iterator[Problem]:
        """A problem where an id is on its shelf already."""
        if first := self.origins.get((entry.kind.name, entry.id)):
            line = first.line(("id",))
            place = f"first on line {line}" if first.path == entry.path else f"first in {first.path}, line {line}"
            wrong = mistake("id-used-twice", id=excerpt(entry.id), place=place)
            yield Problem(entry.path, origin.line(("id",)), entry.road("id"), wrong)

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


def _name_taken(entry: _Entry, origin: Origin) -> Iterator[Problem]:
    """A problem where the id is a name that the site or Windows keeps for itself."""
    if owner := kept_for(entry.kind, entry.id):
        wrong = mistake("id-kept" if entry.at else "file-name-kept", owner=owner, id=excerpt(entry.id))
        yield Problem(entry.path, origin.line(("id",)), entry.road("id") if entry.at else (), wrong)


def _of_model(entry: _Entry, origin: Origin, fault: ValidationError) -> Iterator[Problem]:
    """What a model found wrong, as problems. A document's id is its file's name."""
    for road, wrong in mistakes(fault.errors(include_url=False), entry.kind.model, entry.data, entry.lines):
        if road == () and wrong.code in ("not-an-id", "too-long"):
            yield Problem(entry.path, 1, (), mistake("file-name-not-id"))
        else:
            yield Problem(entry.path, origin.line(road), entry.road(*road), wrong)


def _by_entry(lines: Mapping[Road, int]) -> Mapping[int | str, dict[Road, int]]:
    """The lines of each entry of a list, by its place: gone through once, however many entries there are."""
    grouped: defaultdict[int | str, dict[Road, int]] = defaultdict(dict)
    for road, line in lines.items():
        if road:
            grouped[road[0]][road[1:]] = line
    return grouped
