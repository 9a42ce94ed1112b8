"""What an earlier commit published: an id that was there is still there or was retired, and what changed says so."""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from library.core.document import Document, number_of
from library.core.kind import DocumentKind, Kind
from library.core.library import Library
from library.core.shared import RETIRED
from library.problems import Problem, excerpt, mistake
from library.problems.places import one_of

from .files import FOLDERS, LISTS, MORE, PLACES
from .reading import parsed

_ABOUT_ITSELF = {"version", "revised", "changes", "owner_role", "reviewed", "lived_experience", "review_by", "retired"}
"""Keys under which a document speaks of itself."""


class UnknownCommit(Exception):
    """Git can't read the commit to compare with."""


def dropped(root: Path, commit: str, library: Library) -> Iterator[Problem]:
    """A problem for each id that a commit had and that is now gone without a word: of an entry, or of a part of one.

    And for each document whose words are others than they were, while its version or its day is not.

    Raises UnknownCommit where git can't read the commit.
    """
    for path in _changed(root, commit):
        if kind := _kind_at(path):
            before = _data(_git(root, "show", f"{commit}:./{path}"), path)
            if isinstance(kind, DocumentKind):
                yield from _of_document(path, kind, before, root, library)
            else:
                yield from _of_list(path, kind, before, library)


def _of_document(path: str, kind: Kind[Any], before: Any, root: Path, library: Library) -> Iterator[Problem]:
    """A document that is gone, or parts of it, such as a step or a question. before: what the file held."""
    id = PurePosixPath(path).stem
    if document := library[kind].get(id):
        now = _data((root / path).read_text(encoding="utf-8-sig"), path)
        yield from _of_parts(path, document, before, now)
        yield from _of_words(path, before, now)
    elif (kind.name, id) not in _retired(library):
        yield Problem(path, 1, (), mistake("id-gone", id=excerpt(id), list=RETIRED.source))


def _of_list(path: str, kind: Kind[Any], before: Any, library: Library) -> Iterator[Problem]:
    """Entries of a list that are gone. What was retired stays so, for its page is all that there is of it."""
    for entry in before or ():
        id, was = str(entry["id"]), str(entry["kind"] if kind is RETIRED else kind.name)
        if id not in library.entries.get(was, ()) and (was, id) not in _retired(library):
            yield Problem(path, 1, (), mistake("id-gone", id=excerpt(id), list=RETIRED.source))


def _of_parts(path: str, document: Document, before: Any, now: Any) -> Iterator[Problem]:
    there = set(_parts(now))
    retired = {gone.id for gone in document.retired}
    for part, id in dict.fromkeys(_parts(before)):
        if (part, id) not in there and id not in retired:
            yield Problem(path, 1, (), mistake("part-gone", part=part, id=excerpt(id)))


def _of_words(path: str, before: Any, now: Any) -> Iterator[Problem]:
    """A problem where what readers are told changed, and the document says that it is as it was."""
    if not isinstance(before, Mapping) or _words(before) == _words(now):
        return
    if number_of(now["version"]) <= number_of(before.get("version", "")):
        yield Problem(path, 1, ("version",), mistake("version-as-before", version=str(now["version"])))
    if str(now["revised"]) <= str(before.get("revised", "")):
        yield Problem(path, 1, ("revised",), mistake("revised-as-before", revised=str(now["revised"])))


def _words(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a document tells readers of its subject, and not of who wrote or reviewed it, and when."""
    return {key: value for key, value in data.items() if key not in _ABOUT_ITSELF}


def _parts(data: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """What each part with an id is called, and its id, below what a file holds. name: of the key it stands under."""
    if isinstance(data, Mapping):
        if name and "id" in data:
            yield one_of(name), str(data["id"])
        for key, value in data.items():
            yield from _parts(value, key)
    elif isinstance(data, list):
        for entry in data:
            yield from _parts(entry, name)


def _retired(library: Library) -> set[tuple[str, str]]:
    return {(old.kind, old.id) for old in library[RETIRED].values()}


def _data(text: str, path: str) -> Any:
    """What a file of content holds; nothing where it can't be read."""
    document = parsed(text, path)
    return None if isinstance(document, Problem) else document.data


def _kind_at(path: str) -> Kind[Any] | None:
    """The kind of what stands in a file, where it has pages or once had; None for other files."""
    folder = str(PurePosixPath(path).parent)
    kind = LISTS.get(path) or ((FOLDERS | MORE).get(folder) if path.endswith(".yaml") else None)
    return kind if kind and (kind.page or kind is RETIRED) else None


def _changed(root: Path, commit: str) -> list[str]:
    """The files of content that a commit had and that are different now: in no other can anything be gone."""
    command = ("diff", "--name-only", "-z", "--relative", "--no-renames", "--diff-filter=MDT", commit, "--", *PLACES)
    return [path for path in _git(root, *command).split("\0") if path]


def _git(root: Path, *command: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise UnknownCommit("git is not installed, or not on the path, so an earlier commit can't be read") from None
    if done.returncode:
        raise UnknownCommit(f"git can't read the earlier commit: {done.stderr.strip()}")
    return done.stdout
