"""The files to print, to change and to put in a calendar as files of the site, and what a page says of its own."""

import json
import logging
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from library.handouts import Press, Sheet, SheetError, listed, sheets
from library.core.artifact import Artifact, markdown_of
from library.core.download import Download
from library.core.library import Library
from library.formats.data import data_of
from library.problems import Problem
from library.types.site_address import public_address

from . import as_file

_LOG = logging.getLogger("mkdocs.hooks.papers")
_DOWNLOADS, _MADE = "downloads", "sheets_made"


def make_sheets(library: Library, press: Press, config: MkDocsConfig) -> list[SheetError]:
    """Make every file, and keep them for `publish_sheets`. Gives why some could not be made."""
    made = list(press.make_all(sheets(library, public_address(config.site_url)), _LOG.info))
    config.extra[_MADE] = [(sheet, file) for sheet, file in made if isinstance(file, Path)]
    return [error for _, error in made if isinstance(error, SheetError)]


def leave_out(problems: Iterable[Problem]) -> None:
    """Warn of what could not be made: the site is built without it."""
    for problem in problems:
        _LOG.warning("left out: %s", problem)


def publish_sheets(library: Library, files: Files, config: MkDocsConfig) -> None:
    """Put every file that was made on the site, and the library as data with a list of them."""
    by_page: defaultdict[str, list[Download]] = defaultdict(list)
    made: list[tuple[Sheet, Path]] = config.extra[_MADE]
    for sheet, file in made:
        files.append(File.generated(config, sheet.path, abs_src_path=str(file), inclusion=InclusionLevel.NOT_IN_NAV))
        by_page[markdown_of(sheet.kind.page_of(sheet.id))].append(listed(sheet, file))
    config.extra[_DOWNLOADS] = dict(by_page)
    everything = data_of(library, [one for some in by_page.values() for one in some])
    text = json.dumps(everything, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    files.append(as_file(Artifact("data/library.json", text, "resources.yaml"), config))


def downloads(path: str, config: MkDocsConfig) -> list[Download]:
    """What can be downloaded from the page made from a path below the docs folder."""
    return list(config.extra.get(_DOWNLOADS, {}).get(path, []))
