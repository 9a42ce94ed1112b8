"""What an answer means: the same status can be a page, a wall, an apology or a way home."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from library.core.health import Health, LinkState, is_web_address

from .addresses import Asked
from .page import Page, read
from .sentences import SENTENCES
from .signs import sign_of
from .visit import Visit

__all__ = ["SENTENCES", "Verdict", "of_visit"]

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
"""Ways a visit can end that say nothing of the page."""
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


@dataclass(frozen=True)
class Verdict:
    """How an address stands after being asked for once. why: a key of SENTENCES. final: where it leads for good."""

    asked: Asked
    state: LinkState
    why: str
    final: str | None = None
    title: str | None = None

    @property
    def sentence(self) -> str:
        """The finding in words."""
        leads = f" The new address is {self.final}" if self.final else ""
        return f"{SENTENCES[self.why]}{leads}"


def of_visit(asked: Asked, visit: Visit, known: Health | None) -> Verdict:
    """What a visit says. known: what was remembered before, to see whether a title has changed."""
    if visit.failure:
        return _of_failure(asked, visit)
    page = read(visit.body)
    if visit.is_challenge:
        return Verdict(asked, "cannot-tell", "challenge")
    status = visit.status or 0
    if not 200 <= status < 300:
        return _of_status(asked, visit, page)
    if visit.is_empty or (visit.body and not (page.shows or page.title)):
        return Verdict(asked, "cannot-tell", "empty")
    title = page.title or None
    as_expected = _alike(asked.title, f"{page.title} {page.heading}")
    if visit.hops and not as_expected:
        if _WALL.search(urlsplit(visit.final).path) or _WALL_TITLE.search(page.title):
            return Verdict(asked, "needs-account", "log-in", title=title)
        if _is_home(visit.final) and not _is_home(asked.address):
            return Verdict(asked, "broken", "moved-home", title=title)
    if not as_expected and (why := sign_of(page, visit.final, was_led=bool(visit.hops))):
        state: LinkState = "broken" if why in _BROKEN_SIGNS else "cannot-tell"
        return Verdict(asked, "needs-account" if why == "log-in" else state, why, title=title)
    return _of_a_page(asked, visit, page, known, as_expected)


def _of_failure(asked: Asked, visit: Visit) -> Verdict:
    if visit.failure == "robots" and visit.hops and _WALL.search(urlsplit(visit.final).path):
        return Verdict(asked, "needs-account", "log-in")
    return Verdict(asked, "cannot-tell" if visit.failure in _CANNOT_TELL else "broken", visit.failure)


def _of_status(asked: Asked, visit: Visit, page: Page) -> Verdict:
    """What a status other than a good one says; a page that asks for a person says more."""
    status = visit.status or 0
    if status in (403, 429, 503) and sign_of(page, visit.final, was_led=False) == "challenge":
        return Verdict(asked, "cannot-tell", "challenge")
    if status in _STATUSES:
        return Verdict(asked, *_STATUSES[status])
    if status == 503 and visit.retry_after is not None:
        return Verdict(asked, "cannot-tell", "away")
    if 400 <= status < 500:
        return Verdict(asked, "broken", "client-error")
    if status >= 500:
        return Verdict(asked, "broken", "server-error")
    return Verdict(asked, "cannot-tell", "unreadable")  # such as 300 or 304, or a redirect to nowhere


def _of_a_page(asked: Asked, visit: Visit, page: Page, known: Health | None, as_expected: bool) -> Verdict:
    """A page came, and it is no apology: has it moved, and is it still the same?"""
    title = page.title or None
    before = known.title if known else None
    if visit.hops and set(visit.hops) <= _PERMANENT and is_web_address(visit.final):
        if _is_made_safe(asked.address, visit.final):
            return Verdict(asked, "moved", "https", visit.final, title)
        is_nameless = not asked.title and not before
        if is_nameless or as_expected or (title and title == before) or _same_path(asked.address, visit.final):
            return Verdict(asked, "moved", "moved", visit.final, title)
        return Verdict(asked, "cannot-tell", "moved-elsewhere", title=title)
    if visit.body and _lacks(page, urlsplit(asked.address).fragment):
        return Verdict(asked, "ok", "no-such-place", title=title)
    other_than_before = before is not None and title is not None and before != title
    other_than_said = bool(asked.title and title) and not as_expected and before is None
    if other_than_before or other_than_said:
        return Verdict(asked, "ok", "changed-title", title=title)
    return Verdict(asked, "ok", "answers", title=title)


def _lacks(page: Page, place: str) -> bool:
    """Whether a page has no such place. Some are nobody's: the top, a text to find, an application's own roads."""
    place = place.partition(":~:")[0]
    if place.casefold() in ("", "top") or place.startswith(("!", "/")):
        return False
    return page.places.isdisjoint((place, unquote(place)))


def _is_made_safe(asked: str, final: str) -> bool:
    before, after = urlsplit(asked), urlsplit(final)
    return before.scheme == "http" and after.scheme == "https" and before[1:4] == after[1:4]


def _same_path(asked: str, final: str) -> bool:
    """Whether two addresses end in the same way: on another host, or in another folder."""
    before, after = (urlsplit(address).path.rstrip("/").casefold().rpartition("/")[2] for address in (asked, final))
    return bool(before) and before == after


def _alike(expected: str | None, found: str) -> bool:
    """Whether at least half of the words that matter in a title stand in what was found."""
    wanted = {word for word in re.findall(r"\w+", (expected or "").casefold()) if word not in _SMALL}
    there = set(re.findall(r"\w+", found.casefold()))
    return bool(wanted) and 2 * len(wanted & there) >= len(wanted)


def _is_home(address: str) -> bool:
    return urlsplit(address).path.strip("/").casefold() in ("", "home", "index.html", "index.php", "en", "all")
