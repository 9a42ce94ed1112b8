"""While someone writes: each save is answered, a mistake is shown in the browser, and it goes once it is mended."""

import os
import re
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from html import unescape
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from conftest import lend_typefaces, some_first
from tiny_library import BANK, SESSION, spoil

SENTENCE = "intensity: should be one of 'light', 'moderate', 'heavy'; found 'wild'."
PATIENCE = 60
"""Seconds to wait for what must come: a stop, not a measure."""


@contextmanager
def writing(root):
    """Run `mkdocs serve` on a project; yields its address and the lines it has printed so far."""
    lend_typefaces(root)
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


def asked(address):
    """The status and the content that a browser gets for a file."""
    try:
        with urlopen(Request(address, headers={"Accept": "text/html,*/*"}), timeout=PATIENCE) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


def test_a_mistake_is_said_after_every_save_and_shown_until_it_is_mended(tiny_project):
    with writing(tiny_project) as (address, lines):
        page = f"{address}sessions/pairs/"
        told = lambda: sum(SENTENCE in line for line in lines if line.startswith("guides/"))  # noqa: E731
        before = shown(page)
        assert "<h1" in before
        line = spoil(tiny_project, SESSION, "intensity: light", "intensity: wild")
        until(lambda: told() == 1, lines)
        until(lambda: "Something to fix" in shown(page), lines)
        assert f"{SESSION}:{line}  intensity: should be one of &#39;light&#39;" in shown(page)
        assert "Something to fix" not in shown(f"{page}?as-it-was")
        assert "livereload" in shown(page), "the page changes by itself once the mistake is mended"
        spoil(tiny_project, SESSION, "title: Thinking in pairs", "title: Zephyrous")
        until(lambda: told() == 2, lines)
        spoil(tiny_project, SESSION, "intensity: wild", "intensity: light")
        until(lambda: "Zephyrous" in shown(page), lines)
        settings = tiny_project / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(f"{text}\nplugins: [", encoding="utf-8")
        until(lambda: "Something to fix" in shown(page), lines)
        assert "error parsing the configuration file" in shown(page)
        settings.write_text(text, encoding="utf-8")
        until(lambda: "Zephyrous" in shown(page), lines)
        assert not any("Traceback" in line or "appear stuck" in line for line in lines)


START = {
    SESSION: ("intensity: light", "intensity: wild", SENTENCE),
    "docs/privacy.md": ("# Privacy\n", "# Privacy\n\n[[nope]]\n", "'[[nope]]' is nothing the library makes."),
}
"""From a file to what is spoilt in it and what is said of it."""


@pytest.mark.parametrize("path", some_first(START, [next(iter(START))]))
def test_a_server_that_starts_with_a_mistake_shows_it_and_then_the_pages(tiny_project, path):
    before, after, sentence = START[path]
    spoil(tiny_project, path, before, after)
    with writing(tiny_project) as (address, lines):
        page = f"{address}sessions/pairs/"
        assert sentence in unescape(shown(page))
        assert "as it was" not in shown(page), "there are no old pages"
        assert sum(sentence in line for line in lines) == 1
        spoil(tiny_project, path, after, f"{after}\n")
        until(lambda: sum(sentence in line for line in lines) == 2, lines)
        until(lambda: sentence in unescape(shown(page)), lines)
        spoil(tiny_project, path, after, before)
        until(lambda: "Something to fix" not in shown(page), lines)
        assert "<h1" in shown(page)
        assert not any("Traceback" in line for line in lines)


def test_a_sheet_is_made_when_a_browser_asks_for_it_and_never_before(tiny_project):
    cards, question = "handouts/openers-cards.pdf", "text: What happened?"
    too_long = "question 1, text: is "
    kept = tiny_project / ".cache" / "handouts"
    with writing(tiny_project) as (address, lines):
        page = shown(f"{address}questions/openers/")
        assert re.search(rf'<a href="../../{re.escape(cards)}">[^<]+</a> <span class="fine">PDF</span>', page)
        assert not kept.exists()
        assert not any("WARNING" in line for line in lines), "a link to what is made when asked for leads somewhere"
        status, content = asked(address + cards)
        assert (status, content[:5]) == (200, b"%PDF-")
        assert len(list(kept.iterdir())) == 1
        assert asked(f"{address}handouts/nothing.pdf")[0] == 404
        longer = f"text: {'What did you do? ' * 60}"
        line = spoil(tiny_project, BANK, question, longer)
        refused = []
        until(lambda: (answer := asked(address + cards))[0] == 500 and not refused.append(answer), lines)
        refused.append(asked(address + cards))
        told = refused[1][1].decode()
        assert f"{BANK}:{line}  {too_long}" in told
        until(lambda: sum(too_long in line for line in lines) == len(refused), lines)  # the terminal says it each time
        spoil(tiny_project, BANK, longer, "text: What did you do? 🙂")
        until(lambda: "which no typeface for paper has" in asked(address + cards)[1].decode("utf-8", "replace"), lines)
        assert "no mistake of yours" not in asked(address + cards)[1].decode()
        assert not any("Traceback" in line for line in lines)
