"""Letters on paper that no typeface has, and words that no line holds: who wrote them, and what to write instead."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from library.core.catalogue import Resource
from library.core.kind import Kind
from library.core.library import Library
from library.core.origin import Origin
from library.core.walk import Road, leaves
from library.formats.sheets import Sheet
from library.problems import Mistake, Problem, excerpt, mistake
from library.types.plain import Named
from library.types.text import Span, Text

Typefaces = Sequence[frozenset[int]]
"""What each typeface can show, as code points. A letter and the marks on it come from one typeface, never from two."""

INSTEAD = {
    "✅": "✓",
    "❌": "✗",
    "❎": "✗",
    "🔲": "☐",
    "🔳": "☐",
    "🌟": "★",
    "💡": "Idea:",
    "❔": "?",
    "❕": "!",
    "➕": "+",
    "➖": "−",
    "➗": "÷",
}
"""For signs that are often pasted: what says the same on paper."""

_CHOOSERS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""They choose between two looks of the letter before them, and have no look of their own."""
_JOINER = "\u200d"
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_BYTE_ORDER_MARK = "\ufeff"
"""Typefaces list it, and PDF/UA forbids it."""
_MOST_NAMED = 3
_LONGEST_WORD = 40
"""Letters between two places where a line may be broken: in large print a line holds about fifty."""
_BREAKS = re.compile(r"[\s/\u00ad\u200b\u2010\u2013\u2014-]+")


def unprintable(library: Library, root: Path, wanted: Iterable[Sheet], typefaces: Typefaces) -> Iterator[Problem]:
    """A problem for each text that would reach paper with letters no typeface has or words no line holds.

    Each is told at the file and line where it was written. root: the project's folder, where that line is looked up.
    """

    def at_fault(text: str) -> bool:
        return any(lacking(text, typefaces)) or any(_endless(text))

    views = (sheet.view for sheet in wanted if sheet.format == "pdf")
    printed = [text.casefold() for view in views for text in _texts(view) if at_fault(text)]
    if not printed:
        return
    for kind, entry in library.everything:
        for road, runs in groupby(_written(library, kind, entry), lambda pair: pair[0]):
            shown = [run for _, run in runs if at_fault(run) and any(run.casefold() in text for text in printed)]
            if letters := tuple(dict.fromkeys(letter for run in shown for letter in lacking(run, typefaces))):
                yield _problem(library, root, kind, entry.id, road, letters[0], _lacked(letters, typefaces))
            if endless := next((word for run in shown for word in _endless(run)), ""):
                fault = mistake("word-too-long", length=len(endless), word=excerpt(endless))
                yield _problem(library, root, kind, entry.id, road, endless, fault)


def lacking(text: str, typefaces: Typefaces) -> Iterator[str]:
    """What no typeface can show of a text: runs of letters, each with the marks on it."""
    if typefaces[0].issuperset(map(ord, text)):
        return
    for is_printed, clusters in groupby(_clusters(text), lambda cluster: _is_known(cluster, typefaces)):
        if not is_printed:
            yield "".join(clusters)


def _is_known(cluster: str, typefaces: Typefaces) -> bool:
    needed = {ord(letter) for letter in cluster if letter not in _CHOOSERS and letter not in "\t\n"}
    return _BYTE_ORDER_MARK not in cluster and any(needed <= typeface for typeface in typefaces)


def _endless(text: str) -> Iterator[str]:
    """Words that would run over the edge of the paper. Addresses are broken at each part."""
    if not text.startswith("http"):
        yield from (word for word in _BREAKS.split(text) if len(word) > _LONGEST_WORD)


def _clusters(text: str) -> Iterator[str]:
    """A text's letters, each with what belongs to it: marks, skin colours, and what a joiner ties to it."""
    cluster = ""
    for letter in text:
        belongs = unicodedata.category(letter).startswith("M") or letter == _JOINER or letter in _SKINS
        if cluster and not belongs and not cluster.endswith(_JOINER):
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster


def _texts(view: Any) -> Iterator[str]:
    """Every text of a view that is printed."""
    if isinstance(view, str):
        yield view
    elif isinstance(view, tuple):
        for part in view:
            yield from _texts(part)
    elif isinstance(view, Span):
        yield view.text  # its link is followed, not read
    elif is_dataclass(view):
        for field in fields(view):
            if field.metadata.get("printed", True):
                yield from _texts(getattr(view, field.name))


def _written(library: Library, kind: Kind[Any], entry: Named) -> Iterator[tuple[Road, str]]:
    """What an author wrote in an entry, as it is printed: each run of letters, with the road to it."""
    lines = library.origin_of(kind, entry.id)
    for road, leaf in leaves(entry):
        if lines.written(road)[-1:] != road[-1:]:
            continue  # the model put it there, from a text that is a leaf of its own
        if isinstance(leaf, Text):
            yield from ((road, span.text) for line in leaf.lines for span in line)
        else:
            yield road, leaf
    if isinstance(entry, Resource) and (address := library.address_now(entry)) not in (None, entry.url):
        yield ("url",), str(address)


def _problem(
    library: Library, root: Path, kind: Kind[Any], id: str, road: Road, letters: str, fault: Mistake
) -> Problem:
    origin = library.origin_of(kind, id)
    written = origin.written(road)
    line = _line(root / origin.path, origin, road, letters)
    return Problem(origin.path, line, (id, *written) if kind.is_list else written, fault)


def _line(file: Path, origin: Origin, road: Road, letters: str) -> int:
    """The line of a text on which letters stand; its first where they are written in another way."""
    first = origin.line(road)
    written = file.read_text(encoding="utf-8-sig").splitlines()
    past = min((line for line in origin.lines.values() if line > first), default=len(written) + 1)
    return next((line for line in range(first, past) if letters in written[line - 1]), first)


def _lacked(letters: Sequence[str], typefaces: Typefaces) -> Mistake:
    if len(letters) == 1:
        named, advice = _named(letters[0], typefaces), _advice(letters[0], typefaces)
        return mistake("letter-not-printed", letter=named[0], name=named[1], advice=advice)
    described = [
        f"{shown} ({name}; {_advice(letter, typefaces)})"
        for letter in letters[:_MOST_NAMED]
        for shown, name in [_named(letter, typefaces)]
    ]
    more = f" and {len(letters) - _MOST_NAMED} more" if len(letters) > _MOST_NAMED else ""
    return mistake("letters-not-printed", letters=f"{', '.join(described)}{more}")


def _named(letters: str, typefaces: Typefaces) -> tuple[str, str]:
    """Letters as they are, or a word for what can't be seen alone; then the name and code point of the first."""
    alone = [letter for letter in letters if any(lacking(letter, typefaces))]
    letter = alone[0] if alone else letters[-1]
    name = f"{unicodedata.name(letter, 'a letter without a name').lower()}, U+{ord(letter):04X}"
    more = len(alone) - 1
    shown = f"'{letters.replace(_JOINER, '')}'" if _can_be_seen(letters) else "something that can't be seen alone"
    return shown, f"{name}, and {more} more" if more > 0 else name


def _can_be_seen(letters: str) -> bool:
    return letters.replace(_JOINER, "").isprintable() and not unicodedata.category(letters[0]).startswith("M")


def _advice(letters: str, typefaces: Typefaces) -> str:
    plain = "".join(letter for letter in letters if letter not in _CHOOSERS)
    instead = INSTEAD.get(plain) or unicodedata.normalize("NFKC", plain).replace(_BYTE_ORDER_MARK, "")
    if instead.isspace() or plain.isspace():
        return "write an ordinary space"
    if not instead or not _can_be_seen(letters):
        return "delete it"
    if instead != plain and not any(lacking(instead, typefaces)):
        return f"write '{instead}'"
    if unicodedata.category(letters[0]) in ("Lo", "Ll", "Lu"):
        return "write it in our alphabet, or leave it out"
    return "write it in words, or leave it out"
