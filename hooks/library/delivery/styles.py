"""Which style sheets a page asks for: the one that all share, and of the others those whose own classes it holds."""

import re
from collections import Counter
from collections.abc import Mapping

SHARED, PAPER = "assets/css/library.css", "assets/css/print.css"
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_BRACES = re.compile(r"\{[^{}]*\}")

Styles = Mapping[str, frozenset[str]]
"""From the path of a style sheet that not all pages share to the classes that it alone is for."""


def styles(assets: Mapping[str, bytes]) -> Styles:
    """What each style sheet is for. assets: from path to content; those that are no style sheets do not count."""
    sheets = {path: _classes(content.decode()) for path, content in assets.items() if path.endswith(".css")}
    shared = sheets[SHARED]
    return {path: classes - shared for path, classes in sheets.items() if path not in (SHARED, PAPER)}


def needed(html: str, styles: Styles) -> list[str]:
    """The style sheets a page asks for besides the shared one. html: of its body.

    A class that several of them name asks for the first, and only where none of them is asked for anyway.
    """
    held = {name for names in _CLASSES.findall(html) for name in names.split()}
    named = Counter(name for classes in styles.values() for name in classes & held)
    asked = {path for path, classes in styles.items() if any(named[name] == 1 for name in classes & held)}
    for name in sorted(named):
        naming = [path for path, classes in styles.items() if name in classes]
        if asked.isdisjoint(naming):
            asked.add(min(naming))
    return [path for path in styles if path in asked]


def _classes(sheet: str) -> frozenset[str]:
    """The classes that a style sheet's selectors name: what stands in braces is no selector."""
    return frozenset(_CLASS.findall(_BRACES.sub(" ", sheet)))
