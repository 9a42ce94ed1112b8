"""What is taken from Material, what is replaced, and why. The build stops when what is replaced has changed.

Material's frame is replaced whole, because nearly every part of it has a fault for someone (measured with axe-core, the
Nu checker and the keyboard; see the notes beside each file), and because its style sheets and scripts alone
weigh 72 KB gzipped on every page. From Material come the icons, the page for a wrong address and its place in MkDocs.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Override:
    """A template of Material's that ours stands in for.

    template: its path below the theme's folder; ours has the same path below docs/.overrides.
    digest: SHA-256 of the theme's file when ours was written against it, first 16 digits.
    mends: the faults that ours does not have.
    """

    template: str
    digest: str
    mends: str


OVERRIDES = (
    Override(
        "base.html",
        "8536d352b0093623",
        "the menu cannot be reached by keyboard on small screens, and a closed one leaves ten invisible tab stops; "
        "single keys (f s / n p) act without being asked; the sticky header covers what has the focus; links in text "
        "are told apart by colour alone; search results are announced to nobody; seven inline scripts need a weak or "
        "a long policy",
    ),
    Override("404.html", "80c93494b5432b1b", "no skip link, no way to search, and no way on"),
)


class ThemeChanged(Exception):
    """The theme is not the one our templates were written against."""


def check(theme: Path) -> None:
    """Compare the theme's templates with those ours were written against. Raises ThemeChanged, a sentence for each."""
    changed = [
        f"{override.template} is new or changed in Material (now {digest or 'missing'}). "
        f"Look whether docs/.overrides/{override.template} still mends it, "
        "then write the new digest in hooks/library/site/theme.py."
        for override in OVERRIDES
        if (digest := _digest(theme / override.template)) != override.digest
    ]
    if changed:
        raise ThemeChanged("\n".join(changed))


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16] if file.is_file() else ""
