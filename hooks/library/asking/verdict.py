"""What an answer means: the same status can be a page, a wall, an apology or a way home."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from library.model.health import Health, LinkState

from .addresses import Asked
from .swift import Swift
from .visit import Visit

_WALL = re.compile(r"(?:^|[/_.-])(?:log-?in|sign-?in|sso|auth|authorize|account/login|saml)(?:[/_.?-]|$)", re.I)
_WALL_TITLE = re.compile(r"\b(?:log|sign)\s*-?in\b|\bcreate (?:an )?account\b", re.I)
_APOLOGY = re.compile(
    r"\bnot found\b|\b404\b|no longer (?:available|exists?)|(?:can.?t|cannot|couldn.?t) (?:be found|find)"
    r"|does(?:n.?t| not) exist|page (?:has been )?(?:removed|deleted)|page is missing",
    re.I,
)
_PERMANENT = {301, 308}
_SMALL = frozenset(re.findall(r"\w+", "a an and as at by for from how in into is it of on or the to what with your"))
SENTENCES = {
    "answers": "It answers as it should.",
    "https": "It has moved to a safe address: the same with https.",
    "moved": "It has moved for good.",
    "changed-title": "It answers, but its page is called something else now: is it still the same?",
    "no-such-place": "It answers, but the place after the # is not on the page.",
    "log-in": "It leads to a log-in page.",
    "needs-log-in": "It asks for a log-in.",
    "robots": "The publisher asks programs not to look at it, so we have not.",
    "refused": "The publisher refuses programs like ours, so we cannot tell. It may well work for people.",
    "too-many-requests": "The publisher says we ask too often, so we cannot tell.",
    "too-large": "The page is larger than we read, so we cannot tell.",
    "not-found": "The publisher says there is no such page.",
    "soft-404": "A page comes, but it says that nothing was found.",
    "moved-home": "It leads to the publisher's home page: the page itself is gone.",
    "gone": "The publisher says it is gone for good.",
    "client-error": "The publisher says the request is wrong.",
    "server-error": "The publisher's server is in trouble.",
    "no-such-host": "There is no such host.",
    "no-answer": "Nobody answers there.",
    "too-slow": "No answer came in time.",
    "slow-drip": "The answer comes so slowly that we gave up.",
    "redirect-loop": "It leads round in a circle.",
    "too-many-redirects": "It leads on and on.",
    "expired-certificate": "Its certificate has expired, so browsers warn of it.",
    "certificate-of-another": "Its certificate belongs to another host, so browsers warn of it.",
    "untrusted-certificate": "Its certificate is from nobody browsers trust.",
    "bad-tls": "It has no working https.",
    "leads-inside": "It leads into a private network. We did not follow.",
    "unusual-port": "It leads to an unusual port. We did not follow.",
    "no-web-address": "It leads to something that is not the web. We did not follow.",
    "no-address": "It is not an address.",
}
"""What each finding means, in words for whoever mends it."""


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


def of_status(asked: Asked, status: int) -> Verdict | None:
    """What a status alone says, or None where one has to look at the page or try again."""
    if status in (401, 407):
        return Verdict(asked, "needs-account", "needs-log-in")
    if status == 410:
        return Verdict(asked, "gone", "gone")
    if status == 404:
        return Verdict(asked, "broken", "not-found")
    if status == 429:
        return Verdict(asked, "cannot-tell", "too-many-requests")
    if status in (403, 405, 406, 451, 999):
        return Verdict(asked, "cannot-tell", "refused")
    if 400 <= status < 500:
        return Verdict(asked, "broken", "client-error")
    return None


def of_visit(asked: Asked, visit: Visit, swift: Swift | None, known: Health | None) -> Verdict:
    """What a visit says. known: what was remembered before, to see whether a title has changed."""
    if visit.failure:
        return Verdict(asked, "cannot-tell" if visit.failure == "too-large" else "broken", visit.failure)
    status = visit.status or 0
    if said := of_status(asked, status):
        return said
    if not 200 <= status < 300:
        return Verdict(asked, "broken", "server-error")
    heading, title = _names(visit.body)
    as_expected = _alike(asked.title, f"{title} {heading}")
    if visit.hops and not as_expected:
        if _WALL.search(urlsplit(visit.final).path) or _WALL_TITLE.search(title):
            return Verdict(asked, "needs-account", "log-in", title=title)
        if _is_home(visit.final) and not _is_home(asked.address):
            return Verdict(asked, "broken", "moved-home", title=title)
    if _APOLOGY.search(f"{title} {heading}") and not as_expected:
        return Verdict(asked, "broken", "soft-404", title=title)
    return _of_a_page(asked, visit, swift, known, title or None, as_expected)


def _of_a_page(
    asked: Asked, visit: Visit, swift: Swift | None, known: Health | None, title: str | None, as_expected: bool
) -> Verdict:
    """A page came, and it is no apology: has it moved, and is it still the same?"""
    if visit.hops and set(visit.hops) <= _PERMANENT:
        before, after = urlsplit(asked.address), urlsplit(visit.final)
        only_safe = before.scheme == "http" and after.scheme == "https" and before[1:4] == after[1:4]
        return Verdict(asked, "moved", "https" if only_safe else "moved", visit.final, title)
    if swift and swift.no_place:
        return Verdict(asked, "ok", "no-such-place", title=title)
    other_than_before = known is not None and known.title is not None and title is not None and known.title != title
    other_than_said = bool(asked.title and title) and not as_expected and (known is None or known.title is None)
    if other_than_before or other_than_said:
        return Verdict(asked, "ok", "changed-title", title=title)
    return Verdict(asked, "ok", "answers", title=title)


def _names(body: str) -> tuple[str, str]:
    """A page's first heading and its title, on one line each."""
    tree = LexborHTMLParser(body)
    nodes = (tree.css_first("h1"), tree.css_first("title"))
    heading, title = (" ".join(node.text().split())[:300] if node else "" for node in nodes)
    return heading, title


def _alike(expected: str | None, found: str) -> bool:
    """Whether at least half of the words that matter in a title stand in what was found."""
    wanted = {word for word in re.findall(r"\w+", (expected or "").casefold()) if word not in _SMALL}
    there = set(re.findall(r"\w+", found.casefold()))
    return bool(wanted) and 2 * len(wanted & there) >= len(wanted)


def _is_home(address: str) -> bool:
    return urlsplit(address).path.strip("/").casefold() in ("", "home", "index.html", "index.php", "en", "all")
