"""The cookies of one visit: kept for the host that set them, sent back to no other, forgotten at its end."""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

_MOST, _LONGEST = 50, 4096
"""Cookies of one host, and characters of one: what browsers keep at least (RFC 6265, 6.1)."""


class Cookies:
    """A jar for one visit."""

    def __init__(self) -> None:
        self._kept: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self.any_offered = False

    def take(self, address: str, offered: Iterable[str]) -> None:
        """Keep what an answer sets. offered: its Set-Cookie headers."""
        jar = self._kept[urlsplit(address).hostname or ""]
        for header in offered:
            self.any_offered = True
            pair, _, rest = header.partition(";")
            name, equals, value = pair.strip().partition("=")
            if _is_over(rest):
                jar.pop(name, None)
            elif name and equals and len(pair) <= _LONGEST and (name in jar or len(jar) < _MOST):
                jar[name] = value

    def header(self, address: str) -> str:
        """What to send with a request to an address."""
        jar = self._kept.get(urlsplit(address).hostname or "", {})
        return "; ".join(f"{name}={value}" for name, value in jar.items())


def _is_over(attributes: str) -> bool:
    """Whether a cookie is set only to be forgotten."""
    return "max-age=0" in attributes.replace(" ", "").casefold()
