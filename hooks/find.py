"""Step 4 of the build: write the finder's index from the library, and from the built pages that are written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from library.find import NoNode, write_index
from library.site.build import build_of, stop
from library.texts import texts

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_post_build(*, config: MkDocsConfig) -> None:
    """Index what was built, before the links are followed and the site is sealed."""
    try:
        write_index(build_of(config).library, texts(), Path(config.site_dir))
    except NoNode as error:
        stop(error)
