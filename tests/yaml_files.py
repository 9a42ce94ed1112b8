"""What a file of content holds, as an author wrote it and before any model reads it."""

from pathlib import Path

from library.problems import Problem
from library.sources.reading import LARGEST, YamlFile, content_of, decoded, parsed


def read(file: Path, path: str, most: int = LARGEST) -> YamlFile | Problem:
    """Read one file. path: what messages call it. most: how many bytes it may have."""
    content = content_of(file, path, most)
    text = content if isinstance(content, Problem) else decoded(content, path)
    return text if isinstance(text, Problem) else parsed(text, path)
