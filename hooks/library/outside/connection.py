"""The connection under a request: opened to a given IP address, cut when its time is up, each failure with its name."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_CERTIFICATES = {
    10: "expired-certificate",
    9: "expired-certificate",
    62: "certificate-of-another",
    64: "certificate-of-another",
}
"""OpenSSL's reasons (x509_vfy.h): expired, not yet valid, another host's name, another IP address."""


class FetchFailed(Exception):
    """The fetch ends here. Its text is the why of a verdict."""


class Deadline:
    """Ends a connection when its time is up, however often a byte still comes."""

    def __init__(self, seconds: float) -> None:
        self.has_passed = self.received = self.is_secured = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._stop)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, connection: socket.socket) -> socket.socket:
        """Watch over a connection."""
        self._sockets.append(connection)
        return connection

    def end(self) -> None:
        """Stop watching, and close what was opened."""
        self._timer.cancel()
        for connection in reversed(self._sockets):
            connection.close()

    def _stop(self) -> None:
        self.has_passed = True
        for connection in reversed(self._sockets):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


def connect(ips: list[str], port: int, seconds: float) -> socket.socket:
    """A connection to the first address that takes one. Raises FetchFailed where none does."""
    end = time.monotonic() + seconds
    for left, ip in zip(range(len(ips), 0, -1), ips, strict=True):
        try:
            return socket.create_connection((ip, port), max(0.001, (end - time.monotonic()) / left))
        except OSError:
            continue
    raise FetchFailed("no-answer")


def secure(plain: socket.socket, host: str, context: ssl.SSLContext, deadline: Deadline) -> socket.socket:
    """A connection made safe by TLS. Raises ssl.SSLError, and OSError where it breaks."""
    safe = context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
    deadline.watch(safe)
    safe.do_handshake()
    deadline.is_secured = True
    return safe


@contextmanager
def failures_named(deadline: Deadline) -> Iterator[None]:
    """Give each way to fail its name."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise FetchFailed(_CERTIFICATES.get(error.verify_code, "untrusted-certificate")) from None
    except (OSError, http.client.HTTPException) as error:
        if deadline.has_passed or isinstance(error, TimeoutError):
            raise FetchFailed("slow-drip" if deadline.received else "too-slow") from None
        is_handshake = isinstance(error, ssl.SSLError) and not deadline.is_secured
        raise FetchFailed("bad-tls" if is_handshake else "unreadable") from None
