"""One request and its response: never for long, never for much, and never an exception for what a server does."""

import http.client
import re
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit, urlunsplit

from .connection import Deadline, FetchFailed, connect, failures_named, secure
from .decoding import decode, decompress

AGENT = "PeerReflectionLibrary-LinkCheck/1.0"
HTML = ("text/html", "application/xhtml+xml")
_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Accept": "text/html,*/*;q=0.5"}
_CHALLENGES = (("cf-mitigated", "challenge"), ("x-amzn-waf-action", "challenge"), ("x-amzn-waf-action", "captcha"))
"""Headers of a page that only looks whether a browser asks: Cloudflare's, AWS WAF's.

https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response
https://docs.aws.amazon.com/waf/latest/APIReference/API_ChallengeAction.html
"""
_MOST_HINTS = 20


@dataclass(frozen=True)
class Reading:
    """What to read of a page. kinds: media types, or None for any. bytes: how much. cut: stop there, or give up."""

    kinds: tuple[str, ...] | None
    bytes: int
    cut: bool = False


@dataclass(frozen=True)
class Request:
    """Where to connect, and what to read. ips: all looked at before. seconds: for all of it. cookies: as a header."""

    address: str
    ips: list[str]
    port: int
    seconds: float
    reading: Reading
    cookies: str = ""


@dataclass(frozen=True)
class Response:
    """What came. target: where it leads on, or nothing. retry_after: seconds, where the server names a time."""

    status: int
    target: str = ""
    body: str = ""
    is_empty: bool = False
    is_challenge: bool = False
    retry_after: float | None = None
    cookies: tuple[str, ...] = ()


class _Response(http.client.HTTPResponse):
    """A response whose early hints (RFC 8297) are read over: http.client takes 103 for the response itself."""

    def _read_status(self) -> tuple[str, int, str]:
        for _ in range(_MOST_HINTS):
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if not 100 <= status < 200 or status == 101:
                return version, status, reason
            http.client.parse_headers(self.fp)
        raise http.client.HTTPException("hints without end")


def send(request: Request, context: ssl.SSLContext) -> Response:
    """Send one request. Raises FetchFailed where no response can be had."""
    parts = urlsplit(request.address)
    deadline = Deadline(request.seconds)
    try:
        connection = http.client.HTTPConnection(parts.hostname or "", request.port, timeout=request.seconds)
        connection.response_class = _Response
        connection.sock = deadline.watch(connect(request.ips, request.port, request.seconds))
        with failures_named(deadline):
            if parts.scheme == "https":
                connection.sock = secure(connection.sock, parts.hostname or "", context, deadline)
            cookies = {"Cookie": request.cookies} if request.cookies else {}
            path = urlunsplit(("", "", parts.path, parts.query, ""))
            connection.request("GET", path, headers={**_HEADERS, "Host": parts.netloc, **cookies})
            http_response = connection.getresponse()
            return _response(http_response, deadline, request.reading)
    finally:
        deadline.end()


def _response(http_response: http.client.HTTPResponse, deadline: Deadline, reading: Reading) -> Response:
    headers = http_response.headers
    if http_response.status == 101:
        raise FetchFailed("unreadable")
    leads_on = http_response.status in (301, 302, 303, 307, 308)
    target = headers.get("Location", "") if leads_on else ""
    body, is_empty = "", False
    if not target:
        try:
            with failures_named(deadline):
                body, is_empty = _body(http_response, deadline, reading)
        except FetchFailed:
            if 200 <= http_response.status < 300:
                raise  # anywhere else the status says it all
    return Response(
        status=http_response.status,
        target=target.encode("latin-1", "replace").decode("utf-8", "replace"),  # headers come as Latin-1
        body=body,
        is_empty=is_empty,
        is_challenge=any(headers.get(name, "").casefold() == value for name, value in _CHALLENGES),
        retry_after=retry_after_seconds(headers.get("Retry-After", "")),
        cookies=tuple(headers.get_all("Set-Cookie", [])),
    )


def _body(http_response: http.client.HTTPResponse, deadline: Deadline, reading: Reading) -> tuple[str, bool]:
    """The page, where it is of a kind to read and only so much of it, and whether nothing came at all."""
    is_read = reading.kinds is None or http_response.headers.get_content_type() in reading.kinds
    is_read = is_read or "Content-Type" not in http_response.headers  # browsers look for themselves then
    longest = reading.bytes if is_read else 1
    parts, size = [], 0
    while size <= longest and (part := http_response.read1(min(65536, longest + 1 - size))):
        deadline.received = True
        parts.append(part)
        size += len(part)
    if deadline.has_passed:
        raise FetchFailed("slow-drip")
    if not is_read:
        return "", size == 0
    if size > longest and not reading.cut:
        raise FetchFailed("too-large")
    page = decompress(b"".join(parts), http_response.headers.get("Content-Encoding", ""), longest)
    if page is None:
        raise FetchFailed("unreadable")
    if len(page) > longest and not reading.cut:
        raise FetchFailed("too-large")
    return decode(page[:longest], http_response.headers.get_content_charset()), not page


def retry_after_seconds(retry_after: str) -> float | None:
    """The seconds a server asks to be left alone: a number or a date (RFC 9110, 10.2.3), or None for neither."""
    if re.fullmatch(r"\s*\d{1,12}\s*", retry_after, re.ASCII):
        return float(retry_after)
    try:
        when = parsedate_to_datetime(retry_after)
        return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return None
