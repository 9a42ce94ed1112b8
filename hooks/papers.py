"""Step 3 of the build: put what can be printed, changed or put in a calendar on the site; each page lists its own.

python hooks/papers.py OUT [--root DIR] [--address URL] [--keep-going]      make the files alone, without the site

What can't be made ends the work with exit status 1 and the sentences of `make check`, and nothing is put in OUT; with
--keep-going all others are. In a build of the site KEEP_GOING=true does the same.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from library import ContentError, Library, load
from library.formats.failures import SheetError
from library.formats.sheets import Sheet, sheets
from library.problems import speak_any_letter
from library.project import ROOT
from library.site.press import press_in, tell, why
from library.types.site_address import NoAddress, checked, public_address

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Make the files, or take those whose content has not changed from .cache. While writing, list them alone."""
    from library.site import papers  # here, so that the command needs no MkDocs
    from library.site.build import build_of

    if build_of(config).command.is_serving:
        papers.offer_sheets(config)
    else:
        papers.make_sheets(config)


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Put the files on the site."""
    from library.site import papers

    papers.publish_sheets(files, config)


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Tell the frame what can be downloaded from a page."""
    from library.site import papers

    context["downloads"] = papers.offers_of(page.file.src_uri, config)  # type: ignore[typeddict-unknown-key]
    return context


def main() -> int:
    """Make the files alone."""
    speak_any_letter(sys.stdout, sys.stderr)
    parser = command_line()
    options = parser.parse_args()
    try:
        address = public_address(options.address and checked(options.address, "--address"))
        return make(load(options.root), options, address)
    except NoAddress as error:
        parser.error(str(error))
    except ContentError as error:
        print(error)
        return 1


def command_line() -> argparse.ArgumentParser:
    """What the command can be told."""
    parser = argparse.ArgumentParser(description="Make what can be printed, changed or put in a calendar.")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to put them in")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="DIR", help="the project's folder")
    parser.add_argument("--address", metavar="URL", help="the site's own address, for links and QR codes")
    parser.add_argument("--keep-going", action="store_true", help="make the others when one can't be made")
    return parser


def make(library: Library, options: argparse.Namespace, address: str | None) -> int:
    """Make every file, and put them where they were asked for; print why some can't be made. The exit status."""
    tried = list(press_in(options.root).make_all(sheets(library, address), tell))
    failed = [error for _, error in tried if isinstance(error, SheetError)]
    for problem in why(failed, library, options.root, address):
        print(problem)
    if not failed or options.keep_going:
        put(((sheet, file) for sheet, file in tried if isinstance(file, Path)), options.out)
    return 1 if failed else 0


def put(files: Iterable[tuple[Sheet, Path]], out: Path) -> None:
    """Copy each file to its place below a folder."""
    for sheet, file in files:
        target = out / sheet.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


if __name__ == "__main__":
    sys.exit(main())
