"""A page without what nobody sees: the indents and the empty lines of its templates."""

import re

_KEPT = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
_SPACE = re.compile(r"\n\s+")


def tight(html: str) -> str:
    """The same page with every line at its margin; within `pre` and `textarea`, where spaces show, as it was."""
    parts = _KEPT.split(html)
    parts[::3] = [_SPACE.sub("\n", part) for part in parts[::3]]
    del parts[2::3]
    return "".join(parts)
