"""Nothing vanishes: whatever was read stands on its shelf or has a problem, and a file nobody reads is named."""

import os
import re
import subprocess
import sys

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from library import ContentError, load
from library.core.catalogue import RESOURCE
from library.core.reserved import FRAME_IDS
from library.kinds import KINDS
from library.problems import Problem
from library.sources import entries as entries_room
from library.sources.reading import parsed
from library.sources.shelves import NothingMayVanish, Shelves
from library.sources.wording import mistake_of
from library.types import plain as words
from library.types.text import Text
from pydantic import ValidationError
from pydantic_core import PydanticCustomError
from selectolax.lexbor import LexborHTMLParser
from spoiling import in_words
from tiny_library import GUIDE, RESOURCES, entries, spoil, tiny_library
from yaml_files import read

CHECK = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root"]
NOTHING = "is empty; write something between the quotation marks, or remove the line."


def problems(root):
    """What the check says of a folder, a line each."""
    with pytest.raises(ContentError) as caught:
        load(root)
    return [str(problem).rpartition(" [")[0] for problem in caught.value.problems]


def test_every_single_line_that_is_blank_is_told():
    """The family, not the case: a one-line text of spaces is a problem in each model that has one."""
    tried = 0
    for model in (kind.model for kind in KINDS):
        for name, field in model.model_fields.items():
            if field.annotation is str and name != "id" and any("one_line" in repr(one) for one in field.metadata):
                with pytest.raises(ValidationError) as fault:
                    model.model_validate({name: " "})
                [error] = [error for error in fault.value.errors() if error["loc"] == (name,)]
                assert mistake_of(error, model, error["input"]).sentence == NOTHING
                tried += 1
    assert tried >= 15


def test_what_is_read_and_neither_kept_nor_told_is_our_own_mistake(tiny):
    shelves = Shelves(tiny)
    shelves.read_list(RESOURCES, RESOURCE)
    assert shelves.library().counted.endswith("and 5 resources")
    shelves.read.append(("guides/lost.yaml", ()))
    with pytest.raises(NothingMayVanish, match=r"guides/lost\.yaml"):
        shelves.library()


def test_a_problem_that_is_passed_over_by_mistake_is_a_traceback(tiny, monkeypatch):
    monkeypatch.setattr(entries_room, "_of_model", lambda *_: iter(()))
    spoil(tiny, GUIDE, "intensity: heavy", "intensity: wild")
    with pytest.raises(NothingMayVanish, match=re.escape(GUIDE)):
        load(tiny)


def test_what_is_no_content_may_lie_where_it_likes(tiny):
    elsewhere = (".github/x.yml", "tests/cases/x.yaml", "site/source/guides/x.yaml", "out/x.yaml")
    for path in (*elsewhere, "codecov.yml", "docs/CNAME"):
        (tiny / path).parent.mkdir(parents=True, exist_ok=True)
        (tiny / path).write_text("coverage: 1\n" if path == "codecov.yml" else "title: x\n", encoding="utf-8")
    (tiny / "out" / "index.html").write_text("", encoding="utf-8")
    assert load(tiny).counted == tiny_library().counted


def test_no_link_leads_out_of_docs(tiny, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text("# Secret\n", encoding="utf-8")
    (tiny / "docs" / "stolen.md").symlink_to(outside / "secret.md")
    (tiny / "docs" / "folder").symlink_to(outside, target_is_directory=True)
    (tiny / "docs" / "within.md").symlink_to("privacy.md")
    advice = "is a link out of docs/; put the file itself here."
    assert problems(tiny) == [f"docs/folder:1  {advice}", f"docs/stolen.md:1  {advice}"]


@pytest.mark.parametrize("digits", ["9" * 5000, "-" + "1" * 19, "1" * 5000 + ".5"])
def test_a_number_of_thousands_of_digits_is_a_sentence(tiny, digits):
    line = spoil(tiny, GUIDE, "experience: some", f"experience: {digits}")
    advice = f"holds a number of {len(digits)} digits; put it in quotes if it is meant as text."
    assert f"{GUIDE}:{line}  {advice}" in problems(tiny)


UNSEEN = [0x01, 0x0B, 0x0C, 0x1B, 0x1C, 0x7F, 0x85, 0x2028, 0x202E, 0x2066, 0xFDD0, 0xFFFE, 0x10FFFF]


@pytest.mark.parametrize("code", UNSEEN, ids=lambda code: f"U+{code:04X}")
def test_what_cannot_be_seen_is_refused_in_every_text_raw_and_by_number(tiny, code):
    letter, escaped = chr(code), f"\\U{code:08x}"
    advice = f"holds <U+{code:04X}>, which is not text but an invisible control character; "
    advice += "delete it and type the line afresh."
    for written in (f"summary: >-\n  a{letter}b", f'summary: "a{escaped}b"', f'"sum{escaped}mary": a'):
        (tiny / GUIDE).write_text(f"title: x\n{written}\n", encoding="utf-8")
        told = [one for one in problems(tiny) if one.startswith(GUIDE)]
        assert told == [f"{GUIDE}:{2 + written.count(chr(10)) * (letter in written)}  {advice}"]


def test_no_key_and_no_file_name_reaches_the_terminal_raw(tiny):
    (tiny / "guides" / "\x1b[31mred\u202e.yaml").write_text('"a\u00a0b": x\n', encoding="utf-8")
    told = "\n".join(problems(tiny))
    assert "guides/<U+001B>[31mred<U+202E>.yaml:1  should be named with small letters" in told
    assert "a<U+00A0>b: is not a key we know." in told
    assert not any(letter in told for letter in "\x1b\u202e\u00a0")


@pytest.mark.parametrize("name", [*sorted(FRAME_IDS), "icon-menu", "kind-podcasts", "nul"])
def test_a_resource_may_not_have_an_id_of_the_frame(tiny, name):
    line = spoil(tiny, RESOURCES, "- id: leaflet\n", f"- id: {name}\n")
    owner = "Windows" if name == "nul" else "the site"
    advice = f"has an id that {owner} keeps for itself ('{name}'); choose another id."
    assert f"{RESOURCES}:{line}  entry 5, id: {advice}" in problems(tiny)


def test_every_id_of_the_frame_is_kept_for_it(tiny_site):
    """Whatever stands around the words of the catalogue, and of the page for a wrong address, is on the list."""
    resources = {entry.id for kind, entry in entries(tiny_library()) if kind == "resources"}
    for path in ("resources/index.html", "404.html", "guides/listening/index.html"):
        tree = LexborHTMLParser((tiny_site / path).read_text(encoding="utf-8"))
        for node in tree.css("article"):
            node.decompose()
        frame = {node.attributes["id"] for node in tree.css("[id]")} - resources
        assert {one for one in frame if not one.startswith(("icon-", "kind-"))} <= FRAME_IDS


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_message_is_printed_whatever_letters_the_terminal_has(tiny, encoding):
    spoil(tiny, GUIDE, "intensity: heavy", "intensity: 🙂 مرحبا →")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run([*CHECK, str(tiny)], capture_output=True, env=environment, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    assert b"found '\\U0001f642 " in done.stdout


def test_without_git_the_comparison_is_a_sentence(tiny):
    environment = {**os.environ, "PATH": str(tiny)}
    command = [*CHECK, str(tiny), "--since", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "git is not installed, or not on the path, so an earlier commit can't be read" in done.stderr


BEHIND = (
    "has text after ' #', which YAML leaves out; put the whole text in quotes, or move a note to a line of its own."
)
LEFT_OUT = {
    "title: Relationship-based practice #2 for new staff\n": 1,
    "title: a\n  b #2 for new staff\n": 2,
    "title: a\n  b #2 for\n  new staff\n": 2,
    "title: #2 for new staff\n": 1,
    "title: #2 for new\n  staff\n": 1,
    "list:\n  - a\n  - b #2\n": 3,
    "list:\n  - a\n  - #2\n": 3,
    "list:\n  - #2 for\n    staff\n": 2,
    "list: [a, b #2\n  , c]\n": 1,
    "a #2: b\n": 1,
    "title: é🙂é #2\r\n": 1,
}


def read_text(tmp_path, text):
    """What the reader makes of a text: its data, or the line and the sentence of its problem."""
    file = tmp_path / "x.yaml"
    file.write_bytes(text.encode("utf-8"))
    outcome = read(file, "x.yaml")
    return (outcome.line, outcome.sentence) if isinstance(outcome, Problem) else outcome.data


@pytest.mark.parametrize("text", LEFT_OUT)
def test_words_that_yaml_takes_for_a_comment_are_told(tmp_path, text):
    assert read_text(tmp_path, text) == (LEFT_OUT[text], BEHIND)


def test_a_comment_that_hides_no_words_is_welcome(tmp_path):
    text = "# a: b\na: 'x' # y\nb: |- # y\n  x #2\nc: >-\n  x #2\n# y\nd: # y\n  - x\n  # - y\n  - C#\n"
    text += "e: [x] # y\nf: x#2\n"
    wanted = {"a": "x", "b": "x #2", "c": "x #2", "d": ["x", "C#"], "e": ["x"], "f": "x#2"}
    assert read_text(tmp_path, text) == wanted


OWN = "which YAML takes for a sign of its own"
QUOTE = "put the text in quotes."
END = "is a line of '...', where YAML ends the file; remove it, or put the text in quotes."
START = f"starts with '---', {OWN}; remove it, or {QUOTE}"
SINGLE = "has a quotation mark (') inside the text, where YAML ends the text; write it twice (''), "
SINGLE += 'or put the whole text in double quotes (").'
DOUBLE = 'has a quotation mark (") inside the text, where YAML ends the text; write it with a backslash (\\"), '
DOUBLE += "or put the whole text in single quotes (')."
NAMED = " (an anchor or alias)"
LIST = f"starts with '[', {OWN}; put the text in quotes, or close a list with ']' and part its entries with commas."
BACKSLASH = "has a backslash that means nothing to YAML ('\\q'); "
BACKSLASH += "write two of them, or put the text in single quotes (')."
ENTRIES = {
    "**Find a time** that suits": f"starts with '*', {OWN}{NAMED}; {QUOTE}",
    "*word that": f"starts with '*', {OWN}{NAMED}; {QUOTE}",
    "&c": f"starts with '&', {OWN}{NAMED}; {QUOTE}",
    "& more": f"starts with '&', {OWN}{NAMED}; {QUOTE}",
    "{name} can": f"starts with '{{', {OWN}; put the text in quotes, or close keys with values with '}}' "
    "and part them with commas.",
    "[a] b": LIST,
    "[a, b": LIST,
    "['a' 'b']": "has two texts in quotes without a comma between them; put one.",
    "'it's'": SINGLE,
    '"he said "hi""': DOUBLE,
    '"\\q"': BACKSLASH,
    '"open': "has an opening quotation mark that is never closed; close it, or remove it.",
    **{f"{sign}x": f"starts with '{sign}', {OWN}; {QUOTE}" for sign in "!%@`}],|>"},
    **{f"{sign} x": f"starts with '{sign}', {OWN}; {QUOTE}" for sign in "!%@`}],|>"},
}
VALUES = {"- x": f"starts with '-', {OWN}; {QUOTE}", "? x": f"starts with '?', {OWN}; {QUOTE}"}


@pytest.mark.parametrize("value", [*ENTRIES, *VALUES])
def test_a_value_that_yaml_cannot_read_is_told_by_what_it_starts_with(tmp_path, value):
    assert read_text(tmp_path, f"x: y\ntitle: {value}\nsummary: z\n") == (2, (ENTRIES | VALUES)[value])


@pytest.mark.parametrize("value", ENTRIES)
def test_an_entry_that_yaml_cannot_read_is_told_by_what_it_starts_with(tmp_path, value):
    assert read_text(tmp_path, f"list:\n  - {value}\n  - b\nsummary: z\n") == (2, ENTRIES[value])


SPLIT = {
    "a: b\n...\nc: d\n": (2, END),
    "...\na: b\n": (1, END),
    "--- a: b\n": (1, START),
    "a: b\n--- a: b\n": (2, START),
    "%a\nb: c\n": (1, f"starts with '%', {OWN}; {QUOTE}"),
    "'it's'\na: b\n": (1, SINGLE),
    "list: [#a, b]\nx: y\n": (1, LIST),
    "list:\n  - \ta\n": (2, "has a tab behind a dash or a colon; use a space."),
    "a:b\nc: d\n": (
        2,
        "has a colon though the line before is not finished; check that line, and the spaces before both.",
    ),
}


@pytest.mark.parametrize("text", SPLIT)
def test_a_line_that_ends_or_splits_the_file_is_told(tmp_path, text):
    assert read_text(tmp_path, text) == SPLIT[text]


@given(st.text("ab:#'\"\\[]{}*&!%@`|>-?., \n\t", max_size=24))
def test_no_word_of_theparsedr_reaches_an_author(text):
    outcome = parsed(text, "x.yaml")
    assert not isinstance(outcome, Problem) or not re.search(r"did not find|expected|scanning|parsing", str(outcome))


NO_TITLE = "should have no title in quotation marks behind a link's address ('ask the duty desk first'); "
NO_TITLE += "write it in the text"
NO_WORDS = "should have words between the square brackets of a link: '[words](guide:its-id)'"
NOT_SEEN = "is empty to a reader: it should hold a letter that can be seen"
CONTROL = "should hold no invisible control character such as <U+{}>; type the text afresh"
LOST = {
    '[team](https://www.gov.uk/ "ask the duty desk first")': NO_TITLE,
    "see [](guide:its-id)": NO_WORDS,
    "see [ ](guide:its-id)": NO_WORDS,
    "see [**\u200b**](guide:its-id)": NO_WORDS,
    "a&#x202e;b": CONTROL.format("202E"),
    "a&#x2028;b": CONTROL.format("2028"),
    "**a&#8295;b**": CONTROL.format("2067"),
    " ": NOT_SEEN,
    "**\u200b**": NOT_SEEN,
    "&#x200b;": NOT_SEEN,
}
BLANKS = ["\u2060\u00ad", "\u200b", "\u3164", "\u2800", "\u115f\uffa0", "\u0301", "\ufe0f"]


@pytest.mark.parametrize("written", [*LOST, *BLANKS])
def test_rich_text_that_would_lose_or_hide_something_is_refused(written):
    with pytest.raises(PydanticCustomError) as refused:
        Text.read(written)
    assert in_words(refused.value) == LOST.get(written, NOT_SEEN)


@pytest.mark.parametrize("written", BLANKS)
def test_a_line_that_a_reader_sees_as_blank_is_refused(tiny, written):
    line = spoil(tiny, GUIDE, "title: Listening\n", f'title: "{written}"\n')
    shown = "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in written)
    assert f"{GUIDE}:{line}  title: {NOT_SEEN}; found '{shown}'." in problems(tiny)


def test_a_line_refuses_what_the_reader_of_files_refuses():
    for letter in filter(words.UNSEEN.match, map(chr, range(0x110000))):
        with pytest.raises(PydanticCustomError, match="unseen-in-text"):
            words.check_seen(f"a{letter}")
