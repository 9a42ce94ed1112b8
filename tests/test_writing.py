"""While someone writes: each save is answered, a mistake is shown in the browser, and it goes once it is mended."""

import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import Request, urlopen

PAGE = "guides/relationship-based-practice.yaml"
SENTENCE = "intensity: should be one of 'light', 'moderate', 'heavy'; found 'wild'."
PATIENCE = 60
"""Seconds to wait for what must come: a stop, not a measure."""


@contextmanager
def writing(root):
    """Run `mkdocs serve` on a copy; yields its address and the lines it has printed so far."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    lines = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment
    ) as server:
        reader = threading.Thread(target=lambda: lines.extend(server.stdout))
        reader.start()
        try:
            until(lambda: any("Serving on" in line for line in lines), lines)
            yield f"http://127.0.0.1:{port}/", lines
        finally:
            server.kill()
            reader.join()


def until(holds, lines):
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "".join(lines)
        time.sleep(0.1)


def shown(address):
    """What a browser is shown at an address."""
    try:
        with urlopen(Request(address, headers={"Accept": "text/html"}), timeout=PATIENCE) as answer:
            return answer.read().decode()
    except URLError as error:
        return str(error)


def save(root, before, after):
    path = root / PAGE
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_a_mistake_is_said_after_every_save_and_shown_until_it_is_mended(copy):
    with writing(copy) as (address, lines):
        guide = f"{address}guides/relationship-based-practice/"
        told = lambda: sum(SENTENCE in line for line in lines if line.startswith("guides/"))  # noqa: E731
        before = shown(guide)
        assert "<h1" in before
        save(copy, "intensity: moderate", "intensity: wild")
        until(lambda: told() == 1, lines)
        until(lambda: "Something to mend" in shown(guide), lines)
        assert f"{PAGE}:11  intensity: should be one of &#39;light&#39;" in shown(guide)
        assert "Something to mend" not in shown(f"{guide}?as-it-was")
        assert "livereload" in shown(guide), "the page changes by itself once the mistake is mended"
        save(copy, "experience: some", "experience: new")
        until(lambda: told() == 2, lines)
        save(copy, "intensity: wild", "intensity: moderate")
        until(lambda: "New facilitators can run this" in shown(guide), lines)
        assert not any("Traceback" in line or "appear stuck" in line for line in lines)
