"""What the YAML parser can't read, told in words that need no YAML: the line, what stands there, what to do."""

import re
from dataclasses import dataclass, field

import yaml

from library.problems import Mistake, excerpt, mistake

from .marks import begin_of, end_of, line_of

_SIGNS = "*&!%@`{}[],|>?-"
_AT_ITS_START = re.compile(r"while (scanning an? (alias|anchor|tag|block scalar|.*directive)|parsing a (node|tag))")
_AT_THE_SIGN = re.compile(
    r"cannot start any token|sequence entries are not|mapping keys are not|expected node content|incompatible YAML"
)
_INSIDE = {"'": "apostrophe-in-quotes", '"': "quote-in-quotes"}
_AT_START = {"*": "anchor-at-start", "&": "anchor-at-start", "[": "bracket-at-start", "{": "brace-at-start"}
_WIDE_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
STARTS_WIDE = re.compile(f"[ ]*[{_WIDE_SPACES}]")
"""What is pasted from Word and web pages, looks like the spaces of a line that stands further in, and is none."""


def starts_with(sign: str) -> Mistake:
    """Say that a text starts with a letter that YAML keeps for itself."""
    code = _AT_START.get(sign, "sign-at-start")
    return mistake(code) if sign in "[{" else mistake(code, sign=f"'{sign}'")


def retold(text: str, fault: yaml.MarkedYAMLError) -> tuple[int, Mistake]:
    """Tell a parser's complaint: the line, counted from 1, and the mistake. None of the parser's words is in it."""
    lines = text.splitlines()
    mark = fault.problem_mark or fault.context_mark
    if mark is None:
        return 1, mistake("unreadable-file")
    line = min(mark.line, len(lines) - 1) + 1
    written = lines[line - 1]
    complaint = f"{fault.problem or ''} {fault.context or ''}"
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return line, mistake("tab-at-start")
    if STARTS_WIDE.match(written):
        return line, mistake("no-break-space")
    if "cannot start any token" in complaint and text.startswith("\t", mark.index):
        return line, mistake("tab-after-sign")
    if "escape" in complaint or "hexdecimal" in complaint:
        backslash = text.rfind("\\", 0, mark.index + 1)
        return line, mistake("unknown-escape", shown=excerpt(text[backslash : backslash + 2]))
    if "scanning a quoted scalar" in complaint:
        opening = fault.context_mark or mark
        return opening.line + 1, mistake("quote-never-closed")
    return _sign(text, fault, mark) or _behind(text, fault, mark) or (line, _of_line(lines, line, complaint))


def _sign(text: str, fault: yaml.MarkedYAMLError, mark: yaml.Mark) -> tuple[int, Mistake] | None:
    """A text that starts with a sign, or a sign that stands where only text can."""
    if _AT_ITS_START.match(fault.context or ""):
        mark = fault.context_mark or mark
    elif "document start" in (fault.problem or "") and (directive := re.search(r"^%", text, re.MULTILINE)):
        return text.count("\n", 0, directive.start()) + 1, starts_with("%")
    elif text.startswith(":", mark.index) and not text[: mark.index].rpartition("\n")[2].strip(" -"):
        return mark.line + 1, starts_with(":")
    elif not _AT_THE_SIGN.search(fault.problem or ""):
        return None
    if text.startswith("...", mark.index):
        return mark.line + 1, mistake("file-ended-by-dots")
    letter = text[mark.index : mark.index + 1]
    is_list = letter in "-?" and not text[: mark.index].rpartition("\n")[2].strip()
    return (mark.line + 1, starts_with(letter)) if letter and letter in _SIGNS and not is_list else None


def _behind(text: str, fault: yaml.MarkedYAMLError, mark: yaml.Mark) -> tuple[int, Mistake] | None:
    """Words behind a text that had ended: behind its second quotation mark, or behind the bracket it started with."""
    before = _read_before(text)
    is_flow = "flow" in (fault.context or "")
    last = before.last
    if "did not find expected" in (fault.problem or "") and last and text.count("\n", 0, end_of(last)) == mark.line:
        if isinstance(last, yaml.ScalarEvent) and last.style in _INSIDE:
            is_comma_missing = is_flow and text[end_of(last) : mark.index + 1].strip() in _INSIDE
            return mark.line + 1, mistake("comma-missing" if is_comma_missing else _INSIDE[last.style])
        if isinstance(last, yaml.CollectionEndEvent) and before.closed and text[begin_of(before.closed)] in "[{":
            return line_of(before.closed), starts_with(text[begin_of(before.closed)])
    unclosed = next((start for start in reversed(before.open) if start.flow_style), None)
    if is_flow and unclosed and text[begin_of(unclosed)] in "[{":
        return line_of(unclosed), starts_with(text[begin_of(unclosed)])
    return None


@dataclass
class _Before:
    """What was read before a complaint: the last event, and the list in brackets that was closed last."""

    last: yaml.Event | None = None
    closed: yaml.CollectionStartEvent | None = None
    open: list[yaml.CollectionStartEvent] = field(default_factory=list)


def _read_before(text: str) -> _Before:
    before = _Before()
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if not isinstance(event, yaml.DocumentEndEvent):
                before.last = event
            if isinstance(event, yaml.CollectionStartEvent):
                before.open.append(event)
            if isinstance(event, yaml.CollectionEndEvent):
                start = before.open.pop()
                before.closed = start if start.flow_style else None
    except yaml.MarkedYAMLError:
        return before
    return before


def _of_line(lines: list[str], line: int, complaint: str) -> Mistake:
    written = lines[line - 1].strip()
    if "mapping values are not allowed" in complaint and len(re.findall(r":(?=\s|$)", written)) > 1:
        return mistake("second-colon", written=excerpt(written))
    if "mapping values are not allowed" in complaint and line > 1:
        return mistake("colon-out-of-place")
    if "could not find expected ':'" in complaint:
        return mistake("colon-missing")
    if "flow" in complaint:
        return mistake("brackets-uneven", written=excerpt(written))
    if "block" in complaint or "document start" in complaint:
        return mistake("out-of-line")
    return mistake("unreadable-text", written=excerpt(written))
