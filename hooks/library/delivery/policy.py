"""The Content-Security-Policy (https://www.w3.org/TR/CSP3/): a page may load things from its own site alone.

Nothing inline runs unless its hash is in the policy; a style or a script in an attribute is refused.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

_SCRIPT_TYPES = ("", "module", "text/javascript", "application/javascript")


@dataclass(frozen=True)
class Inline:
    """What stands in a page itself: scripts and styles by hash, and what no policy of ours can allow, in words."""

    scripts: frozenset[str]
    styles: frozenset[str]
    refused: tuple[str, ...]


def inline(html: str) -> Inline:
    """Look for inline scripts and styles in a page."""
    tree = LexborHTMLParser(html)
    scripts = (node for node in tree.css("script:not([src])") if (node.attributes.get("type") or "") in _SCRIPT_TYPES)
    return Inline(
        frozenset(_hash(node.text()) for node in scripts),
        frozenset(_hash(node.text()) for node in tree.css("style")),
        tuple(_refused(tree)),
    )


def policy(pages: Iterable[Inline]) -> str:
    """One policy for every page. The hashes are those of all inline scripts and styles, if there are any."""
    found = list(pages)
    scripts = sorted({one for page in found for one in page.scripts})
    styles = sorted({one for page in found for one in page.styles})
    parts = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *scripts],
        "style-src": ["'self'", *styles],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in parts.items())


def _refused(tree: LexborHTMLParser) -> Iterable[str]:
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name == "style":
                yield f'style="{value}" on <{node.tag}>; use a class and a style sheet'
            elif name.startswith("on"):
                yield f"{name}= on <{node.tag}>; use a script of docs/assets/js"
            elif name in ("href", "src", "action") and (value or "").strip().lower().startswith("javascript:"):
                yield f"a javascript: address on <{node.tag}>; use a script of docs/assets/js"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
