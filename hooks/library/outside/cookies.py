"""The cookies of one fetch: kept for the host that set them, sent back to no other, forgotten at its end."""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

_MOST, _LONGEST = 50, 4096
"""Cookies of one host, and characters of one: what browsers keep at least (RFC 6265, 6.1)."""


class Cookies:
    """A jar for one fetch."""

    def __init__(self) -> None:
        self._by_host: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self.any_set = False

    def store(self, address: str, set_cookie: Iterable[str]) -> None:
        """Keep what a response sets. set_cookie: its headers of that name."""
        jar = self._by_host[urlsplit(address).hostname or ""]
        for header in set_cookie:
            self.any_set = True
            pair, _, rest = header.partition(";")
            name, equals, value = pair.strip().partition("=")
            if _is_expired(rest):
                jar.pop(name, None)
            elif name and equals and len(pair) <= _LONGEST and (name in jar or len(jar) < _MOST):
                jar[name] = value

    def header(self, address: str) -> str:
        """What to send with a request to an address."""
        jar = self._by_host.get(urlsplit(address).hostname or "", {})
        return "; ".join(f"{name}={value}" for name, value in jar.items())


def _is_expired(attributes: str) -> bool:
    """Whether a cookie is set only to be forgotten."""
    return "max-age=0" in attributes.replace(" ", "").casefold()
