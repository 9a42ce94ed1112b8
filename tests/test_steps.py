"""The steps of a build: one left out is told, settings are found from anywhere, and SHEETS says what is made."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest
from conftest import ROOT, build, lend_typefaces, some_first
from library.formats.sheets import sheets
from library.site.command import Command
from library.site.steps import STEPS, left_out
from tiny_library import GUIDE, tiny_library

END = "Put it back in the list."
BEFORE_PUBLISHING = "Put it back before you publish the site."
WITHOUT = {
    "content": f"nothing reads the content. {END} It is the first of them: the others work with what it reads.",
    "pages": f"nothing makes the pages. {END}",
    "papers": f"no page offers anything to print or change. {BEFORE_PUBLISHING}",
    "find": f"nothing can be searched for. {BEFORE_PUBLISHING}",
    "links": f"nobody follows the links of the site. {BEFORE_PUBLISHING}",
    "deliver": f"nothing stops what no page may hold, and no page carries its policy. {END}",
}
"""From a step to what is said where it is left out."""
GOES_ON = {"papers", "find", "links"}
"""The steps without which a site can be built, to be looked at."""


def test_the_steps_are_those_of_the_settings():
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^  - hooks/(\w+)\.py +# \w+", settings) == [step.name for step in STEPS]
    assert list(WITHOUT) == [step.name for step in STEPS]
    assert list(left_out(f"hooks/{step.name}.py" for step in STEPS)) == []


@pytest.mark.parametrize("name", some_first(WITHOUT, ["content", "papers"]))
def test_a_step_that_is_left_out_is_told_in_a_sentence(tiny_project, name):
    settings = tiny_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(rf"(?m)^  - hooks/{name}\.py .*\n", "", text), encoding="utf-8")
    done = build(tiny_project, tiny_project / "out", strict=False, SHEETS="none")
    sentence = f"mkdocs.yml leaves the step hooks/{name}.py out of its list of hooks: {WITHOUT[name]}"
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    goes_on = name in GOES_ON
    assert (done.returncode == 0) == (tiny_project / "out" / "index.html").is_file() == goes_on, done.stderr
    if goes_on:  # a strict build stops at its one warning
        assert re.findall(r"WARNING +- +(.+)", done.stderr)[0] == sentence


@pytest.mark.parametrize("folder", some_first([".", "docs"], ["."]))
def test_the_settings_may_be_named_from_where_one_stands(tiny_project, tmp_path_factory, folder):
    """`-f mkdocs.yml` reaches the steps as typed, and their paths are whole. SHEETS=none makes and lists none."""
    site = tmp_path_factory.mktemp("elsewhere") / "site"
    lend_typefaces(tiny_project)
    path = os.path.relpath("mkdocs.yml", folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", path, "-d", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SHEETS": "none"}
    done = subprocess.run(
        command, cwd=tiny_project / folder, capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (site / "source" / GUIDE).is_file()
    assert not (site / "handouts").exists()
    assert json.loads((site / "data" / "library.json").read_text(encoding="utf-8"))["downloads"] == []


def test_a_build_makes_the_standard_sheets_alone_where_they_are_wanted(printed_project):
    site = printed_project / "out"
    done = build(printed_project, site, SHEETS="standard")
    assert done.returncode == 0, done.stderr
    wanted = {sheet.path for sheet in sheets(tiny_library(), None) if sheet.variant == "standard"}
    assert {f"handouts/{file.name}" for file in (site / "handouts").iterdir()} == wanted
    data = json.loads((site / "data" / "library.json").read_text(encoding="utf-8"))
    assert {download["path"] for download in data["downloads"]} == wanted


def test_sheets_that_nobody_can_make_are_not_asked_for(tmp_path):
    done = build(ROOT, tmp_path / "site", SHEETS="some")
    assert done.returncode == 1
    assert "SHEETS should be none, standard or all; found 'some'." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_that_is_asked_to_end_leaves_nothing_behind(tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(ROOT / "mkdocs.yml"), "-d", str(tmp_path / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SHEETS": "none"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment) as building:
        while not list(tmp_path.glob(".site.unfinished-*/*")):
            assert building.poll() is None, "it has ended before it began to write"
            time.sleep(0.01)
        building.terminate()
        building.communicate()
    assert building.returncode == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_is_asked_to_end_says_so_though_what_it_did_then_tells_a_mistake():
    command, before = Command(), signal.getsignal(signal.SIGTERM)
    command.on_build_error(error=ValueError("a mistake"))
    command.on_startup(command="build", dirty=False)
    try:
        with pytest.raises(SystemExit):
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    with pytest.raises(SystemExit) as ended:
        command.on_build_error(error=ValueError("Error calling function: SystemExit"))
    assert ended.value.code == 128 + signal.SIGTERM
