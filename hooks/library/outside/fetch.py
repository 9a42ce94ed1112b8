"""Fetch one address as a careful stranger: never inside our own network, never for long, never for much.

Each hop is looked at before it is taken: http or https, the usual ports, a host whose every address is public. The
connection goes to the address that was looked at, so that a name can't change its mind in between.
"""

import ssl
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from math import inf
from urllib.parse import urljoin, urlsplit

from .connection import FetchFailed
from .cookies import Cookies
from .destination import destination
from .pace import OutOfTime, Pace
from .page import refresh_target
from .public import Resolve, ascii_address, resolve
from .request import HTML, Reading, Request, Response, send


@dataclass(frozen=True)
class Limits:
    """How far one fetch may go. seconds: for all its hops together. bytes: of one page. redirects: hops."""

    seconds: float = 20
    bytes: int = 2_000_000
    redirects: int = 10
    allow_loopback: bool = False


@dataclass(frozen=True)
class FetchResult:
    """What became of a fetch.

    final: the last address that was requested. status: its HTTP status, or None where there was none.
    hops: the statuses of what led on, 200 where it was a page. body: the page, where it is of a kind to read.
    is_empty: nothing came. is_challenge: a page that only looks whether a browser asks.
    retry_after: the seconds the server asks to be left alone.
    failure: what ended the fetch, the why of a verdict, or an empty string.
    """

    address: str
    final: str
    status: int | None = None
    hops: tuple[int, ...] = ()
    body: str = ""
    failure: str = ""
    is_empty: bool = False
    is_challenge: bool = False
    retry_after: float | None = None


Gate = Callable[[str], str]
"""From an address to why it may not be fetched, the why of a verdict; an empty string where it may."""


class Fetcher:
    """Fetches addresses. resolve: from a host and a port to IPs. context: what TLS trusts. pace: of a run."""

    def __init__(
        self,
        limits: Limits = Limits(),
        resolve: Resolve = resolve,
        context: ssl.SSLContext | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.limits = limits
        self._resolve = resolve
        self._context = context or ssl.create_default_context()
        self._pace = pace

    def at_pace(self, pace: Pace) -> "Fetcher":
        """The same fetcher, keeping a pace."""
        return Fetcher(self.limits, self._resolve, self._context, pace)

    def fetch(
        self, address: str, kinds: tuple[str, ...] | None = HTML, cut: int = 0, gate: Gate | None = None
    ) -> FetchResult:
        """Fetch an address, hop by hop. Never raises for what a server does.

        kinds: the media types to read, None for any. cut: read so many bytes and no more; else a page over the limit
        is a failure. gate: called before each hop on from the address itself.
        """
        reading = Reading(kinds, cut or self.limits.bytes, cut=bool(cut))
        path = _Path(address)
        try:
            return self._follow(path, reading, gate)
        except OutOfTime:
            failure = "out-of-time"
        except FetchFailed as failed:
            failure = str(failed)
        return FetchResult(address, path.here, None, tuple(path.hops), failure=failure)

    def refusal(self, address: str) -> str:
        """Why an address may not be fetched, the why of a verdict; an empty string where it may."""
        try:
            self._destination(_ascii(address))
        except FetchFailed as failed:
            return str(failed)
        return ""

    def _destination(self, address: str) -> tuple[list[str], int]:
        return destination(address, self._resolve, allow_loopback=self.limits.allow_loopback)

    def _follow(self, path: "_Path", reading: Reading, gate: Gate | None) -> FetchResult:
        deadline, cookies = time.monotonic() + self.limits.seconds, Cookies()
        while True:
            path.arrive(cookies, redirects=self.limits.redirects)
            if gate and path.hops:
                start = time.monotonic()
                if refusal := gate(path.here):
                    raise FetchFailed(refusal)
                deadline += time.monotonic() - start  # what a host's rules take counts against no page
            response, waited = self._hop(path.here, deadline, reading, cookies.header(path.here))
            deadline += waited
            cookies.store(path.here, response.cookies)
            target = response.target or _led_on_by_page(path.here, response)
            if not target:
                return FetchResult(
                    path.address,
                    path.here,
                    response.status,
                    tuple(path.hops),
                    response.body,
                    is_empty=response.is_empty,
                    is_challenge=response.is_challenge,
                    retry_after=response.retry_after,
                )
            path.lead_on(response.status, target)

    def _hop(self, address: str, deadline: float, reading: Reading, cookies: str) -> tuple[Response, float]:
        """One hop, and how many seconds it waited for its turn, which count against nobody."""
        ips, port = self._destination(address)
        turn = self._pace.turn(urlsplit(address).hostname or "") if self._pace else nullcontext(0.0)
        until = self._pace.until if self._pace else inf
        with turn as waited:
            left = min(deadline + waited, until) - time.monotonic()
            if left <= 0:
                raise OutOfTime if time.monotonic() >= until else FetchFailed("too-slow")
            try:
                return send(Request(address, ips, port, left, reading, cookies), self._context), waited
            except FetchFailed:
                if time.monotonic() >= until:
                    raise OutOfTime from None
                raise


class _Path:
    """Where a fetch has been."""

    def __init__(self, address: str) -> None:
        self.address = self.here = address
        self.hops: list[int] = []
        self._seen: set[tuple[str, str]] = set()

    def arrive(self, cookies: Cookies, *, redirects: int) -> None:
        """Arrive. Raises FetchFailed for no address, and where the path leads nowhere new: same place, same cookies."""
        self.here = _ascii(self.here)
        here = (self.here, cookies.header(self.here))
        if here in self._seen or len(self.hops) > redirects:
            if cookies.any_set:
                raise FetchFailed("needs-cookies")
            raise FetchFailed("redirect-loop" if here in self._seen else "too-many-redirects")
        self._seen.add(here)

    def lead_on(self, status: int, target: str) -> None:
        """Note what led on, and where to. Raises FetchFailed for no address."""
        self.hops.append(status)
        try:
            self.here = urljoin(self.here, target)
        except ValueError:
            raise FetchFailed("no-address") from None


def _ascii(address: str) -> str:
    try:
        return ascii_address(address)
    except ValueError:
        raise FetchFailed("no-address") from None


def _led_on_by_page(here: str, response: Response) -> str:
    """Where a page itself leads its readers at once, if that is elsewhere on the web."""
    if not 200 <= response.status < 300 or not (target := refresh_target(response.body)):
        return ""
    try:
        there = urlsplit(ascii_address(urljoin(here, target)))
    except ValueError:
        return ""
    return target if there.scheme in ("http", "https") and there.geturl() != here else ""
