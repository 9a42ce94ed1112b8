"""The site's own address: nobody's until somebody has decided."""

import re
from urllib.parse import urlsplit

UNDECIDED = ".example"
"""The ending of an address that can never be anyone's (RFC 2606): a sheet with one would send its readers nowhere."""


class NoAddress(ValueError):
    """What was given as the site's address is none."""


def checked(given: str, name: str = "SITE_URL") -> str:
    """An address of a site, with a slash at its end. name: where it was given. Raises NoAddress, in a sentence."""
    sentence = f"{name} should be the site's own address, such as https://example.org/library/; found {given!r}. "
    sentence += "It starts with https:// (or http://), and holds no spaces, passwords, ? or #."
    try:
        parts = urlsplit(given)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise NoAddress(sentence) from None
    is_plain = re.fullmatch(r"[\w.~:/%\[\]-]+", given) and not (parts.query or parts.fragment or port == 0)
    is_host = re.fullmatch(r"[\w-]+(\.[\w-]+)*|[0-9a-f:.]+", host)
    if parts.scheme not in ("http", "https") or not is_host or not is_plain:
        raise NoAddress(sentence)
    return f"{given.rstrip('/')}/"


def public_address(address: str | None) -> str | None:
    """An address with a slash at its end, or None while nobody has decided it."""
    host = urlsplit(address or "").hostname or ""
    return None if not host or host.endswith(UNDECIDED) else f"{str(address).rstrip('/')}/"


def folder_of(address: str) -> str:
    """Where a site stands on its host: the path of its address, with a slash at both ends."""
    path = urlsplit(address).path.strip("/")
    return f"/{path}/" if path else "/"
