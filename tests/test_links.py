"""The link check: every planted fault is found and named, and nothing is invented."""

import subprocess
import sys

import pytest
from conftest import ROOT
from library.links import check

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
