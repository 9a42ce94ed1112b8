"""What an earlier commit published: an id that was there is still there, or is on the list of the retired."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from library.core.catalogue import RESOURCE
from library.core.library import Library
from library.core.shared import RETIRED
from library.problems import Problem, excerpt, mistake

from .files import FOLDERS


class UnknownCommit(Exception):
    """Git can't read the commit to compare with."""


def dropped(root: Path, commit: str, library: Library) -> Iterator[Problem]:
    """A problem for each id that a commit had and that is now gone without a word.

    Raises UnknownCommit where git can't read the commit.
    """
    retired = {(old.kind, old.id) for old in library[RETIRED].values()}
    for kind, id, path in _published(root, commit):
        if id not in library.entries[kind] and (kind, id) not in retired:
            yield Problem(path, 1, (), mistake("id-gone", id=excerpt(id), list=RETIRED.source))


def _published(root: Path, commit: str) -> Iterator[tuple[str, str, str]]:
    """The kind's name, id and file of everything with a lasting address that a commit had."""
    for name in _git(root, "ls-tree", "-r", "--name-only", commit, "--", "guides").splitlines():
        path = PurePosixPath(name)
        if path.suffix == ".yaml" and str(path.parent) in FOLDERS:
            yield FOLDERS[str(path.parent)].name, path.stem, name
    for id in re.findall(r"^- id: +(\S+)", _git(root, "show", f"{commit}:{RESOURCE.source}"), re.M):
        yield RESOURCE.name, id.strip("'\""), RESOURCE.source


def _git(root: Path, *command: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise UnknownCommit("git is not installed, or not on the path, so an earlier commit can't be read") from None
    if done.returncode:
        raise UnknownCommit(f"git can't read the earlier commit: {done.stderr.strip()}")
    return done.stdout
