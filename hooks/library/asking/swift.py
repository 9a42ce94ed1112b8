"""lychee asks first: fast, with manners towards each host, and it looks for places within pages.

It follows no redirects: where an address leads is for us to look at, hop by hop. See https://lychee.cli.rs/.
"""

import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .visit import AGENT, Limits

MANNERS = ("--host-concurrency", "2", "--host-request-interval", "100ms", "--max-concurrency", "32")
"""At most two requests at a time to one host, and a tenth of a second between them."""
_RETRIES = ("--max-retries", "2", "--retry-wait-time", "1")
_NO_PLACE = "Cannot find fragment"


@dataclass(frozen=True)
class Swift:
    """lychee's answer. status: HTTP's, or None. no_place: whether the page lacks the place after the #."""

    status: int | None
    no_place: bool = False


def statuses(addresses: Iterable[str], limits: Limits, folder: Path | None = None) -> Mapping[str, Swift]:
    """Ask for many addresses. folder: where lychee keeps its cache for a day, or nothing for none.

    An address missing from the answer could not be asked for. Raises FileNotFoundError where there is no lychee.
    """
    wanted = list(addresses)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        listed, told = Path(scratch) / "addresses.html", Path(scratch) / "told.json"
        listed.write_text("".join(f'<a href="{html.escape(one)}">x</a>\n' for one in wanted), encoding="utf-8")
        command = [program(), "--format", "json", "-vv", "--no-progress", "--output", str(told), "--max-redirects", "0"]
        command += ["--timeout", str(max(1, round(limits.seconds))), "--user-agent", AGENT, "--include-fragments"]
        command += ["--scheme", "http", "--scheme", "https", *MANNERS, *_RETRIES]
        command += [] if limits.allow_loopback else ["--exclude-all-private"]
        command += ["--cache", "--max-cache-age", "1d"] if folder else []
        subprocess.run([*command, str(listed)], capture_output=True, cwd=folder or scratch, check=False)
        found = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
    answers: dict[str, Swift] = {}
    for name in ("success_map", "error_map", "timeout_map"):
        for one in (entry for entries in found.get(name, {}).values() for entry in entries):
            no_place = _NO_PLACE in one["status"].get("text", "")
            answers[one["url"]] = Swift(200 if no_place else one["status"].get("code"), no_place)
    return answers


def program() -> str:
    """lychee's program, from this environment or the machine's. Raises FileNotFoundError saying what to do."""
    beside = Path(sys.executable).parent / ("lychee.exe" if os.name == "nt" else "lychee")
    found = str(beside) if beside.is_file() else shutil.which("lychee")
    if not found:
        raise FileNotFoundError("lychee is not installed; `make links` brings it")
    return found
