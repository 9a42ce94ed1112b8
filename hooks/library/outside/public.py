"""Which addresses may be fetched at all: those of the public web, and nothing inside anybody's network.

IPv4 by the registry of special addresses (RFC 6890), as Python knows it, and what it does not know. IPv6 is the other
way round: only global unicast (2000::/3, RFC 4291) and NAT64's well-known prefix, so that no forgotten range is open.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from urllib.parse import quote, urlsplit, urlunsplit

Resolve = Callable[[str, int], list[str]]

CLOUD = {
    "169.254.169.254": "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html",
    "fd00:ec2::254": "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html",
    "169.254.170.2": "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-metadata-endpoint-v2.html",
    "168.63.129.16": "https://learn.microsoft.com/en-us/azure/virtual-network/what-is-ip-address-168-63-129-16",
    "100.100.100.200": "https://github.com/canonical/cloud-init/blob/20.3/doc/rtd/topics/datasources/aliyun.rst",
    "192.0.0.192": "https://docs.oracle.com/en/cloud/cloud-at-customer/occ-get-started/"
    "retrieve-predefined-instance-metadata.html",
}
"""Where a rented machine reads its own secrets, each with the page that says so. Most lie in private ranges already."""

_NOT_THE_WEB = (
    IPv4Network("192.0.0.0/24"),  # IETF protocol assignments (RFC 6890)
    IPv4Network("192.88.99.0/24"),  # relays of 6to4, given up (RFC 7526)
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_DOCUMENTATION = IPv6Network("3fff::/20")  # RFC 9637, younger than Python's own table
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052; its local-use sister 64:ff9b:1::/48 (RFC 8215) stays closed


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host. Raises OSError where there is none."""
    return list(dict.fromkeys(str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def ascii_address(address: str) -> str:
    """An address as it is sent: host in Punycode, the rest percent-encoded. Raises ValueError for no address."""
    parts = urlsplit(address.strip())
    host = parts.hostname or ""
    host = host if _is_ip(host) else host.encode("idna").decode()
    netloc = f"[{host}]" if ":" in host else host
    netloc += f":{parts.port}" if parts.port else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def is_loopback(ip: str) -> bool:
    """Whether an IP address is this machine."""
    return ipaddress.ip_address(ip.partition("%")[0]).is_loopback


def is_public(ip: str) -> bool:
    """Whether an IP address is on the public web, and whatever address it carries inside is too."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if str(address) in CLOUD:
        return False
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast and not any(address in net for net in _NOT_THE_WEB)
    if address.ipv4_mapped:
        return is_public(str(address.ipv4_mapped))
    is_open = address in _NAT64 or (address in _GLOBAL_UNICAST and address.is_global and address not in _DOCUMENTATION)
    return is_open and all(is_public(str(inner)) for inner in _inside(address))


def _inside(address: IPv6Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses that an IPv6 address carries: where a relay would send what is sent to it."""
    if address in _NAT64:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
    if address.sixtofour:  # 2002::/16 (RFC 3056)
        yield address.sixtofour
    if address.teredo:  # 2001::/32 (RFC 4380): the server's and the client's
        yield from address.teredo
    if (int(address) >> 32) & 0xFCFFFFFF == 0x5EFE:  # ISATAP (RFC 5214)
        yield IPv4Address(int(address) & 0xFFFFFFFF)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
