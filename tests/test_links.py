"""The link check: every planted fault is found and named, and nothing is invented."""

import ast
import io
import re
import shutil
import subprocess
import sys
import time
import zipfile

import pikepdf
import pytest
from conftest import ROOT
from library.links import check
from library.links.lists import listed_links
from library.links.site_lists import SITE_LISTS
from planted import BASE, COUNT, pdf_with, plant, slides_with, word_with

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
    assert PLANTED[planted] in faults[0].why.sentence


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
    sentence = "index.html: the link 'nope/' leads to nope/index.html: there is no such file. Edit guides/x.yaml."
    assert wrong.stdout == f"{sentence} [link-to-no-file]\n"
    page(small, SOUND)
    right = subprocess.run([*command, str(small)], capture_output=True, text=True, check=False)
    assert (right.returncode, right.stdout.count("\n")) == (0, 1)
    assert subprocess.run([*command, str(small / "nowhere")], capture_output=True, check=False).returncode == 2


def test_the_step_and_its_command_are_thin():
    """The work is in the rooms: a step says in a few lines what is done."""
    step = ROOT / "hooks" / "links.py"
    functions = [node for node in ast.walk(ast.parse(step.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    lines = {function.name: function.end_lineno - function.lineno + 1 for function in functions}
    assert {"on_post_build", "warn", "main", "check_online"} == set(lines)
    assert max(lines.values()) < 15, lines


def test_sixty_planted_faults_are_found_and_none_is_invented(tmp_path):
    wanted = plant(tmp_path)
    assert COUNT == len(wanted) == 60
    faults, followed = check(tmp_path)
    assert sorted(fault.page for fault in faults) == sorted(wanted)
    assert followed > 60 * 20


ADDRESSES = [f"{BASE}nope/", "https://www.gov.uk/a?b=1&c=(2)", "mailto:a@b.org", "https://example.org/café/—"]
MAKERS = {"pdf": pdf_with, "docx": word_with, "pptx": slides_with}


@pytest.mark.parametrize("ending", MAKERS)
def test_every_link_that_our_makers_write_is_read(ending):
    assert sorted(listed_links(f"x.{ending}", MAKERS[ending](*ADDRESSES))) == sorted(ADDRESSES)
    assert list(listed_links(f"x.{ending}", MAKERS[ending]())) == []


@pytest.mark.parametrize("ending", MAKERS)
def test_the_links_within_downloads_are_followed(tmp_path, ending):
    plant(tmp_path)
    before = len(check(tmp_path)[0])
    (tmp_path / f"x.{ending}").write_bytes(MAKERS[ending](f"{BASE}other/"))
    assert len(check(tmp_path)[0]) == before
    (tmp_path / f"x.{ending}").write_bytes(MAKERS[ending](f"{BASE}nope/"))
    assert [fault.link for fault in check(tmp_path)[0] if fault.page == f"x.{ending}"] == [f"{BASE}nope/"]


def test_the_links_of_a_pdf_with_packed_objects_are_read_too():
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_with(*ADDRESSES))) as pdf:
        pdf.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/URI" not in packed.getvalue()
    assert list(listed_links("x.pdf", packed.getvalue())) == ADDRESSES


LAUGHS = """<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
<urlset><url><loc>https://library.example/&b;</loc></url></urlset>"""
UNREADABLE = {
    "a PDF that is none": ("x.pdf", b"/URI (https://a.example/)", "it is no PDF"),
    "half a PDF": ("x.pdf", pdf_with(*ADDRESSES)[:-400], "it is no whole PDF: "),
    "an Office file that is none": ("x.docx", b"{}", "it is no Office file"),
    "half an Office file": ("x.pptx", slides_with()[:-400], "it is no Office file"),
    "a doctype": ("sitemap.xml", LAUGHS.encode(), "its XML has a doctype, which may hide anything"),
    "a doctype in other letters": ("sitemap.xml", LAUGHS.encode("utf-16"), "its XML has a doctype"),
    "no XML": ("sitemap.xml", b"<urlset><url>", "it is no XML: "),
    "another manifest": ("manifest.webmanifest", b'{"start_url": "./"}', "it has no 'icons' where it should"),
    "other data": ("data/library.json", b'{"downloads": [{"name": "x"}]}', "it has no 'path' where it should"),
    "another index": ("find/first.json", b'{"shown": {"url": [7]}}', "an address in it is no text"),
    "another worker": ("sw.js", b"const OTHER = [];", "it lists no files to keep"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_is_not_what_its_name_says_is_told(case):
    name, content, expected = UNREADABLE[case]
    with pytest.raises(ValueError, match=f"^{re.escape(expected)}"):
        list(listed_links(name, content))


def test_a_doctype_in_an_office_part_is_refused():
    office = io.BytesIO()
    with zipfile.ZipFile(office, "w") as parts:
        parts.writestr("word/_rels/document.xml.rels", LAUGHS)
    with pytest.raises(ValueError, match="its XML has a doctype"):
        list(listed_links("x.docx", office.getvalue()))


def test_many_links_to_places_on_a_long_page_take_no_longer_than_they_are_many(tmp_path):
    """Each place on a page costs once, and each link once: not every place for every link."""
    count = 20_000
    page(tmp_path, "".join(f'<p id="p{number}"><a href="#p{number}">x</a>' for number in range(count)))
    start = time.perf_counter()
    faults, followed = check(tmp_path)
    assert (faults, followed) == ([], count + 1)
    assert time.perf_counter() - start < 10, "with a new set of places a link it takes minutes"


def test_a_link_that_climbs_is_followed_from_where_its_page_stands(small):
    """The same words lead to one file from pages that stand as deep, and elsewhere from one that stands deeper."""
    page(small, "")
    for name in ("a", "b", "a/c"):
        (small / name).mkdir()
        text = '<a href="../other/#there">x</a><a href="../other/#nope">x</a><a href="../../other/">x</a>'
        (small / name / "index.html").write_text(text, encoding="utf-8")
    assert [(fault.page, fault.link, fault.target) for fault in check(small)[0]] == [
        ("a/c/index.html", "../other/#nope", "a/other/index.html"),
        ("a/c/index.html", "../other/#there", "a/other/index.html"),
        ("a/index.html", "../../other/", "outside the site"),
        ("a/index.html", "../other/#nope", "other/index.html#nope"),
        ("b/index.html", "../../other/", "outside the site"),
        ("b/index.html", "../other/#nope", "other/index.html#nope"),
    ]


@pytest.mark.parametrize(
    "name", ["data/library.json", "find/first.json", "sw.js", "manifest.webmanifest", "slides.pptx"]
)
def test_a_list_that_cannot_be_read_is_a_fault(tmp_path, name):
    plant(tmp_path)
    (tmp_path / name).write_text("{}", encoding="utf-8")
    assert [fault.why.code for fault in check(tmp_path)[0] if fault.page == name] == ["link-list-unreadable"]


@pytest.mark.sweep
def test_the_real_lists_and_downloads_are_read_and_followed(tmp_path, site):
    site = shutil.copytree(site, tmp_path / "site")
    assert check(site)[0] == []
    for name in SITE_LISTS:
        assert list(listed_links(name, (site / name).read_bytes())), name
    for path in sorted(site.rglob("*.pdf"))[::5]:
        assert list(listed_links(path.name, path.read_bytes())) == links_by_another_reader(path), path.name
    for ending in MAKERS:
        assert any(list(listed_links(path.name, path.read_bytes())) for path in site.rglob(f"*.{ending}")), ending
    (site / "handouts" / "zz-test.pdf").write_bytes(pdf_with("https://peer-reflection-library.example/nope/"))
    assert [fault.page for fault in check(site)[0]] == ["handouts/zz-test.pdf"]


def links_by_another_reader(path):
    with pikepdf.open(path) as pdf:
        annotations = [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]
        return [bytes(each.A.URI).decode() for each in annotations if "/A" in each and "/URI" in each.A]
