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


def asked(address):
    """The status and the content that a browser gets for a file."""
    try:
        with urlopen(Request(address, headers={"Accept": "text/html,*/*"}), timeout=PATIENCE) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


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
        until(lambda: "Something to fix" in shown(guide), lines)
        assert f"{PAGE}:11  intensity: should be one of &#39;light&#39;" in shown(guide)
        assert "Something to fix" not in shown(f"{guide}?as-it-was")
        assert "livereload" in shown(guide), "the page changes by itself once the mistake is mended"
        save(copy, "experience: some", "experience: new")
        until(lambda: told() == 2, lines)
        save(copy, "intensity: wild", "intensity: moderate")
        until(lambda: "New facilitators can run this" in shown(guide), lines)
        settings = copy / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(f"{text}\nplugins: [", encoding="utf-8")
        until(lambda: "Something to fix" in shown(guide), lines)
        assert "error parsing the configuration file" in shown(guide)
        settings.write_text(text, encoding="utf-8")
        until(lambda: "New facilitators can run this" in shown(guide), lines)
        assert not any("Traceback" in line or "appear stuck" in line for line in lines)


START = {
    PAGE: ("intensity: moderate", "intensity: wild", SENTENCE),
    "docs/privacy.md": ("# Privacy\n", "# Privacy\n\n[[nope]]\n", "'[[nope]]' is nothing the library makes."),
}
"""From a file to what is spoilt in it and what is said of it."""


@pytest.mark.parametrize("path", START)
def test_a_server_that_starts_with_a_mistake_shows_it_and_then_the_pages(copy, path):
    before, after, sentence = START[path]
    text = (copy / path).read_text(encoding="utf-8")
    assert before in text
    (copy / path).write_text(text.replace(before, after), encoding="utf-8")
    with writing(copy) as (address, lines):
        guide = f"{address}guides/relationship-based-practice/"
        assert sentence in unescape(shown(guide))
        assert "as it was" not in shown(guide), "there are no old pages"
        assert sum(sentence in line for line in lines) == 1
        (copy / path).write_text(f"{text.replace(before, after)}\n", encoding="utf-8")
        until(lambda: sum(sentence in line for line in lines) == 2, lines)
        until(lambda: sentence in unescape(shown(guide)), lines)
        (copy / path).write_text(text, encoding="utf-8")
        until(lambda: "Something to fix" not in shown(guide), lines)
        assert "<h1" in shown(guide)
        assert not any("Traceback" in line for line in lines)


def test_a_sheet_is_made_when_a_browser_asks_for_it_and_never_before(copy):
    bank = copy / "guides" / "questions" / "mcclure-questions.yaml"
    cards, question = "handouts/mcclure-questions-cards.pdf", "What did you do, step by step?"
    too_long = "question 1, text: is "
    kept = copy / ".cache" / "handouts"
    with writing(copy) as (address, lines):
        page = shown(f"{address}questions/mcclure-questions/")
        assert re.search(rf'<a href="../../{re.escape(cards)}">[^<]+</a> <span class="fine">PDF</span>', page)
        assert not kept.exists()
        assert not any("WARNING" in line for line in lines), "a link to what is made when asked for leads somewhere"
        status, content = asked(address + cards)
        assert (status, content[:5]) == (200, b"%PDF-")
        assert len(list(kept.iterdir())) == 1
        assert asked(f"{address}handouts/nothing.pdf")[0] == 404
        text = bank.read_text(encoding="utf-8")
        bank.write_text(text.replace(question, "What did you do? " * 60), encoding="utf-8")
        refused = []
        until(lambda: (answer := asked(address + cards))[0] == 500 and not refused.append(answer), lines)
        refused.append(asked(address + cards))
        told = refused[1][1].decode()
        line = next(number for number, line in enumerate(text.splitlines(), 1) if question in line)
        assert f"guides/questions/mcclure-questions.yaml:{line}  {too_long}" in told
        until(lambda: sum(too_long in line for line in lines) == len(refused), lines)  # the terminal says it each time
        bank.write_text(text.replace(question, "What did you do? 🙂"), encoding="utf-8")
        until(lambda: "which no typeface for paper has" in asked(address + cards)[1].decode("utf-8", "replace"), lines)
        assert "no mistake of yours" not in asked(address + cards)[1].decode()
        assert not any("Traceback" in line for line in lines)
