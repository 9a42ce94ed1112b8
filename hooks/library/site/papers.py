"""The files to print, to change and to put in a calendar as files of the site, and what a page says of its own."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from library.core.download import Download, Offer
from library.core.page_file import markdown_of
from library.formats import data, feed, packed
from library.formats.failures import SheetError
from library.formats.listing import listed, offered
from library.formats.sheets import Sheet, sheets
from library.problems import ContentError
from library.texts import texts

from .build import Build, build_of, keep, stop, stop_with
from .pages import edit_uri, publish_beside
from .press import KEPT_FOR, lacking, press_in, why

_LOG = logging.getLogger("mkdocs.hooks.papers")


def offer_sheets(config: MkDocsConfig) -> None:
    """List every sheet that is wanted, and make none: a browser that asks for one gets it made."""
    build = build_of(config)
    wanted = {sheet.path: sheet for sheet in _wanted(build)}
    offers = _by_page((sheet, offered(sheet)) for sheet in wanted.values())
    keep(replace(build, sheets_to_make=wanted, offers=offers), config)


def make_sheets(config: MkDocsConfig) -> None:
    """Make every sheet that is wanted, and throw away what nobody has asked for in a while.

    What can't be made stops the build; where it may be left out, each is a warning.
    """
    build = build_of(config)
    try:
        press = press_in(build.root)
        tried = list(press.make_all(_wanted(build), _LOG.info))
        failed = [error for _, error in tried if isinstance(error, SheetError)]
        problems = why(failed, build.library, build.root, build.public_address)
    except FileNotFoundError as missing:
        stop_with([lacking(missing)])
    press.throw_away(days=KEPT_FOR)
    if problems and not build.may_leave_out:
        stop(ContentError(problems), "some sheets could not be made:\n")
    for problem in problems:
        _LOG.warning("left out: %s", problem)
    files = tuple((sheet, file) for sheet, file in tried if isinstance(file, Path))
    offers = _by_page((sheet, listed(sheet, file)) for sheet, file in files)
    keep(replace(build, sheets_made=files, offers=offers), config)


def publish_sheets(files: Files, config: MkDocsConfig) -> None:
    """Put every sheet that was made on the site."""
    for sheet, file in build_of(config).sheets_made:
        files.append(File.generated(config, sheet.path, abs_src_path=str(file), inclusion=InclusionLevel.NOT_IN_NAV))


def publish_data(files: Files, config: MkDocsConfig) -> None:
    """Put the library on the site as data, with a list of the sheets that were made, and of no others."""
    build = build_of(config)
    downloads = [offer for offers in build.offers.values() for offer in offers if isinstance(offer, Download)]
    file = publish_beside("data/library.json", data.write(data.data_of(build.library, downloads)), files, config)
    file.edit_uri = edit_uri("resources.yaml", config)
    told = feed.write(build.library, texts(), build.public_address)
    files.append(File.generated(config, feed.PATH, content=told, inclusion=InclusionLevel.NOT_IN_NAV))


def publish_in_short(files: Files, config: MkDocsConfig) -> None:
    """Put each document in short on the site, for a pack and for record sheets that readers fill in."""
    library = build_of(config).library
    for path, pieces in packed.files(library, texts(), lambda page: tuple(offers_of(markdown_of(page), config))):
        publish_beside(path, pieces, files, config)


def offers_of(path: str, config: MkDocsConfig) -> list[Offer]:
    """What the page made from a path below the docs folder lists to print or change."""
    return list(build_of(config).offers.get(path, ()))


def _wanted(build: Build) -> Iterator[Sheet]:
    if build.sheets_wanted == "none":
        return
    for sheet in sheets(build.library, build.public_address):
        if build.sheets_wanted == "all" or sheet.variant == "standard":
            yield sheet


def _by_page(offers: Iterable[tuple[Sheet, Offer]]) -> dict[str, tuple[Offer, ...]]:
    by_page: defaultdict[str, list[Offer]] = defaultdict(list)
    for sheet, offer in offers:
        by_page[markdown_of(sheet.kind.page_of(sheet.id))].append(offer)
    return {page: tuple(listed_there) for page, listed_there in by_page.items()}
