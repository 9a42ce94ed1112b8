"""Step 5 of the build: follow every link of the built site. As a command: do it for a site on disk, or ask outside.

python hooks/links.py SITE      one line a fault, naming page, link and target; exit status 1, or 0 where all hold
python hooks/links.py --online [--root DIR] [--since REF] [--minutes N] [--json FILE] [--update] [--suggest]
                               [--issue FILE]
                                ask every outside address of the catalogue and the pages, with manners
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from library.links import check
from library.problems import speak_any_letter

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

ROOT = Path(__file__).resolve().parent.parent
log = logging.getLogger("mkdocs.hooks.links")  # strict builds count this logger's warnings


def on_post_build(*, config: MkDocsConfig) -> None:
    """Warn of every link that leads nowhere, but to a sheet that is made when asked for; a strict build stops there."""
    from library.site.build import build_of  # here, so that the command needs no MkDocs

    to_make = build_of(config).sheets_to_make
    for fault in check(Path(config.site_dir))[0]:
        if fault.target not in to_make:
            log.warning(str(fault))


def main() -> int:
    """Check the site in a folder, or ask outside."""
    speak_any_letter(sys.stdout, sys.stderr)  # a page of another alphabet must not end the round
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
    if options.online:
        return online(options)
    if not options.site or not (options.site / "index.html").is_file():
        parser.error(f"{options.site or 'SITE'} holds no built site (no index.html); run `make build` first")
    return follow(options.site)


def follow(site: Path) -> int:
    """Follow every link of a built site."""
    faults, count = check(site)
    for fault in faults:
        print(fault)
    if not faults:
        print(f"Followed {count} links: all hold.")
    return 1 if faults else 0


def online(options: argparse.Namespace) -> int:
    """Ask outside. Only with --since does a broken link count against whoever asks: it is theirs, and new."""
    from library import ContentError, asking, load
    from library.model.health import HEALTH_FILE

    try:
        library = load(options.root)
    except ContentError as error:
        print(error)
        return 1
    everything = asking.collect(library, options.root)
    try:
        asked = asking.added_since(options.since, everything, options.root) if options.since else everything
    except ValueError as error:
        sys.exit(str(error))
    settings = asking.Settings(asking.Limits(allow_loopback=options.allow_loopback), seconds=60 * options.minutes)
    outcome = asking.ask_all(asked.values(), library.health, settings)
    if asking.cut_off(outcome.verdicts):
        sys.exit("No host could be reached at all, so this machine seems to have no network. Nothing was remembered.")
    left = f"; {len(outcome.not_reached)} were not reached in time" if outcome.not_reached else ""
    for line in (*asking.lines(outcome.verdicts), *asking.not_reached(outcome.not_reached)):
        print(line)
    print(f"Asked {len(outcome.verdicts)} addresses{left}.")
    mistakes = list(outcome.mistakes)
    known = asking.merged(library.health, outcome.verdicts, date.today(), mistakes)
    if options.suggest:
        pace = asking.Pace(settings.manners, time.monotonic() + settings.seconds / 3)
        known = asking.with_copies(known, asking.Visitor(settings.limits, pace=pace))
        print("\n".join(asking.offers(everything, known)))
    if options.json:
        options.json.write_text(asking.as_json(outcome.verdicts), encoding="utf-8")
    if options.update:
        kept = {address: one for address, one in known.items() if address in everything}
        (options.root / HEALTH_FILE).write_text(asking.written(kept), encoding="utf-8")
    if options.issue:
        options.issue.write_text(asking.issue(everything, known), encoding="utf-8")
    if mistakes:
        print("\nThese are mistakes of the program itself; please tell whoever looks after it:", file=sys.stderr)
        print("\n".join(dict.fromkeys(mistakes)), file=sys.stderr)
    is_theirs = options.since and any(verdict.state in ("broken", "gone") for verdict in outcome.verdicts)
    return 1 if mistakes or is_theirs else 0


if __name__ == "__main__":
    sys.exit(main())
