"""Where something was written: its file, and the line of each value in it."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from library.problems import Road


@dataclass(frozen=True)
class Origin:
    """Where something was written: its file, and the line of each value in it.

    path: relative to the project's folder, with forward slashes.
    lines: from the road to a value, such as ("plan", "steps", 0), to its line, counted from 1.
    """

    path: str
    lines: Mapping[Road, int]

    @property
    def packed(self) -> "Origin":
        """The same, in little memory."""
        return replace(self, lines=PackedLines.of(self.lines))

    def written(self, road: Iterable[str | int]) -> Road:
        """Return the road as the author wrote it: without what a shorthand left out."""
        reached: Road = ()
        for name in road:
            if (*reached, name) in self.lines:
                reached = (*reached, name)
        return reached

    def line(self, road: Iterable[str | int]) -> int:
        """Return the line of the value at the end of the road, or of the last value on it that was written."""
        return self.lines.get(self.written(road), 1)


@dataclass(frozen=True)
class PackedLines(Mapping[Road, int]):
    """Lines in a twentieth of the memory: nobody asks for those of a file in which nothing is wrong.

    content: as JSON, each line with the road to it, compressed.
    """

    content: bytes

    @classmethod
    def of(cls, lines: Mapping[Road, int]) -> "PackedLines":
        """The same lines, packed. Their roads hold texts and whole numbers alone."""
        return cls(zlib.compress(json.dumps([(line, road) for road, line in lines.items()]).encode(), 1))

    def __getitem__(self, road: Road) -> int:
        return self._lines[road]

    def __iter__(self) -> Iterator[Road]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    @cached_property
    def _lines(self) -> dict[Road, int]:
        return {tuple(road): line for line, road in json.loads(zlib.decompress(self.content))}
