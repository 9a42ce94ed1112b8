"""Manners: how many requests one host gets at a time, how far apart, how long we wait for it, and when the run ends."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True)
class Manners:
    """How we behave. at_once: requests to one host. gap, retry_wait, longest_wait: seconds; tries: of one address.

    longest_wait is the most we wait because a host asks for it (Retry-After); one that asks for more is left alone.
    """

    at_once: int = 2
    gap: float = 0.1
    tries: int = 3
    retry_wait: float = 1.0
    longest_wait: float = 10.0


class OutOfTime(Exception):
    """The run's time is up."""


class Pace:
    """Whose turn it is at each host. until: when the run ends, on the monotonic clock."""

    def __init__(self, manners: Manners = Manners(), until: float = inf) -> None:
        self.manners = manners
        self.until = until
        self._changed = threading.Condition()
        self._busy: defaultdict[str, int] = defaultdict(int)
        self._next: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def turn(self, host: str) -> Iterator[float]:
        """Wait for a turn at a host, tell how many seconds that took, and give it back. Raises OutOfTime."""
        start = time.monotonic()
        with self._changed:
            while (seconds := self._seconds_until_turn(host)) > 0:
                self._wait(seconds)
            self._busy[host] += 1
            self._next[host] = time.monotonic() + self.manners.gap
        try:
            yield time.monotonic() - start
        finally:
            with self._changed:
                self._busy[host] -= 1
                self._changed.notify_all()

    def pause(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while."""
        with self._changed:
            self._next[host] = max(self._next[host], time.monotonic() + seconds)

    def sleep(self, seconds: float) -> None:
        """Do nothing for a while. Raises OutOfTime."""
        end = time.monotonic() + seconds
        with self._changed:
            while (left := end - time.monotonic()) > 0:
                self._wait(left)

    def seconds_until_free(self, host: str) -> float:
        """Seconds until a host may be asked again, as far as one can tell."""
        with self._changed:
            return max(0.0, self._next[host] - time.monotonic())

    def _seconds_until_turn(self, host: str) -> float:
        return inf if self._busy[host] >= self.manners.at_once else self._next[host] - time.monotonic()

    def _wait(self, seconds: float) -> None:
        left = self.until - time.monotonic()
        if left <= 0:
            raise OutOfTime
        shorter = min(seconds, left)
        self._changed.wait(None if shorter == inf else shorter)
