"""Puts every vector in every text of every kind: a library on disk, and its twin with harmless words there instead.

Each vector has one entry on every shelf, and these name one another. Each text has marks of its own at its ends, so
that it is found again in whatever was made of it.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from conftest import ROOT
from library import ContentError, Library, Problem, load, sources
from library.delivery.fonts import paper_letters
from library.formats.paper.letters import unprintable
from library.project import cache_in
from yaml_files import read

from .fields import SHELVES, Road, Slot, complete, id_of, put, slots
from .papers import chosen
from .vectors import HARMLESS, SECRET, VECTORS, Vector
from .writing import Quoted, lines_of, write

FOLDERS = {folder: kind.key for folder, kind in sources.FOLDERS.items()}
LISTS = {path: kind.key for path, kind in sources.LISTS.items()}


@dataclass(frozen=True)
class Place:
    """A text that an author can write. number: of its own in the whole library."""

    shelf: str
    road: Road
    slot: Slot
    number: int

    def __str__(self) -> str:
        return f"{self.shelf}: {', '.join(str(name) for name in self.road)}"


PLACES: tuple[Place, ...] = tuple(
    Place(shelf, road, slot, number)
    for number, (shelf, road, slot) in enumerate(
        (shelf, road, slot) for shelf in SHELVES for road, slot in slots(complete(shelf, "x"))
    )
)
"""Every text of every kind."""


@cache
def places_of(shelf: str) -> dict[Road, Place]:
    """The texts of one kind, by the road to each."""
    return {place.road: place for place in PLACES if place.shelf == shelf}


def mark(vector: str) -> str:
    """A word that stands in nothing but the texts of one vector: a capital, and letters that make no ligature."""
    digest = hashlib.sha256(vector.encode()).digest()
    return "Q" + "".join("bcdghjkmnprstvwxz"[byte % 17] for byte in digest[:6])


ACRONYMS = sorted({word for vector in VECTORS.values() for word in re.findall(r"[A-Z]{2,}", vector.written)})
EXTRA = {"words": ({"id": "zz-of-vectors", "words": ACRONYMS, "sort": "known", "why": "They stand in vectors."},)}
"""Entries that let vectors by a rule that tells an acronym once a document: that would take a round for each place."""


@dataclass(frozen=True)
class Planted:
    """A text as it was written, as it must be shown on one line, and as it must be kept in data."""

    written: str
    shown: str
    kept: str


def harmless(name: str, place: Place) -> Vector:
    """Harmless words to stand for a vector, in as many paragraphs where there may be several."""
    vector = VECTORS[name]
    paragraphs = len(vector.written.split("\n\n")) if place.slot.kind == "text" else 1
    return Vector("\n\n".join([HARMLESS] * paragraphs), vector.place)


def planted(name: str, place: Place, vector: Vector) -> Planted:
    """A vector, or what stands for it, in one place."""
    slot = place.slot
    is_rich = slot.kind != "line"
    first, last = f"{mark(name)}a{place.number:03}", f"{mark(name)}z{place.number:03}"
    room = slot.most - len(first) - len(last) - 2 if slot.most else None
    words, shown = vector.written[:room], vector.rich if is_rich and vector.rich else vector.written[:room]
    before, after = vector.place != "start" or slot.initial, vector.place != "end"
    seam = "\n\n" if vector.place == "alone" and slot.kind == "text" else " "
    written = seam.join([first] * before + [words] + [last] * after)
    shown = " ".join(" ".join([first] * before + [shown] + [last] * after).split())
    written += slot.ending
    return Planted(written, shown, written.strip() if is_rich else " ".join(written.split()))


@dataclass(frozen=True)
class Refusal:
    """A text that the check refused, and what it said."""

    vector: str
    number: int
    problem: Problem


class Garden:
    """A project's folder with vectors planted in it.

    refused: by vector and number of the place, where harmless words stand instead, and why. library: what was accepted.
    """

    library: Library

    def __init__(self, root: Path, refused: Mapping[tuple[str, int], Refusal] | None = None) -> None:
        self.root = root
        self.refused = dict(refused or {})

    def text(self, vector: str, place: Place) -> Planted:
        """What stands in a place for a vector."""
        is_refused = (vector, place.number) in self.refused
        return planted(vector, place, harmless(vector, place) if is_refused else VECTORS[vector])

    def prepare(self) -> None:
        """Everything a project has but its content, which comes from the real one."""
        for name in ("docs", "guides"):
            shutil.copytree(ROOT / name, self.root / name)
        shutil.copytree(ROOT / "hooks", self.root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
        (self.root / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
        (self.root / "canary-secret.txt").write_text(SECRET, encoding="utf-8")
        shutil.copy(ROOT / "mkdocs.yml", self.root / "mkdocs.yml")

    def plant(self, vectors: Iterable[str] = VECTORS) -> None:
        """Write every entry of some vectors: documents in files of their own, lists in the order of their ids."""
        for folder, shelf in FOLDERS.items():
            for name in vectors:
                written = {key: value for key, value in self._entry(shelf, name).items() if key != "id"}
                write(self.root / folder / f"{id_of(shelf, name)}.yaml", written)
        for path, shelf in LISTS.items():
            write(self.root / path, [entry for _, entry in sorted(self._listed(path, shelf), key=lambda one: one[0])])

    def _listed(self, path: str, shelf: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each entry of a list with its id: the real ones and ours."""
        real = read(ROOT / path, path)
        assert not isinstance(real, Problem)
        for entry in [*real.data, *(self._entry(shelf, name) for name in VECTORS), *EXTRA.get(shelf, ())]:
            yield entry["id"], entry

    def _entry(self, shelf: str, name: str, vector: Vector | None = None) -> dict[str, Any]:
        """The entry of a vector on a shelf. vector: stands in all of it, accepted or not."""
        places = places_of(shelf)

        def words(road: Road, slot: Slot) -> Quoted:
            place = places[road]
            return Quoted((planted(name, place, vector) if vector else self.text(name, place)).written)

        return put(complete(shelf, name), words)

    def weed(self, rounds: int = 4) -> None:
        """Plant, check, and put harmless words where the check refuses a vector, until it refuses none.

        Raises AssertionError where a problem leads to no vector, and where there is no end to it.
        """
        to_plant: set[str] = set(VECTORS)
        for _ in range(rounds):
            self.plant(to_plant)
            problems = self._check()
            if not problems:
                return
            to_plant = set()
            lines = dict(self._lines())
            for problem in problems:
                planted_here = lines.get((problem.path, problem.line))
                assert planted_here, f"this leads to no vector: {problem}"
                self._refuse(*planted_here, problem)
                to_plant.add(planted_here[0])
        raise AssertionError(f"there is no end to it: {problems[0]}")

    def _check(self) -> tuple[Problem, ...]:
        """What `make check` says, but for the sheets' lengths: those are seen when sheets are made."""
        try:
            self.library = load(self.root, cache_in(self.root))
        except ContentError as error:
            return error.problems
        printed = (sheet for _, sheet in chosen(self.library, None) if sheet.format == "pdf")
        return tuple(unprintable(self.library, self.root, printed, paper_letters(ROOT / "node_modules")))

    def _refuse(self, vector: str, number: int, problem: Problem) -> None:
        """Remember a refusal. The reader of YAML tells the first of a file, and means every text in it."""
        if problem.where:
            self.refused.setdefault((vector, number), Refusal(vector, number, problem))
            return
        for path, shelf in (FOLDERS | LISTS).items():
            told = self._read_alone(vector, path, shelf)
            for place in PLACES:
                if place.shelf == shelf:
                    self.refused.setdefault((vector, place.number), Refusal(vector, place.number, told))

    def _read_alone(self, vector: str, path: str, shelf: str) -> Problem:
        """What the reader says of one entry that stands alone in a file."""
        file = self.root / "alone.yaml"
        write(file, self._entry(shelf, vector, VECTORS[vector]))
        told = read(file, file.name)
        file.unlink()
        assert isinstance(told, Problem), f"{vector} is refused in some files, and not in {path}"
        return told

    def _lines(self) -> Iterator[tuple[tuple[str, int], tuple[str, int]]]:
        """From each line with a vector's text to the vector and the number of the place."""
        for folder, shelf in FOLDERS.items():
            for name in VECTORS:
                path = f"{folder}/{id_of(shelf, name)}.yaml"
                lines = dict(lines_of(self.root / path))
                yield from (((path, lines[road]), (name, place.number)) for road, place in places_of(shelf).items())
        for path, shelf in LISTS.items():
            lines = dict(lines_of(self.root / path))
            ids = [id for id, _ in sorted(self._listed(path, shelf), key=lambda entry: entry[0])]
            for name in VECTORS:
                at = ids.index(id_of(shelf, name))
                yield from (
                    ((path, lines[at, *road]), (name, place.number)) for road, place in places_of(shelf).items()
                )


class Twin(Garden):
    """The same project with harmless words for every vector; markup that authors may use stays markup in rich text."""

    def text(self, vector: str, place: Place) -> Planted:
        stays = VECTORS[vector].lawful and place.slot.kind != "line" and (vector, place.number) not in self.refused
        return planted(vector, place, VECTORS[vector] if stays else harmless(vector, place))
