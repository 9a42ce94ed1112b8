"""Pages: what an author wrote is what a reader sees, and the same library gives the same bytes."""

import html
import json
import re

import markdown
import pytest
from conftest import build
from hypothesis import given
from hypothesis import strategies as st
from library.pages import render
from library.pages.markdown import Markdown, escape
from library.pages.wheel import drawing
from library.types.text import Text
from pydantic_core import PydanticCustomError
from selectolax.lexbor import LexborHTMLParser
from tiny_library import blank_wheel, entries, tiny_library, wheel

LINE = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2FF), max_size=60)
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]


@given(LINE)
def test_plain_text_survives_markdown(line):
    wanted = " ".join(line.split())
    shown = markdown.markdown(f"<p markdown>{escape(line)}</p>", extensions=EXTENSIONS)
    assert wanted == " ".join(html.unescape(re.sub(r"</?p>", "", shown)).split())


TEXTS = {
    "one **two** *three*": "<p>one <strong>two</strong> <em>three</em></p>",
    "a [link](https://www.gov.uk/)": '<p>a <a href="https://www.gov.uk/">link</a></p>',
    "a [guide](guide:listening)": '<p>a <a href="/guides/listening.md">guide</a></p>',
    "a [resource](resource:film)": '<p>a <a href="/resources.md#film">resource</a></p>',
    "x {: onclick=alert(1) }": "<p>x &#123;: onclick=alert(1) &#125;</p>",
    "[home]: https://www.gov.uk/": "<p>[home]: https://www.gov.uk/</p>",
    "- one\n- two": "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
}


@pytest.mark.parametrize("written", TEXTS)
def test_rich_text_becomes_the_same_html(written):
    shown = markdown.markdown(Markdown(tiny_library()).rich(Text.read(written)), extensions=EXTENSIONS)
    assert html.unescape(TEXTS[written]) == html.unescape(shown)


def test_a_list_that_would_lose_its_number_is_refused():
    with pytest.raises(PydanticCustomError) as refused:
        Text.read("1989. The Children Act")
    assert refused.value.type == "list-not-from-1"
    assert Text.read("1989\\. The Children Act").plain == "1989. The Children Act"


def test_the_same_library_gives_the_same_bytes():
    assert list(render(tiny_library())) == list(render(tiny_library()))


def test_everything_with_an_address_has_a_page(tiny_site):
    library = tiny_library()
    addresses = {kind.page_of(entry.id) for kind, entry in entries(library) if kind.page}
    assert len(addresses) > 10
    assert [address for address in sorted(addresses) if not (tiny_site / address / "index.html").is_file()] == []


def test_a_wheel_has_a_wedge_for_each_segment():
    wedges = drawing(wheel(tiny_library()))
    assert [wedge.status for wedge in wedges] == ["confirmed", "inferred", "open", "blank", "blank"]
    assert wedges[2].lines[-1].text == "to confirm"
    assert len(drawing(blank_wheel(tiny_library()))) == 4


def test_a_running_order_says_when_each_step_starts(tiny_site):
    page = LexborHTMLParser((tiny_site / "sessions" / "pairs" / "index.html").read_text(encoding="utf-8"))
    starts = [row.css_first("td").text().strip() for row in page.css(".plan tbody tr")]
    assert starts == ["0 min", "5 min", "15 min"]


def test_search_engines_are_told_the_time_to_plan_for(tiny_site):
    told = {}
    for path in ("guides/listening", "sessions/pairs", "workshops/first-steps"):
        page = LexborHTMLParser((tiny_site / path / "index.html").read_text(encoding="utf-8"))
        [facts] = page.css('script[type="application/ld+json"]')
        told[path] = json.loads(facts.text())["timeRequired"]
    assert told == {"guides/listening": "PT33M", "sessions/pairs": "PT25M", "workshops/first-steps": "PT30M"}


def test_a_page_written_by_hand_is_never_overwritten(tiny_project):
    page = tiny_project / "docs" / "resources.md"
    page.write_text("---\ntitle: Ours\ndescription: Ours.\n---\n# Ours\n", encoding="utf-8")
    done = build(tiny_project, tiny_project / "out")
    assert done.returncode == 1
    assert "docs/resources.md:1  has the name of a page that the library makes, resources/; " in done.stderr
    assert not (tiny_project / "out").exists()
