"""What else is published as an author wrote it: hand-written pages, and comments, for YAML is offered whole."""

from collections.abc import Iterator
from pathlib import Path

from library.project import DOCS

from .files import unreadable


def hand_written(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of each Markdown page in docs/. What is no ordinary file of the project is left out."""
    for page in sorted((root / DOCS).rglob("*.md")):
        if unreadable(page, page.name, root) is None:
            yield page.relative_to(root).as_posix(), _text(page.read_bytes())


def comments_in(content: bytes) -> str:
    """A content file with nothing but its comments. Lines stay where they are in the file."""
    return "\n".join(map(_comment, _text(content).splitlines())) if b"#" in content else ""


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", errors="replace")


def _comment(line: str) -> str:
    """What a line says after its #, or an empty string where it is no comment."""
    written = line.lstrip()
    return written.lstrip("#") if written.startswith("#") else ""
