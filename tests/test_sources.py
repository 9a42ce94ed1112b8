"""Bad input: nothing hangs, runs or leaves a traceback. Each sentence has a case in tests/cases."""

import subprocess
import sys

from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library import load
from library.core.catalogue import RESOURCE
from library.problems import Problem
from tiny_library import GUIDE, spoil
from yaml_files import read


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode()))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_makes_a_traceback(tmp_path, content):
    file = tmp_path / "any.yaml"
    file.write_bytes(content)
    found = read(file, "any.yaml")
    assert not isinstance(found, Problem) or found.sentence.endswith(".")


def check(root):
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--no-paper", "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_says_what_it_read(tiny):
    done = check(tiny)
    assert done.returncode == 0, done.stdout
    documents = "1 guide, 1 session, 1 signpost, 1 workshop, 1 question bank, 2 wheels, 1 record, 1 path"
    assert done.stdout.startswith(f"Read {documents}, 3 topics and 5 resources: no problems.")


def test_the_command_exits_1_on_problems_and_2_on_usage(tiny):
    (tiny / "resources.yaml").write_text("", encoding="utf-8")
    wrong = check(tiny)
    assert (wrong.returncode, "Traceback" in wrong.stderr) == (1, False)
    assert wrong.stdout.startswith("resources.yaml:1  is empty")
    assert check(tiny / "nowhere").returncode == 2


ENTRY = """- id: paper
  title: A paper
  kind: paper
  publisher: The Listening Press
  why: Where the guide gets its rules.
  url_status: none
  url_note: Ask your library.
  access: unknown
  topics: [listening]
  review_by: 2027-05-31
"""


def test_the_catalogue_may_be_written_in_several_lists(tiny):
    spoil(tiny, GUIDE, "leaflet]", "leaflet, paper]")
    (tiny / "guides" / "resources").mkdir()
    (tiny / "guides" / "resources" / "the-listening-press.yaml").write_text(ENTRY, encoding="utf-8")
    library = load(tiny)
    assert list(library[RESOURCE]) == ["book", "course", "film", "handbook", "leaflet", "paper"]
    origin = library.origin_of(RESOURCE, "paper")
    assert (origin.path, origin.line(("access",))) == ("guides/resources/the-listening-press.yaml", 8)


def test_a_list_may_be_long(tiny):
    spoil(tiny, GUIDE, "leaflet]", "leaflet, paper]")
    (tiny / "guides" / "resources").mkdir()
    long = f"{ENTRY}# {'a note ' * 200_000}\n"
    (tiny / "guides" / "resources" / "the-listening-press.yaml").write_text(long, encoding="utf-8")
    assert "paper" in load(tiny)[RESOURCE]
