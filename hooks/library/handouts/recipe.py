"""What goes into every file besides its sheet: this room's code and templates, and the packages it works with.

A file is kept under a digest of it, so that none outlives a change to what made it. A change to any module of the
room makes every file again: a list of which modules have a part in which file would sooner or later be wrong.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

ROOM = Path(__file__).parent
PACKAGES = ("typst", "python-docx", "python-pptx", "lxml", "icalendar", "segno")


def recipe(room: Path = ROOM, packages: Iterable[str] = PACKAGES) -> bytes:
    """A digest of all files of a room, by name and content, and of the versions of some packages."""
    digest = hashlib.sha256()
    for package in packages:
        digest.update(f"{package} {version(package)}\n".encode())
    for file in sorted(path for path in room.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.relative_to(room).as_posix()} {content}\n".encode())
    return digest.digest()


@cache
def own_recipe() -> bytes:
    """The digest of this room, read once: the code that runs does not change while it runs."""
    return recipe()
