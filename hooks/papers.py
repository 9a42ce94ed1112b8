"""Step 3 of the build: put what can be printed, changed or put in a calendar on the site; each page lists its own.

python hooks/papers.py OUT [--root DIR] [--address URL] [--keep-going]      make the files alone, without the site

The first that can't be made ends the work with its sentences and exit status 1; with --keep-going all others are made
first. In a build of the site KEEP_GOING=true does the same.
"""

import argparse
import shutil
import sys
from pathlib import Path

from library import ContentError, load, words
from library.delivery.fonts import PACKAGE
from library.handouts import Press, SheetError, sheets
from library.problems import speak_any_letter

ROOT = Path(__file__).resolve().parent.parent


def on_files(files, *, config):
    """Make the files, or take those whose content has not changed from .cache."""
    from library.site import library_of, papers, root_of, stop  # here, so that the command needs no MkDocs

    try:
        papers.publish_sheets(library_of(config), press_in(root_of(config)), files, config)
    except SheetError as error:
        stop(error, "some sheets could not be made:\n")


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
        wanted = sheets(load(options.root), options.address and f"{options.address.rstrip('/')}/")
    except ContentError as error:
        print(error)
        return 1
    press = press_in(options.root)
    return put(press.make_all(wanted, lambda said: print(said, file=sys.stderr)), options.out, options.keep_going)


def press_in(root: Path) -> Press:
    """The press of a project: the typeface npm brought, and what was made before."""
    return Press(root / "node_modules" / PACKAGE, root / ".cache" / "handouts")


def put(made, out: Path, keep_going: bool) -> int:
    """Copy each file to its place below a folder; say what could not be made."""
    failed = 0
    for sheet, file in made:
        if isinstance(file, SheetError):
            failed += 1
            print(file)
            if not keep_going:
                break
        else:
            target = out / sheet.path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
