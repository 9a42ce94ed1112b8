"""Where one hop may connect to: http or https, the usual ports, a host whose every address is public."""

from urllib.parse import urlsplit

from .connection import FetchFailed
from .public import Resolve, is_loopback, is_public


def destination(address: str, resolve: Resolve, *, allow_loopback: bool) -> tuple[list[str], int]:
    """Where to connect: IP addresses that were all looked at, and a port. Raises FetchFailed for anywhere else."""
    parts = urlsplit(address)
    usual = {"http": 80, "https": 443}
    if parts.scheme not in usual:
        raise FetchFailed("no-web-address")
    port = parts.port or usual[parts.scheme]
    is_usual = port in usual.values()
    if not is_usual and not allow_loopback:
        raise FetchFailed("unusual-port")
    try:
        ips = resolve(parts.hostname or "", port)
    except OSError:
        raise FetchFailed("no-such-host") from None
    except ValueError:  # such as a name with a zero in it
        raise FetchFailed("no-address") from None
    if not ips:
        raise FetchFailed("no-such-host")
    if allow_loopback and all(is_loopback(ip) for ip in ips):
        return ips, port
    if not all(is_public(ip) for ip in ips):
        raise FetchFailed("leads-inside")
    if not is_usual:
        raise FetchFailed("unusual-port")
    return ips, port
