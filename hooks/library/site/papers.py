"""The files to print, to change and to put in a calendar as files of the site, and what a page says of its own."""

import json
import logging
from collections import defaultdict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from library.handouts import Press, SheetError, listed, sheets
from library.model.artifact import Artifact
from library.model.download import Download
from library.model.library import Library, markdown_of, page_of
from library.model.schema import data_of

from . import as_file
from .address import is_undecided

_LOG = logging.getLogger("mkdocs.hooks.papers")
_DOWNLOADS = "downloads"


def publish_sheets(library: Library, press: Press, files: Files, config: MkDocsConfig) -> None:
    """Put every file on the site, and the library as data with a list of them.

    Raises SheetError with a sentence for each that could not be made; with `keep_going` these are warnings, and the
    site is built without them.
    """
    by_page: defaultdict[str, list[Download]] = defaultdict(list)
    failed: list[str] = []
    for sheet, made in press.make_all(sheets(library, public_address(config)), _LOG.info):
        if isinstance(made, SheetError):
            failed += made.sentences
            continue
        files.append(File.generated(config, sheet.path, abs_src_path=str(made), inclusion=InclusionLevel.NOT_IN_NAV))
        by_page[markdown_of(page_of(sheet.shelf, sheet.id))].append(listed(sheet, made))
    if failed and not config.extra.get("keep_going"):
        raise SheetError(failed)
    for sentence in failed:
        _LOG.warning("left out: %s", sentence)
    config.extra[_DOWNLOADS] = dict(by_page)
    everything = data_of(library, [one for some in by_page.values() for one in some])
    text = json.dumps(everything, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    files.append(as_file(Artifact("data/library.json", text, "resources.yaml"), config))


def downloads(path: str, config: MkDocsConfig) -> list[Download]:
    """What can be downloaded from the page made from a path below the docs folder."""
    return list(config.extra.get(_DOWNLOADS, {}).get(path, []))


def public_address(config: MkDocsConfig) -> str | None:
    """The site's own address with a slash at its end, or None while nobody has decided it."""
    return None if is_undecided(config.site_url) else f"{str(config.site_url).rstrip('/')}/"
