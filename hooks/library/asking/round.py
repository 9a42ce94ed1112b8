"""One round of asking: robots first, then a visit to each address, with manners, and an end whatever happens."""

import threading
import time
import traceback
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from library.core.health import Health

from .addresses import Asked
from .pace import Manners, OutOfTime, Pace
from .robots import MOST_READ, Robots
from .verdict import Verdict, of_visit
from .visit import Limits, Visit, Visitor, ascii_address

_PASSING = {"no-such-host", "no-answer", "too-slow", "unreadable"}
"""Failures that may pass: asked for once more."""
_LASTING = {501, 505, 511}
"""Statuses of a server in trouble that asking again does not change."""
_GRACE = 1.0
"""Seconds a round waits at its end for those who are just finishing."""


@dataclass(frozen=True)
class Settings:
    """How to ask. seconds: for the whole round. at_once: how many addresses."""

    limits: Limits = field(default_factory=Limits)
    manners: Manners = field(default_factory=Manners)
    seconds: float = 1800
    at_once: int = 16


@dataclass(frozen=True)
class Round:
    """What a round found: verdicts in order; what it did not reach; and our own mistakes, as tracebacks."""

    verdicts: list[Verdict]
    not_reached: list[Asked]
    mistakes: list[str]


def ask_all(
    asked: Iterable[Asked], known: Mapping[str, Health], settings: Settings, visitor: Visitor | None = None
) -> Round:
    """A verdict on each address that was reached in time. One that fails for our own reasons fails alone."""
    wanted = list(asked)
    pace = Pace(settings.manners, time.monotonic() + settings.seconds)
    asking = _Asking((visitor or Visitor(settings.limits)).at_pace(pace), pace, known)
    line = _Line(wanted, pace)
    workers = [
        threading.Thread(target=asking.work, args=(line,), daemon=True)  # a name that never resolves holds nobody up
        for _ in range(min(settings.at_once, len(wanted)))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(max(0.0, pace.until + _GRACE - time.monotonic()))
    return asking.finish(wanted)


def cut_off(verdicts: Iterable[Verdict]) -> bool:
    """Whether it is we who have no network: nobody at all could be found or answered, on more hosts than two."""
    told = [(verdict.why, urlsplit(verdict.asked.address).netloc) for verdict in verdicts]
    ours = {"no-such-host", "no-answer", "too-slow", "our-network"}
    return len({host for _, host in told}) > 2 and {why for why, _ in told} <= ours


class _Line:
    """The addresses that wait, one queue a host, hosts in turn. Those that differ only in their place go together."""

    def __init__(self, wanted: Iterable[Asked], pace: Pace) -> None:
        self._pace = pace
        self._changed = threading.Condition()
        self._in_hand: defaultdict[str, int] = defaultdict(int)
        together: defaultdict[str, list[Asked]] = defaultdict(list)
        for link in wanted:
            together[link.address.partition("#")[0]].append(link)
        self._waiting: defaultdict[str, deque[list[Asked]]] = defaultdict(deque)
        for address, group in together.items():
            self._waiting[host_of(address)].append(group)
        self._hosts = deque(self._waiting)

    def take(self) -> tuple[str, list[Asked]] | None:
        """The next that may be asked for, with its host; None where nothing is left or the time is up."""
        with self._changed:
            while self._hosts and time.monotonic() < self._pace.until:
                soonest = self._pace.until - time.monotonic()
                for _ in range(len(self._hosts)):
                    host = self._hosts.popleft()
                    away = self._pace.away(host)
                    if self._in_hand[host] < self._pace.manners.at_once and away <= 0:
                        group = self._waiting[host].popleft()
                        if self._waiting[host]:
                            self._hosts.append(host)
                        self._in_hand[host] += 1
                        return host, group
                    self._hosts.append(host)
                    soonest = min(soonest, away or soonest)
                self._changed.wait(soonest)
        return None

    def done(self, host: str) -> None:
        """Give a host back."""
        with self._changed:
            self._in_hand[host] -= 1
            self._changed.notify_all()


class _Asking:
    """What the workers of one round share."""

    def __init__(self, visitor: Visitor, pace: Pace, known: Mapping[str, Health]) -> None:
        self._visitor = visitor
        self._pace = pace
        self._known = known
        self._robots = Robots(lambda address: self._patiently(lambda: visitor.visit(address, None, cut=MOST_READ)))
        self._left_alone: set[str] = set()
        self._lock = threading.Lock()
        self._verdicts: dict[str, Verdict] = {}
        self._mistakes: list[str] = []

    def work(self, line: _Line) -> None:
        """Take from the line until it is empty or the time is up."""
        while job := line.take():
            host, group = job
            try:
                visit = self._visit(host, group[0].address)
                self._judge(visit, group)
            except OutOfTime:
                pass  # not reached: nothing is known of it that was not known before
            except Exception:  # our own mistake: told at the end, and no reason to lose the others
                self._stumble(group)
            finally:
                line.done(host)

    def finish(self, wanted: list[Asked]) -> Round:
        """All that was found until now. Who is still asking is heard no more."""
        with self._lock:
            verdicts, mistakes = dict(self._verdicts), list(self._mistakes)
        told = [verdicts[link.address] for link in wanted if link.address in verdicts]
        return Round(told, [link for link in wanted if link.address not in verdicts], mistakes)

    def _visit(self, host: str, address: str) -> Visit:
        try:
            address = ascii_address(address)
        except ValueError:
            return Visit(address, address, failure="no-address")
        if host in self._left_alone:
            return Visit(address, address, failure="too-many-requests")
        refusal = self._robots.refusal(address)
        if host in self._left_alone:
            refusal = "too-many-requests"
        if refusal == "out-of-time":
            raise OutOfTime
        if refusal:
            return Visit(address, address, failure=refusal)
        return self._patiently(lambda: self._visitor.visit(address, gate=self._gate))

    def _gate(self, address: str) -> str:
        """Why a hop may not be taken. What keeps us from its host is found by the hop itself, and better told."""
        refusal = self._robots.refusal(address)
        if refusal == "out-of-time":
            raise OutOfTime
        return refusal

    def _patiently(self, visit: Callable[[], Visit]) -> Visit:
        """Visit, and again where what was found may pass. A host that asks for longer than we wait is left alone."""
        manners = self._pace.manners
        for left in range(manners.tries - 1, -1, -1):
            told = visit()
            wait = _wait(told, manners)
            host = host_of(told.final)
            if wait > manners.longest_wait and told.status == 429:
                self._left_alone.add(host)
            if not left or not 0 <= wait <= manners.longest_wait or (told.failure and left < manners.tries - 1):
                break
            if told.status in (429, 503):
                self._pace.pause(host, wait)
            else:
                self._pace.rest(wait)
        return told

    def _judge(self, visit: Visit, group: Iterable[Asked]) -> None:
        if visit.failure == "out-of-time":
            raise OutOfTime
        for link in group:
            try:
                verdict = of_visit(link, visit, self._known.get(link.address))
            except Exception:  # as above
                self._stumble([link])
            else:
                with self._lock:
                    self._verdicts[link.address] = verdict

    def _stumble(self, group: Iterable[Asked]) -> None:
        """Remember our own mistake. Called where it was caught."""
        told = traceback.format_exc()
        with self._lock:
            self._mistakes.append(told)
            for link in group:
                self._verdicts[link.address] = Verdict(link, "cannot-tell", "our-mistake")


def host_of(address: str) -> str:
    """The host that keeps its own pace; an empty string where there is no telling."""
    try:
        return urlsplit(ascii_address(address)).hostname or ""
    except ValueError:
        return ""


def _wait(visit: Visit, manners: Manners) -> float:
    """Seconds after which to ask again, or a number below 0 for not at all."""
    if visit.failure:
        return manners.retry_wait if visit.failure in _PASSING else -1
    status = visit.status or 0
    is_passing = status in (408, 425, 429) or (status >= 500 and status not in _LASTING)
    if not is_passing or visit.is_challenge:
        return -1
    return manners.retry_wait if visit.retry_after is None else visit.retry_after
