"""Ask for one address as a careful stranger: never inside our own network, never for long, never for much.

Each hop is looked at before it is taken: http or https, the usual ports, a host whose every address is public. The
connection goes to the address that was looked at, so that a name can't change its mind in between.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

AGENT = "PeerReflectionLibrary-LinkCheck/1.0"
_HTML = ("text/html", "application/xhtml+xml")
_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "identity", "Accept": "text/html,*/*;q=0.5"}
_CERTIFICATES = {
    10: "expired-certificate",
    9: "expired-certificate",
    62: "certificate-of-another",
    64: "certificate-of-another",
}
"""OpenSSL's reasons (x509_vfy.h): expired, not yet valid, another host's name, another IP address."""


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
    hops: the statuses of the redirects on the way. body: the page, where it is of a kind to read.
    failure: what ended the visit, or an empty string.
    """

    address: str
    final: str
    status: int | None = None
    hops: tuple[int, ...] = ()
    body: str = ""
    failure: str = ""


class _Failed(Exception):
    """The visit ends here, for the reason given."""


Resolve = Callable[[str, int], list[str]]


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host. Raises OSError where there is none."""
    return list(dict.fromkeys(str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def ascii_address(address: str) -> str:
    """An address as it is asked for: host in Punycode, the rest percent-encoded. Raises ValueError for no address."""
    parts = urlsplit(address.strip())
    host = (parts.hostname or "").encode("idna").decode() if not _is_ip(parts.hostname or "") else parts.hostname or ""
    netloc = f"[{host}]" if ":" in host else host
    netloc += f":{parts.port}" if parts.port else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


class Visitor:
    """Makes visits. resolve: from a host and a port to IP addresses. context: what TLS trusts."""

    def __init__(
        self, limits: Limits = Limits(), resolve: Resolve = resolved, context: ssl.SSLContext | None = None
    ) -> None:
        self.limits = limits
        self._resolve = resolve
        self._context = context or ssl.create_default_context()

    def visit(self, address: str, kinds: tuple[str, ...] = _HTML) -> Visit:
        """Ask for an address, hop by hop. kinds: the media types to read. Never raises for what a server does."""
        deadline = time.monotonic() + self.limits.seconds
        here, hops, seen = address, [], set()  # type: ignore[var-annotated]
        try:
            while len(hops) <= self.limits.redirects:
                here = ascii_address(here)
                if here in seen:
                    raise _Failed("redirect-loop")
                seen.add(here)
                status, target, body = self._ask(here, deadline, kinds)
                if not target:
                    return Visit(address, here, status, tuple(hops), body)
                hops.append(status)
                here = urljoin(here, target)
            raise _Failed("too-many-redirects")
        except _Failed as failed:
            return Visit(address, here, None, tuple(hops), failure=str(failed))
        except ValueError:
            return Visit(address, here, None, tuple(hops), failure="no-address")

    def may_ask(self, address: str) -> str:
        """An empty string where an address may be asked for, else why not."""
        try:
            parts = urlsplit(ascii_address(address))
            self._place(parts.scheme, parts.hostname or "", parts.port)
        except _Failed as failed:
            return str(failed)
        except ValueError:
            return "no-address"
        return ""

    def _place(self, scheme: str, host: str, port: int | None) -> tuple[list[str], int]:
        """Where to connect: IP addresses that were all looked at, and a port."""
        usual = {"http": 80, "https": 443}
        if scheme not in usual:
            raise _Failed("no-web-address")
        if port not in (None, *usual.values()) and not self.limits.allow_loopback:
            raise _Failed("unusual-port")
        try:
            found = self._resolve(host, port or usual[scheme])
        except OSError:
            raise _Failed("no-such-host") from None
        if not found:
            raise _Failed("no-such-host")
        if not all(_public(one) or (self.limits.allow_loopback and _loopback(one)) for one in found):
            raise _Failed("leads-inside")
        return found, port or usual[scheme]

    def _ask(self, address: str, deadline: float, kinds: tuple[str, ...]) -> tuple[int, str, str]:
        """One hop: status, where it leads on (or nothing), and the page."""
        parts = urlsplit(address)
        host = parts.hostname or ""
        ips, port = self._place(parts.scheme, host, parts.port)
        left = deadline - time.monotonic()
        if left <= 0:
            raise _Failed("too-slow")
        watch = _Watch(left)
        try:
            connection = http.client.HTTPConnection(host, port, timeout=left)
            connection.sock = watch.over(_connected(ips, port, left))
            if parts.scheme == "https":
                safe = self._context.wrap_socket(connection.sock, server_hostname=host, do_handshake_on_connect=False)
                connection.sock = watch.over(safe)
                safe.do_handshake()
            path = urlunsplit(("", "", parts.path, parts.query, ""))
            connection.request("GET", path, headers={**_HEADERS, "Host": parts.netloc})
            response = connection.getresponse()
            target = response.headers.get("Location", "") if response.status in (301, 302, 303, 307, 308) else ""
            target = target.encode("latin-1", "replace").decode("utf-8", "replace")  # headers come as Latin-1
            return response.status, target, "" if target else self._page(response, watch, kinds)
        except ssl.SSLCertVerificationError as error:
            raise _Failed(_CERTIFICATES.get(error.verify_code, "untrusted-certificate")) from None
        except (OSError, http.client.HTTPException) as error:
            if watch.over_time or isinstance(error, TimeoutError):
                raise _Failed("slow-drip" if watch.received else "too-slow") from None
            if isinstance(error, ssl.SSLError):
                raise _Failed("bad-tls") from None
            raise _Failed("no-answer") from None
        finally:
            watch.end()

    def _page(self, response: http.client.HTTPResponse, watch: "_Watch", kinds: tuple[str, ...]) -> str:
        """The page, where it is of a kind to read, and only so much of it."""
        if response.headers.get_content_type() not in kinds:
            return ""
        parts, size = [], 0
        while part := response.read1(65536):
            watch.received = True
            parts.append(part)
            size += len(part)
            if size > self.limits.bytes:
                raise _Failed("too-large")
        if watch.over_time:
            raise _Failed("slow-drip")
        charset = response.headers.get_content_charset() or "utf-8"
        try:
            return b"".join(parts).decode(charset, errors="replace")
        except LookupError:  # a server may name a charset that nobody knows
            return b"".join(parts).decode("utf-8", errors="replace")


class _Watch:
    """Ends a connection when its time is up, however often a byte still comes."""

    def __init__(self, seconds: float) -> None:
        self.over_time = self.received = False
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
    """A connection to the first address that takes one. Raises OSError where none does."""
    *others, last = ips
    for ip in others:
        try:
            return socket.create_connection((ip, port), seconds / len(ips))
        except OSError:
            continue
    return socket.create_connection((last, port), seconds / len(ips))


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _public(ip: str) -> bool:
    found = ipaddress.ip_address(ip.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (inner is None or inner.is_global)


def _loopback(ip: str) -> bool:
    return ipaddress.ip_address(ip).is_loopback
