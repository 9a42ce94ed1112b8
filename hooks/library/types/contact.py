"""Where readers write when something is wrong or missing: a mailbox, a page, a repository, or nowhere yet."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

_MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PAGE = re.compile(r"https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?([/?][^\s\"'<>\\]*)?")
_FORGES = {
    "github": ("issues/new", "title", "body"),
    "gitlab": ("-/issues/new", "issue[title]", "issue[description]"),
    "codeberg": ("issues/new", "title", "body"),
    "gitea": ("issues/new", "title", "body"),
    "forgejo": ("issues/new", "title", "body"),
}
"""From a part of a forge's name to where issues are opened below a repository, and what is filled in beforehand."""


def is_contact(given: str) -> bool:
    """Whether readers can write there: a plain mail address, or a page that is served safely."""
    return bool(_MAILBOX.fullmatch(given) or _PAGE.fullmatch(given))


@dataclass(frozen=True)
class Contact:
    """Where readers write. address: a mailbox or a page, or "". repository: where the files are kept, or ""."""

    address: str = ""
    repository: str = ""

    @property
    def is_mailbox(self) -> bool:
        """Whether the address is one for mail, and not a page."""
        return "@" in self.address and not self.address.startswith("https://")

    def letter(self, subject: str, body: str) -> str:
        """A link to write a letter, begun where it is one of mail; empty without an address."""
        if not self.is_mailbox:
            return self.address
        return f"mailto:{self.address}{_begun(subject=subject, body=body)}"

    def issue(self, subject: str, body: str) -> str:
        """A link to open an issue, begun; empty without a repository, and where its host may have no issues."""
        parts = (urlsplit(self.repository).hostname or "").split(".")
        forge = next((_FORGES[part] for part in parts if part in _FORGES), None)
        if forge is None:
            return ""
        place, title, text = forge
        return f"{self.repository.rstrip('/')}/{place}{_begun(**{title: subject, text: body})}"


def _begun(**parts: str) -> str:
    """What is filled in beforehand, as the end of an address."""
    filled = urlencode({name: words for name, words in parts.items() if words}, quote_via=quote)
    return f"?{filled}" if filled else ""
