"""How links are checked: on disk with 1,000 guides, and outside with 1,000 addresses on 40 hosts of this machine.

python tests/bench/links.py [GUIDES]       after `make build`; each beside lychee, the second beside LinkChecker too
"""

import resource
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

from library.asking import Asked, Limits, Settings, ask_all  # noqa: E402
from library.asking.swift import MANNERS, program  # noqa: E402
from library.links import check  # noqa: E402
from library.links.pages import read_page  # noqa: E402
from misbehaving import misbehave  # noqa: E402

GUIDE = "relationship-based-practice"
HOSTS, LINKS = 40, 1000


def on_disk(count: int) -> None:
    """The real site with many more guides."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(ROOT / "site", site)
        for number in range(count):
            shutil.copytree(site / "guides" / GUIDE, site / "guides" / f"copy-{number}")
        start = time.perf_counter()
        faults, links = check(site)
        took = time.perf_counter() - start
        start = time.perf_counter()
        for page in site.rglob("*.html"):
            read_page(page.read_text(encoding="utf-8"))
        parse = time.perf_counter() - start
        print(f"On disk, {count} more guides, {links} links, {len(faults)} faults:")
        print(f"  ours     {took:6.2f} s, of which reading and parsing {parse:.2f} s, the rest {took - parse:.2f} s")
        command = [program(), "--offline", "--include-fragments", "--no-progress", "--root-dir", str(site)]
        start = time.perf_counter()
        done = subprocess.run(
            [*command, "--index-files", "index.html", str(site)], capture_output=True, text=True, check=False
        )
        print(f"  lychee   {time.perf_counter() - start:6.2f} s: {' '.join(done.stdout.split())[-160:]}")


def outside() -> None:
    """Many addresses on hosts of this machine: 127.0.0.2 and the next ones."""
    with ExitStack() as servers:
        hosts = [servers.enter_context(misbehave(host=f"127.0.0.{2 + number}")) for number in range(HOSTS)]
        asked: list[Counter[str]] = [counter for _, counter in hosts]
        addresses = [f"{hosts[number % HOSTS][0]}/ok?{number}" for number in range(LINKS)]
        print(f"Outside, {LINKS} addresses on {HOSTS} hosts; manners: {' '.join(MANNERS)}")

        def requests() -> int:
            count = sum(sum(one.values()) for one in asked)
            for one in asked:
                one.clear()
            return count

        start = time.perf_counter()
        verdicts = ask_all([Asked(one) for one in addresses], {}, Settings(Limits(allow_loopback=True)))
        states = Counter(one.state for one in verdicts)
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        took = time.perf_counter() - start
        print(f"  ours        {took:6.1f} s, {requests()} requests, {own} MB at most, {dict(states)}")
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "links.html"
            Path(folder).chmod(0o755)  # LinkChecker run by root reads as nobody
            page.write_text("".join(f'<a href="{one}">x</a>\n' for one in addresses), encoding="utf-8")
            beside = Path(sys.executable).parent / "linkchecker"
            for name, command in {
                "lychee": [program(), "--no-progress", *MANNERS, str(page)],
                "LinkChecker": [str(beside), "--check-extern", "--no-status", "-r1", str(page)],
            }.items():
                if name == "LinkChecker" and not beside.is_file():
                    print("  LinkChecker is not here: `make bench` brings it")
                    continue
                start = time.perf_counter()
                subprocess.run(command, capture_output=True, check=False, timeout=900)
                took = time.perf_counter() - start
                peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
                print(f"  {name:<11} {took:6.1f} s, {requests()} requests, {peak} MB at most so far")


if __name__ == "__main__":
    on_disk(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    outside()
