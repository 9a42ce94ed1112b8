"""What else is published as an author wrote it: hand-written pages, and comments, for YAML is offered whole."""

from collections.abc import Iterator
from pathlib import Path

from .files import FOLDERS, LISTS, MORE, unreadable


def hand_written(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of each Markdown page in docs/, and of each content file with nothing but its comments.

    Lines stay where they are in the file. What is no ordinary file of the project is left out.
    """
    for page in _ordinary(root, sorted((root / "docs").rglob("*.md"))):
        yield page.relative_to(root).as_posix(), _text(page)
    listed = (root / path for path in LISTS)
    content = {*listed, *(file for folder in (*FOLDERS, *MORE) for file in (root / folder).glob("*.yaml"))}
    for file in _ordinary(root, sorted(content)):
        yield file.relative_to(root).as_posix(), "\n".join(map(_comment, _text(file).splitlines()))


def _ordinary(root: Path, files: list[Path]) -> Iterator[Path]:
    return (file for file in files if unreadable(file, file.name, root) is None)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig", errors="replace")


def _comment(line: str) -> str:
    """What a line says after its #, or an empty string where it is no comment."""
    written = line.lstrip()
    return written.lstrip("#") if written.startswith("#") else ""
