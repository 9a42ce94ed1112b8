"""How links are checked: on disk with 1,000 guides, and outside with 1,000 addresses on 40 hosts of this machine.

python tests/bench/links.py [GUIDES]       after `make build`; each beside lychee, the second beside LinkChecker too
python tests/bench/links.py --outside      the second alone
python tests/bench/links.py --fetch FILE   what the second measures of ours: fetch the addresses listed in a file

Outside links were once asked by lychee first and by our own program after it. What it costs to do without lychee is
printed at the end, in seconds, in requests, and in links judged rightly: it is faster, but it asks no robots.txt, and
it takes for dead what only refuses programs, and for alive what only apologises.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from library.built import BuiltPage  # noqa: E402
from library.core.health import DEAD  # noqa: E402
from library.links import check as check_site  # noqa: E402
from library.links.pages import read_page  # noqa: E402
from library.outside import Limits, OutsideLink, Settings, check  # noqa: E402
from library.outside.request import AGENT  # noqa: E402
from misbehaving import GOOD, misbehave  # noqa: E402
from verdicts import VERDICTS  # noqa: E402

GUIDE = "relationship-based-practice"
HOSTS, LINKS = 40, 1000
MANNERS = ("--host-concurrency", "2", "--host-request-interval", "100ms", "--max-concurrency", "16")
"""Ours, in lychee's words."""
LONGEST = 900
"""Seconds before one of them is stopped."""


def on_disk(count: int) -> None:
    """The real site with many more guides."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(ROOT / "site", site)
        for number in range(count):
            shutil.copytree(site / "guides" / GUIDE, site / "guides" / f"copy-{number}")
        start = time.perf_counter()
        faults, links = check_site(site)
        took = time.perf_counter() - start
        start = time.perf_counter()
        for page in site.rglob("*.html"):
            read_page(BuiltPage(page.read_text(encoding="utf-8")))
        parse = time.perf_counter() - start
        print(f"On disk, {count} more guides, {links} links, {len(faults)} faults:")
        print(f"  ours     {took:6.2f} s, of which reading and parsing {parse:.2f} s, the rest {took - parse:.2f} s")
        command = [program("lychee"), "--offline", "--include-fragments", "--no-progress", "--root-dir", str(site)]
        start = time.perf_counter()
        done = subprocess.run(
            [*command, "--index-files", "index.html", str(site)], capture_output=True, text=True, check=False
        )
        print(f"  lychee   {time.perf_counter() - start:6.2f} s: {' '.join(done.stdout.split())[-160:]}")


def outside() -> None:
    """Many addresses on hosts of this machine, 127.0.0.2 and the next ones, each program in a process of its own."""
    with ExitStack() as servers:
        hosts = [servers.enter_context(misbehave(host=f"127.0.0.{2 + number}")) for number in range(HOSTS)]
        addresses = [f"{hosts[number % HOSTS][0]}/ok?{number}" for number in range(LINKS)]
        folder = Path(servers.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)  # LinkChecker run by root reads as nobody
        listed, page = folder / "addresses.txt", folder / "links.html"
        listed.write_text("\n".join(addresses), encoding="utf-8")
        page.write_text("".join(f'<a href="{address}">x</a>\n' for address in addresses), encoding="utf-8")
        print(f"Outside, {LINKS} addresses on {HOSTS} hosts; lychee's manners: {' '.join(MANNERS)}")
        seconds: dict[str, float] = {}
        requests: dict[str, int] = {}
        for name, command in {
            "ours": [sys.executable, __file__, "--fetch", str(listed)],
            "lychee": [program("lychee"), "--no-progress", *MANNERS, str(page)],
            "LinkChecker": [program("linkchecker"), "--check-extern", "--no-status", "-r1", str(page)],
        }.items():
            if not command[0]:
                print(f"  {name} is not here: `make bench` brings it")
                continue
            seconds[name], peak = _measured(command)
            robots = sum(count["/robots.txt"] for _, count in hosts)
            requests[name] = sum(count.total() for _, count in hosts)
            for _, count in hosts:
                count.clear()
            print(
                f"  {name:<11} {seconds[name]:6.1f} s, {requests[name]} requests, {robots} of them for robots.txt, "
                f"{peak} MB at most"
            )
    if "lychee" in seconds:
        judged()
        print(
            f"Doing without lychee costs {seconds['ours'] - seconds['lychee']:.1f} s and "
            f"{requests['ours'] - requests['lychee']} requests in {LINKS} addresses. Asking by both would cost "
            f"{seconds['lychee']:.1f} s and {requests['lychee']} requests more than asking by ours."
        )


def judged() -> None:
    """The links of the misbehaving server, judged by both: how many each calls dead that are, and that are not."""
    with misbehave() as (address, _), tempfile.TemporaryDirectory() as folder:
        paths = [path for path, (_, why) in VERDICTS.items() if why != "leads-inside"]  # lychee would follow
        page, report = Path(folder) / "links.html", Path(folder) / "report.json"
        page.write_text("".join(f'<a href="{address}{path}">x</a>\n' for path in paths), encoding="utf-8")
        options = ["--no-progress", "--include-fragments", "--timeout", "2", "--max-retries", "2", "--format", "json"]
        command = [program("lychee"), *MANNERS, *options, "--user-agent", AGENT, "-o", str(report), str(page)]
        subprocess.run(command, capture_output=True, check=False)
        settings = Settings(Limits(seconds=2, bytes=300_000, allow_loopback=True))
        verdicts = check([OutsideLink(f"{address}{path}", GOOD) for path in paths], {}, settings).verdicts
        lists = json.loads(report.read_text(encoding="utf-8"))
    failed = [link for name in ("error_map", "timeout_map") for links in lists[name].values() for link in links]
    addresses = {unquote(link["url"]) for link in failed}
    called_dead = {
        "ours": {path for path, verdict in zip(paths, verdicts, strict=True) if verdict.is_failure},
        "lychee": {path for path in paths if unquote(f"{address}{path}") in addresses},
    }
    dead = {path for path in paths if VERDICTS[path][0] in DEAD}
    others = len(paths) - len(dead)
    print(
        f"Of {len(paths)} ways to answer, {len(dead)} are dead links. Called dead, of these and of the {others} others:"
    )
    for name, called in called_dead.items():
        print(f"  {name:<11} {len(called & dead)} and {len(called - dead)}")


def fetch(listed: Path) -> None:
    """Fetch as `make links` does."""
    links = [OutsideLink(address) for address in listed.read_text(encoding="utf-8").split()]
    result = check(links, {}, Settings(Limits(allow_loopback=True)))
    states = Counter(verdict.state for verdict in result.verdicts)
    print(f"  {dict(states)}, {len(result.not_reached)} not reached, {len(result.mistakes)} mistakes", flush=True)


def _measured(command: list[str]) -> tuple[float, int]:
    """Run a program: seconds, and the most memory it held, in MB, where the machine tells (Linux does)."""
    start, peak = time.perf_counter(), 0
    with subprocess.Popen(
        command, stdout=None if "--fetch" in command else subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        status = Path(f"/proc/{process.pid}/status")
        while process.poll() is None:
            held = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.is_file() else None
            peak = max(peak, int(held[1]) // 1024 if held else 0)
            if time.perf_counter() - start > LONGEST:
                process.kill()
            time.sleep(0.01)
    return time.perf_counter() - start, peak


def program(name: str) -> str:
    """A program of this environment or of the machine; an empty string where there is none."""
    beside = Path(sys.executable).parent / (f"{name}.exe" if os.name == "nt" else name)
    return str(beside) if beside.is_file() else shutil.which(name) or ""


if __name__ == "__main__":
    if sys.argv[1:2] == ["--fetch"]:
        fetch(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["--outside"]:
        outside()
    else:
        on_disk(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
        outside()
