"""The style sheet of a page, of one piece: what all pages share, and the parts whose own classes the page shows."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

FOLDER = "assets/css/"
SHARED = f"{FOLDER}library.css"
APART = (f"{FOLDER}print.css", f"{FOLDER}follow.css")
"""Style sheets that are asked for by name: for paper, and for the phones that follow a session."""
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_CLASSES = re.compile(r' class="([^"]*)"')
_TOOLS = re.compile(r' data-tool="([^"]*)"')
_ADDED = re.compile(r'\bclass:"([^"]*)"')
_SELECTORS = re.compile(r"([^{}]+)\{")
_NOT_FOR = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
_COMMA, _STEP = (re.compile(rf"{mark}(?![^(]*\))") for mark in (r",", r"[\s>+~]+"))
"""What stands between two selectors, and between two elements of one: not within brackets."""


@dataclass(frozen=True)
class Styles:
    """What pages look like, in parts.

    parts: from the path of each to its content, in the order in which they have their say; what all share is the first.
    classes: what each of the others is for. added: from a tool to the classes of what its script puts on a page.
    """

    parts: Mapping[str, bytes] = field(default_factory=dict)
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    added: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def sheet(self, held: frozenset[str]) -> tuple[str, bytes]:
        """The path and the content of a page's style sheet. held: its classes. Pages that ask for the same share it."""
        content = b"".join(self.parts[path] for path in (SHARED, *self.asked_for(held)))
        return f"{FOLDER}page.{hashlib.sha256(content).hexdigest()[:10]}.css", content

    def held_by(self, html: str) -> frozenset[str]:
        """The classes that a page holds, or the scripts of its tools make. html: of its body."""
        return _names(_CLASSES, html).union(*(self.added.get(tool, ()) for tool in _names(_TOOLS, html)))

    def asked_for(self, held: frozenset[str]) -> tuple[str, ...]:
        """The parts that a page asks for besides the shared one, in their order. held: its classes.

        A class that several of them name asks for the first, and only where none of them is asked for anyway.
        """
        named = {name: self._naming[name] for name in held if name in self._naming}
        asked = {paths[0] for paths in named.values() if len(paths) == 1}
        for _, paths in sorted(named.items()):
            if asked.isdisjoint(paths):
                asked.add(paths[0])
        return tuple(path for path in self.classes if path in asked)

    @cached_property
    def _naming(self) -> Mapping[str, tuple[str, ...]]:
        """From each class to the parts that are for it."""
        names = frozenset().union(*self.classes.values())
        return {name: tuple(path for path in sorted(self.classes) if name in self.classes[path]) for name in names}


def styles(sheets: Mapping[str, bytes], scripts: Mapping[str, bytes]) -> Styles:
    """sheets: from path to content, as published. scripts: the same of each tool, by its name."""
    shared = frozenset(_CLASS.findall(sheets[SHARED].decode()))
    others = {path: content.decode() for path, content in sheets.items() if path not in (SHARED, *APART)}
    added = {tool: _names(_ADDED, content.decode()) for tool, content in scripts.items()}
    return Styles(sheets, {path: _own(sheet, shared) for path, sheet in others.items()}, added)


def _names(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """What stands in a text between a pattern's quotes, word by word."""
    return frozenset(name for names in set(pattern.findall(text)) for name in names.split())


def _own(sheet: str, shared: frozenset[str]) -> frozenset[str]:
    """The classes a style sheet is for: in each of its selectors, those named first that not all pages share."""
    selectors = (selector for rule in _SELECTORS.findall(sheet) for selector in _COMMA.split(_NOT_FOR.sub("", rule)))
    paths = (_STEP.split(selector) for selector in selectors)
    elements = ((frozenset(_CLASS.findall(element)) - shared for element in path) for path in paths)
    return frozenset().union(*(next(filter(None, named), frozenset()) for named in elements))
