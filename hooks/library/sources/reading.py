"""YAML, read so that nothing an author's file holds can surprise: what it holds, or one problem with its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from library.problems import Problem, Road, excerpt, mistake
from library.types.plain import unseen_in, unseen_name

from .events import Refused, sound_events
from .marks import line_of
from .syntax import retold

LARGEST = 512 * 1024
"""Bytes in one document. No guide is a tenth of that."""
LARGEST_LIST = 64 * LARGEST
"""Bytes in one list: room for a hundred thousand entries. Past that it is no list that anyone wrote."""


@dataclass(frozen=True)
class YamlFile:
    """A file's data (str, int, float, bool, None, list, dict), and the line of each value by the road to it."""

    data: Any
    lines: Mapping[Road, int]


def content_of(file: Path, path: str, most: int) -> bytes | Problem:
    """A file's bytes, or why nobody can have them."""
    try:
        if file.stat().st_size > most:
            size = file.stat().st_size // 1024
            return Problem(path, 1, (), mistake("file-too-large", size=size, most=most // 1024))
        return file.read_bytes()
    except OSError as fault:
        return Problem(path, 1, (), mistake("cannot-be-opened", why=str(fault.strerror)))


def decoded(content: bytes, path: str) -> str | Problem:
    """A file's content as text, or a problem with the line on which it is none. `path` is what messages call it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return Problem(path, line, (), mistake("not-utf-8"))


def parsed(text: str, path: str) -> YamlFile | Problem:
    """What a file's text holds, or the first problem with it. path: what messages call the file."""
    if unseen := unseen_letter(text, path):
        return unseen
    try:
        return _Reader(text).document()
    except Refused as refused:
        return Problem(path, refused.line, (), refused.mistake)
    except yaml.MarkedYAMLError as complaint:
        line, fault = retold(text, complaint)
        return Problem(path, line, (), fault)
    except yaml.reader.ReaderError as complaint:
        line = text.count("\n", 0, complaint.position) + 1 if isinstance(complaint.position, int) else 1
        return Problem(path, line, (), mistake("not-a-character"))


class _Reader:
    """Builds plain data from a file's events, and keeps the line of each value by the road to it."""

    def __init__(self, text: str) -> None:
        self._events = sound_events(text)
        self._lines: dict[Road, int] = {}
        self._refused: list[Refused] = []
        """Keys that can't stand: told only where the whole file can be read."""

    def document(self) -> YamlFile:
        """What the file holds. Raises Refused at its first fault, and yaml.YAMLError for what is no YAML."""
        data = [self._value(event, (), "repeated-key") for event in self._events if isinstance(event, yaml.NodeEvent)]
        if not data:
            raise Refused(1, mistake("empty-file"))
        for refused in self._refused:
            raise refused
        return YamlFile(data[0], self._lines)

    def _value(self, event: yaml.Event, road: Road, repeated: str) -> Any:
        """The value that begins with an event. repeated: the code of the mistake that a key stands twice in it."""
        self._lines[road] = line_of(event)
        if isinstance(event, yaml.SequenceStartEvent):
            entries = iter(self._next, None)
            return [self._value(entry, (*road, place), "repeated-key-in-list") for place, entry in enumerate(entries)]
        if isinstance(event, yaml.MappingStartEvent):
            return dict(self._pairs(road, repeated))
        assert isinstance(event, yaml.ScalarEvent)  # aliases are refused
        return _plain(event.value) if event.implicit[0] else event.value

    def _pairs(self, road: Road, repeated: str) -> Iterator[tuple[str, Any]]:
        """Keys and values up to the end of a mapping. Keys are text: `no:` or `1:` can't become something else."""
        first: dict[str, int] = {}
        for event in iter(self._next, None):
            line = line_of(event)
            if isinstance(event, yaml.ScalarEvent):
                key = event.value
            else:
                self._refused.append(Refused(line, mistake("list-as-key")))
                key = excerpt(self._value(event, road, repeated))
            if key in first:
                self._refused.append(Refused(line, mistake(repeated, key=excerpt(key), first=first[key])))
            first.setdefault(key, line)
            yield key, self._value(next(self._events), (*road, key), "repeated-key")
            self._lines[*road, key] = line

    def _next(self) -> yaml.Event | None:
        """What comes next in a list or a mapping; None at its end."""
        event = next(self._events)
        return None if isinstance(event, yaml.CollectionEndEvent) else event


_FIRST_OF_NO_TEXT = frozenset("tTfF~nN-+0123456789")
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+")


def _plain(value: str) -> str | int | float | bool | None:
    """An unquoted value as people expect it: only true and false are yes-or-no, and 1:30 and 2026-11-23 are text."""
    if value and value[0] not in _FIRST_OF_NO_TEXT:
        return value
    if value in _NULL:
        return None
    if value in _BOOL:
        return _BOOL[value]
    if _INT.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else value


def unseen_letter(text: str, path: str) -> Problem | None:
    """A problem at the line of the first letter that nobody sees; None where every letter is seen."""
    unseen = unseen_in(text)
    if not unseen:
        return None
    line = text.count("\n", 0, unseen.start()) + 1
    return Problem(path, line, (), mistake("invisible-letter", letter=unseen_name(unseen[0])))
