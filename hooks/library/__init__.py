"""The Peer Reflection Library: content in YAML, read once, checked, and turned into pages."""

from pathlib import Path

from .core.library import Library
from .problems import ContentError, Problem

__all__ = ["ContentError", "Library", "Problem", "load"]


def load(root: Path, cache: Path | None = None) -> Library:
    """Read and check the content below `root`. Raises ContentError with every problem in it.

    cache: where to keep what was read of each file, so that it need not be read again before it changes.
    """
    from .sources import load as read  # not at the top: a room may import `library.problems` without reading YAML

    return read(root, cache)
