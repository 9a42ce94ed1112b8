"""A page without what nobody sees: the indents and the empty lines of its templates, and marks written at length."""

import re

_KEPT = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
_SPACE = re.compile(r"\n\s+")
_TAG = re.compile(r"""(<!--.*?-->|<[a-zA-Z/!](?:[^"'>]|"[^"]*"|'[^']*')*>)""", re.DOTALL)
"""What is no text: a comment, or a tag with all its attributes."""


def tight(html: str) -> str:
    """The same page with every line at its margin; within `pre` and `textarea`, where spaces show, as it was.

    Quotation marks and apostrophes stand in its text as they are: only within a tag do they mean something else.
    """
    parts = _KEPT.split(html)
    parts[::3] = [_SPACE.sub("\n", part) for part in parts[::3]]
    del parts[2::3]
    pieces = _TAG.split("".join(parts))
    pieces[::2] = [piece.replace("&#39;", "'").replace("&#34;", '"') for piece in pieces[::2]]
    return "".join(pieces)
