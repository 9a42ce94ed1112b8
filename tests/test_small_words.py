"""Small words that mislead: a lost space, a choice with nothing behind it, a name that is none, a word cut in two."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from conftest import build_with
from library.core.catalogue import RESOURCE
from library.core.inserts import INSERTS
from library.core.shared import TOPIC
from library.formats.html import offers, pages
from library.formats.html.inserts import MAKERS, fill
from library.kinds.guide import GUIDE
from library.kinds.session import SESSION
from library.texts import texts
from library.types.contact import Contact
from selectolax.lexbor import LexborHTMLParser
from tiny_library import documents, session, tiny_library, with_only

BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, figcaption, summary, label, title"
NOT_PROSE = "script, style, svg, code, pre, .plain-address"
MORE_THAN_WORDS = re.compile(r"[/@]|^\W*[a-z0-9-]+(\.[a-z0-9-]+)+\W*$|^\W*(\w\.)+\w?\W*$")
"""What has a mark with a letter behind it and is right: addresses, names of hosts and files, "e.g." and initials."""
RUN_ON = re.compile(r"[,;.][^\W\d_]")


def run_ons(html: str) -> Iterator[str]:
    """Each word of a page's prose with a comma, a semicolon or a full stop and a letter straight behind it."""
    tree = LexborHTMLParser(html)
    for node in tree.css(NOT_PROSE):
        node.replace_with(" x ")
    for block in tree.css(BLOCKS):
        for word in block.text().split():
            word = word.replace("GOV.UK", "")  # what the government calls its site
            if RUN_ON.search(word) and not MORE_THAN_WORDS.search(word):
                yield word


SAID = {
    "<p>About: yourself,the child.</p>": ["yourself,the"],
    "<p>in <a>the wheel</a>,<a>Social Graces</a></p>": ["wheel,Social"],
    "<li>First.Then the next;and so on</li>": ["First.Then", "next;and"],
    "<p>About: yourself, the child. At 1.5 or 1,000 m.</p>": [],
    "<p>See www.gov.uk, guides/x.yaml, a@b.org (resources.yaml) or https://www.gov.uk/a,b; e.g. J.B. Smith</p>": [],
    "<p>In <code>a,b</code></p><svg><text>a,b</text></svg>": [],
}


@pytest.mark.parametrize("html", SAID)
def test_a_lost_space_is_seen_and_none_is_invented(html):
    assert list(run_ons(html)) == SAID[html]


def test_a_space_follows_each_comma_and_stop_on_every_page(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 90
    lost = {path.relative_to(site).as_posix(): list(run_ons(path.read_text(encoding="utf-8"))) for path in pages}
    assert {path: found for path, found in lost.items() if found} == {}


# Choices


def test_times_that_fit_nothing_are_offered_nowhere_and_their_pages_stay(tiny_site):
    offered = offers.times(tiny_library())
    empty = set(offers.TIMES) - set(offered)
    assert offered
    assert empty
    linked = {}
    for path in tiny_site.rglob("*.html"):
        for minutes in re.findall(r'<a href="[^"]*?(\d+)-minutes/"', path.read_text(encoding="utf-8")):
            linked.setdefault(int(minutes), path.relative_to(tiny_site).as_posix())
    assert set(linked) == set(offered)
    for minutes in offers.TIMES:
        article = LexborHTMLParser((tiny_site / f"find/{minutes}-minutes/index.html").read_text(encoding="utf-8"))
        shown = article.css_first("article")
        assert shown.css_first("h1").text() == f"What fits in {minutes} minutes"
        assert shown.css(".card")
        assert ("What comes nearest" in shown.text()) is (minutes in empty)
        assert ("Nothing in the library is that short yet." in shown.text()) is (minutes in empty)


@pytest.mark.parametrize("path", ["index.html", "find/index.html", "find/15-minutes/index.html", "topics/index.html"])
def test_every_choice_leads_to_something(tiny_site, path):
    tree = LexborHTMLParser((tiny_site / path).read_text(encoding="utf-8"))
    links = tree.css(".choices a") or tree.css("article li a")
    assert links
    for link in links:
        target = (tiny_site / path).parent / link.attributes["href"] / "index.html"
        html = target.read_text(encoding="utf-8")
        assert 'class="card"' in html or 'class="resource"' in html or 'class="finder"' in html, link.text()


def test_what_is_offered_follows_from_what_is_there():
    library = tiny_library()
    only = library
    for kind in {kind for kind, _ in documents(library)}:
        only = with_only(only, kind)
    assert offers.times(only) == ()
    assert "guide" not in offers.kinds(only, texts())
    nothing = with_only(only, RESOURCE)
    assert offers.topics(only)
    assert offers.topics(nothing) == ()
    [find] = (page.write().html for page in pages(nothing, texts()) if page.url == "find/")
    assert "By time" not in find
    assert "By topic" not in find
    workshops = with_only(with_only(library, GUIDE), SESSION)
    assert offers.times(workshops) == (30, 45, 60, 90)
    listed = re.findall(r"\[(\d+) minutes\]", fill("[[times]]", workshops, Contact()))
    assert listed == ["30", "45", "60", "90"]


def test_a_page_written_by_hand_gets_the_choices_it_asks_for_and_is_else_left_alone():
    library = tiny_library()
    within = "a\n\n - [[times]] in a line\n`[[times]]`\n"
    assert fill(within, library, Contact()) == within
    filled = fill("<ul markdown>\n[[times]]\n<li>x</li>\n</ul>", library, Contact()).split("\n")
    assert filled[0] == "<ul markdown>"
    assert filled[1] == "<li markdown>[30 minutes](/find/30-minutes.md)</li>"
    assert filled[-2:] == ["<li>x</li>", "</ul>"]


def test_whatever_a_page_may_ask_for_is_made():
    assert tuple(MAKERS) == INSERTS


def test_a_page_that_asks_for_what_is_not_there_stops_the_build_with_its_line(tiny_project):
    done = build_with(tiny_project, "[[tiems]]")
    lines = len((tiny_project / "docs" / "privacy.md").read_text(encoding="utf-8").splitlines())
    assert done.returncode == 1
    assert f"docs/privacy.md:{lines}  '[[tiems]]' is nothing the library makes." in done.stderr
    assert "Traceback" not in done.stderr


# Names


def searched_for() -> dict[str, tuple[str, ...]]:
    """From the page of each thing to the words people search for it by."""
    library = tiny_library()
    named = {f"{kind.folder}{one.id}": one.aliases for kind, one in documents(library) if one.aliases}
    topics = library[TOPIC].values()
    return named | {f"topics/{topic.id}": topic.synonyms for topic in topics if topic.synonyms}


def claims(text: str) -> list[str]:
    """What in a text gives the words people search by as names."""
    listed = [", ".join(names) for names in searched_for().values() if len(names) > 1]
    return [claim for claim in ("Also known as", "also called", "alternateName", *listed) if claim in text]


def test_what_people_search_for_is_printed_as_a_name_on_no_page(tiny_site):
    assert len(searched_for()) == 3
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(tiny_site.rglob("*.html"))}
    told = {path.parent.name: claims(LexborHTMLParser(html).root.text()) for path, html in pages.items()}
    assert {page: found for page, found in told.items() if found} == {}
    assert [path for path, html in pages.items() if "alternateName" in html or 'class="aliases"' in html] == []
    topics = LexborHTMLParser((tiny_site / "topics" / "index.html").read_text(encoding="utf-8")).css(".card-title")
    assert [topic.text().strip() for topic in topics] == [topic.label for topic in offers.topics(tiny_library())]


def test_nor_in_a_file_to_print_or_change(tiny_site):
    files = sorted((tiny_site / "handouts").iterdir())
    assert len(files) > 90
    assert {file.name: found for file in files if (found := claims(words_of(file)))} == {}


def words_of(file: Path) -> str:
    """The words of a download; its properties too, where it is an Office file."""
    if file.suffix == ".pdf":
        return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(file))
    if file.suffix in (".docx", ".odt", ".pptx"):
        with zipfile.ZipFile(file) as parts:
            return "\n".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    return file.read_text(encoding="utf-8").replace("\n ", "")


def test_they_are_still_searched_and_kept_in_the_data(tiny_site):
    lines = json.loads((tiny_site / "find" / "first.json").read_text(encoding="utf-8"))["lines"]
    wanted = {name for names in searched_for().values() for name in names}
    assert {name for names in lines["names"] for name in names} == wanted
    data = json.loads((tiny_site / "data" / "library.json").read_text(encoding="utf-8"))
    assert any("Wonder" in topic.get("synonyms", []) for topic in data["topics"])


def test_the_finder_says_what_something_was_found_under_and_not_what_it_is(page, tiny_address):
    page.goto(f"{tiny_address}find/?q=Wonder")
    page.locator("#found[data-from=full]").wait_for()
    result = page.locator(".result", has=page.locator("a[href$='topics/curiosity/']"))
    assert result.locator(".why").inner_text() == "Found under: Wonder"
    said = " ".join(page.locator(".why").all_inner_texts())
    assert "Also known" not in said
    assert "Is about" not in said


# Words in tables

CUT = """() => {
  const cut = [];
  for (const cell of document.querySelectorAll("td, th")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}'’.]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top)));
        if (lines.size > 1) cut.push(word);
      }
    }
  }
  return cut;
}"""


@pytest.mark.sweep
def test_no_word_in_a_table_is_cut_and_nothing_scrolls_sideways(page, address, site):
    files = [path for path in sorted(site.rglob("index.html")) if "<table" in path.read_text(encoding="utf-8")]
    pages = [path.parent.relative_to(site).as_posix() for path in files]
    assert len(pages) >= 5
    faults = {}
    for path in pages:
        page.goto(f"{address}{path}/")
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 700})
            cut, wide = page.evaluate(CUT), page.evaluate("document.documentElement.scrollWidth")
            if cut or wide > width:
                faults[path, width] = cut, wide
    assert faults == {}


def test_a_cut_word_is_seen(page):
    narrow = "table-layout: fixed; width: 60px; overflow-wrap: anywhere"
    page.set_content(f"<table style='{narrow}'><td>Facilitator, try-out")
    assert page.evaluate(CUT) == ["Facilitator"]


def test_a_plan_of_one_step_is_not_told_twice():
    plan = session(tiny_library()).plan
    [part] = plan.parts
    alone = plan.model_copy(update={"parts": (part.model_copy(update={"steps": part.steps[:1]}),)})
    library = with_only(tiny_library(), SESSION, session(tiny_library()).model_copy(update={"plan": alone}))
    [page] = (page.write().html for page in pages(library, texts()) if page.url == "sessions/pairs/")
    assert "<table" not in page
    assert "step-speak" in page
