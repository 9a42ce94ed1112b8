"""What browsers and servers get besides the pages: policy, headers, weight, icons."""

import gzip
import hashlib
import json
import re
from urllib.parse import urlsplit

import pytest
from browsing import EVERY_KIND, SOME_KINDS, policy_of, serve
from conftest import ROOT, build, some_first
from library.built import Look, look_over
from library.delivery.headers import headers
from library.delivery.policy import POLICY
from library.delivery.scripts import with_words
from library.delivery.styles import styles
from library.delivery.worker import DIGITS, Kept, worker
from library.formats.html.tight import tight
from library.texts import texts


def test_the_policy_is_strict_and_the_same_everywhere(site):
    wanted = policy_of(site)
    assert wanted == POLICY
    assert wanted.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "sha256" not in wanted
    assert "unsafe" not in wanted
    for path in site.rglob("*.html"):
        assert f'content="{wanted}"' in path.read_text(encoding="utf-8"), path
    for name in ("_headers", "_nginx-headers.conf"):
        text = (site / name).read_text(encoding="utf-8")
        for header, value in headers(wanted).items():
            assert header in text
            assert value in text
        assert "immutable" in text


def test_the_worker_lists_each_page_by_its_folder_and_leaves_what_is_not_kept(tmp_path):
    for name in ("_headers", "data/library.json", "handouts/x.pdf", "sw.js", "404.html", "a/index.html", "index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    kept = Kept()
    look_over(tmp_path, [Look(kept.see)])
    wanted = [
        [address, hashlib.sha256(name.encode()).hexdigest()[:DIGITS]]
        for address, name in (("404.html", "404.html"), ("a/", "a/index.html"), ("", "index.html"))
    ]
    written = re.search(r"^const FILES = (.*);", worker(kept.files), re.M)
    assert written
    assert wanted == json.loads(written[1])


OTHER_KINDS = [path for path in EVERY_KIND if path not in SOME_KINDS]


@pytest.mark.parametrize("paths", some_first([SOME_KINDS, OTHER_KINDS], [SOME_KINDS]))
def test_no_page_with_every_feature_used_breaks_the_policy_or_asks_anyone_else(browser, site, paths):
    with serve(site, headers(policy_of(site))) as address:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        faults, asked = [], []
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        for path in paths:
            page.goto(address + path)
            page.locator("button.colours").click()
            page.locator(".menu summary").click()
            page.locator(".menu-panel a").first.wait_for()
            page.wait_for_load_state("networkidle")
        assert [one for one in faults if "status of 404" not in one] == []
        assert {urlsplit(url).netloc for url in asked} == {urlsplit(address).netloc}
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
        assert page.evaluate("window.ran") is None, "the policy is not in force"
        page.close()


@pytest.mark.parametrize("path", ["", "guides/relationship-based-practice/", "find/", "wheels/grrraacceeesss/"])
def test_a_first_visit_weighs_at_most_75_kilobytes(page, address, site, path):
    asked = []
    page.on("response", lambda response: asked.append(urlsplit(response.url).path))
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    files = {site / (one.lstrip("/") + ("index.html" if one.endswith("/") else "")) for one in asked}
    weight = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)
    assert any(file.suffix == ".woff2" for file in files)
    assert weight <= 75_000, {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}


def test_assets_have_names_that_last_and_no_maps_are_shipped(site):
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assets = [name for name in names if name.startswith("assets/")]
    assert len(assets) > 10
    assert [name for name in assets if not re.search(r"\.[0-9a-f]{10}\.\w+$", name)] == []
    assert [name for name in names if name.endswith(".map")] == []
    scripts = [path.read_text(encoding="utf-8") for path in site.rglob("*.js")]
    assert [text for text in scripts if "sourceMappingURL" in text] == []


def test_it_can_be_installed(site):
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["start_url"] == manifest["scope"] == "./"
    for icon in manifest["icons"]:
        content = (site / icon["src"]).read_bytes()
        width, height = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
        assert content.startswith(b"\x89PNG")
        assert f"{width}x{height}" == icon["sizes"]
    page = (site / "wheels" / "blank" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="manifest" href="../../manifest.webmanifest">' in page


ONE_TRIP = 14 * 1024
"""Bytes that a server sends before a browser answers: the HTML and the style sheet of a page come at once."""


def test_a_page_comes_with_its_style_sheet_in_one_trip(site):
    """Lists are left out: they hold as much as there is."""
    for file in site.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        name = file.parent.relative_to(site).as_posix() + "/"
        [sheet] = re.findall(r'<link rel="stylesheet" href="([^"]+)">', html)
        weight = sum(len(gzip.compress(part, 9)) for part in (html.encode(), (file.parent / sheet).read_bytes()))
        is_a_list = name.startswith(("resources/", "topics/"))
        assert weight <= ONE_TRIP or is_a_list, f"{name} weighs {weight}"


@pytest.mark.sweep
def test_the_same_source_gives_the_same_site(site, tmp_path):
    assert build(ROOT, tmp_path / "again").returncode == 0
    for name in ("sw.js", "find/first.json", "manifest.webmanifest", "index.html"):
        assert (site / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name


SHEETS = {
    "assets/css/cards.css": b".card,.page:not(:has(.aside)) .shared>.card{margin:0}",
    "assets/css/finder.css": b".found:empty,.page:has(.result){margin:.2rem}.finder .card{order:1}",
    "assets/css/library.css": b"a{color:red}.shared,.page .shared>b{content:'.not-a-class'}",
    "assets/css/print.css": b".paper{color:#000}",
    "assets/css/wheel.css": b"@media (width>1px){.shared .wedge{top:1.5em}}:is(.wheel,.family) b{top:0}",
}
SCRIPTS = {"finder": b'e("p",{class:"result card"},t)', "clock": b'e("p",{class:"hand"})'}
STYLES = styles(SHEETS, SCRIPTS)


@pytest.mark.parametrize(
    ("html", "asked"),
    {
        '<p class="shared page">': [],
        '<p class="wedge">': ["wheel"],
        '<p class="a result">wedge</p><p class="paper">': ["finder"],
        '<b class="found"></b><i class="family"></i>': ["finder", "wheel"],
        '<b class="card"></b>': ["cards"],  # the finder's is for cards within the finder
        '<b class="aside"></b>': [],  # behind :not
        '<b data-tool="finder"></b>': ["cards", "finder"],  # its script makes them
        '<b data-tool="clock"></b>': [],
    }.items(),
)
def test_a_page_asks_for_the_parts_of_the_style_sheet_whose_classes_it_shows(html, asked):
    assert list(STYLES.asked_for(STYLES.held_by(html))) == [f"assets/css/{name}.css" for name in asked]


def test_a_page_has_one_style_sheet_and_pages_alike_share_it():
    name, content = STYLES.sheet(STYLES.held_by('<i class="wheel"></i><i class="card"></i>'))
    parts = ("library", "cards", "wheel")
    assert content == b"".join(SHEETS[f"assets/css/{part}.css"] for part in parts), "what all share comes first"
    assert (name, content) == STYLES.sheet(STYLES.held_by('<i class="card"></i><b class="wedge"></b>'))
    assert name != STYLES.sheet(STYLES.held_by('<i class="card"></i>'))[0]


def test_a_class_that_two_parts_are_for_asks_for_one_of_them():
    two = styles({"assets/css/library.css": b"", "assets/css/a.css": b".x{}.y{}", "assets/css/b.css": b".x{}.z{}"}, {})
    assert two.asked_for('<i class="x"></i>') == ("assets/css/a.css",)
    assert two.asked_for('<i class="x z"></i>') == ("assets/css/b.css",)


def test_a_tool_is_published_with_the_words_it_says():
    scripts = with_words({"assets/js/tools/clock.js": b"export{start};", "assets/js/page.js": b""}, texts())
    assert scripts["assets/js/page.js"] == b""
    script, words = scripts["assets/js/tools/clock.js"].decode().split("export const texts=")
    assert script == "export{start};"
    assert json.loads(words.rstrip().removesuffix(";")) == texts().section("clock")


@pytest.mark.parametrize(
    ("html", "tightened"),
    {
        "<p>\n    one\n\n  two</p>": "<p>\none\ntwo</p>",
        "<p>\n  a</p>\n  <pre>\n  b\n\n  c</pre>\n  d": "<p>\na</p>\n<pre>\n  b\n\n  c</pre>\nd",
        "\n <textarea>\n  b</textarea>\n <pre>  c</pre>\n ": "\n<textarea>\n  b</textarea>\n<pre>  c</pre>\n",
        "a b  c": "a b  c",
        '<p title="a &#34;b&#34;">it&#39;s &#34;c&#34;</p>': '<p title="a &#34;b&#34;">it\'s "c"</p>',
        "<i id='&#39;>&#39;'>&#39;</i><!-- &#39; > -->&#39;": "<i id='&#39;>&#39;'>'</i><!-- &#39; > -->'",
        "<pre>&#39;</pre>1 &lt; 2 &#39;": "<pre>'</pre>1 &lt; 2 '",
    }.items(),
)
def test_a_page_holds_no_indents_but_where_spaces_show_and_marks_of_text_as_they_are(html, tightened):
    assert tight(html) == tightened
