"""The export: plain CommonMark of every document, read back by another engine as what an author wrote."""

import subprocess
import sys
from typing import get_args

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from library.formats import markdown
from library.formats.absolute import absolute
from library.formats.markdown_text import escape
from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.shared import Teller
from library.texts import texts
from library.types.text import Text
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser
from tiny_library import ADDRESS, documents, tiny_library

LIBRARY = tiny_library()
TELLINGS = {
    document.id: absolute(Teller(LIBRARY, texts()).telling(kind, document), LIBRARY, ADDRESS)
    for kind, document in documents(LIBRARY)
}
ENGINE = MarkdownIt("commonmark")
LINE = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2FF), min_size=1, max_size=60)


def read_back(source):
    """What an engine that knows CommonMark makes of it."""
    return LexborHTMLParser(ENGINE.render(source))


def squeezed(text):
    return " ".join(text.split())


@settings(deadline=None)
@given(LINE)
def test_plain_words_are_read_back_as_they_are(line):
    assert squeezed(read_back(escape(line)).body.text()) == squeezed(line)


@pytest.mark.parametrize(
    "written", ["one **two** *three*", "a [link](https://www.gov.uk/)", "- one\n- two", "1. one\n2. two", "1989\\. The"]
)
def test_a_text_is_read_back_as_an_author_wrote_it(written):
    told = tell(blocks.Prose(Text.read(written)))
    assert ENGINE.render(written) in ENGINE.render(markdown.write(told, texts()))


def tell(*told):
    guide = TELLINGS["listening"]
    return Telling("", "A title", "", "", guide.version, guide.revised, guide.review_by, (Section("", "", told),))


@pytest.mark.parametrize("block", get_args(blocks.Block), ids=lambda block: block.__name__)
def test_there_is_a_writer_for_each_block(block):
    assert markdown.write_block.dispatch(block) is not markdown.write_block.dispatch(object)


@pytest.mark.parametrize("id", TELLINGS)
def test_a_document_has_its_headings_and_no_html(id):
    told, source = TELLINGS[id], markdown.write(TELLINGS[id], texts())
    page = read_back(source)
    headings = [squeezed(node.text()) for node in page.css("h1, h2, h3, h4, h5, h6")]
    assert headings == [told.title, *(section.title for section in told.walk() if section.title)]
    assert [token.type for token in ENGINE.parse(source) if token.type == "html_block"] == []
    assert "html_inline" not in {child.type for token in ENGINE.parse(source) for child in token.children or ()}
    assert all(node.attributes["href"].startswith("http") for node in page.css("a"))


def test_a_question_and_what_is_said_of_it_stay_together():
    page = read_back(markdown.write(TELLINGS["openers"], texts()))
    points = [squeezed(node.text(separator=" ")) for node in page.css("li") if "Depth:" in node.text()]
    [questions, *_] = TELLINGS["openers"].blocks(blocks.Questions)
    assert points[0].startswith(questions.questions[0].text.plain)


def test_what_is_played_says_how_long_it_takes():
    [film, course] = [clip for step in TELLINGS["listening"].blocks(blocks.StepByStep) for clip in step.step.clips]
    told = squeezed(read_back(markdown.write(TELLINGS["listening"], texts())).body.text())
    assert f"Play: {film.part} (5–6 minutes). {film.access}." in told
    assert f"Open: {course.part}. {course.access}." in told


def test_the_command_writes_a_file_for_each_document(tiny):
    out = tiny / "out"
    command = [sys.executable, ROOT / "hooks" / "content.py", "--root", tiny, "--markdown", out]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    files = {path.relative_to(out).as_posix() for path in out.rglob("*.md")}
    assert files == {f"{kind.page_of(document.id).rstrip('/')}.md" for kind, document in documents(LIBRARY)}
    assert f"Wrote {len(files)} documents to " in done.stdout
    text = (out / "guides" / "listening.md").read_text(encoding="utf-8")
    assert text.startswith("# Listening\n\nPractise listening to one another")
