"""Bad input: every mistake is one sentence with its file and line; nothing hangs, runs or leaves a traceback."""

import subprocess
import sys
from datetime import timedelta

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library import ContentError, load
from library.problems import Problem
from library.sources.reading import read

GUIDE = "guides/relationship-based-practice.yaml"
SPACE = "guides/sessions/space-to-think.yaml"

# Each: the file, what is there, what is written in its place, and what the problem must say.
SPOILT = {
    "a wrong minute": (SPACE, "minutes: 3\n", "minutes: ten\n", "should be whole minutes, such as 5, 5-10 or"),
    "a time like a clock": (SPACE, "minutes: 3\n", "minutes: 1:30\n", "should be whole minutes"),
    "a backward range": (SPACE, "minutes: 3\n", "minutes: 9-3\n", "should run from the shortest to the longest"),
    "no minutes at all": (SPACE, "minutes: 3\n", "minutes: 0\n", "should run from the shortest to the longest"),
    "an unknown key": (GUIDE, "intensity:", "intensitty:", "is not a key we know. Did you mean 'intensity'?"),
    "a missing key": (GUIDE, "intensity:", "intensitty:", "intensity: is missing; add it."),
    "a wrong choice": (GUIDE, "intensity: moderate", "intensity: moderat", "Did you mean 'moderate'?"),
    "an id in the file": (GUIDE, "title: R", "id: x\ntitle: R", "the file's name is the id"),
    "a dangling resource": (
        GUIDE,
        "  - mentalising-approach",
        "  - mentalizing-approach",
        "Did you mean 'mentalising-ap",
    ),
    "a dangling link": (GUIDE, "(resource:rip-account)", "(resource:rip-acount)", "there is no resource 'rip-acount'"),
    "an unknown role": (SPACE, "speaks: [facilitator, case-presenter]", "speaks: [chair]", "there is no role 'chair'"),
    "HTML in text": (GUIDE, "Ask what stood out", "Ask <b>what</b> stood out", "not HTML"),
    "a script link": (GUIDE, "(resource:rip-account)", "(javascript:alert(1))", "should link to https://"),
    "a picture": (GUIDE, "[Research in Practice account]", "![Research in Practice account]", "not a picture"),
    "a tab": (GUIDE, "resources:\n  -", "resources:\n\t-", "starts with a tab"),
    "a second colon": (GUIDE, "title: Relationship-based practice\n", "title: A: b\n", "has a second colon"),
    "a duplicate key": (GUIDE, "experience: some", "experience: some\nexperience: new", "a second time"),
    "an alias": (GUIDE, "experience: some", "experience: &a some", "anchor or alias"),
    "a tag": (GUIDE, "experience: some", "experience: !!python/object:os.system some", "uses a YAML tag"),
    "an empty value": (GUIDE, "experience: some", "experience:", "should be one of"),
    "a list for a text": (
        GUIDE,
        "title: Relationship-based practice\n",
        "title: [a, b]\n",
        "should be text; found a list",
    ),
    "an unclosed quote": (GUIDE, 'version: "1.1"', 'version: "1.1', "quotation mark that is never closed"),
    "a number version": (GUIDE, 'version: "1.1"', "version: 1.1", "Put it in quotes"),
    "a day that is not": (GUIDE, "review_by: 2027-05-31", "review_by: 2027-02-31", "a day that exists"),
    "a date as a word": (GUIDE, "review_by: 2027-05-31", "review_by: next May", "a date in the form 2026-11-23"),
    "two steps with an id": (SPACE, "id: explore", "id: offload", "is the id of another step too"),
    "a length that differs": (SPACE, "length: 30-35", "length: 20-25", "but the steps add up to 35"),
    "a clip too long": (GUIDE, "minutes: 5, part", "minutes: 50, part", "but what is played takes 50"),
    "wheel initials": (
        "guides/wheels/ggrraaacceeesss.yaml",
        "spelling: GG",
        "spelling: GGG",
        "whose letters spell GGG",
    ),
    "a confirmed twin": (
        "resources.yaml",
        "url: https://www.trgm.co.uk",
        "url: http://pielink.net/needs/",
        "is the confirmed",
    ),
    "a wrong scheme": (
        "resources.yaml",
        "url: https://www.trgm.co.uk",
        "url: ftp://www.trgm.co.uk",
        "starts with https://",
    ),
    "a bare host": ("resources.yaml", "url: https://www.trgm.co.uk", "url: https://localhost/", "a full host name"),
    "deep nesting": (GUIDE, "experience: some", "experience: " + "[" * 40000, "nested more than"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_mistake_is_a_sentence(copy, name):
    path, before, after, expected = SPOILT[name]
    text = (copy / path).read_text(encoding="utf-8")
    assert before in text, "the real file no longer holds what this case spoils"
    (copy / path).write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(copy)
    said = [str(problem) for problem in caught.value.problems]
    assert any(expected in one for one in said), said
    assert all(problem.path and problem.line >= 1 for problem in caught.value.problems)


CONTENTS = {
    "empty": (b"", "is empty"),
    "only a comment": (b"# nothing\n", "is empty"),
    "binary": (b"\x89PNG\r\n\x1a\n\x00\xff", "saved as UTF-8"),
    "latin-1": ("title: caf\xe9".encode("latin-1"), "saved as UTF-8"),
    "a null byte": (b"title: a\x00b", "not text"),
    "huge": (b"a: b\n" * 200_000, "at most 512 KB"),
    "two documents": (b"a: 1\n---\nb: 2\n", "second document"),
    "an alias bomb": (b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "anchor or alias"),
    "a list as a key": (b"? [a, b]\n: c\n", "where a key should be"),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_a_file_that_is_no_content_is_a_sentence(tmp_path, name):
    content, expected = CONTENTS[name]
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    found = read(file, "guides/x.yaml")
    assert isinstance(found, Problem)
    assert expected in found.sentence


def test_the_line_is_the_line_of_the_value(copy):
    text = (copy / SPACE).read_text(encoding="utf-8")
    line = text[: text.index("minutes: 3\n")].count("\n") + 1
    (copy / SPACE).write_text(text.replace("minutes: 3\n", "minutes: ten\n"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(copy)
    said = "should be whole minutes, such as 5, 5-10 or '5-10 suggested'; found 'ten'."
    assert [str(problem) for problem in caught.value.problems] == [f"{SPACE}:{line}  plan, step 2, minutes: {said}"]


def test_all_problems_come_at_once(copy):
    for path in (GUIDE, SPACE):
        text = (copy / path).read_text(encoding="utf-8")
        (copy / path).write_text(text.replace("version: ", "vershun: "), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(copy)
    assert {GUIDE, SPACE} == {problem.path for problem in caught.value.problems}


def test_a_missing_list_is_named(copy):
    (copy / "resources.yaml").unlink()
    with pytest.raises(ContentError) as caught:
        load(copy)
    assert [problem.path for problem in caught.value.problems] == ["resources.yaml"]


def test_a_link_out_of_the_project_is_refused(copy, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.yaml"
    outside.write_text("title: x\n", encoding="utf-8")
    (copy / "guides" / "stolen.yaml").symlink_to(outside)
    with pytest.raises(ContentError, match="is a link out of the project"):
        load(copy)


@pytest.mark.parametrize("name", ["guide.yml", "Guide.YAML", "notes.txt"])
def test_a_file_nobody_would_read_is_named(copy, name):
    (copy / "guides" / name).write_text("title: x\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"should have a name that ends in \.yaml"):
        load(copy)


def test_a_file_name_that_is_no_id_is_named(copy):
    (copy / GUIDE).rename(copy / "guides" / "Relationship Based.yaml")
    with pytest.raises(ContentError, match="rename the file"):
        load(copy)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
@settings(max_examples=300, deadline=timedelta(seconds=5), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_makes_a_traceback(tmp_path, content):
    file = tmp_path / "any.yaml"
    file.write_bytes(content)
    found = read(file, "any.yaml")
    assert not isinstance(found, Problem) or found.sentence.endswith(".")


def test_the_command_says_what_it_read():
    done = subprocess.run([sys.executable, "hooks/content.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("Read 2 guides, 2 sessions, 1 workshop, 1 question bank, 3 wheels")


def test_the_command_exits_1_on_problems_and_2_on_usage(copy):
    (copy / "resources.yaml").write_text("", encoding="utf-8")
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root"]
    wrong = subprocess.run([*command, str(copy)], capture_output=True, text=True, check=False)
    assert (wrong.returncode, "Traceback" in wrong.stderr) == (1, False)
    assert wrong.stdout.startswith("resources.yaml:1  is empty")
    assert subprocess.run([*command, str(copy / "nowhere")], capture_output=True, check=False).returncode == 2
