"""What to offer in place of a dead address: an archived copy, and the nearest page by the same publisher."""

import json
import re
from collections.abc import Mapping
from urllib.parse import quote

from library.core.health import Health, is_web_address

from .addresses import Asked
from .visit import Visitor

WAYBACK = "https://archive.org/wayback/available?url="
"""The Internet Archive's question for its nearest copy (https://archive.org/help/wayback_api.php)."""


def archived(address: str, visitor: Visitor, service: str = WAYBACK) -> str | None:
    """The address of an archived copy, or None where the archive has none or does not answer."""
    visit = visitor.visit(service + quote(address, safe=""), kinds=("application/json",))
    try:
        closest = json.loads(visit.body)["archived_snapshots"]["closest"]
        copy = str(closest["url"]) if closest["available"] and str(closest["status"]) == "200" else ""
    except (ValueError, KeyError, TypeError, RecursionError):  # the last for brackets in thousands of brackets
        return None
    copy = re.sub(r"^http:", "https:", copy)
    return copy if copy.startswith("https://web.archive.org/") and is_web_address(copy) else None


def with_copies(known: Mapping[str, Health], visitor: Visitor) -> dict[str, Health]:
    """The same with an archived copy for each dead address that has none yet."""
    found = dict(known)
    for one in known.values():
        if one.dead and not one.archive:
            found[one.address] = one.model_copy(update={"archive": archived(one.address, visitor)})
    return found


def nearest(dead: Asked, all_asked: Mapping[str, Asked], known: Mapping[str, Health]) -> Asked | None:
    """The living page by the same publisher whose title shares the most words with the dead one's."""
    wanted = _words(dead.title)
    living = [
        one
        for one in all_asked.values()
        if one.publisher == dead.publisher
        and one.publisher
        and one.address != dead.address
        and not (one.address in known and known[one.address].dead)
    ]
    return max(living, key=lambda one: (len(wanted & _words(one.title)), one.address), default=None)


def _words(title: str | None) -> set[str]:
    return {word for word in re.findall(r"\w+", (title or "").casefold()) if len(word) > 3}
