"""Names nobody may give: the site uses them itself, or Windows keeps them for devices."""

import re
from collections.abc import Iterable
from typing import Any

from .kind import Kind

FRAME_IDS = frozenset({"compare", "content", "contents-title", "downloads", "index", "missing", "search", "top"})
"""Names that pages use themselves, in an address or as a place on the page: nothing an author writes may have them."""
_FRAME_PREFIXES = ("icon-", "kind-")
_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""File names that Windows keeps for devices (https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


MISTAKES = "mistakes"
"""The folder of the page that a server shows in place of every other while there are mistakes."""
_OTHER_PAGES = frozenset(
    {"assets", "data", "find", "handouts", "maintain", MISTAKES, "my-notes", "my-pack", "run", "schema", "source"}
)
"""Folders of the site that no kind brings. What stands in some of them is kept for a year, or never for offline."""


def page_taken(name: str, kinds: Iterable[Kind[Any]]) -> str:
    """The address of what the library itself puts where a page docs/name.md would stand; empty where that is free."""
    folders = {address.partition("/")[0] for kind in kinds for address in (kind.page, kind.place)} | _OTHER_PAGES
    return f"{name}/" if name in folders else ""


def kept_for(kind: Kind[Any], id: str) -> str:
    """Who keeps an id for itself, "the site" or "Windows", or an empty string where it is free."""
    if _WINDOWS.fullmatch(id):
        return "Windows"
    is_place = bool(kind.place) and id.startswith(_FRAME_PREFIXES)
    return "the site" if id in FRAME_IDS or is_place else ""
