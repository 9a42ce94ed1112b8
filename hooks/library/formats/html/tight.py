"""A page without what nobody sees: the indents and the empty lines of its templates, and marks written at length."""

import re

_KEPT = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
_SPACE = re.compile(r"\n\s+")
_MARKS = {"&#34;": '"', "&#39;": "'"}
_MARK = re.compile("|".join(_MARKS))
_TAG = re.compile(r"""<!--.*?-->|<[a-zA-Z/!](?:[^"'>]|"[^"]*"|'[^']*')*>""", re.DOTALL)
"""What is no text: a comment, or a tag with all its attributes, in which "<" is written at length."""


def tight(html: str) -> str:
    """The same page with every line at its margin; within `pre` and `textarea`, where spaces show, as it was.

    Quotation marks and apostrophes stand in its text as they are: only within a tag do they mean something else.
    """
    parts = _KEPT.split(html)
    parts[::3] = [_SPACE.sub("\n", part) for part in parts[::3]]
    del parts[2::3]
    page = "".join(parts)

    def short(mark: re.Match[str]) -> str:
        """A mark as it is, where the tag before it has come to its end. A page has far fewer marks than tags."""
        tag = _TAG.match(page, page.rfind("<", 0, mark.start()))
        return mark[0] if tag and mark.start() < tag.end() else _MARKS[mark[0]]

    return _MARK.sub(short, page)
