"""What happens to an id that is no longer used, and to the days that documents carry."""

import re
import subprocess
import sys

import pytest
from conftest import ROOT, build
from library import ContentError, load

GUIDE = """- id: listening-together
  kind: guide
  title: Listening together
  moved: It was joined with [relationship-based practice](guide:relationship-based-practice).
"""
BRIEFING = """- id: old-briefing
  kind: resource
  title: An old briefing
  moved: Look at [the pathway](resource:critical-reflection-pathway) instead.
"""


def retire(root, entries):
    path = root / "guides" / "shared" / "retired.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[]", entries), encoding="utf-8")


def test_a_removed_id_keeps_a_page_that_says_where_to_go(copy):
    retire(copy, GUIDE + BRIEFING)
    done = build(copy, copy / "out")
    assert done.returncode == 0, done.stderr
    for path, title, target in (
        ("guides/listening-together", "Listening together", "../relationship-based-practice/"),
        ("r/old-briefing", "An old briefing", "../../resources/#critical-reflection-pathway"),
    ):
        page = (copy / "out" / path / "index.html").read_text(encoding="utf-8")
        assert re.search(rf"<h1[^>]*>{title}</h1>", page)
        assert "This is no longer in the library." in page
        assert f'href="{target}"' in page


def test_an_id_that_goes_without_a_word_is_named(copy):
    def git(*command):
        who = ["-c", "user.email=a@b.example", "-c", "user.name=a"]
        subprocess.run(["git", "-C", str(copy), *who, *command], check=True, capture_output=True)

    def checked():
        command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root", str(copy), "--since", "HEAD"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout

    git("init", "-q")
    git("add", "guides", "resources.yaml", "docs")
    git("commit", "-qm", "first")
    assert checked()[0] == 0
    path = copy / "guides" / "records" / "session-note.yaml"
    path.rename(path.with_name("another-name.yaml"))
    said = "'session-note' was published and is gone. Put it back, or add it to guides/shared/retired.yaml"
    assert checked() == (1, f"guides/records/session-note.yaml:1  {said} with where to go now.\n")
    old = GUIDE.replace("kind: guide", "kind: record").replace("listening-together", path.stem)
    retire(copy, old.replace("(guide:relationship-based-practice)", "(record:another-name)"))
    assert checked()[0] == 0
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root", str(copy), "--since", "nowhere"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "git can't read the earlier commit" in done.stderr
    assert "Traceback" not in done.stderr


SPOILT = {
    "no way on": (GUIDE.replace("(guide:", "guide:"), "should have a link in 'moved' that says where to go now"),
    "a way to nothing": (GUIDE.replace("(guide:rel", "(guide:ral"), "but there is no guide 'ralationship"),
    "an id in use": (GUIDE.replace("id: listening-together", "id: equity-diversity-and-inclusion"), "is in use as a"),
    "an unknown kind": (GUIDE.replace("kind: guide", "kind: gide"), "should be one of"),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_retired_entry_that_helps_nobody_is_refused(copy, case):
    entries, said = SPOILT[case]
    retire(copy, entries)
    with pytest.raises(ContentError) as failed:
        load(copy)
    assert said in str(failed.value)
    assert "guides/shared/retired.yaml:" in str(failed.value)


def test_a_review_before_the_last_change_is_refused(copy):
    path = copy / "guides" / "wheels" / "blank.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"revised: .*", "revised: 2030-01-01", text), encoding="utf-8")
    with pytest.raises(ContentError, match="but the words were revised on 2030-01-01; give a later day"):
        load(copy)
