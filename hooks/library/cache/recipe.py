"""What goes into every file besides its sheet: code, templates and words of some rooms, and the packages they use.

A file is kept under a digest of it, so that none outlives a change to what made it. A change to any module of these
rooms makes every file again: a list of which modules have a part in which file would sooner or later be wrong.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

LIBRARY = Path(__file__).parent.parent
ROOMS = tuple(LIBRARY / room for room in ("formats", "sections", "texts", "types"))
"""What writes a file, and what its values say themselves, such as a length of time."""
PAGES = LIBRARY / "formats" / "html"
"""The one room among them that has no part in any file."""
PACKAGES = ("typst", "python-docx", "python-pptx", "lxml", "icalendar", "segno", "babel")


def recipe(rooms: Iterable[Path] = ROOMS, packages: Iterable[str] = PACKAGES) -> bytes:
    """A digest of all files of some rooms, by name and content, and of the versions of some packages."""
    digest = hashlib.sha256()
    for package in packages:
        digest.update(f"{package} {version(package)}\n".encode())
    for room in rooms:
        for file in files_of(room):
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            digest.update(f"{room.name}/{file.relative_to(room).as_posix()} {content}\n".encode())
    return digest.digest()


def files_of(room: Path) -> list[Path]:
    """The files of a room that have a part in what it makes, in order."""
    files = (path for path in room.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(file for file in files if PAGES not in file.parents)


@cache
def own_recipe() -> bytes:
    """The digest of these rooms, read once: the code that runs does not change while it runs."""
    return recipe()
