"""How links are checked: on disk with 1,000 guides, and outside with 1,000 addresses on 40 hosts of this machine.

python tests/bench/links.py [GUIDES]       after `make build`; each beside lychee, the second beside LinkChecker too
python tests/bench/links.py --outside      the second alone
python tests/bench/links.py --ask FILE     what the second measures of ours: ask the addresses listed in a file
"""

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

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from library.links import check as check_site  # noqa: E402
from library.links.pages import read_page  # noqa: E402
from library.outside import Limits, OutsideLink, Settings, check  # noqa: E402
from misbehaving import misbehave  # noqa: E402

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
            read_page(page.read_text(encoding="utf-8"))
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
        asked: list[Counter[str]] = [counter for _, counter in hosts]
        addresses = [f"{hosts[number % HOSTS][0]}/ok?{number}" for number in range(LINKS)]
        folder = Path(servers.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)  # LinkChecker run by root reads as nobody
        listed, page = folder / "addresses.txt", folder / "links.html"
        listed.write_text("\n".join(addresses), encoding="utf-8")
        page.write_text("".join(f'<a href="{address}">x</a>\n' for address in addresses), encoding="utf-8")
        print(f"Outside, {LINKS} addresses on {HOSTS} hosts; lychee's manners: {' '.join(MANNERS)}")
        for name, command in {
            "ours": [sys.executable, __file__, "--ask", str(listed)],
            "lychee": [program("lychee"), "--no-progress", *MANNERS, str(page)],
            "LinkChecker": [program("linkchecker"), "--check-extern", "--no-status", "-r1", str(page)],
        }.items():
            if not command[0]:
                print(f"  {name} is not here: `make bench` brings it")
                continue
            took, peak = _measured(command)
            robots = sum(one["/robots.txt"] for one in asked)
            count = sum(one.total() for one in asked)
            for one in asked:
                one.clear()
            print(f"  {name:<11} {took:6.1f} s, {count} requests, {robots} of them for robots.txt, {peak} MB at most")


def ask(listed: Path) -> None:
    """Ask as `make links` does."""
    wanted = [OutsideLink(address) for address in listed.read_text(encoding="utf-8").split()]
    found = check(wanted, {}, Settings(Limits(allow_loopback=True)))
    states = Counter(verdict.state for verdict in found.verdicts)
    print(f"  {dict(states)}, {len(found.not_reached)} not reached, {len(found.mistakes)} mistakes", flush=True)


def _measured(command: list[str]) -> tuple[float, int]:
    """Run a program: seconds, and the most memory it held, in MB, where the machine tells (Linux does)."""
    start, peak = time.perf_counter(), 0
    with subprocess.Popen(
        command, stdout=None if "--ask" in command else subprocess.DEVNULL, stderr=subprocess.DEVNULL
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
    if sys.argv[1:2] == ["--ask"]:
        ask(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["--outside"]:
        outside()
    else:
        on_disk(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
        outside()
