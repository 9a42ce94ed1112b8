"""The command `python hooks/links.py --online`: fetch the outside links, tell what came, and remember it."""

import sys
import time
from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from library.core.health import HEALTH_FILE, Health
from library.core.library import Library

from .addresses import OutsideLink, added_since, collect
from .fetch import Fetcher, Limits
from .pace import Pace
from .remember import remembered, to_jsonl
from .report import as_json, issue_text, not_reached_lines, replacement_lines, verdict_lines
from .run import RunResult, Settings, check, cut_off
from .suggest import with_archived_copies


def check_outside(library: Library, options: Namespace) -> int:
    """Fetch what the options want, and return the exit status.

    Only with --since does a broken link count against whoever runs the command: it is theirs, and new.
    """
    links = collect(library, options.root)
    settings = Settings(Limits(allow_loopback=options.allow_loopback), seconds=60 * options.minutes)
    result = check(_wanted(links, options.since, options.root).values(), library.health, settings)
    if cut_off(result.verdicts):
        sys.exit("No host could be reached at all, so this machine seems to have no network. Nothing was remembered.")
    _print_result(result)
    mistakes = list(result.mistakes)
    health = remembered(library.health, result.verdicts, date.today(), mistakes)
    if options.suggest:
        pace = Pace(settings.manners, time.monotonic() + settings.seconds / 3)
        health = with_archived_copies(health, Fetcher(settings.limits, pace=pace))
        print("\n".join(replacement_lines(links, health)))
    _write_files(options, links, health, result)
    if mistakes:
        print("\nThese are mistakes of the program itself; please tell whoever looks after it:", file=sys.stderr)
        print("\n".join(dict.fromkeys(mistakes)), file=sys.stderr)
    is_theirs = options.since and any(verdict.is_failure for verdict in result.verdicts)
    return 1 if mistakes or is_theirs else 0


def _wanted(links: Mapping[str, OutsideLink], since: str | None, root: Path) -> Mapping[str, OutsideLink]:
    """All links, or those added since a commit. Ends the program with a sentence where git can't tell."""
    try:
        return added_since(since, links, root) if since else links
    except ValueError as error:
        sys.exit(str(error))


def _print_result(result: RunResult) -> None:
    for line in (*verdict_lines(result.verdicts), *not_reached_lines(result.not_reached)):
        print(line)
    left = f"; {len(result.not_reached)} were not reached in time" if result.not_reached else ""
    print(f"Asked {len(result.verdicts)} addresses{left}.")


def _write_files(
    options: Namespace, links: Mapping[str, OutsideLink], health: Mapping[str, Health], result: RunResult
) -> None:
    """Write each file that was asked for. The data file keeps no address that the library no longer names."""
    if options.json:
        options.json.write_text(as_json(result.verdicts), encoding="utf-8")
    if options.update:
        named = {address: state for address, state in health.items() if address in links}
        (options.root / HEALTH_FILE).write_text(to_jsonl(named), encoding="utf-8")
    if options.issue:
        options.issue.write_text(issue_text(links, health), encoding="utf-8")
