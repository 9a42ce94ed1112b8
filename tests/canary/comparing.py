"""Whether what was made of the vectors is what was made of their twins, but for the vectors' own words.

A page, a sheet or a file is held against its twin's: the same elements with the same attributes one inside another, and
the same words. So nothing can be opened, closed, left out or added by what an author writes.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from .planting import PLACES, Garden, Planted, Twin, mark
from .vectors import VECTORS

_MARK = re.compile(r"Q[bcdghjkmnprstvwxz]{6}[az]\d{3}")
_NAMES = {mark(name): name for name in VECTORS}
assert len(_NAMES) == len(VECTORS)

Told = Callable[[Planted], str]
"""What of a planted text stands in a file: as it is shown, or as it was written."""


def shown(text: Planted) -> str:
    """As readers are to see it."""
    return text.shown


def kept(text: Planted) -> str:
    """As it is kept in data."""
    return text.kept


def collapsed(text: str) -> str:
    """On one line, as browsers show it."""
    return " ".join(text.split())


def marks_in(text: str) -> set[tuple[str, int]]:
    """The vector and the place of each planted text that stands in a text, or of which a part does."""
    return {(_NAMES[found[:7]], int(found[8:])) for found in _MARK.findall(text) if found[:7] in _NAMES}


class Comparison:
    """Holds what was made of a garden against what was made of its twin."""

    def __init__(self, garden: Garden, twin: Twin) -> None:
        self._garden, self._twin = garden, twin

    def faults(self, text: str, wanted: str, told: Told = shown) -> Iterator[str]:
        """What a text has that its twin has not, and the other way about, in sentences."""
        pairs = [
            (vector, number, *self._both(vector, number, told))
            for vector, number in sorted(marks_in(text) | marks_in(wanted))
        ]
        for vector, number, ours, theirs in pairs:
            if text.count(ours) != wanted.count(theirs):
                said = f"{vector} in {PLACES[number]}: stands {text.count(ours)} times of {wanted.count(theirs)}"
                yield f"{said}, as {near(text, ours)!r} and not as {ours!r}"
        for _, _, ours, theirs in pairs:
            text = text.replace(ours, theirs)
        yield from difference(Counter(text.split()), Counter(wanted.split()))

    def replaced(self, text: str, told: Told = shown) -> str:
        """A text with the twin's words in the places of the vectors'."""
        for vector, number in marks_in(text):
            text = text.replace(*self._both(vector, number, told))
        return text

    def _both(self, vector: str, number: int, told: Told) -> tuple[str, str]:
        """A planted text and its twin's."""
        place = PLACES[number]
        return told(self._garden.text(vector, place)), told(self._twin.text(vector, place))

    def same_tree(self, value: Any, wanted: Any, told: Told = shown) -> bool:
        """Whether plain data is that of the twin."""
        if isinstance(value, str) and isinstance(wanted, str):
            tidy = collapsed if told is shown else str
            return self.replaced(tidy(value), told) == tidy(wanted)
        if isinstance(value, dict) and isinstance(wanted, dict):
            return value.keys() == wanted.keys() and all(self.same_tree(value[key], wanted[key], told) for key in value)
        if isinstance(value, list) and isinstance(wanted, list):
            return len(value) == len(wanted) and all(map(lambda a, b: self.same_tree(a, b, told), value, wanted))
        return bool(value == wanted)

    def page_faults(self, html: str, wanted: str) -> Iterator[str]:
        """What is wrong with a page: elements, attributes, scripts, words."""
        ours, theirs = Page(html, self.replaced), Page(wanted, str)
        yield from difference(ours.elements, theirs.elements)
        yield from self.faults(collapsed(ours.text), collapsed(theirs.text))
        if len(ours.data) != len(theirs.data) or not all(map(self.same_tree, ours.data, theirs.data)):
            yield "its facts for search engines, or what its tools are given, are not those of its twin"


def near(text: str, ours: str) -> str:
    """What stands where a planted text begins or ends."""
    found = _MARK.search(ours)
    at = text.find(found[0]) if found else -1
    return text[max(0, at - 20) : at + len(ours) + 20] if at >= 0 else ""


def difference(ours: Counter[Any], theirs: Counter[Any], most: int = 5) -> Iterator[str]:
    """What is more and what is less, in sentences."""
    for name, more in (("has more", ours - theirs), ("has less", theirs - ours)):
        if more:
            yield f"{name}: {', '.join(f'{count} {thing!r}'[:300] for thing, count in list(more.items())[:most])}"


_MEASURED = {"font-size", "y"}
"""What a drawing's words get by their length."""


class Page:
    """A page as a browser reads it: its elements, with their attributes and what they stand in, its words, its data."""

    def __init__(self, html: str, words: Callable[[str], str]) -> None:
        self.elements: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()
        self.data: list[Any] = []
        pieces: list[str] = []
        roads: dict[int, str] = {}
        for node in LexborHTMLParser(html).root.traverse(include_text=True):
            above = roads.get(node.parent.mem_id, "") if node.parent else ""
            if node.tag == "-text":
                if above.endswith(" option"):
                    pieces.append(" ")  # each is a line of its own, and by its words it may stand before another
                if not above.endswith(" script"):
                    pieces.append(node.text_content or "")
                continue
            road = roads[node.mem_id] = f"{above} {node.tag}"
            attributes = {name: words(collapsed(value or "")) for name, value in node.attributes.items()}
            if node.tag == "h1":
                assert re.fullmatch(r"[\w-]*", attributes.pop("id", ""))  # made of the words
            if " svg " in road:
                attributes = {name: value for name, value in attributes.items() if name not in _MEASURED}
            if attributes.get("http-equiv") == "Content-Security-Policy":
                attributes["content"] = ""  # the same on every page, and looked at once
            if "data-given" in attributes:
                del attributes["data-given"]
                self.data.append(json.loads(node.attributes["data-given"] or ""))
            if node.tag == "script" and attributes.get("type") == "application/ld+json":
                self.data.append(json.loads(node.text()))
            elif node.tag == "script":
                attributes["the script"] = node.text()
            self.elements[road, tuple(sorted(attributes.items()))] += 1
        self.text = "".join(pieces)


def told_of(faults: Iterable[str], most: int = 40) -> str:
    """The first of some faults, for people to read."""
    listed = [" ".join(fault.split())[:400] for fault in faults]
    return "\n".join([f"{len(listed)} faults", *listed[:most]])
