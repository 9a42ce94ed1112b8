"""The Content-Security-Policy (https://www.w3.org/TR/CSP3/), and the frame that every page must have around its words.

The policy is a fixed text: it allows what stands in files of our own, and nothing in a page itself. It is never made
of what pages happen to hold, for then it would allow whatever found its way into one. A page that holds anything it
would block, or that would send a reader elsewhere, stops the build: refusals.py says what.
"""

import re
from collections import Counter
from collections.abc import Iterator

from library.built import BuiltPage

_FROM_OURSELVES = ("script", "style", "img", "font", "connect", "worker", "manifest")
POLICY = "; ".join(
    [
        "default-src 'none'",
        *(f"{what}-src 'self'" for what in _FROM_OURSELVES),
        "form-action 'self'",
        "base-uri 'none'",
    ]
)


def is_framed(page: BuiltPage) -> bool:
    """Whether the frame stands around a page's words as it was made: nobody has ended it early, or hidden its foot."""
    frame = page.tree.css("body > footer.site-footer, main#content")
    feet = page.tree.css("footer.site-footer")
    return sorted(node.tag or "" for node in frame) == ["footer", "main"] and len(feet) == 1


def names_used_twice(page: BuiltPage) -> Iterator[str]:
    """Each id that stands on a page more than once."""
    return (name for name, count in Counter(page.ids).items() if name and count > 1)


def foreign_in_styles(css: str) -> Iterator[str]:
    """Each address of another website that a style sheet would load from."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    for address in re.finditer(r"""(?:url\(|@import)\s*['"]?\s*((?:[a-z][a-z0-9+.-]*:)?//[^'")\s]*)""", bare, re.I):
        yield address[1]


def has_policy(page: BuiltPage) -> bool:
    """Whether a page carries the policy, ahead of everything a policy is for."""
    first = page.tree.css_first("meta[http-equiv], script, link, style, body *")
    return first is not None and first.attributes.get("content") == POLICY
