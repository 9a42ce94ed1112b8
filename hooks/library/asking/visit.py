"""Ask for one address as a careful stranger: never inside our own network, never for long, never for much.

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

from .cookies import Cookies
from .pace import OutOfTime, Pace
from .page import refresh
from .reach import Resolve, ascii_address, is_loopback, is_public, resolved
from .wire import HTML, Answer, Failed, Question, Reading, ask

__all__ = ["Limits", "Visit", "Visitor", "ascii_address"]


@dataclass(frozen=True)
class Limits:
    """How far one visit may go. seconds: for all its hops together. bytes: of one page. redirects: hops."""

    seconds: float = 20
    bytes: int = 2_000_000
    redirects: int = 10
    allow_loopback: bool = False


@dataclass(frozen=True)
class Visit:
    """What became of a visit.

    final: the last address asked for. status: its HTTP status, or None where there was none.
    hops: the statuses of what led on, 200 where it was a page. body: the page, where it is of a kind to read.
    is_empty: nothing came. is_challenge: a page that only looks whether a browser asks.
    retry_after: the seconds the server asks to be left alone. failure: what ended the visit, or an empty string.
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
"""From an address to why it may not be asked for, or an empty string."""


class Visitor:
    """Makes visits. resolve: from a host and a port to IP addresses. context: what TLS trusts. pace: of a round."""

    def __init__(
        self,
        limits: Limits = Limits(),
        resolve: Resolve = resolved,
        context: ssl.SSLContext | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.limits = limits
        self._resolve = resolve
        self._context = context or ssl.create_default_context()
        self._pace = pace

    def at_pace(self, pace: Pace) -> "Visitor":
        """The same visitor, keeping a pace."""
        return Visitor(self.limits, self._resolve, self._context, pace)

    def visit(
        self, address: str, kinds: tuple[str, ...] | None = HTML, cut: int = 0, gate: Gate | None = None
    ) -> Visit:
        """Ask for an address, hop by hop. Never raises for what a server does.

        kinds: the media types to read, None for any. cut: read so many bytes and no more; else a page over the limit
        is a failure. gate: asked before each hop on from the address itself.
        """
        reading = Reading(kinds, cut or self.limits.bytes, cut=bool(cut))
        path = _Path(address)
        try:
            return self._walk(path, reading, gate)
        except OutOfTime:
            failure = "out-of-time"
        except Failed as failed:
            failure = str(failed)
        return Visit(address, path.here, None, tuple(path.hops), failure=failure)

    def may_ask(self, address: str) -> str:
        """An empty string where an address may be asked for, else why not."""
        try:
            self._place(_ascii(address))
        except Failed as failed:
            return str(failed)
        return ""

    def _walk(self, path: "_Path", reading: Reading, gate: Gate | None) -> Visit:
        deadline, cookies = time.monotonic() + self.limits.seconds, Cookies()
        while True:
            path.step(cookies, self.limits.redirects)
            if gate and path.hops:
                start = time.monotonic()
                if refusal := gate(path.here):
                    raise Failed(refusal)
                deadline += time.monotonic() - start  # what a host's rules take counts against no page
            answer, waited = self._ask(path.here, deadline, reading, cookies.header(path.here))
            deadline += waited
            cookies.take(path.here, answer.cookies)
            target = answer.target or _led_by_page(path.here, answer)
            if not target:
                return Visit(
                    path.address,
                    path.here,
                    answer.status,
                    tuple(path.hops),
                    answer.body,
                    is_empty=answer.is_empty,
                    is_challenge=answer.is_challenge,
                    retry_after=answer.retry_after,
                )
            path.on(answer.status, target)

    def _ask(self, address: str, deadline: float, reading: Reading, cookies: str) -> tuple[Answer, float]:
        """One hop, and how many seconds it waited for its turn, which count against nobody."""
        ips, port = self._place(address)
        turn = self._pace.turn(urlsplit(address).hostname or "") if self._pace else nullcontext(0.0)
        until = self._pace.until if self._pace else inf
        with turn as waited:
            left = min(deadline + waited, until) - time.monotonic()
            if left <= 0:
                raise OutOfTime if time.monotonic() >= until else Failed("too-slow")
            try:
                return ask(Question(address, ips, port, left, reading, cookies), self._context), waited
            except Failed:
                if time.monotonic() >= until:
                    raise OutOfTime from None
                raise

    def _place(self, address: str) -> tuple[list[str], int]:
        """Where to connect: IP addresses that were all looked at, and a port."""
        parts = urlsplit(address)
        usual = {"http": 80, "https": 443}
        if parts.scheme not in usual:
            raise Failed("no-web-address")
        port = parts.port or usual[parts.scheme]
        is_usual = port in usual.values()
        if not is_usual and not self.limits.allow_loopback:
            raise Failed("unusual-port")
        try:
            ips = self._resolve(parts.hostname or "", port)
        except OSError:
            raise Failed("no-such-host") from None
        except ValueError:  # such as a name with a zero in it
            raise Failed("no-address") from None
        if not ips:
            raise Failed("no-such-host")
        if self.limits.allow_loopback and all(is_loopback(ip) for ip in ips):
            return ips, port
        if not all(is_public(ip) for ip in ips):
            raise Failed("leads-inside")
        if not is_usual:
            raise Failed("unusual-port")
        return ips, port


class _Path:
    """Where a visit has been."""

    def __init__(self, address: str) -> None:
        self.address = self.here = address
        self.hops: list[int] = []
        self._seen: set[tuple[str, str]] = set()

    def step(self, cookies: Cookies, most: int) -> None:
        """Arrive. Raises Failed for no address, and where the path leads nowhere new: same place, same cookies."""
        self.here = _ascii(self.here)
        here = (self.here, cookies.header(self.here))
        if here in self._seen or len(self.hops) > most:
            if cookies.any_offered:
                raise Failed("needs-cookies")
            raise Failed("redirect-loop" if here in self._seen else "too-many-redirects")
        self._seen.add(here)

    def on(self, status: int, target: str) -> None:
        """Go on. Raises Failed for no address."""
        self.hops.append(status)
        try:
            self.here = urljoin(self.here, target)
        except ValueError:
            raise Failed("no-address") from None


def _ascii(address: str) -> str:
    try:
        return ascii_address(address)
    except ValueError:
        raise Failed("no-address") from None


def _led_by_page(here: str, answer: Answer) -> str:
    """Where a page itself leads its readers at once, if that is elsewhere on the web."""
    if not 200 <= answer.status < 300 or not (target := refresh(answer.body)):
        return ""
    try:
        there = urlsplit(ascii_address(urljoin(here, target)))
    except ValueError:
        return ""
    return target if there.scheme in ("http", "https") and there.geturl() != here else ""
