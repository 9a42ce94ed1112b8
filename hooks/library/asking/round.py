"""One round of asking: robots first, then lychee, then a visit wherever a status does not say it all."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from library.model.health import Health

from .addresses import Asked
from .swift import Swift, statuses
from .verdict import Verdict, of_status, of_visit
from .visit import AGENT, Limits, Visitor, ascii_address

_AT_ONCE = 16


@dataclass(frozen=True)
class Settings:
    """How to ask. cache: where lychee keeps a day's answers, or None for none."""

    limits: Limits = field(default_factory=Limits)
    cache: Path | None = None


def ask_all(
    asked: Iterable[Asked], known: Mapping[str, Health], settings: Settings, visitor: Visitor | None = None
) -> list[Verdict]:
    """A verdict on each address, in order. Raises FileNotFoundError where there is no lychee."""
    wanted = list(asked)
    round_ = _Round(visitor or Visitor(settings.limits), known)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        refused = list(pool.map(round_.refused, wanted))
        open_ones = [one for one, verdict in zip(wanted, refused, strict=True) if verdict is None]
        round_.swift = statuses([_asked_as(one.address) for one in open_ones], settings.limits, settings.cache)
        answered = dict(zip((one.address for one in open_ones), pool.map(round_.verdict, open_ones), strict=True))
    return [said or answered[one.address] for one, said in zip(wanted, refused, strict=True)]


def cut_off(verdicts: Iterable[Verdict]) -> bool:
    """Whether it is we who have no network: nobody at all could be found or answered, on more hosts than two."""
    told = [(one.why, urlsplit(one.asked.address).netloc) for one in verdicts]
    return len({host for _, host in told}) > 2 and {why for why, _ in told} <= {"no-such-host", "no-answer", "too-slow"}


def _asked_as(address: str) -> str:
    """The address as lychee is given it, with the place on the page."""
    place = urlsplit(address).fragment
    return ascii_address(address) + (f"#{place}" if place else "")


class _Round:
    def __init__(self, visitor: Visitor, known: Mapping[str, Health]) -> None:
        self._visitor = visitor
        self._known = known
        self._robots: dict[str, RobotFileParser] = {}
        self._one_at_a_time: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self.swift: Mapping[str, Swift] = {}

    def refused(self, asked: Asked) -> Verdict | None:
        """Why an address is not asked for at all, or None where it may be."""
        if why := self._visitor.may_ask(asked.address):
            return Verdict(asked, "broken", why)
        parts = urlsplit(ascii_address(asked.address))
        origin = f"{parts.scheme}://{parts.netloc}"
        with self._one_at_a_time[origin]:
            if origin not in self._robots:
                self._robots[origin] = self._rules(origin)
        if not self._robots[origin].can_fetch(AGENT, ascii_address(asked.address)):
            return Verdict(asked, "cannot-tell", "robots")
        return None

    def _rules(self, origin: str) -> RobotFileParser:
        """What a host asks of programs (RFC 9309). No file, or none that can be read, asks nothing."""
        rules = RobotFileParser()
        visit = self._visitor.visit(f"{origin}/robots.txt", kinds=("text/plain",))
        rules.parse(visit.body.splitlines() if visit.status == 200 else [])
        return rules

    def verdict(self, asked: Asked) -> Verdict:
        """What an address that may be asked for answers."""
        swift = self.swift.get(_asked_as(asked.address))
        if swift and swift.status and (said := of_status(asked, swift.status)):
            return said
        with self._one_at_a_time[urlsplit(asked.address).netloc]:
            visit = self._visitor.visit(asked.address)
            if visit.status and visit.status >= 500:
                visit = self._visitor.visit(asked.address)  # once more: a server may only have been starting
        return of_visit(asked, visit, swift, self._known.get(asked.address))
