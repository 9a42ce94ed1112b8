"""What happens to an id that is no longer used. What helps nobody has its cases in tests/cases."""

import re
import subprocess
import sys

from conftest import ROOT
from tiny_library import GUIDE, RECORD, spoil

NOTE = """- id: note
  kind: record
  title: A short note
  moved: It is [another](record:another) now.
"""


def test_a_removed_id_keeps_a_page_that_says_where_to_go(tiny_site):
    for path, title, target in (
        ("guides/hearing", "Hearing", "../listening/"),
        ("r/old-film", "An old film", "../../resources/#film"),
    ):
        page = (tiny_site / path / "index.html").read_text(encoding="utf-8")
        assert re.search(rf"<h1[^>]*>{title}</h1>", page)
        assert "This is no longer in the library." in page
        assert f'href="{target}"' in page


def test_an_id_that_goes_without_a_word_is_named(tiny):
    def git(*command):
        who = ["-c", "user.email=a@b.example", "-c", "user.name=a"]
        subprocess.run(["git", "-C", str(tiny), *who, *command], check=True, capture_output=True)

    def checked():
        command = [
            sys.executable,
            str(ROOT / "hooks" / "content.py"),
            "--no-paper",
            "--root",
            str(tiny),
            "--since",
            "HEAD",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout

    git("init", "-q")
    git("add", "guides", "resources.yaml", "docs")
    git("commit", "-qm", "first")
    assert checked()[0] == 0
    path = tiny / RECORD
    path.rename(path.with_name("another.yaml"))
    spoil(tiny, GUIDE, "(record:note)", "(record:another)")
    said = (
        "'note' was published and is gone. Put it back, or add it to guides/shared/retired.yaml with where to go now."
    )
    assert checked() == (1, f"{RECORD}:1  {said} [id-gone]\n")
    spoil(tiny, "guides/shared/retired.yaml", "- id: old-film\n", f"{NOTE}- id: old-film\n")
    assert checked()[0] == 0
    spoil(tiny, "resources.yaml", "- id: leaflet\n", "- id: letter\n")
    spoil(tiny, GUIDE, "handbook, leaflet]", "handbook, letter]")
    assert checked() == (1, f"resources.yaml:1  {said.replace('note', 'leaflet', 1)} [id-gone]\n")
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root", str(tiny), "--since", "nowhere"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "git can't read the earlier commit" in done.stderr
    assert "Traceback" not in done.stderr
