"""From what came to a verdict: the same status can be a page, a wall, an apology or a way home."""

import re
from urllib.parse import unquote, urlsplit

from library.core.health import Health, LinkState, is_web_address

from .addresses import OutsideLink
from .fetch import FetchResult
from .page import PageFacts, page_facts
from .signs import sign_of
from .verdict import Verdict

_WALL = re.compile(r"(?:^|[/_.-])(?:log-?in|sign-?in|sso|auth|authorize|account/login|saml)(?:[/_.?-]|$)", re.I)
_WALL_TITLE = re.compile(r"\b(?:log|sign)\s*-?in\b|\bcreate (?:an )?account\b", re.I)
_PERMANENT = {301, 308}
_SMALL = frozenset(re.findall(r"\w+", "a an and as at by for from how in into is it of on or the to what with your"))
_CANNOT_TELL = {
    "too-large",
    "unreadable",
    "needs-cookies",
    "robots",
    "robots-unreachable",
    "our-network",
    "too-many-requests",
}
"""Failures that say nothing of the page; all others make a link broken."""
_BROKEN_SIGNS = {"soft-404", "error-page"}
_STATUSES: dict[int, tuple[LinkState, str]] = {
    401: ("needs-account", "needs-log-in"),
    407: ("needs-account", "needs-log-in"),
    402: ("cannot-tell", "payment"),
    404: ("broken", "not-found"),
    410: ("gone", "gone"),
    429: ("cannot-tell", "too-many-requests"),
    511: ("cannot-tell", "our-network"),
    **{status: ("cannot-tell", "not-now") for status in (408, 421, 423, 425)},
    **{status: ("cannot-tell", "refused") for status in (403, 405, 406, 417, 418, 426, 428, 431, 451, 999)},
}
"""What a status alone says (RFC 9110, 6585, 7725, 8470), and 999, which some hosts keep for programs."""


def classify(link: OutsideLink, result: FetchResult, before: Health | None) -> Verdict:
    """A verdict on a link. before: what is remembered of it, to see whether its title has changed."""
    if result.failure:
        return _of_failure(link, result)
    page = page_facts(result.body)
    if result.is_challenge:
        return Verdict(link, "cannot-tell", "challenge")
    status = result.status or 0
    if not 200 <= status < 300:
        return _of_status(link, result, page)
    if result.is_empty or (result.body and not (page.shows or page.title)):
        return Verdict(link, "cannot-tell", "empty")
    title = page.title or None
    is_expected = _titles_agree(link.title, f"{page.title} {page.heading}")
    if result.hops and not is_expected:
        if _WALL.search(urlsplit(result.final).path) or _WALL_TITLE.search(page.title):
            return Verdict(link, "needs-account", "log-in", title=title)
        if _is_home(result.final) and not _is_home(link.address):
            return Verdict(link, "broken", "moved-home", title=title)
    if not is_expected and (why := sign_of(page, result.final, was_led=bool(result.hops))):
        state: LinkState = "broken" if why in _BROKEN_SIGNS else "cannot-tell"
        return Verdict(link, "needs-account" if why == "log-in" else state, why, title=title)
    return _of_a_page(link, result, page, before, is_expected)


def _of_failure(link: OutsideLink, result: FetchResult) -> Verdict:
    if result.failure == "robots" and result.hops and _WALL.search(urlsplit(result.final).path):
        return Verdict(link, "needs-account", "log-in")
    return Verdict(link, "cannot-tell" if result.failure in _CANNOT_TELL else "broken", result.failure)


def _of_status(link: OutsideLink, result: FetchResult, page: PageFacts) -> Verdict:
    """What a status other than a good one says; a page that asks for a person says more."""
    status = result.status or 0
    if status in (403, 429, 503) and sign_of(page, result.final, was_led=False) == "challenge":
        return Verdict(link, "cannot-tell", "challenge")
    if status in _STATUSES:
        return Verdict(link, *_STATUSES[status])
    if status == 503 and result.retry_after is not None:
        return Verdict(link, "cannot-tell", "away")
    if 400 <= status < 500:
        return Verdict(link, "broken", "client-error")
    if status >= 500:
        return Verdict(link, "broken", "server-error")
    return Verdict(link, "cannot-tell", "unreadable")  # such as 300 or 304, or a redirect to nowhere


def _of_a_page(
    link: OutsideLink, result: FetchResult, page: PageFacts, before: Health | None, is_expected: bool
) -> Verdict:
    """A page came, and it is no apology: has it moved, and is it still the same?"""
    title = page.title or None
    title_before = before.title if before else None
    if result.hops and set(result.hops) <= _PERMANENT and is_web_address(result.final):
        if _is_made_safe(link.address, result.final):
            return Verdict(link, "moved", "https", result.final, title)
        is_nameless = not link.title and not title_before
        if is_nameless or is_expected or (title and title == title_before) or _same_path(link.address, result.final):
            return Verdict(link, "moved", "moved", result.final, title)
        return Verdict(link, "cannot-tell", "moved-elsewhere", title=title)
    if result.body and _lacks(page, urlsplit(link.address).fragment):
        return Verdict(link, "ok", "no-such-place", title=title)
    is_new_title = title_before is not None and title is not None and title_before != title
    is_other_title = bool(link.title and title) and not is_expected and title_before is None
    if is_new_title or is_other_title:
        return Verdict(link, "ok", "changed-title", title=title)
    return Verdict(link, "ok", "answers", title=title)


def _lacks(page: PageFacts, place: str) -> bool:
    """Whether a page has no such place. Some are nobody's: the top, a text to find, an application's own roads."""
    place = place.partition(":~:")[0]
    if place.casefold() in ("", "top") or place.startswith(("!", "/")):
        return False
    return page.places.isdisjoint((place, unquote(place)))


def _is_made_safe(address: str, final: str) -> bool:
    before, after = urlsplit(address), urlsplit(final)
    return before.scheme == "http" and after.scheme == "https" and before[1:4] == after[1:4]


def _same_path(address: str, final: str) -> bool:
    """Whether two addresses end in the same way: on another host, or in another folder."""
    before, after = (urlsplit(url).path.rstrip("/").casefold().rpartition("/")[2] for url in (address, final))
    return bool(before) and before == after


def _titles_agree(expected: str | None, shown: str) -> bool:
    """Whether at least half of the words that matter in a title stand in what a page shows."""
    wanted = {word for word in re.findall(r"\w+", (expected or "").casefold()) if word not in _SMALL}
    there = set(re.findall(r"\w+", shown.casefold()))
    return bool(wanted) and 2 * len(wanted & there) >= len(wanted)


def _is_home(address: str) -> bool:
    return urlsplit(address).path.strip("/").casefold() in ("", "home", "index.html", "index.php", "en", "all")
