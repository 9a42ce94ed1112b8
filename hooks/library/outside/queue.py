"""The links that wait to be fetched: one queue a host, hosts in turn."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterable
from urllib.parse import urlsplit

from .addresses import OutsideLink
from .pace import Pace
from .public import ascii_address


class HostQueue:
    """Hands out links, so that no host has more in work than manners allow.

    Links that differ only in their place, such as /page#a and /page#b, go out together: a single fetch serves them all.
    """

    def __init__(self, links: Iterable[OutsideLink], pace: Pace) -> None:
        self._pace = pace
        self._changed = threading.Condition()
        self._in_work: defaultdict[str, int] = defaultdict(int)
        by_page: defaultdict[str, list[OutsideLink]] = defaultdict(list)
        for link in links:
            by_page[link.address.partition("#")[0]].append(link)
        self._waiting: defaultdict[str, deque[list[OutsideLink]]] = defaultdict(deque)
        for address, group in by_page.items():
            self._waiting[host_of(address)].append(group)
        self._hosts = deque(self._waiting)

    def take(self) -> tuple[str, list[OutsideLink]] | None:
        """The next links to one page, with its host; None where nothing is left or the time is up."""
        with self._changed:
            while self._hosts and time.monotonic() < self._pace.until:
                soonest = self._pace.until - time.monotonic()
                for _ in range(len(self._hosts)):
                    host = self._hosts.popleft()
                    wait = self._pace.seconds_until_free(host)
                    if self._in_work[host] < self._pace.manners.at_once and wait <= 0:
                        group = self._waiting[host].popleft()
                        if self._waiting[host]:
                            self._hosts.append(host)
                        self._in_work[host] += 1
                        return host, group
                    self._hosts.append(host)
                    soonest = min(soonest, wait or soonest)
                self._changed.wait(soonest)
        return None

    def done(self, host: str) -> None:
        """Give a host back."""
        with self._changed:
            self._in_work[host] -= 1
            self._changed.notify_all()


def host_of(address: str) -> str:
    """The host that keeps its own pace; an empty string where there is no telling."""
    try:
        return urlsplit(ascii_address(address)).hostname or ""
    except ValueError:
        return ""
