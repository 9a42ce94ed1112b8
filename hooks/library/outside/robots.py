"""What each host asks of programs, by RFC 9309: fetched once a run, read by Protego."""

import re
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from protego import Protego

from .fetch import FetchResult
from .request import AGENT

LONGEST_READ = 512 * 1024
"""Bytes of one robots.txt: RFC 9309, 2.5, asks for 500 KiB at least."""
_KEPT = 4 * LONGEST_READ
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
"""What keeps us from a host itself, whichever page is wanted: its robots.txt is no more out of reach than its pages."""
_NOT_THERE = {"redirect-loop", "too-many-redirects", "needs-cookies"}
"""A robots.txt behind too many redirects counts as none (RFC 9309, 2.3.1.2)."""
_OUR_NAMES = {"*", AGENT.casefold(), AGENT.partition("/")[0].casefold()}
"""Whom a group of rules must name to be for us: everybody, or this program with or without its version."""
_AGENT_LINE = re.compile(r"\s*+user[-\s]*+agent(?:\s*+:|\s)\s*+(.*)", re.I)

Rules = Protego | str
"""A host's rules, or why none of its pages may be fetched, the why of a verdict."""


class Robots:
    """Keeps each host's rules for one run. fetch: fetches a robots.txt by its address."""

    def __init__(self, fetch: Callable[[str], FetchResult]) -> None:
        self._fetch = fetch
        self._kept: OrderedDict[str, tuple[Rules, int]] = OrderedDict()
        self._turns: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    def refusal(self, address: str) -> str:
        """Why an address may not be fetched, the why of a verdict; an empty string where it may."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            turn = self._turns[origin]
        with turn:
            rules = self._rules_of(origin)
        if isinstance(rules, str):
            return rules
        return "" if rules.can_fetch(address, AGENT) else "robots"

    def _rules_of(self, origin: str) -> Rules:
        with self._lock:
            if origin in self._kept:
                self._kept.move_to_end(origin)
                return self._kept[origin][0]
        result = self._fetch(f"{origin}/robots.txt")
        rules = _rules(result)
        with self._lock:
            if rules != "out-of-time":
                self._kept[origin] = rules, len(result.body)
            while len(self._kept) > 1 and sum(size for _, size in self._kept.values()) > _KEPT:
                self._kept.popitem(last=False)
        return rules


def _rules(result: FetchResult) -> Rules:
    """The rules that came, or what it means that none did."""
    if result.failure == "out-of-time" or (result.failure in _NO_WAY_THERE and not result.hops):
        return result.failure
    if result.status == 511:
        return "our-network"
    if result.failure in _NOT_THERE or 400 <= (result.status or 0) < 500:
        return Protego.parse("")
    if not 200 <= (result.status or 0) < 300:
        return "robots-unreachable"
    text = result.body
    if len(text.encode()) >= LONGEST_READ - 4:
        text = text[: text.rfind("\n") + 1] or text  # half a line could forbid more than its whole
    return Protego.parse("\n".join(_for_us(text)))


def _for_us(text: str) -> Iterator[str]:
    """The lines, with one name for all programs but ours: thousands of names, each with every rule, fill a memory.

    Only a group with our whole name is ours (RFC 9309, 2.2.1). Protego alone would take "Peer" for us too, and then
    overlook what the host asks of everybody.
    """
    for line in text.splitlines():
        agent = _AGENT_LINE.fullmatch(line.partition("#")[0])
        is_kept = not agent or agent[1].strip().casefold() in _OUR_NAMES
        yield line if is_kept else "User-agent: another"
