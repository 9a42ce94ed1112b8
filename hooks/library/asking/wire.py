"""One request and its answer: never for long, never for much, and never an exception for what a server does."""

import http.client
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit, urlunsplit

from .decoding import decoded, unpacked

AGENT = "PeerReflectionLibrary-LinkCheck/1.0"
HTML = ("text/html", "application/xhtml+xml")
_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Accept": "text/html,*/*;q=0.5"}
_CERTIFICATES = {
    10: "expired-certificate",
    9: "expired-certificate",
    62: "certificate-of-another",
    64: "certificate-of-another",
}
"""OpenSSL's reasons (x509_vfy.h): expired, not yet valid, another host's name, another IP address."""
_CHALLENGES = (("cf-mitigated", "challenge"), ("x-amzn-waf-action", "challenge"), ("x-amzn-waf-action", "captcha"))
"""Headers of a page that only looks whether a browser asks: Cloudflare's, AWS WAF's.

https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response
https://docs.aws.amazon.com/waf/latest/APIReference/API_ChallengeAction.html
"""
_MOST_HINTS = 20


class Failed(Exception):
    """The visit ends here, for the reason given."""


@dataclass(frozen=True)
class Reading:
    """What to read of a page. kinds: media types, or None for any. bytes: how much. cut: stop there, or give up."""

    kinds: tuple[str, ...] | None
    bytes: int
    cut: bool = False


@dataclass(frozen=True)
class Question:
    """Where to ask, and what to read. ips: all looked at before. seconds: for all of it. cookies: as a header."""

    address: str
    ips: list[str]
    port: int
    seconds: float
    reading: Reading
    cookies: str = ""


@dataclass(frozen=True)
class Answer:
    """What came. target: where it leads on, or nothing. retry_after: seconds, where the server names a time."""

    status: int
    target: str = ""
    body: str = ""
    is_empty: bool = False
    is_challenge: bool = False
    retry_after: float | None = None
    cookies: tuple[str, ...] = ()


class _Response(http.client.HTTPResponse):
    """An answer whose early hints (RFC 8297) are read over: http.client takes 103 for the answer itself."""

    def _read_status(self) -> tuple[str, int, str]:
        for _ in range(_MOST_HINTS):
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if not 100 <= status < 200 or status == 101:
                return version, status, reason
            http.client.parse_headers(self.fp)
        raise http.client.HTTPException("hints without end")


def ask(question: Question, context: ssl.SSLContext) -> Answer:
    """Ask once. Raises Failed, with a key of SENTENCES, where no answer can be had."""
    parts = urlsplit(question.address)
    watch = _Watch(question.seconds)
    try:
        connection = http.client.HTTPConnection(parts.hostname or "", question.port, timeout=question.seconds)
        connection.response_class = _Response
        connection.sock = watch.over(_connected(question.ips, question.port, question.seconds))
        with _told(watch):
            if parts.scheme == "https":
                connection.sock = _secured(connection.sock, parts.hostname or "", context, watch)
            cookies = {"Cookie": question.cookies} if question.cookies else {}
            path = urlunsplit(("", "", parts.path, parts.query, ""))
            connection.request("GET", path, headers={**_HEADERS, "Host": parts.netloc, **cookies})
            response = connection.getresponse()
            return _answer(response, watch, question.reading)
    finally:
        watch.end()


def _answer(response: http.client.HTTPResponse, watch: "_Watch", reading: Reading) -> Answer:
    headers = response.headers
    if response.status == 101:
        raise Failed("unreadable")
    leads_on = response.status in (301, 302, 303, 307, 308)
    target = headers.get("Location", "") if leads_on else ""
    body, is_empty = "", False
    if not target:
        try:
            with _told(watch):
                body, is_empty = _page(response, watch, reading)
        except Failed:
            if 200 <= response.status < 300:
                raise  # anywhere else the status says it all
    return Answer(
        status=response.status,
        target=target.encode("latin-1", "replace").decode("utf-8", "replace"),  # headers come as Latin-1
        body=body,
        is_empty=is_empty,
        is_challenge=any(headers.get(name, "").casefold() == value for name, value in _CHALLENGES),
        retry_after=seconds_asked(headers.get("Retry-After", "")),
        cookies=tuple(headers.get_all("Set-Cookie", [])),
    )


def _page(response: http.client.HTTPResponse, watch: "_Watch", reading: Reading) -> tuple[str, bool]:
    """The page, where it is of a kind to read and only so much of it, and whether nothing came at all."""
    is_read = reading.kinds is None or response.headers.get_content_type() in reading.kinds
    is_read = is_read or "Content-Type" not in response.headers  # browsers look for themselves then
    most = reading.bytes if is_read else 1
    parts, size = [], 0
    while size <= most and (part := response.read1(min(65536, most + 1 - size))):
        watch.received = True
        parts.append(part)
        size += len(part)
    if watch.over_time:
        raise Failed("slow-drip")
    if not is_read:
        return "", size == 0
    if size > most and not reading.cut:
        raise Failed("too-large")
    page = unpacked(b"".join(parts), response.headers.get("Content-Encoding", ""), most)
    if page is None:
        raise Failed("unreadable")
    if len(page) > most and not reading.cut:
        raise Failed("too-large")
    return decoded(page[:most], response.headers.get_content_charset()), not page


def seconds_asked(retry_after: str) -> float | None:
    """The seconds a server asks to be left alone: a number or a date (RFC 9110, 10.2.3), or None for neither."""
    if re.fullmatch(r"\s*\d{1,12}\s*", retry_after, re.ASCII):
        return float(retry_after)
    try:
        when = parsedate_to_datetime(retry_after)
        return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None


@contextmanager
def _told(watch: "_Watch") -> Iterator[None]:
    """Give each way to fail its name."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise Failed(_CERTIFICATES.get(error.verify_code, "untrusted-certificate")) from None
    except (OSError, http.client.HTTPException) as error:
        if watch.over_time or isinstance(error, TimeoutError):
            raise Failed("slow-drip" if watch.received else "too-slow") from None
        is_handshake = isinstance(error, ssl.SSLError) and not watch.is_secured
        raise Failed("bad-tls" if is_handshake else "unreadable") from None


def _secured(plain: socket.socket, host: str, context: ssl.SSLContext, watch: "_Watch") -> socket.socket:
    safe = context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
    watch.over(safe)
    safe.do_handshake()
    watch.is_secured = True
    return safe


class _Watch:
    """Ends a connection when its time is up, however often a byte still comes."""

    def __init__(self, seconds: float) -> None:
        self.over_time = self.received = self.is_secured = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._stop)
        self._timer.daemon = True
        self._timer.start()

    def over(self, connection: socket.socket) -> socket.socket:
        """Watch over a connection."""
        self._sockets.append(connection)
        return connection

    def end(self) -> None:
        """Stop watching, and close what was opened."""
        self._timer.cancel()
        for connection in reversed(self._sockets):
            connection.close()

    def _stop(self) -> None:
        self.over_time = True
        for connection in reversed(self._sockets):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


def _connected(ips: list[str], port: int, seconds: float) -> socket.socket:
    """A connection to the first address that takes one. Raises Failed where none does."""
    end = time.monotonic() + seconds
    for left, ip in zip(range(len(ips), 0, -1), ips, strict=True):
        try:
            return socket.create_connection((ip, port), max(0.001, (end - time.monotonic()) / left))
        except OSError:
            continue
    raise Failed("no-answer")
