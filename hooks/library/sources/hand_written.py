"""The hand-written pages, as text: rules about people hold there too."""

from collections.abc import Iterator
from pathlib import Path


def hand_written(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of each Markdown page in docs/, unless it is no ordinary file of the project."""
    for page in sorted((root / "docs").rglob("*.md")):
        if page.is_file() and page.resolve().is_relative_to(root.resolve()):
            yield page.relative_to(root).as_posix(), page.read_text(encoding="utf-8", errors="replace")
