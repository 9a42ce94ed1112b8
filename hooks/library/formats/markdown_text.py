"""Spans, texts and lists as CommonMark. The marks it reads are ours alone: those an author wrote have a backslash."""

import re
from collections.abc import Iterable, Iterator

from library.types.text import Block, Span, Text

from .runs import Spans

_MARKS = re.compile(r"[\\`*_{}\[\]<>|~^&#=!]|^[-+]|^\d{1,9}(?=[.)])")
"""What CommonMark may read as a mark, and so has a backslash: https://spec.commonmark.org/0.31.2/#backslash-escapes."""


def escape(words: str) -> str:
    """Words on one line, so that CommonMark shows just these words."""
    line = " ".join(words.split())
    return _MARKS.sub(lambda mark: f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}", line)


def one_line(line: Spans) -> str:
    """A paragraph, on one line."""
    return "".join(map(_span, line)).strip()


def _span(span: Span) -> str:
    words = escape(span.text)
    if not words:
        return " " if span.text else ""
    mark = "*" * (span.italic + 2 * span.bold)
    shown = f"{mark}{words}{mark}"
    shown = f"[{shown}](<{span.link}>)" if span.link else shown
    return f"{' ' * span.text[:1].isspace()}{shown}{' ' * span.text[-1:].isspace()}"


def text_of(text: Text) -> Iterator[str]:
    """Each paragraph and list of a text."""
    return map(_block, text.blocks)


def _block(block: Block) -> str:
    if block.kind == "paragraph":
        return one_line(block.lines[0])
    return points(block.lines) if block.kind == "bullets" else numbers(block.lines)


def points(lines: Iterable[Spans]) -> str:
    """A list, a point for each line."""
    return "\n".join(f"- {one_line(line)}" for line in lines)


def numbers(lines: Iterable[Spans]) -> str:
    """A numbered list."""
    return "\n".join(f"{number}. {one_line(line)}" for number, line in enumerate(lines, 1))


def points_of(texts: Iterable[Text]) -> str:
    """A list with a point for each line of some texts."""
    return points(line for text in texts for line in text.lines)
