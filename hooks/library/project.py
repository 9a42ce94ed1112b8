"""The project's folder, and what its settings say where MkDocs does not run."""

import os
from pathlib import Path

import yaml

from .types.site_address import checked, public_address

ROOT = Path(__file__).resolve().parents[2]
"""The project that this code stands in. A build has the folder of its own settings: `library.site.build.root_of`."""

DOCS = "docs"
"""Where pages written by hand stand, below the project's folder."""


def cache_in(root: Path) -> Path:
    """Where a project keeps what was read of its content."""
    return root / ".cache" / "content"


def address_in(root: Path) -> str | None:
    """The address a project's site would be built for: SITE_URL, else that of mkdocs.yml. Raises NoAddress.

    None while nobody has decided it.
    """
    if asked := os.environ.get("SITE_URL"):
        return public_address(checked(asked))
    settings = root / "mkdocs.yml"
    return public_address(_site_url(settings.read_text(encoding="utf-8")) if settings.is_file() else None)


def _site_url(settings: str) -> str | None:
    """The site's address in MkDocs' settings. Only keys are looked at: some values are for MkDocs alone to read."""
    node = yaml.compose(settings, Loader=yaml.SafeLoader)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((str(value.value) for key, value in pairs if key.value == "site_url"), None)
