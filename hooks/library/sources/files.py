"""Which files are content, and which only look as though somebody would read them: those are named, every one."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from library.core.health import HEALTH_FILE
from library.kinds import KINDS
from library.problems import Problem, mistake, nearest

FOLDERS = {kind.source: kind for kind in KINDS if not kind.is_list}
"""From folder to kind: one file a document."""

LISTS = {kind.source: kind for kind in KINDS if kind.is_list}
"""From file to kind: one list of entries a file."""

MORE = {kind.more: kind for kind in KINDS if kind.more}
"""From folder to kind: more lists of what has a list of its own, a file each."""

PLACES = tuple(sorted({PurePosixPath(path).parts[0] for path in (*LISTS, *FOLDERS, *MORE)}))
"""What stands in the project's folder and holds content: a folder, or a file."""

_SHARED = "guides/shared"
_NOT_CONTENT = {"guides", "docs", "hooks", "tests", "site", "node_modules"}
"""Folders of the project in which content need not be looked for: it is read there, or YAML there is something else."""
_CONTENT = re.compile(r"""^\ufeff?(["']?title["']?:|- +["']?(id|title)["']?:)""", re.M)
_YAML = (".yaml", ".yml")


def content_files(root: Path, folder: str) -> Iterator[Path | Problem]:
    """The content files of a folder, by name; anything else in it that could be meant as content is a problem."""
    here = root / folder
    if not here.is_dir():
        return
    for file in sorted(here.iterdir()):
        path = f"{folder}/{file.name}"
        if file.name == "README.md" or path in LISTS or (file.name.startswith(".") and file.suffix not in _YAML):
            continue
        if file.is_dir() and not file.is_symlink():
            if path not in {*FOLDERS, *MORE, _SHARED}:
                yield Problem(path, 1, (), mistake("folder-unread", **_folder_hint(path)))
        elif file.name.startswith("."):
            yield Problem(path, 1, (), mistake("file-hidden"))
        elif file.suffix != ".yaml":
            yield Problem(path, 1, (), mistake("file-not-yaml"))
        else:
            yield file


def unread(root: Path) -> Iterator[Problem]:
    """A problem for each file that holds content, or stands where content does, and that nobody would read."""
    shared = {*LISTS, HEALTH_FILE, f"{_SHARED}/README.md"}
    for file in sorted((root / _SHARED).glob("*")):
        path = f"{_SHARED}/{file.name}"
        if path not in shared and (not file.name.startswith(".") or file.suffix in _YAML):
            lists = ", ".join(name.rpartition("/")[2] for name in LISTS if name.startswith(_SHARED))
            yield Problem(path, 1, (), mistake("file-not-shared", lists=lists))
    for entry in sorted(root.iterdir()):
        if entry.is_file() and entry.name not in LISTS and _is_content(entry):
            yield Problem(entry.name, 1, (), mistake("file-unread"))
        elif entry.is_dir() and not _is_no_place_for_content(entry):
            for file in sorted(entry.rglob("*")):
                if file.is_file() and _is_content(file):
                    yield Problem(file.relative_to(root).as_posix(), 1, (), mistake("file-unread"))


def unreadable(file: Path, path: str, root: Path) -> Problem | None:
    """Why a content file is not to be opened, or None where it may be."""
    if leads_out(file, root):
        return Problem(path, 1, (), mistake("link-out-of-project"))
    if not file.is_file():
        return Problem(path, 1, (), mistake("not-a-file"))
    return None


def leads_out(file: Path, folder: Path) -> bool:
    """Whether a path ends outside a folder. A ring of links ends nowhere, and so not outside."""
    try:
        return not file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # Python up to 3.12 raises RuntimeError for a ring of links
        return False


def _is_no_place_for_content(folder: Path) -> bool:
    """Whether a folder beside guides/ is known to hold something else: tools, a built site, an environment."""
    is_made = (folder / "index.html").is_file() or (folder / "pyvenv.cfg").is_file()
    return folder.name.startswith(".") or folder.name in _NOT_CONTENT or is_made


def _is_content(file: Path) -> bool:
    """Whether a YAML file says what only content says: a title, or entries with ids. So does one called x.yaml.txt."""
    if not any(f"{ending}." in f"{file.name.lower()}." for ending in _YAML):
        return False
    try:
        with file.open(encoding="utf-8", errors="replace") as text:
            return bool(_CONTENT.search(text.read(65_536)))
    except OSError:
        return False


def _folder_hint(path: str) -> dict[str, str]:
    """The folder that was meant, or all there are."""
    folders = [*FOLDERS, *MORE]
    near = nearest(path, folders)
    return {"near": near, "folders": "" if near else ", ".join(folders)}
