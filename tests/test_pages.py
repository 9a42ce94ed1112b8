"""Pages: what an author wrote is what a reader sees, and the same library gives the same bytes."""

import html
import re

import markdown
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from library import load
from library.core.shared import TOPIC
from library.kinds.wheel import WHEEL
from library.pages import render
from library.pages.markdown import Markdown, escape
from library.pages.wheel import drawing
from library.types.text import Text
from pydantic_core import PydanticCustomError

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
    shown = markdown.markdown(Markdown(load(ROOT)).rich(Text.read(written)), extensions=EXTENSIONS)
    assert html.unescape(TEXTS[written]) == html.unescape(shown)


def test_a_list_that_would_lose_its_number_is_refused():
    with pytest.raises(PydanticCustomError) as refused:
        Text.read("1989. The Children Act")
    advice = "should number its list from 1, or have a backslash before the dot: '1989\\. The year …'"
    assert advice == str(refused.value)
    assert Text.read("1989\\. The Children Act").plain == "1989. The Children Act"


def test_the_same_library_gives_the_same_bytes():
    library = load(ROOT)
    assert list(render(library)) == list(render(load(ROOT)))


def test_every_document_and_topic_has_a_page():
    library = load(ROOT)
    paths = {artifact.path for artifact in render(library)}
    assert {f"topics/{topic}.md" for topic in library[TOPIC]} <= paths
    assert {"guides/relationship-based-practice.md", "wheels/blank.md", "resources.md"} <= paths


def test_a_wheel_has_a_wedge_for_each_segment():
    library = load(ROOT)
    assert [len(drawing(wheel)) for wheel in library[WHEEL].values()] == [14, 15, 14]
    wedges = drawing(library[WHEEL]["grrraacceeesss"])
    assert [wedge.status for wedge in wedges if wedge.lines[-1].text == "to confirm"] == ["open"]


def test_a_running_order_says_when_each_step_starts():
    page = next(one.content for one in render(load(ROOT)) if one.path == "sessions/space-to-think.md")
    starts = re.findall(r"^<tr><td>(\d+ min)</td>", page, re.M)
    assert starts == ["0 min", "5 min", "8 min", "18 min", "20 min", "30 min"]
