"""What happens to an id that is no longer used. What helps nobody has its cases in tests/cases."""

import io
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from unittest import mock

import content
import pytest
from tiny_library import BANK, GUIDE, RECORD, WHEEL, copy_content, spoil

NOTE = """- id: note
  kind: record
  title: A short note
  moved: It is [another](record:another) now.
"""
UNUSED = """- id: unused
  kind: topic
  title: Unused
  moved: It is [listening](topic:listening) now.
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


def test_a_part_that_is_gone_keeps_its_place_on_the_page_and_says_where_to_look(tiny_site):
    page = (tiny_site / "wheels" / "blank" / "index.html").read_text(encoding="utf-8")
    told = page[page.index("No longer here") :]
    assert re.search(r'<h\d id="prompt-second-try">What is the rim for\?', told)
    assert 'It is asked in <a href="../map/">the map</a> now.' in told
    assert "first-try" not in page, "of an id alone there is nothing to tell"


def git(root, *command):
    who = ["-c", "user.email=a@b.example", "-c", "user.name=a"]
    subprocess.run(["git", "-C", str(root), *who, *command], check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """The tiny library, as a commit published it. Only to be copied."""
    root = copy_content(tmp_path_factory.mktemp("published"))
    git(root, "init", "-q")
    git(root, "add", "guides", "resources.yaml", "docs")
    git(root, "commit", "-qm", "first")
    assert checked(root)[0] == 0
    return root


@pytest.fixture
def published(repository, tmp_path):
    """A copy of it, to be changed."""
    shutil.copytree(repository, tmp_path, dirs_exist_ok=True)
    return tmp_path


def change(root, path, old, new):
    """Change a file; a document says that it changed."""
    spoil(root, path, old, new)
    text = (root / path).read_text(encoding="utf-8")
    text = re.sub(r"^version: .*$", 'version: "9.9"', text, flags=re.M)
    (root / path).write_text(text.replace("revised: 2026-11-03", "revised: 2026-11-04"), encoding="utf-8")


def checked(root, since="HEAD"):
    """The exit status of the check, and what it says."""
    command = ["content.py", "--no-paper", "--root", str(root), "--since", since]
    out, err = io.StringIO(), io.StringIO()
    with mock.patch.object(sys, "argv", command), redirect_stdout(out), redirect_stderr(err):
        try:
            status = content.main()
        except SystemExit as ended:
            status = ended.code
    return status, out.getvalue() or err.getvalue()


def gone(path, id):
    """What is said of an entry that is gone."""
    advice = "Put it back, or add it to guides/shared/retired.yaml with where to go now."
    return 1, f"{path}:1  '{id}' was published and is gone. {advice} [id-gone]\n"


def test_a_document_that_goes_without_a_word_is_named(published):
    path = published / RECORD
    path.rename(path.with_name("another.yaml"))
    change(published, GUIDE, "(record:note)", "(record:another)")
    assert checked(published) == gone(RECORD, "note")
    change(published, "guides/shared/retired.yaml", "- id: old-film\n", f"{NOTE}- id: old-film\n")
    assert checked(published)[0] == 0


def test_an_entry_of_a_list_that_goes_without_a_word_is_named(published):
    change(published, "resources.yaml", "- id: leaflet\n", "- id: letter\n")
    change(published, GUIDE, "handbook, leaflet]", "handbook, letter]")
    assert checked(published) == gone("resources.yaml", "leaflet")


def test_a_topic_that_goes_without_a_word_is_named(published):
    change(published, "guides/shared/topics.yaml", "- id: unused\n", "- id: unusual\n")
    assert checked(published) == gone("guides/shared/topics.yaml", "unused")
    retired = published / "guides" / "shared" / "retired.yaml"
    retired.write_text(retired.read_text(encoding="utf-8") + UNUSED, encoding="utf-8")
    assert checked(published)[0] == 0


def test_what_was_retired_stays_so(published):
    change(published, "guides/shared/retired.yaml", "- id: hearing\n", "- id: harking\n")
    assert checked(published) == gone("guides/shared/retired.yaml", "hearing")


def test_an_entry_may_move_to_another_list(published):
    text = (published / "resources.yaml").read_text(encoding="utf-8")
    first, leaflet, rest = text.partition("- id: leaflet\n")
    (published / "resources.yaml").write_text(first, encoding="utf-8")
    (published / "guides" / "resources").mkdir()
    (published / "guides" / "resources" / "a-press.yaml").write_text(leaflet + rest, encoding="utf-8")
    assert checked(published)[0] == 0


PARTS = {
    "part": (GUIDE, "- id: talking", "- id: speaking", "talking"),
    "step": (GUIDE, "- id: plan-together", "- id: agree", "plan-together"),
    "prompt": (GUIDE, "- id: missed", "- id: overlooked", "missed"),
    "note": (GUIDE, "- id: two-halves", "- id: halves", "two-halves"),
    "reference": (GUIDE, "- id: a-lost-study", "- id: a-study-lost", "a-lost-study"),
    "question": (BANK, "- id: what-now", "- id: and-now", "what-now"),
    "segment": (WHEEL, "- id: age", "- id: years", "age"),
    "heading": (RECORD, "- id: learnt", "- id: learned", "learnt"),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_goes_without_a_word_is_named(published, part):
    path, old, new, id = PARTS[part]
    change(published, path, old, new)
    advice = "Put its id back, or add it to 'retired' in this file."
    assert checked(published) == (1, f"{path}:1  the {part} '{id}' was published and is gone. {advice} [part-gone]\n")
    change(published, path, "owner_role: ", f"retired: [{id}]\nowner_role: ")
    assert checked(published)[0] == 0


def test_words_may_change_and_parts_may_move(published):
    change(published, GUIDE, "text: What did you notice?", "text: What struck you?")
    change(
        published, GUIDE, "do: Ask each question in turn.", "say: Now talk.\n          do: Ask each question in turn."
    )
    step = "        - id: plan-together\n"
    text = (published / GUIDE).read_text(encoding="utf-8")
    before, _, rest = text.partition(step)
    body, after, tail = rest.partition("shorter:\n")
    (published / GUIDE).write_text(
        before.replace("    - id: talking\n", f"{step}{body}    - id: talking\n") + after + tail, encoding="utf-8"
    )
    assert checked(published)[0] == 0


UNSAID = {
    "nothing but words": ([], ["revised-as-before", "version-as-before"]),
    "words and a version": ([('version: "1.0"', 'version: "1.1"')], ["revised-as-before"]),
    "words and a lower version": ([('version: "1.0"', 'version: "0.9"')], ["revised-as-before", "version-as-before"]),
    "words and a day": ([("revised: 2026-11-03", "revised: 2026-11-04")], ["version-as-before"]),
    "words, a version and a day": (
        [("revised: 2026-11-03", "revised: 2026-11-04"), ('version: "1.0"', 'version: "1.10"')],
        [],
    ),
}


@pytest.mark.parametrize("name", UNSAID)
def test_a_document_whose_words_changed_says_so(published, name):
    changes, codes = UNSAID[name]
    for old, new in [("text: What did you notice?", "text: What struck you?"), *changes]:
        spoil(published, GUIDE, old, new)
    assert re.findall(r"^guides/listening.yaml:1  .*\[([a-z-]+)\]$", checked(published)[1], re.M) == codes


def test_a_review_or_a_comment_makes_no_new_version(published):
    spoil(published, GUIDE, "by: A practice lead", "by: A head of practice")
    spoil(published, GUIDE, "title: Listening", "# the first guide\ntitle: Listening")
    assert checked(published)[0] == 0


def test_a_commit_that_git_does_not_know_is_a_sentence(published):
    assert "git can't read the earlier commit" in checked(published, "nowhere")[1]
