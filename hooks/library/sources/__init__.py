"""YAML files -> library, or every problem in them at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from library import rules
from library.model.health import HEALTH_FILE, Health, latest, read_health
from library.model.library import DOCUMENT_SHELVES, LIST_SHELVES, Library, Origin
from library.problems import ContentError, Problem, did_you_mean, excerpt, road_in_words

from . import wording
from .hand_written import hand_written
from .published import UnknownCommit, dropped
from .reading import Document, read

__all__ = ["UnknownCommit", "check_published", "load"]

FOLDERS = {
    "guides": "guides",
    "guides/sessions": "sessions",
    "guides/workshops": "workshops",
    "guides/questions": "question_banks",
    "guides/wheels": "wheels",
    "guides/records": "records",
}
"""From folder to shelf: one file a document."""

LISTS = {
    "resources.yaml": "resources",
    "guides/shared/topics.yaml": "topics",
    "guides/shared/safety.yaml": "safety_frames",
    "guides/shared/texts.yaml": "texts",
    "guides/shared/retired.yaml": "retired",
}
"""From file to shelf: one list of entries a file."""


def load(root: Path) -> Library:
    """Read and check everything below `root`. Raises ContentError with all problems, sorted; writes nothing."""
    shelves = _Shelves(root)
    for path, shelf in LISTS.items():
        shelves.read_list(path, shelf)
    for folder, shelf in FOLDERS.items():
        shelves.read_folder(folder, shelf)
    library = shelves.library()
    pages = rules.check_pages(library, hand_written(root))
    problems = [*shelves.problems, *rules.check(library, shelves.broken), *pages]
    if problems:
        raise ContentError(problems)
    return library


def check_published(root: Path, commit: str, library: Library) -> None:
    """Raise ContentError where what a commit published is gone and not retired; UnknownCommit where git has none."""
    if problems := list(dropped(root, commit, library, FOLDERS)):
        raise ContentError(problems)


@dataclass
class _Shelves:
    """What has been read so far: good entries on their shelves, broken ones by name, and the problems."""

    root: Path
    entries: dict[str, dict[str, BaseModel]] = field(
        default_factory=lambda: {shelf: {} for shelf in (*LIST_SHELVES, *DOCUMENT_SHELVES)}
    )
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)
    broken: dict[str, set[str]] = field(default_factory=dict)
    """From shelf to the ids that exist but can't be used; "*" stands for a list that could not be read at all."""
    problems: list[Problem] = field(default_factory=list)

    def library(self) -> Library:
        kept = {shelf: dict(sorted(entries.items())) for shelf, entries in self.entries.items()}
        pages = frozenset(page.stem for page in (self.root / "docs").glob("*.md"))
        return Library(**kept, pages=pages, origins=self.origins, health=self._health())  # type: ignore[arg-type]

    def _health(self) -> dict[str, Health]:
        """What is remembered of outside addresses; nothing where nobody has asked yet."""
        file = self.root / HEALTH_FILE
        if not file.is_file():
            return {}
        good = []
        for number, one in read_health(file.read_text(encoding="utf-8", errors="replace")):
            if isinstance(one, Health):
                good.append(one)
            else:
                said = "can't be read. `make links` writes these lines; remove this one, and the next round asks again."
                self.problems.append(Problem(HEALTH_FILE, number, "", said))
        return latest(good)

    def read_folder(self, folder: str, shelf: str) -> None:
        """Read every document in a folder. The file's name is the document's id."""
        for file in self._files(folder):
            path = f"{folder}/{file.name}"
            document = self._document(file, path)
            if not isinstance(document, Document):
                self.broken.setdefault(shelf, set()).add(file.stem)
            elif isinstance(document.data, dict) and "id" in document.data:
                self._refuse_id(path, document, shelf, file.stem)
            elif isinstance(document.data, dict):
                self._keep(shelf, {**document.data, "id": file.stem}, path, document.lines, ())
            else:
                self.broken.setdefault(shelf, set()).add(file.stem)
                self.problems.append(Problem(path, 1, "", "should be keys with values, such as 'title: …'."))

    def read_list(self, path: str, shelf: str) -> None:
        """Read a file that is one list of entries, each with its id."""
        file = self.root / path
        if not file.exists() and not file.is_symlink():
            self.broken[shelf] = {"*"}
            self.problems.append(Problem(path, 1, "", "is missing; the library can't be built without it."))
            return
        document = self._document(file, path)
        if not isinstance(document, Document) or not isinstance(document.data, list):
            self.broken[shelf] = {"*"}
            if isinstance(document, Document):
                self.problems.append(Problem(path, 1, "", "should be a list, each entry starting with '- id: …'."))
            return
        for index, entry in enumerate(document.data):
            if not isinstance(entry, dict):
                line = document.lines.get((index,), 1)
                self.problems.append(Problem(path, line, f"entry {index + 1}", "should start with '- id: …'."))
            else:
                self._keep(shelf, entry, path, document.lines, (index,))

    def _files(self, folder: str) -> Iterator[Path]:
        """The content files of a folder, by name; anything that looks like one and is not is a problem."""
        here = self.root / folder
        if not here.is_dir():
            return
        for file in sorted(here.iterdir()):
            path = f"{folder}/{file.name}"
            if file.name.startswith(".") or file.name == "README.md" or path in LISTS:
                continue
            if file.is_dir() and not file.is_symlink():
                if path not in {*FOLDERS, "guides/shared"}:
                    self.problems.append(Problem(path, 1, "", f"is a folder nobody reads; {_folder_hint(path)}"))
            elif file.suffix != ".yaml":
                self.problems.append(Problem(path, 1, "", "should have a name that ends in .yaml, or be moved away."))
            else:
                yield file

    def _document(self, file: Path, path: str) -> Document | None:
        """Read a file, unless it leads out of the project or is no ordinary file."""
        if not file.resolve().is_relative_to(self.root.resolve()):
            self.problems.append(Problem(path, 1, "", "is a link out of the project; put the file itself here."))
            return None
        if not file.is_file():
            self.problems.append(Problem(path, 1, "", "should be a file; found something else, or a link to nothing."))
            return None
        found = read(file, path)
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        return found

    def _refuse_id(self, path: str, document: Document, shelf: str, name: str) -> None:
        self.broken.setdefault(shelf, set()).add(name)
        found = f"should not be written here: the file's name is the id ({excerpt(name)}). Remove the line."
        self.problems.append(Problem(path, document.lines["id",], "id", found))

    def _keep(
        self,
        shelf: str,
        data: dict[str, Any],
        path: str,
        lines: Mapping[tuple[str | int, ...], int],
        at: tuple[int, ...],
    ) -> None:
        """Put an entry on its shelf if it is what its model says, and its problems on the list if not."""
        model = (DOCUMENT_SHELVES | LIST_SHELVES)[shelf]
        within = {road[len(at) :]: line for road, line in lines.items() if road[: len(at)] == at}
        origin = Origin(path, within)
        named = data.get("id")
        try:
            entry = model.model_validate(data)
        except ValidationError as fault:
            self.broken.setdefault(shelf, set()).add(str(named))
            for error in fault.errors(include_url=False):
                if error["type"] == "too_short" and error["input"]:
                    continue  # its entries are there, and their own problems are told
                road = _in_file(error["loc"], within)
                if error["loc"] == ("id",) and not at:
                    said = "should be named with small letters, digits and single hyphens, then .yaml; rename the file."
                    self.problems.append(Problem(path, 1, "", said))
                    continue
                where = road_in_words((*at, *road)) if at else road_in_words(road)
                self.problems.append(Problem(path, origin.line(road), where, wording.sentence(error, model)))
            return
        if (first := self.origins.get((shelf, str(named)))) is not None:
            line = origin.line(("id",))
            first_line = first.line(("id",))
            said = f"{excerpt(named)} is used a second time (first on line {first_line}); give one of them another id."
            self.problems.append(Problem(path, line, road_in_words((*at, "id")), said))
            return
        self.entries[shelf][str(named)] = entry
        self.origins[shelf, str(named)] = origin


def _in_file(loc: tuple[str | int, ...], lines: Mapping[tuple[str | int, ...], int]) -> tuple[str | int, ...]:
    """The road as the author wrote it: without what a shorthand put in; its last name stays, written or not."""
    road: tuple[str | int, ...] = ()
    for index, name in enumerate(loc):
        if (*road, name) in lines or index == len(loc) - 1:
            road = (*road, name)
    return road


def _folder_hint(path: str) -> str:
    near = did_you_mean(path, FOLDERS)
    return near.strip() or f"use one of {', '.join(folder for folder in FOLDERS)}."
