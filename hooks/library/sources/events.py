"""A YAML file's events, one after another, up to the first that could harm or puzzle. They never nest in memory."""

import re
from collections.abc import Iterator

import yaml

from library.problems import Mistake, excerpt, mistake
from library.types.plain import unseen_in, unseen_name

from .marks import begin_of, end_of, line_of
from .syntax import STARTS_WIDE, starts_with

LONGEST_NUMBER = 18
"""Digits in a number. No figure an author means is longer, and Python refuses to read one of thousands."""
DEEPEST = 16
"""Levels of nesting. The deepest thing an author writes, a prompt in a step in a part of a plan, needs nine."""

_NUMBER = re.compile(r"[-+]?(\d+)(\.\d+)?")
_COMMENT = re.compile(r"[ \t]+#")
_COMMENT_BEFORE = re.compile(r"^[ \t,:?\[{-]*[:?-][ \t]+#", re.MULTILINE)
_WORDS = re.compile(r"^[ \t]*[^#\s]", re.MULTILINE)


class Refused(Exception):
    """Something that stands in no file of the library. line: counted from 1."""

    def __init__(self, line: int, mistake: Mistake) -> None:
        super().__init__(mistake.code)
        self.line = line
        self.mistake = mistake


def sound_events(text: str) -> Iterator[yaml.Event]:
    """Yield a file's events. Raises Refused at the first that may not be, and yaml.YAMLError for what is no YAML."""
    depth = documents = behind = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = line_of(event)
        if isinstance(event, yaml.ScalarEvent):
            _check_sign(text, event, line)
            _check_words(text, event, line, behind)
        elif isinstance(event, yaml.CollectionStartEvent):
            _check_sign(text, event, line)
            depth += 1
            if depth > DEEPEST:
                raise Refused(line, mistake("nested-too-deep", most=DEEPEST))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            _check_sign(text, event, line)
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            _check_start(text, event)
            if documents > 1:
                raise Refused(line, mistake("second-document"))
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit and _WORDS.search(text, end_of(event)):
            raise Refused(line, mistake("file-ended-by-dots"))
        behind = end_of(event)
        yield event


def _check_start(text: str, event: yaml.DocumentStartEvent) -> None:
    """Words behind '---': YAML would read them, but not as the first line of keys that they look like."""
    rest = text[end_of(event) :].partition("\n")[0].strip()
    if event.explicit and rest and not rest.startswith("#"):
        raise Refused(text.count("\n", 0, end_of(event)) + 1, mistake("dashes-at-start"))


def _check_sign(text: str, event: yaml.AliasEvent | yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
    """No anchor, alias or tag: what programs write with '!!' is told as a tag, all else by its sign."""
    tag = getattr(event, "tag", None)
    if not event.anchor and not tag:
        return
    begin = begin_of(event)
    if event.anchor or not text.startswith("!!", begin):
        raise Refused(line, starts_with(text[begin : begin + 1]))
    raise Refused(line, mistake("yaml-tag", tag=excerpt(tag)))


def _check_words(text: str, event: yaml.ScalarEvent, line: int, behind: int) -> None:
    """A key or a value that would lose words, or harm: what can't be seen, written as "\\u202e" too, endless numbers.

    behind: where what comes before it ends, as an index into the text.
    """
    value = event.value
    if not event.style:
        if STARTS_WIDE.match(value):
            raise Refused(line, mistake("no-break-space"))
        if place := _left_out(text, event, behind):
            raise Refused(text.count("\n", 0, place) + 1, mistake("words-after-hash"))
        if len(value) > LONGEST_NUMBER and event.implicit[0] and _NUMBER.fullmatch(value):
            raise Refused(line, mistake("long-number", digits=len(value)))
    elif event.style == '"' and (unseen := unseen_in(value)):  # elsewhere a letter stands as itself, and is seen
        raise Refused(line, mistake("invisible-letter", letter=unseen_name(unseen[0])))


def _left_out(text: str, event: yaml.ScalarEvent, behind: int) -> int:
    """Where words end that YAML takes for a comment though they share a line with a plain value or the sign before it.

    An index into the text; 0 where there are none.
    """
    if note := _COMMENT.match(text, end_of(event)):
        return note.end()
    between = text[behind : begin_of(event)]
    note = _COMMENT_BEFORE.search(between) if event.value and "#" in between else None
    return behind + note.end() if note else 0
