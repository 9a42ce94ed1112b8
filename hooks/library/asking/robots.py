"""What each host asks of programs, by RFC 9309: fetched once a round, read by Protego."""

import re
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from protego import Protego

from .visit import Visit
from .wire import AGENT

MOST_READ = 512 * 1024
"""Bytes of one robots.txt: RFC 9309, 2.5, asks for 500 KiB at least."""
_KEPT = 4 * MOST_READ
"""Letters of all the robots.txt that are kept in mind; past that the oldest is fetched again where it is needed."""
_NO_WAY_THERE = {
    "no-such-host",
    "no-answer",
    "leads-inside",
    "unusual-port",
    "no-web-address",
    "no-address",
    "bad-tls",
    "expired-certificate",
    "certificate-of-another",
    "untrusted-certificate",
}
"""What keeps us from a host itself, whatever is asked of it: its robots.txt is no more out of reach than its pages."""
_NOT_THERE = {"redirect-loop", "too-many-redirects", "needs-cookies"}
"""A robots.txt behind too many redirects counts as none (RFC 9309, 2.3.1.2)."""
_AGENT_LINE = re.compile(r"\s*+user[-\s]*+agent(?:\s*+:|\s)\s*+(.*)", re.I)

Rules = Protego | str
"""A host's rules, or why none of its pages may be asked for."""


class Robots:
    """Remembers what hosts ask. fetch: makes a visit to an address of a robots.txt."""

    def __init__(self, fetch: Callable[[str], Visit]) -> None:
        self._fetch = fetch
        self._kept: OrderedDict[str, tuple[Rules, int]] = OrderedDict()
        self._one_at_a_time: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    def refusal(self, address: str) -> str:
        """Why an address may not be asked for, as a key of SENTENCES; an empty string where it may be."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            turn = self._one_at_a_time[origin]
        with turn:
            rules = self._of(origin)
        if isinstance(rules, str):
            return rules
        return "" if rules.can_fetch(address, AGENT) else "robots"

    def _of(self, origin: str) -> Rules:
        with self._lock:
            if origin in self._kept:
                self._kept.move_to_end(origin)
                return self._kept[origin][0]
        visit = self._fetch(f"{origin}/robots.txt")
        rules = _rules(visit)
        with self._lock:
            if rules != "out-of-time":
                self._kept[origin] = rules, len(visit.body)
            while len(self._kept) > 1 and sum(size for _, size in self._kept.values()) > _KEPT:
                self._kept.popitem(last=False)
        return rules


def _rules(visit: Visit) -> Rules:
    """The rules that came, or what it means that none did."""
    if visit.failure == "out-of-time" or (visit.failure in _NO_WAY_THERE and not visit.hops):
        return visit.failure
    if visit.status == 511:
        return "our-network"
    if visit.failure in _NOT_THERE or 400 <= (visit.status or 0) < 500:
        return Protego.parse("")
    if not 200 <= (visit.status or 0) < 300:
        return "robots-unreachable"
    text = visit.body
    if len(text.encode()) >= MOST_READ - 4:
        text = text[: text.rfind("\n") + 1] or text  # half a line could forbid more than its whole
    return Protego.parse("\n".join(_for_us(text)))


def _for_us(text: str) -> Iterator[str]:
    """The lines, with one name for all programs but ours: thousands of names, each with every rule, fill a memory."""
    for line in text.splitlines():
        named = _AGENT_LINE.fullmatch(line.partition("#")[0])
        name = named[1].strip().casefold().replace("*", "") if named else ""
        yield line if name in AGENT.casefold() else "User-agent: another"
