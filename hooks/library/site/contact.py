"""Where readers write, as the publisher has set it: CONTACT, REPO_URL, or both."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from library.problems import ContentError, Problem, excerpt, mistake
from library.types.contact import Contact, is_contact

from .build import stop

_SETTING = "contact"


def contact_in(config: MkDocsConfig) -> Contact:
    """Where readers write. Stops the build with a sentence where CONTACT is no address."""
    given = str(config.extra.get(_SETTING) or "").strip()
    if given and not is_contact(given):
        wrong = Problem(*_place(config), ("extra", _SETTING), mistake("not-a-contact", found=excerpt(given)))
        stop(ContentError([wrong]))
    return Contact(given, config.repo_url or "")


def notice(contact: Contact, config: MkDocsConfig) -> Problem | None:
    """What a publisher should know where nobody can be written to; nothing has to stop for it."""
    if contact != Contact():
        return None
    return Problem(*_place(config), ("extra", _SETTING), mistake("nowhere-to-write"))


def _place(config: MkDocsConfig) -> tuple[str, int]:
    """The file of the settings, and the line on which this one stands."""
    file = Path(config.config_file_path)
    lines = file.read_text(encoding="utf-8").splitlines()
    stands = (number for number, line in enumerate(lines, 1) if line.strip().startswith(f"{_SETTING}:"))
    return file.name, next(stands, 1)
