"""YAML, read so that nothing an author's file holds can surprise: a document, or one problem with its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from library.problems import Mistake, Problem, excerpt, mistake
from library.types.plain import UNSEEN, unseen_name

from .syntax import STARTS_WIDE, retold, starts_with

LARGEST = 512 * 1024
"""Bytes in one document. No guide is a tenth of that."""
LARGEST_LIST = 64 * LARGEST
"""Bytes in one list: room for a hundred thousand entries. Past that it is no list that anyone wrote."""
LONGEST_NUMBER = 18
"""Digits in a number. No figure an author means is longer, and Python refuses to read one of thousands."""
DEEPEST = 16
"""Levels of nesting. The deepest thing an author writes, a prompt in a step in a part of a plan, needs nine."""

Road = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """A file's data (str, int, float, bool, None, list, dict), and the line of each value by the road to it."""

    data: Any
    lines: Mapping[Road, int]


_NUMBER = re.compile(r"[-+]?(\d+)(\.\d+)?")
_COMMENT = re.compile(r"[ \t]+#")
_COMMENT_BEFORE = re.compile(r"^[ \t,:?\[{-]*[:?-][ \t]+#", re.MULTILINE)
_WORDS = re.compile(r"^[ \t]*[^#\s]", re.MULTILINE)


class _Loader(yaml.CSafeLoader):
    """YAML as people expect it: only true and false are yes-or-no, and 1:30 and 2026-11-23 stay as written."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?(0|[1-9][0-9]*)$"), list("-+0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])


def read(file: Path, path: str, most: int = LARGEST) -> Document | Problem:
    """Read one file. path: what messages call it. most: how many bytes it may have."""
    try:
        if file.stat().st_size > most:
            size = file.stat().st_size // 1024
            return Problem(path, 1, (), mistake("file-too-large", size=size, most=most // 1024))
        content = file.read_bytes()
    except OSError as fault:
        return Problem(path, 1, (), mistake("cannot-be-opened", why=str(fault.strerror)))
    text = decoded(content, path)
    return text if isinstance(text, Problem) else parsed(text, path)


def decoded(content: bytes, path: str) -> str | Problem:
    """A file's content as text, or a problem with the line on which it is none. `path` is what messages call it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        return Problem(path, line, (), mistake("not-utf-8"))


def parsed(text: str, path: str) -> Document | Problem:
    """A file's text as a document, or the first problem with it. path: what messages call the file."""
    if unseen := unseen_letter(text, path):
        return unseen
    try:
        for fault in _refused(text):
            return Problem(path, fault.line, (), fault.mistake)
        node = yaml.compose(text, Loader=_Loader)
        if node is None:
            return Problem(path, 1, (), mistake("empty-file"))
        for fault in _duplicates(node):
            return Problem(path, fault.line, (), fault.mistake)
        lines = dict(_lines(node, ()))
        return Document(_data(node), lines)
    except yaml.MarkedYAMLError as complaint:
        line, told = retold(text, complaint)
        return Problem(path, line, (), told)
    except yaml.reader.ReaderError as complaint:
        line = text.count("\n", 0, complaint.position) + 1 if isinstance(complaint.position, int) else 1
        return Problem(path, line, (), mistake("not-a-character"))


@dataclass(frozen=True)
class _Fault:
    line: int
    mistake: Mistake


def _refused(text: str) -> Iterator[_Fault]:
    """Walk the file's events, which never nest in memory, and stop at anything that could harm or puzzle."""
    depth = documents = behind = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            yield from _refused_start(text, event)
            if documents > 1:
                yield _Fault(line, mistake("second-document"))
        if isinstance(event, yaml.DocumentEndEvent) and event.explicit and _WORDS.search(text, event.end_mark.index):
            yield _Fault(line, mistake("file-ended-by-dots"))
        if sign := _sign(text, event):
            yield _Fault(line, starts_with(sign))
        if tag := getattr(event, "tag", None):
            yield _Fault(line, mistake("yaml-tag", tag=excerpt(tag)))
        if isinstance(event, yaml.ScalarEvent):
            if not event.style and STARTS_WIDE.match(event.value):
                yield _Fault(line, mistake("no-break-space"))
            yield from _left_out(text, event, behind)
            yield from _refused_value(event, line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield _Fault(line, mistake("nested-too-deep", most=DEEPEST))
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        behind = event.end_mark.index


def _refused_start(text: str, event: yaml.DocumentStartEvent) -> Iterator[_Fault]:
    """Words behind '---': YAML would read them, but not as the first line of keys that they look like."""
    rest = text[event.end_mark.index :].partition("\n")[0].strip()
    if event.explicit and rest and not rest.startswith("#"):
        yield _Fault(event.end_mark.line + 1, mistake("dashes-at-start"))


def _sign(text: str, event: yaml.Event) -> str:
    """The sign of an anchor, an alias or a local tag; what programs write with '!!' is told as a tag."""
    if not isinstance(event, (yaml.AliasEvent, yaml.ScalarEvent, yaml.CollectionStartEvent)):
        return ""
    has_tag = bool(getattr(event, "tag", None))
    begin = event.start_mark.index
    if event.anchor or (has_tag and not text.startswith("!!", begin)):
        return text[begin : begin + 1]
    return ""


def _left_out(text: str, event: yaml.ScalarEvent, behind: int) -> Iterator[_Fault]:
    """Words that YAML takes for a comment though they share a line with a plain value, or with the sign before it.

    behind: where what comes before the value ends, as an index into the text.
    """
    if event.style:
        return
    begin, end = event.start_mark.index, event.end_mark.index
    note = _COMMENT.match(text, end)
    place = note.end() if note else 0
    if not note and event.value and (note := _COMMENT_BEFORE.search(text[behind:begin])):
        place = behind + note.end()
    if place:
        yield _Fault(text.count("\n", 0, place) + 1, mistake("words-after-hash"))


def _refused_value(event: yaml.ScalarEvent, line: int) -> Iterator[_Fault]:
    """A key or a value that would harm: what can't be seen, written as "\\u202e" too, and endless numbers."""
    if unseen := UNSEEN.search(event.value):
        yield _Fault(line, mistake("invisible-letter", letter=unseen_name(unseen[0])))
    number = _NUMBER.fullmatch(event.value) if event.implicit[0] else None  # unquoted: it would be read as a number
    if number and len(event.value) > LONGEST_NUMBER:
        yield _Fault(line, mistake("long-number", digits=len(event.value)))


def _duplicates(node: yaml.Node, code: str = "repeated-key") -> Iterator[_Fault]:
    """Find keys that stand twice in one mapping: YAML would silently keep the last. code: of the mistake it is here."""
    if isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _duplicates(entry, "repeated-key-in-list")
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                yield _Fault(line, mistake("list-as-key"))
                return
            if key.value in seen:
                yield _Fault(line, mistake(code, key=excerpt(key.value), first=seen[key.value]))
            seen[key.value] = line
            yield from _duplicates(value)


def _lines(node: yaml.Node, road: Road) -> Iterator[tuple[Road, int]]:
    yield road, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for index, one in enumerate(node.value):
            yield from _lines(one, (*road, index))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _lines(value, (*road, key.value))
            yield (*road, key.value), key.start_mark.line + 1


def _data(node: yaml.Node) -> Any:
    """Build plain data. Keys are always text, so that `no:` or `1:` can't become something else."""
    if isinstance(node, yaml.SequenceNode):
        return [_data(entry) for entry in node.value]
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    match node.tag.rpartition(":")[2]:
        case "int":
            return int(node.value)
        case "float":
            return float(node.value)
        case "bool":
            return node.value.lower() == "true"
        case "null":
            return None
    return str(node.value)


def unseen_letter(text: str, path: str) -> Problem | None:
    """A problem at the line of the first letter that nobody sees; None where every letter is seen."""
    unseen = UNSEEN.search(text)
    if not unseen:
        return None
    line = text.count("\n", 0, unseen.start()) + 1
    return Problem(path, line, (), mistake("invisible-letter", letter=unseen_name(unseen[0])))
