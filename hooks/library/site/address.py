"""The site's own address: given by SITE_URL, or nobody's until somebody has decided."""

import re
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from library.handouts import public_address


class NoAddress(ValueError):
    """What was given as the site's address is none."""


def settle(config: MkDocsConfig) -> None:
    """Give the site the address in SITE_URL. Raises NoAddress, saying what is wrong with it.

    MkDocs would read it from its own setting, but stops with a traceback at some addresses and takes others that
    can't be the start of a page's address. While writing, MkDocs gives the site an address on this machine, which stays.
    """
    given = config.extra.get("site_address")
    if given and is_undecided(config.site_url):
        config.site_url = checked(str(given))


def checked(given: str) -> str:
    """An address of a site, with a slash at its end. Raises NoAddress."""
    sentence = f"SITE_URL should be the site's own address, such as https://example.org/library/; found {given!r}. "
    sentence += "It starts with https:// (or http://), and holds no spaces, passwords, ? or #."
    try:
        parts = urlsplit(given)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise NoAddress(sentence) from None
    is_plain = re.fullmatch(r"[\w.~:/%\[\]-]+", given) and not (parts.query or parts.fragment or port == 0)
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[\w-]+(\.[\w-]+)*|[0-9a-f:.]+", host) or not is_plain:
        raise NoAddress(sentence)
    return f"{given.rstrip('/')}/"


def is_undecided(address: str | None) -> bool:
    """Whether an address is nobody's."""
    return public_address(address) is None
