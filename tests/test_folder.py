"""A site in a folder of its host, as every GitHub project page is: https://reflect.example.org/library/."""

import json
import re
import subprocess
import sys
from urllib.parse import urljoin, urlsplit

import pypdfium2 as pdfium
import pytest
import zxingcpp
from browsing import policy_of, serve
from conftest import ROOT, build
from library.delivery.headers import headers
from library.links import check
from library.links.lists import listed_links
from test_offline import heading, visit
from tiny_library import copy_project, guide, tiny_library

OWN = "https://reflect.example.org/library/"
WRONG = ["nowhere/", "guides/nowhere/", "a/b/c/d/e/f.html"]


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    """A host's folder; the site stands in library/ below it, and nothing else is there."""
    folder = tmp_path_factory.mktemp("host")
    done = build(copy_project(tmp_path_factory.mktemp("project")), folder / "library", SITE_URL=OWN)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def reader(browser):
    """A reader's browser that keeps nothing, and notes each file it could not get."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    context.set_default_timeout(15_000)
    context.lost = []
    context.on("requestfailed", lambda request: context.lost.append(request.url))
    context.on("response", lambda answer: answer.status >= 400 and context.lost.append(answer.url))
    yield context
    context.close()


def test_every_link_holds(host):
    faults, count = check(host / "library")
    assert faults == []
    assert count > 500
    command = [sys.executable, str(ROOT / "hooks" / "links.py"), str(host / "library")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"Followed {count} links: all hold.\n")


LINKS = {
    "/shelf/other/#there": "",
    "/shelf/": "",
    "/shelf": "",
    "/shelf/.": "",
    "../shelf/other/": "",
    "https://library.example/shelf": "",
    "https://library.example/shelf/other/": "",
    "https://library.example/another-site/": "",
    "/": "leads to outside the site: the site stands in /shelf/ on its host. [link-out-of-site]",
    "/other/": "leads to outside the site: the site stands in /shelf/ on its host. [link-out-of-site]",
    "/shelf/../other/": "leads to outside the site: the site stands in /shelf/ on its host. [link-out-of-site]",
    "/shelf-of-another/": "leads to outside the site: the site stands in /shelf/ on its host. [link-out-of-site]",
    "../other/": "leads to outside the site: the site stands in /shelf/ on its host. [link-out-of-site]",
    "../../shelf/other/": "leads to outside the site: the site stands in /shelf/ on its host. [link-out-of-site]",
    "/shelf/nope/": "leads to nope/index.html: there is no such file. [link-to-no-file]",
    "/shelf/shelf/other/": "leads to shelf/other/index.html: there is no such file. [link-to-no-file]",
    "/shelf/other/#nope": "leads to other/index.html#nope: there is no such place on that page. [link-to-no-place]",
    "https://library.example/shelf/nope/": "leads to nope/index.html: there is no such file. [link-to-no-file]",
}


@pytest.mark.parametrize("link", LINKS)
def test_a_link_is_judged_by_where_the_site_stands(tmp_path, link):
    head = '<link rel="canonical" href="https://library.example/shelf/">'
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text('<p id="there">', encoding="utf-8")
    (tmp_path / "index.html").write_text(f'<head>{head}</head><a href="{link}">x</a>', encoding="utf-8")
    wanted = [f"index.html: the link {link!r} {LINKS[link]}"] if LINKS[link] else []
    assert [str(fault) for fault in check(tmp_path)[0]] == wanted


def test_lists_for_programs_are_followed_from_the_folder(host, tmp_path):
    """A path in them is below the site, wherever they stand themselves: what one lists and is not there is told."""
    page = host / "library" / "topics" / "listening" / "index.html"
    page.rename(tmp_path / "listening.html")
    try:
        faults = {(fault.page, fault.link) for fault in check(host / "library")[0]}
    finally:
        (tmp_path / "listening.html").rename(page)
    path = "topics/listening/"
    assert {("find/first.json", path), ("sw.js", path), ("sitemap.xml", f"{OWN}{path}")} <= faults


def test_the_whole_library_works_there_after_one_visit(browser, host):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    with serve(host) as server:
        page = visit(context, f"{server}library/")
        asked = {path for path in server.asked if not path.startswith("/library/")}
    assert asked <= {"/favicon.ico"}
    address = f"{server}library/"
    assert heading(page, f"{address}guides/listening/") == (200, "Listening")
    for path in WRONG:
        assert heading(page, address + path) == (404, "There is no page at this address")
    page.locator(".site-name").click()
    assert page.locator("h1").inner_text() == "A tiny library"
    page.locator("input[type=search]").fill("opners")
    page.locator("input[type=search]").press("Enter")
    page.locator(".result a").first.click()
    assert page.url == f"{address}questions/openers/"
    context.close()


@pytest.mark.parametrize("path", WRONG)
def test_a_wrong_address_at_any_depth_shows_a_whole_page_that_leads_on(reader, host, path):
    with serve(host, headers(policy_of(host / "library"))) as server:
        page = reader.new_page()
        assert heading(page, f"{server}library/{path}") == (404, "There is no page at this address")
        page.wait_for_load_state("networkidle")
        assert reader.lost == [f"{server}library/{path}"]
        assert page.evaluate("document.fonts.ready.then(fonts => fonts.check('16px Atkinson'))")
        links = page.locator("a[href]").evaluate_all("all => all.map(one => one.pathname)")
        assert len(links) > 20
        assert [link for link in links if not link.startswith("/library/")] == []
        page.locator("#missing").fill("openers")
        page.locator("#missing").press("Enter")
        page.locator(".result").first.wait_for()
        assert page.url == f"{server}library/find/?q=openers"


@pytest.mark.parametrize("path", ["", "find/?q=opners", "wheels/blank/", "sessions/pairs/", "resources/"])
def test_the_policy_allows_all_that_a_page_needs_and_nothing_is_asked_outside_the_folder(reader, host, path):
    with serve(host, headers(policy_of(host / "library"))) as server:
        page = reader.new_page()
        faults, asked = [], []
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{server}library/{path}")
        page.wait_for_load_state("networkidle")
        page.locator(".menu summary").click()
        assert (faults, reader.lost) == ([], [])
        assert [url for url in asked if not url.startswith(f"{server}library/")] == []


def test_every_address_on_paper_is_below_the_folder(host):
    """Short addresses, home and documents: in PDFs, in Office files and in calendars."""
    site = host / "library"
    said = set()
    for path in sorted((site / "handouts").iterdir()):
        content = path.read_bytes()
        if path.suffix == ".ics":
            unfolded = content.decode("utf-8").replace("\r\n ", "")
            said |= set(re.findall(r"https://reflect\.example\.org/[\w/.#-]*", unfolded))
        else:
            said |= {link for link in listed_links(path.name, content) if "reflect.example.org" in link}
    short = {address for address in said if address.startswith(f"{OWN}r/")}
    assert short == {f"{OWN}r/{id}/" for id in guide(tiny_library()).resources}
    for address in said:
        assert address.startswith(OWN), address
        assert (site / urlsplit(address).path.removeprefix("/library/") / "index.html").is_file(), address


def test_qr_codes_lead_below_the_folder(host):
    site = host / "library"
    sheet = pdfium.PdfDocument((site / "handouts" / "listening-handout.pdf").read_bytes())
    pictures = [page.render(scale=150 / 72).to_pil() for page in sheet]
    codes = [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]
    assert len(codes) > 1
    assert [code for code in codes if not code.startswith(OWN)] == []


def test_each_page_tells_its_whole_address(host):
    site = host / "library"
    pages = [path for path in sorted(site.rglob("index.html"))]
    run = [path for path in pages if path.is_relative_to(site / "run")]
    firsts = set()
    for path in run:
        [first] = re.findall(r'<link rel="canonical" href="([^"]+)">', path.read_text(encoding="utf-8"))
        assert first.removeprefix(OWN).split("/")[1:] == [path.relative_to(site).parts[1], ""], "its document's page"
        assert (site / first.removeprefix(OWN) / "index.html").is_file()
    for path in (path for path in pages if path not in run):
        html, own = path.read_text(encoding="utf-8"), OWN + path.parent.relative_to(site).as_posix().strip(".")
        own = own if own.endswith("/") else f"{own}/"
        first = own.replace("/blank/", "/map/") if own.endswith("/wheels/blank/") else own  # of variants the first
        assert f'<link rel="canonical" href="{first}">' in html, path
        assert f'<meta property="og:url" content="{own}">' in html, path
        if 'http-equiv="refresh"' not in html:
            firsts.add(first)
    listed = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(firsts), "search engines are led to the first page of each content, once"


def test_it_is_installed_as_itself_and_not_as_its_host(host):
    """An `id` would be read from the host's root, where a site in another folder would have the same."""
    manifest = json.loads((host / "library" / "manifest.webmanifest").read_text(encoding="utf-8"))
    where = f"{OWN}manifest.webmanifest"
    assert "id" not in manifest
    assert urljoin(where, manifest["start_url"]) == urljoin(where, manifest["scope"]) == OWN
    for icon in manifest["icons"]:
        assert (host / "library" / icon["src"]).is_file()


def test_servers_get_the_headers_for_the_folder(host):
    site = host / "library"
    rules = [line for line in (site / "_headers").read_text(encoding="utf-8").splitlines() if line[:1] == "/"]
    assert rules == ["/library/*", "/library/assets/*"]
    assert 'if ($uri ~ "^/library/assets/")' in (site / "_nginx-headers.conf").read_text(encoding="utf-8")
