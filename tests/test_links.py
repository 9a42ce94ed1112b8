"""The link check: every planted fault is found and named, and nothing is invented."""

import shutil
import subprocess
import sys

import pytest
from conftest import ROOT
from library.links import check
from planted import BASE, COUNT, office_with, plant

PLANTED = {
    '<a href="nope/">': "there is no such file",
    '<a href="#nope">': "there is no such place",
    '<a href="other/#nope">': "there is no such place",
    '<a href="/nope.pdf">': "there is no such file",
    '<a href="../outside">': "there is no such file",
    '<img src="nope.png">': "there is no such file",
    '<img srcset="here.png 1x, nope.png 2x">': "there is no such file",
    '<script src="nope.js"></script>': "there is no such file",
    '<link rel="stylesheet" href="nope.css">': "there is no such file",
    '<source src="nope.mp3">': "there is no such file",
    '<video poster="nope.png"></video>': "there is no such file",
    '<iframe src="nope.html"></iframe>': "there is no such file",
    '<object data="nope.pdf"></object>': "there is no such file",
    '<form action="nope"></form>': "there is no such file",
    '<meta http-equiv="refresh" content="0; url=nope/">': "there is no such file",
    '<meta property="og:image" content="https://library.example/nope.png">': "there is no such file",
    '<a href="https://library.example/nope/">': "there is no such file",
    '<p style="background: url(nope.png)">': "there is no such file",
    '<a href="javascript:void(0)">': "may not start with javascript",
    '<a href="https://nohost/">': "full host name",
}
SOUND = """<a href="">x</a><a href="#here">x</a><a href="other/">x</a><a href="other">x</a>
<a href="other/index.html#there">x</a>
<a href="/other/#there">x</a><a href="other/?a=b#there">x</a><a href="https://library.example/other/">x</a>
<a href="mailto:a@b.org">x</a><a href="https://www.gov.uk/">x</a><img src="here.png" srcset="here.png 1x, here.png 2x">
<a href="#caf%C3%A9">x</a><img src="data:image/png;base64,AA,AA"><p id="here"></p><a name="café"></a>"""


@pytest.fixture
def small(tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text('<p id="there">', encoding="utf-8")
    (tmp_path / "here.png").write_bytes(b"")
    return tmp_path


def page(folder, body):
    head = '<link rel="canonical" href="https://library.example/"><meta name="library:source" content="guides/x.yaml">'
    (folder / "index.html").write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_fault_is_found(small, planted):
    page(small, planted)
    faults, _ = check(small)
    assert [(fault.page, fault.source) for fault in faults] == [("index.html", "guides/x.yaml")]
    assert PLANTED[planted] in faults[0].why


def test_sound_links_are_left_alone(small):
    page(small, SOUND)
    assert check(small)[0] == []


def test_a_style_sheet_is_followed(small):
    page(small, "")
    (small / "a.css").write_text('@import "b.css"; p { background: url(here.png) }', encoding="utf-8")
    assert [fault.link for fault in check(small)[0]] == ["b.css"]


def test_the_command_names_page_link_and_target(small):
    page(small, '<a href="nope/">x</a>')
    command = [sys.executable, str(ROOT / "hooks" / "links.py")]
    wrong = subprocess.run([*command, str(small)], capture_output=True, text=True, check=False)
    assert wrong.returncode == 1
    said = "index.html: the link 'nope/' leads to nope/index.html: there is no such file. Edit guides/x.yaml.\n"
    assert wrong.stdout == said
    page(small, SOUND)
    right = subprocess.run([*command, str(small)], capture_output=True, text=True, check=False)
    assert (right.returncode, right.stdout.count("\n")) == (0, 1)
    assert subprocess.run([*command, str(small / "nowhere")], capture_output=True, check=False).returncode == 2


def test_sixty_planted_faults_are_found_and_none_is_invented(tmp_path):
    wanted = plant(tmp_path)
    assert COUNT == len(wanted) == 60
    faults, followed = check(tmp_path)
    found = [fault.page for fault in faults]
    assert sorted(found) == sorted(wanted)
    assert followed > 60 * 20


def test_the_links_within_office_files_are_followed(tmp_path):
    plant(tmp_path)
    before = len(check(tmp_path)[0])
    (tmp_path / "slides.pptx").write_bytes(office_with(f"{BASE}other/"))
    assert len(check(tmp_path)[0]) == before
    (tmp_path / "slides.pptx").write_bytes(office_with(f"{BASE}nope/"))
    assert [fault.link for fault in check(tmp_path)[0] if fault.page == "slides.pptx"] == [f"{BASE}nope/"]


@pytest.mark.parametrize(
    "name", ["data/library.json", "find/first.json", "sw.js", "manifest.webmanifest", "slides.pptx"]
)
def test_a_list_that_cannot_be_read_is_a_fault(tmp_path, name):
    plant(tmp_path)
    (tmp_path / name).write_text("{}", encoding="utf-8")
    assert [fault.why[:16] for fault in check(tmp_path)[0] if fault.page == name] == ["it can't be read"]


def test_the_real_downloads_are_followed(tmp_path, site):
    shutil.copytree(site, tmp_path / "site")
    faults, _ = check(tmp_path / "site")
    assert faults == []
    planted = tmp_path / "site" / "handouts" / "zz-test.pdf"
    planted.write_bytes(b"/URI (https://peer-reflection-library.example/nope/)")
    assert [fault.page for fault in check(tmp_path / "site")[0]] == ["handouts/zz-test.pdf"]
