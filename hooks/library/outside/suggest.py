"""What to offer in place of a dead address: an archived copy, and the nearest page by the same publisher."""

import json
import re
from collections.abc import Mapping
from urllib.parse import quote

from library.core.health import Health, is_web_address

from .addresses import OutsideLink
from .fetch import Fetcher

WAYBACK = "https://archive.org/wayback/available?url="
"""The Internet Archive's question for its nearest copy (https://archive.org/help/wayback_api.php)."""


def archived_copy(address: str, fetcher: Fetcher, service: str = WAYBACK) -> str | None:
    """The address of an archived copy, or None where the archive has none or does not answer."""
    result = fetcher.fetch(service + quote(address, safe=""), kinds=("application/json",))
    try:
        closest = json.loads(result.body)["archived_snapshots"]["closest"]
        copy = str(closest["url"]) if closest["available"] and str(closest["status"]) == "200" else ""
    except (ValueError, KeyError, TypeError, RecursionError):  # the last for brackets in thousands of brackets
        return None
    copy = re.sub(r"^http:", "https:", copy)
    return copy if copy.startswith("https://web.archive.org/") and is_web_address(copy) else None


def with_archived_copies(health: Mapping[str, Health], fetcher: Fetcher) -> dict[str, Health]:
    """The same with an archived copy for each dead address that has none yet."""
    return {
        address: state.model_copy(update={"archive": archived_copy(address, fetcher)})
        if state.dead and not state.archive
        else state
        for address, state in health.items()
    }


def nearest_page(
    dead: OutsideLink, links: Mapping[str, OutsideLink], health: Mapping[str, Health]
) -> OutsideLink | None:
    """The living page by the same publisher whose title shares the most words with the dead one's."""
    wanted = _words(dead.title)
    living = [
        link
        for link in links.values()
        if link.publisher == dead.publisher
        and link.publisher
        and link.address != dead.address
        and not (link.address in health and health[link.address].dead)
    ]
    return max(living, key=lambda link: (len(wanted & _words(link.title)), link.address), default=None)


def _words(title: str | None) -> set[str]:
    return {word for word in re.findall(r"\w+", (title or "").casefold()) if len(word) > 3}
