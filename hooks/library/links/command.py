"""The command `python hooks/links.py`: its options, and the check of a built site in a folder."""

import argparse
from pathlib import Path

from library.project import ROOT

from .check import check


def parse_options() -> argparse.Namespace:
    """What the command line says. Ends the program with a sentence where it says nothing that can be done."""
    parser = argparse.ArgumentParser(description="Check the library's links.")
    parser.add_argument("site", type=Path, nargs="?", metavar="SITE", help="the folder of the built site")
    parser.add_argument("--online", action="store_true", help="ask the outside addresses instead")
    parser.add_argument("--root", type=Path, default=ROOT, metavar="DIR", help="the project's folder")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every verdict to a file")
    parser.add_argument("--allow-loopback", action="store_true", help="ask this machine too; for tests")
    parser.add_argument("--since", metavar="REF", help="ask only what was added or changed since a commit")
    parser.add_argument("--minutes", type=float, default=30, metavar="N", help="the most that asking may take")
    parser.add_argument("--update", action="store_true", help="remember what was found in guides/shared/")
    parser.add_argument("--suggest", action="store_true", help="look for archived copies of dead links")
    parser.add_argument("--issue", type=Path, metavar="FILE", help="write what needs a person, in Markdown")
    options = parser.parse_args()
    if not options.online and not (options.site and (options.site / "index.html").is_file()):
        parser.error(f"{options.site or 'SITE'} holds no built site (no index.html); run `make build` first")
    return options


def check_site(site: Path) -> int:
    """Follow every link of a built site, print each fault, and return the exit status."""
    faults, count = check(site)
    for fault in faults:
        print(fault)
    if not faults:
        print(f"Followed {count} links: all hold.")
    return 1 if faults else 0
