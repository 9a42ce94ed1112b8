"""What an earlier commit published: an id that was there is still there, or is on the list of the retired."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from library.model.library import LINKED_SHELVES, Library
from library.problems import Problem, excerpt


class UnknownCommit(Exception):
    """Git can't read the commit to compare with."""


_RETIRED = "guides/shared/retired.yaml"


def dropped(root: Path, commit: str, library: Library, folders: dict[str, str]) -> Iterator[Problem]:
    """A problem for each id that a commit had and that is now gone without a word.

    folders: from folder to shelf. Raises UnknownCommit where git can't read the commit.
    """
    retired = {(LINKED_SHELVES[old.kind], old.id) for old in library.retired.values()}
    for shelf, id, path in _published(root, commit, folders):
        if id not in getattr(library, shelf) and (shelf, id) not in retired:
            said = (
                f"{excerpt(id)} was published and is gone. Put it back, or add it to {_RETIRED} with where to go now."
            )
            yield Problem(path, 1, "", said)


def _published(root: Path, commit: str, folders: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Shelf, id and file of everything with a lasting address that a commit had."""
    for name in _git(root, "ls-tree", "-r", "--name-only", commit, "--", "guides").splitlines():
        path = PurePosixPath(name)
        if path.suffix == ".yaml" and str(path.parent) in folders:
            yield folders[str(path.parent)], path.stem, name
    for id in re.findall(r"^- id: +(\S+)", _git(root, "show", f"{commit}:resources.yaml"), re.M):
        yield "resources", id.strip("'\""), "resources.yaml"


def _git(root: Path, *command: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise UnknownCommit("git is not installed, or not on the path, so an earlier commit can't be read") from None
    if done.returncode:
        raise UnknownCommit(f"git can't read the earlier commit: {done.stderr.strip()}")
    return done.stdout
