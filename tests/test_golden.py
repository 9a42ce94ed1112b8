"""What readers are told of the tiny library, kept as text. `pytest --rewrite` writes it afresh; read the difference."""

import difflib
from pathlib import Path

import pytest
import tidy
from library.core.kind import DocumentKind
from library.kinds import KINDS

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "guide": "guides/listening",
    "session": "sessions/pairs",
    "signpost": "signposts/circle",
    "workshop": "workshops/first-steps",
    "question-bank": "questions/openers",
    "wheel": "wheels/map",
    "record": "records/note",
    "topic": "topics/curiosity",
    "resources": "resources",
    "links": "maintain/links",
    "reviews": "maintain/review",
    "finder": "find",
    "retired": "guides/hearing",
    "short-address": "r/course",
}
OF_SEVERAL = {kind.name for kind in KINDS if isinstance(kind, DocumentKind)}
"""Pages that have others below them, which are told with them."""
FILES = {
    "guide.word": "listening-outline.docx",
    "session.word": "pairs-outline.docx",
    "record.word": "note-outline.docx",
    "guide.slides": "listening-slides.pptx",
    "workshop.slides": "first-steps-slides.pptx",
    "guide.paper": "listening-pack.pdf",
    "session.paper": "pairs-pack.pdf",
    "question-bank.paper": "openers-cards.pdf",
    "wheel.paper": "map-pack.pdf",
    "guide.calendar": "listening-calendar.ics",
}
READ = {"docx": tidy.word, "pptx": tidy.slides, "pdf": tidy.paper, "ics": bytes.decode}


def told(site, name):
    """What a page or a file tells, as text."""
    if name in PAGES:
        folder = site / PAGES[name]
        below = [page for page in sorted(folder.glob("*/index.html")) if name in OF_SEVERAL]
        articles = (tidy.article(page.read_text(encoding="utf-8")) for page in (folder / "index.html", *below))
        return "\n".join(articles)
    file = site / "handouts" / FILES[name]
    return READ[file.suffix[1:]](file.read_bytes()).replace("\r\n", "\n")


@pytest.mark.parametrize("name", [*PAGES, *FILES])
def test_readers_are_told_what_was_agreed(tiny_site, name, rewrite, capsys):
    file = GOLDEN / f"{name}.txt"
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    now = told(tiny_site, name)
    if rewrite and now != before:
        with capsys.disabled():
            print(
                "",
                *difflib.unified_diff(before.splitlines(), now.splitlines(), file.name, "now", lineterm=""),
                sep="\n",
            )
        file.write_text(now, encoding="utf-8")
        return
    assert now == before


def test_nothing_is_kept_that_nobody_compares():
    kept_by_others = ["run-mode.aria", "run-mode.spoken"]  # tests/test_run.py
    assert sorted(file.stem for file in GOLDEN.glob("*")) == sorted([*PAGES, *FILES, *kept_by_others])
