"""One run over all links: robots.txt first, then a fetch of each page, with manners, and an end whatever happens."""

import threading
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from library.core.health import Health

from .addresses import OutsideLink
from .classify import classify
from .fetch import Fetcher, FetchResult, Limits
from .pace import Manners, OutOfTime, Pace
from .public import ascii_address
from .queue import HostQueue, host_of
from .robots import LONGEST_READ, Robots
from .verdict import Verdict

_PASSING = {"no-such-host", "no-answer", "too-slow", "unreadable"}
"""Failures that may pass: fetched once more."""
_LASTING = {501, 505, 511}
"""Statuses of a server in trouble that fetching again does not change."""
_GRACE = 1.0
"""Seconds a run waits at its end for those who are just finishing."""


@dataclass(frozen=True)
class Settings:
    """How to run. seconds: for all of it. at_once: how many pages."""

    limits: Limits = field(default_factory=Limits)
    manners: Manners = field(default_factory=Manners)
    seconds: float = 1800
    at_once: int = 16


@dataclass(frozen=True)
class RunResult:
    """What a run brought: verdicts in order; what it did not reach; and our own mistakes, as tracebacks."""

    verdicts: list[Verdict]
    not_reached: list[OutsideLink]
    mistakes: list[str]


def check(
    links: Iterable[OutsideLink], health: Mapping[str, Health], settings: Settings, fetcher: Fetcher | None = None
) -> RunResult:
    """A verdict on each link that was reached in time. One that fails for our own reasons fails alone.

    health: what is remembered of addresses from runs before.
    """
    links = list(links)
    pace = Pace(settings.manners, time.monotonic() + settings.seconds)
    run = _Run((fetcher or Fetcher(settings.limits)).at_pace(pace), pace, health)
    queue = HostQueue(links, pace)
    workers = [
        threading.Thread(target=run.work, args=(queue,), daemon=True)  # a name that never resolves holds nobody up
        for _ in range(min(settings.at_once, len(links)))
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(max(0.0, pace.until + _GRACE - time.monotonic()))
    return run.finish(links)


def cut_off(verdicts: Iterable[Verdict]) -> bool:
    """Whether it is we who have no network: nobody at all could be found or answered, on more hosts than two."""
    whys = {(verdict.why, urlsplit(verdict.link.address).netloc) for verdict in verdicts}
    ours = {"no-such-host", "no-answer", "too-slow", "our-network"}
    return len({host for _, host in whys}) > 2 and {why for why, _ in whys} <= ours


class _Run:
    """What the workers of one run share."""

    def __init__(self, fetcher: Fetcher, pace: Pace, health: Mapping[str, Health]) -> None:
        self._fetcher = fetcher
        self._pace = pace
        self._health = health
        self._robots = Robots(self._robots_txt)
        self._left_alone: set[str] = set()
        self._lock = threading.Lock()
        self._verdicts: dict[str, Verdict] = {}
        self._mistakes: list[str] = []

    def work(self, queue: HostQueue) -> None:
        """Take from the queue until it is empty or the time is up."""
        while taken := queue.take():
            host, group = taken
            try:
                result = self._fetch(host, group[0].address)
                self._judge(result, group)
            except OutOfTime:
                pass  # not reached: we know of it what we knew before
            except Exception:  # our own mistake: told at the end, and no reason to lose the others
                self._note_mistake(group)
            finally:
                queue.done(host)

    def finish(self, links: list[OutsideLink]) -> RunResult:
        """All verdicts until now. A worker that still waits is heard no more."""
        with self._lock:
            verdicts, mistakes = dict(self._verdicts), list(self._mistakes)
        reached = [verdicts[link.address] for link in links if link.address in verdicts]
        return RunResult(reached, [link for link in links if link.address not in verdicts], mistakes)

    def _fetch(self, host: str, address: str) -> FetchResult:
        try:
            address = ascii_address(address)
        except ValueError:
            return FetchResult(address, address, failure="no-address")
        if host in self._left_alone:
            return FetchResult(address, address, failure="too-many-requests")
        refusal = self._refusal(address)
        if host in self._left_alone:  # its robots.txt was where it asked to be left alone
            refusal = "too-many-requests"
        if refusal:
            return FetchResult(address, address, failure=refusal)
        return self._patiently(lambda: self._fetcher.fetch(address, gate=self._refusal))

    def _robots_txt(self, address: str) -> FetchResult:
        return self._patiently(lambda: self._fetcher.fetch(address, kinds=None, cut=LONGEST_READ))

    def _refusal(self, address: str) -> str:
        """Why a host's rules keep us from an address; an empty string where they don't. Raises OutOfTime."""
        refusal = self._robots.refusal(address)
        if refusal == "out-of-time":
            raise OutOfTime
        return refusal

    def _patiently(self, fetch: Callable[[], FetchResult]) -> FetchResult:
        """Fetch, and again where a failure may pass. A host that asks for longer than we wait is left alone."""
        manners = self._pace.manners
        for left in range(manners.tries - 1, -1, -1):
            result = fetch()
            wait = _wait(result, manners)
            host = host_of(result.final)
            if wait > manners.longest_wait and result.status == 429:
                self._left_alone.add(host)
            if not left or not 0 <= wait <= manners.longest_wait or (result.failure and left < manners.tries - 1):
                break
            if result.status in (429, 503):
                self._pace.pause(host, wait)
            else:
                self._pace.sleep(wait)
        return result

    def _judge(self, result: FetchResult, group: Iterable[OutsideLink]) -> None:
        if result.failure == "out-of-time":
            raise OutOfTime
        for link in group:
            try:
                verdict = classify(link, result, self._health.get(link.address))
            except Exception:  # as above
                self._note_mistake([link])
            else:
                with self._lock:
                    self._verdicts[link.address] = verdict

    def _note_mistake(self, group: Iterable[OutsideLink]) -> None:
        """Keep the traceback of our own mistake. Called where it was caught."""
        mistake = traceback.format_exc()
        with self._lock:
            self._mistakes.append(mistake)
            for link in group:
                self._verdicts[link.address] = Verdict(link, "cannot-tell", "our-mistake")


def _wait(result: FetchResult, manners: Manners) -> float:
    """Seconds after which to fetch again, or a number below 0 for not at all."""
    if result.failure:
        return manners.retry_wait if result.failure in _PASSING else -1
    status = result.status or 0
    is_passing = status in (408, 425, 429) or (status >= 500 and status not in _LASTING)
    if not is_passing or result.is_challenge:
        return -1
    return manners.retry_wait if result.retry_after is None else result.retry_after
