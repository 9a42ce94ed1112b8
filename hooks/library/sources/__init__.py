"""YAML files -> library, or every problem in them at once."""

from pathlib import Path

from library import rules
from library.core.library import Library
from library.problems import ContentError

from . import files
from .docs import faults_of_docs
from .files import FOLDERS, LISTS, MORE
from .hand_written import hand_written
from .published import UnknownCommit, dropped
from .shelves import Shelves

__all__ = ["UnknownCommit", "check_published", "load"]


def load(root: Path) -> Library:
    """Read and check everything below `root`. Raises ContentError with all problems, sorted; writes nothing."""
    shelves = Shelves(root)
    for path, kind in LISTS.items():
        shelves.read_list(path, kind)
    for folder, kind in MORE.items():
        shelves.read_lists(folder, kind)
    for folder, kind in FOLDERS.items():
        shelves.read_folder(folder, kind)
    library = shelves.library()
    astray = [*files.unread(root), *faults_of_docs(root)]
    pages = rules.check_pages(library, shelves.broken, hand_written(root))
    problems = [*shelves.problems, *astray, *rules.check(library, shelves.broken), *pages]
    if problems:
        raise ContentError(problems)
    return library


def check_published(root: Path, commit: str, library: Library) -> None:
    """Raise ContentError where what a commit published is gone and not retired; UnknownCommit where git has none."""
    if problems := list(dropped(root, commit, library)):
        raise ContentError(problems)
