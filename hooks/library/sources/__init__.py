"""YAML files -> library, or every problem in them at once."""

from collections.abc import Iterator
from pathlib import Path

from library import rules
from library.core.library import Library
from library.problems import ContentError, Problem

from . import files
from .docs import faults_of_docs
from .files import FOLDERS, LISTS, MORE
from .hand_written import hand_written
from .published import UnknownCommit, dropped
from .readings import KeptReadings, Readings, without_collecting
from .shelves import Shelves

__all__ = ["UnknownCommit", "check_published", "load"]


def load(root: Path, cache: Path | None = None) -> Library:
    """Read and check everything below `root`. Raises ContentError with all problems, sorted.

    cache: where to keep what was read of each file, so that it need not be read again before it changes.
    """
    with without_collecting():
        kept = KeptReadings(cache) if cache else None
        shelves = Shelves(root, kept or Readings())
        for path, kind in LISTS.items():
            shelves.read_list(path, kind)
        for folder, kind in MORE.items():
            shelves.read_lists(folder, kind)
        for folder, kind in FOLDERS.items():
            shelves.read_folder(folder, kind)
        library = shelves.library()
        if kept:
            kept.throw_away()
        problems = [*shelves.problems, *_across(library, shelves, root)]
    if problems:
        raise ContentError(problems)
    return library


def _across(library: Library, shelves: Shelves, root: Path) -> Iterator[Problem]:
    """What is wrong with files beside one another, and with what is no YAML."""
    pages = [(path, rules.page_of(text)) for path, text in hand_written(root)]
    on_pages = frozenset(id for _, page in pages for id in page.resources)
    existing = rules.Names(library, shelves.broken, shelves.mentions, on_pages)
    yield from files.unread(root)
    yield from faults_of_docs(root)
    yield from rules.check(existing)
    yield from rules.check_pages(existing, [*pages, *shelves.comments.items()])


def check_published(root: Path, commit: str, library: Library) -> None:
    """Raise ContentError where what a commit published is gone and not retired; UnknownCommit where git has none."""
    if problems := list(dropped(root, commit, library)):
        raise ContentError(problems)
