"""What the YAML parser can't read, told in words that need no YAML: the line, what stands there, what to do."""

import re
from dataclasses import dataclass, field

import yaml

from library.problems import excerpt

_SIGNS = "*&!%@`{}[],|>?-"
_AT_ITS_START = re.compile(r"while (scanning an? (alias|anchor|tag|block scalar|.*directive)|parsing a (node|tag))")
_AT_THE_SIGN = re.compile(
    r"cannot start any token|sequence entries are not|mapping keys are not|expected node content|incompatible YAML"
)
_OUT_OF_LINE = "is not in line with the lines around it; check the spaces at its start, and the colon or dash."
_INSIDE = {
    "'": "has a quotation mark (') inside the text, where YAML ends the text; write it twice (''), "
    'or put the whole text in double quotes (").',
    '"': 'has a quotation mark (") inside the text, where YAML ends the text; write it with a backslash (\\"), '
    "or put the whole text in single quotes (').",
}
_CLOSED = {
    "[": "put the text in quotes, or close a list with ']' and part its entries with commas.",
    "{": "put the text in quotes, or close keys with values with '}' and part them with commas.",
}


def starts_with(sign: str) -> str:
    """Say that a text starts with a letter that YAML keeps for itself."""
    name = " (an anchor or alias)" if sign in "*&" else ""
    advice = _CLOSED.get(sign, "put the text in quotes.")
    return f"starts with '{sign}', which YAML takes for a sign of its own{name}; {advice}"


def retold(text: str, fault: yaml.MarkedYAMLError) -> tuple[int, str]:
    """Tell a parser's complaint: the line, counted from 1, and the sentence. None of the parser's words is in it."""
    lines = text.splitlines()
    mark = fault.problem_mark or fault.context_mark
    if mark is None:
        return 1, "can't be read as YAML; compare it with a file that works."
    line = min(mark.line, len(lines) - 1) + 1
    written = lines[line - 1]
    complaint = f"{fault.problem or ''} {fault.context or ''}"
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return line, "starts with a tab; use spaces at the start of a line."
    if "cannot start any token" in complaint and text.startswith("\t", mark.index):
        return line, "has a tab behind a dash or a colon; use a space."
    if "escape" in complaint or "hexdecimal" in complaint:
        backslash = text.rfind("\\", 0, mark.index + 1)
        shown = excerpt(text[backslash : backslash + 2])
        advice = "write two of them, or put the text in single quotes (')."
        return line, f"has a backslash that means nothing to YAML ({shown}); {advice}"
    if "scanning a quoted scalar" in complaint:
        opening = fault.context_mark or mark
        return opening.line + 1, "has an opening quotation mark that is never closed; close it, or remove it."
    return _sign(text, fault, mark) or _behind(text, fault, mark) or (line, _of_line(lines, line, complaint))


def _sign(text: str, fault: yaml.MarkedYAMLError, mark: yaml.Mark) -> tuple[int, str] | None:
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
        return mark.line + 1, "is a line of '...', where YAML ends the file; remove it, or put the text in quotes."
    letter = text[mark.index : mark.index + 1]
    is_list = letter in "-?" and not text[: mark.index].rpartition("\n")[2].strip()
    return (mark.line + 1, starts_with(letter)) if letter and letter in _SIGNS and not is_list else None


def _behind(text: str, fault: yaml.MarkedYAMLError, mark: yaml.Mark) -> tuple[int, str] | None:
    """Words behind a text that had ended: behind its second quotation mark, or behind the bracket it started with."""
    before = _read_before(text)
    is_flow = "flow" in (fault.context or "")
    last = before.last
    if "did not find expected" in (fault.problem or "") and last and last.end_mark.line == mark.line:
        if isinstance(last, yaml.ScalarEvent) and last.style in _INSIDE:
            is_comma_missing = is_flow and text[last.end_mark.index : mark.index + 1].strip() in _INSIDE
            sentence = "has two texts in quotes without a comma between them; put one."
            return mark.line + 1, sentence if is_comma_missing else _INSIDE[last.style]
        if isinstance(last, yaml.CollectionEndEvent) and before.closed and text[before.closed.index] in _CLOSED:
            return before.closed.line + 1, starts_with(text[before.closed.index])
    unclosed = next((start.start_mark for start in reversed(before.open) if start.flow_style), None)
    if is_flow and unclosed and text[unclosed.index] in _CLOSED:
        return unclosed.line + 1, starts_with(text[unclosed.index])
    return None


@dataclass
class _Before:
    """What was read before a complaint: the last event, and where the list in brackets began that was closed last."""

    last: yaml.Event | None = None
    closed: yaml.Mark | None = None
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
                before.closed = start.start_mark if start.flow_style else None
    except yaml.MarkedYAMLError:
        return before
    return before


def _of_line(lines: list[str], line: int, complaint: str) -> str:
    written = lines[line - 1].strip()
    if "mapping values are not allowed" in complaint and len(re.findall(r":(?=\s|$)", written)) > 1:
        return f"has a second colon in {excerpt(written)}; put the text after the first colon in quotes."
    if "mapping values are not allowed" in complaint and line > 1:
        return "has a colon though the line before is not finished; check that line, and the spaces before both."
    if "could not find expected ':'" in complaint:
        return "should be 'name: value'; look for a missing colon on this line or the one before."
    if "flow" in complaint:
        return f"has a bracket or a comma too many, or too few, in {excerpt(written)}; put text in quotes."
    if "block" in complaint or "document start" in complaint:
        return _OUT_OF_LINE
    return f"can't be read as YAML at {excerpt(written)}; put the text in quotes."
