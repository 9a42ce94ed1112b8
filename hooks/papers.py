"""Step 3 of the build: put what can be printed, changed or put in a calendar on the site; each page lists its own.

python hooks/papers.py OUT [--root DIR] [--address URL] [--keep-going]      make the files alone, without the site

What can't be made ends the work with exit status 1 and the sentences of `make check`, and nothing is put in OUT; with
--keep-going all others are. In a build of the site KEEP_GOING=true does the same.
"""

import argparse
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from library import ContentError, Library, Problem, load, words
from library.delivery.fonts import paper_folders, paper_letters
from library.handouts import Press, Sheet, SheetError, read_proofs, sheets
from library.problems import speak_any_letter
from library.types.site_address import NoAddress, checked, public_address

ROOT = Path(__file__).resolve().parent.parent


def on_config(config):
    """Make the files, or take those whose content has not changed from .cache, while the last site still stands."""
    from library.site import library_of, papers, root_of, stop, stop_with  # here, so that the command needs no MkDocs

    root, library = root_of(config), library_of(config)
    try:
        failed = papers.make_sheets(library, press_in(root), config)
        problems = why(failed, library, root, public_address(config.site_url))
    except FileNotFoundError as missing:
        stop_with([f"{missing.filename} is not there: npm's packages are not installed. Run `make build`."])
    if config.extra.get("keep_going"):
        papers.leave_out(problems)
    elif problems:
        stop(ContentError(problems), "some sheets could not be made:\n")


def on_files(files, *, config):
    """Put the files on the site."""
    from library.site import library_of, papers

    papers.publish_sheets(library_of(config), files, config)


def on_env(env, *, config, files):
    """Let templates say a download in words."""
    env.filters["file_facts"] = words.file_facts
    env.filters["variant"] = lambda one: f", {words.VARIANTS[one.variant]}" if words.VARIANTS[one.variant] else ""


def on_page_context(context, *, page, config, nav):
    """Tell the frame what can be downloaded from a page."""
    from library.site import papers

    context["downloads"] = papers.downloads(page.file.src_uri, config)
    return context


def main() -> int:
    """Make the files alone."""
    parser = argparse.ArgumentParser(description="Make what can be printed, changed or put in a calendar.")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to put them in")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="DIR", help="the project's folder")
    parser.add_argument("--address", metavar="URL", help="the site's own address, for links and QR codes")
    parser.add_argument("--keep-going", action="store_true", help="make the others when one can't be made")
    speak_any_letter(sys.stdout, sys.stderr)
    options = parser.parse_args()
    try:
        address = public_address(options.address and checked(options.address, "--address"))
        library = load(options.root)
        made = list(press_in(options.root).make_all(sheets(library, address), tell))
    except NoAddress as error:
        parser.error(str(error))
    except ContentError as error:
        print(error)
        return 1
    failed = [error for _, error in made if isinstance(error, SheetError)]
    for problem in why(failed, library, options.root, address):
        print(problem)
    if not failed or options.keep_going:
        put(((sheet, file) for sheet, file in made if isinstance(file, Path)), options.out)
    return 1 if failed else 0


def press_in(root: Path) -> Press:
    """The press of a project: the typefaces npm brought, and what was made before. Raises FileNotFoundError without."""
    return Press(paper_folders(root / "node_modules"), root / ".cache" / "handouts")


def proofs(library: Library, root: Path, address: str | None) -> tuple[Problem, ...]:
    """What would keep paper from being made, sorted. Raises FileNotFoundError without npm's packages."""
    letters = paper_letters(root / "node_modules")
    return ContentError(read_proofs(library, root, address, press_in(root), letters, tell)).problems


def why(failed: Iterable[SheetError], library: Library, root: Path, address: str | None) -> tuple[Problem, ...]:
    """Why some files could not be made, in the sentences of `make check`; nothing where all could."""
    reasons = [problem for error in failed for problem in error.problems]
    return (proofs(library, root, address) or ContentError(reasons).problems) if reasons else ()


def address_in(root: Path) -> str | None:
    """The address the site would be built for: SITE_URL, else that of mkdocs.yml. Raises NoAddress."""
    if asked := os.environ.get("SITE_URL"):
        return public_address(checked(asked))
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    written = re.search(r"""^site_url: *["']?([^"'\s]+)""", text, re.MULTILINE)
    return public_address(written and written[1])


def tell(progress: str) -> None:
    """Say how far the work is, beside what it prints."""
    print(progress, file=sys.stderr)


def put(made: Iterable[tuple[Sheet, Path]], out: Path) -> None:
    """Copy each file to its place below a folder."""
    for sheet, file in made:
        target = out / sheet.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


if __name__ == "__main__":
    sys.exit(main())
