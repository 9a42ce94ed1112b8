"""Pages that are not what was asked for, told by what they call themselves.

A title may say anything: "Room 404: a podcast" is no error, nor is "Lost and not found". So a sign has to be all that a
heading says, or all that one part of a title says between its bars and dashes; never a word somewhere in it.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from .page import PageFacts


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.I)


_THING = (
    r"(?:web ?)?page|file|content|article|document|resource|url|address|link|video|podcast|episode|post|item|product"
)
_MISSING = (
    r"(?:(?:was |is |could )?not (?:be )?found|(?:can(?:no|')?t|couldn't) be found|(?:is )?no longer (?:available|here)"
    r"|no longer exists|does(?:n't| not) exist|(?:is|was|has been) (?:removed|deleted|missing))"
)
_SORRY = r"(?:(?:sorry|oops|oh no|uh oh|whoops|error|404|http|we(?:'re| are) sorry)\W+){0,3}"
_APOLOGY = _any(
    rf"{_SORRY}(?:(?:the|this|that|your|requested) ){{0,2}}(?:{_THING})(?: \w+){{0,6}}? {_MISSING}(?: here)?",
    rf"{_SORRY}(?:but )?we (?:can(?:no|')?t|couldn't|could not|are unable to) (?:seem to )?find "
    rf"(?:the|that|this|your) (?:{_THING})(?: \w+){{0,9}}",
    r"(?:http )?(?:error )?404(?: error)?\W+not found",
    "tudalen heb ei chanfod",
    "ni ddaethpwyd o hyd i'r dudalen",
    "page (?:introuvable|non trouvée)",
    "seite nicht gefunden",
    "página no encontrada",
    "pagina non trovata",
    "pagina niet gevonden",
    "nie znaleziono strony",
)
_PERHAPS = _any("not found", "nothing found", "(?:http )?(?:error )?404(?: error)?")
_ERROR = _any(
    r"(?:an? )?(?:(?:unexpected|internal|server|application|runtime|general|unknown) )*error"
    r"(?: page| occurred| has occurred| 500)?",
    "(?:500 )?internal server error",
    "something went wrong",
    "oops",
    "bad request",
)
_ERROR_PATH = re.compile(
    r"(?:^|/)(?:custom)?(?:errors?|404|not-?found|page-?not-?found|error-?page)(?:\.\w+)?(?:/|$)", re.I
)
_REFUSED = _any("access denied", "(?:403 )?forbidden", "request (?:rejected|blocked)", "attention required!?")
_CHALLENGE = _any(
    r"just a moment\W*",
    "checking your browser(?: before accessing.*)?",
    "ddos-guard",
    "making sure you're not a bot!?",
    r"verify(?:ing)? (?:that )?you are (?:a )?human\W*",
    "(?:vercel )?security check(?:point)?",
    r"are you a robot\W*",
    "human verification",
    "robot check",
    r"one moment, please\W*",
)
_AWAY = _any(
    r"(?:(?:the |this |our )?(?:web)?site (?:is )?)?(?:currently |temporarily )*(?:under|down for|undergoing|in) "
    r"(?:scheduled |planned |essential )?maintenance(?: mode)?",
    "(?:scheduled|planned|site) maintenance(?: mode)?|maintenance mode",
    r"we(?:'ll| will) be (?:right )?back(?: soon| shortly)?\W*",
    "(?:the |this |our )?(?:web)?site (?:is )?(?:temporarily unavailable|under construction)",
    "service (?:temporarily )?unavailable",
    r"coming soon\W*",
)
_PARKED = _any(
    r"(?:this |the )?(?:domain(?: name)?|[\w-]+(?:\.[\w-]+)+) (?:is |may be |could be )?"
    r"(?:for sale|parked(?: free)?)\W*",
    r"(?:buy|purchase) (?:this|the) domain(?: name)?\W*",
    "parked domain",
    "domain parking",
    "(?:this )?domain (?:has )?expired",
)
_LOG_IN = _any(
    r"(?:please )?(?:log|sign)[ -]?in(?: (?:to|with|or|here|page|required)\b.*)?", "login(?: page)?", "account login"
)


def sign_of(page: PageFacts, final: str, *, was_led: bool) -> str:
    """What a page with a good status shows itself to be: the why of a verdict, or an empty string for a page like any.

    final: its address. was_led: whether another address led there.
    """
    for why, pattern in (("challenge", _CHALLENGE), ("refused", _REFUSED), ("away", _AWAY)):
        if _says(page, pattern):
            return why
    if page.is_parked or _says(page, _PARKED):
        return "parked"
    if page.asks_password and _says(page, _LOG_IN):
        return "log-in"
    if _says(page, _APOLOGY) or all(_PERHAPS.fullmatch(_straight(text)) for text in (page.title, page.heading)):
        return "soft-404"
    if _says(page, _PERHAPS):
        return "perhaps-404"
    return _error(page, final, was_led=was_led)


def _error(page: PageFacts, final: str, *, was_led: bool) -> str:
    """An error page by its address and its name is one; by either alone it may be."""
    parts = urlsplit(final)
    by_address = was_led and bool(_ERROR_PATH.search(parts.path) or "aspxerrorpath=" in parts.query.casefold())
    by_name = _says(page, _ERROR)
    if by_address and by_name:
        return "error-page"
    return "perhaps-error" if by_address or by_name else ""


def _says(page: PageFacts, pattern: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(text) for text in (_straight(page.heading), *_parts(page.title)) if text)


def _parts(title: str) -> Iterator[str]:
    """A title and each part of it: sites set their own name beside the page's, behind a bar or a dash."""
    title = _straight(title)
    yield title
    yield from (part.strip(" .!") for part in re.split(r"\s+[-–—|·»:•]\s+|\s*\|\s*|:\s+", title))


def _straight(text: str) -> str:
    return text.replace("’", "'").strip(" .!")
