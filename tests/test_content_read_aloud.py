"""Words nobody says: turns that read as translated, contractions in writing, questions that ask two things.

The lists are of what reviewers stumbled over. What is said aloud keeps its contractions: `say`, what is read out first,
and words in quotation marks.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from library.texts import texts
from yaml_files import read

IDIOMS = re.compile(
    r"\b(beside|whom|at the least|it is no(?! longer)|holds that|anyone may|anybody may|stirs|stirred up|middling"
    r"|little ink|how people are leaving|in which a team|the least worth|it takes as given)\b",
    re.I,
)
CONTRACTION = re.compile(r"\b\w+n['’]t\b", re.I)
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”")
CODE = re.compile(r"```.*?```|`[^`]*`", re.S)
SPOKEN = {"say", "script", "limits"}
"""Keys whose words the facilitator says or reads out."""
NOT_OURS = {"aliases", "synonyms", "publisher", "by", "url", "links"}
"""Keys whose words others chose: how people search, and who published what."""


def written(entry: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Each text below an entry, with the key it stands under; those of a list stand under the list's."""
    match entry:
        case dict():
            published = {"title"} if entry.keys() & {"publisher", "url_status"} else set()
            for name, value in entry.items():
                if name not in NOT_OURS | published:
                    yield from written(value, name)
        case list():
            for value in entry:
                yield from written(value, key)
        case str():
            yield key, entry


def yaml_texts(path: Path) -> Iterator[tuple[str, str]]:
    return written(read(path, path.relative_to(ROOT).as_posix()).data)


def wrong(key: str, text: str) -> Iterator[str]:
    """What in a text nobody says, or nobody writes."""
    yield from (found[0] for found in IDIOMS.finditer(text))
    if key not in SPOKEN:
        yield from CONTRACTION.findall(QUOTED.sub("", text))


PAGES = sorted((ROOT / "docs").glob("*.md"))
LISTED = {ROOT / "guides" / "shared" / "words.yaml", ROOT / "guides" / "shared" / "synonyms.yaml"}
"""One lists words to avoid, the other what people type."""
GUIDES = [*sorted({*(ROOT / "guides").rglob("*.yaml")} - LISTED), ROOT / "resources.yaml"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_written_by_hand_is_said_as_people_say_it(path):
    assert list(wrong("", CODE.sub("", path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_guide_is_said_as_people_say_it(path):
    assert [(found, text) for key, text in yaml_texts(path) for found in wrong(key, text)] == []


def test_the_librarys_own_words_are_said_as_people_say_them():
    forms = [(key, words) for key, sentence in texts().sentences.items() for words in sentence.forms.values()]
    assert [(key, found) for key, words in forms for found in wrong("", words)] == []


SAID = {
    ("do", "Set it beside the plan, whom nobody may know."): ["beside", "whom"],
    ("do", "Besides, it is no longer here; it isn't said that it’s so."): ["isn't"],
    ("do", 'Say: "I can\'t see you." Then: “Don’t go.”'): [],
    ("say", "It isn't so, and it is no use."): ["it is no"],
}


@pytest.mark.parametrize(("key", "text"), SAID)
def test_what_nobody_says_is_seen_and_what_is_spoken_keeps_its_contractions(key, text):
    assert list(wrong(key, text)) == SAID[key, text]


def test_what_others_wrote_is_left_as_it_is():
    entry = {"title": "Don't wait", "publisher": "x", "aliases": ["Can't"], "notes": [{"title": "Isn't", "text": "a"}]}
    assert list(written(entry)) == [("title", "Isn't"), ("text", "a")]


def test_whom_to_ring_when_someone_is_upset_stands_first_and_what_to_do_in_six_lines():
    page = (ROOT / "docs" / "upset.md").read_text(encoding="utf-8")
    numbers, _, steps = page.partition("# Someone is upset\n")[2].partition("\n## ")[0].partition("</div>")
    assert re.findall(r"\((tel:\d+)\)", numbers) == ["tel:999", "tel:111", "tel:116123"]
    first = steps.strip().splitlines()
    assert [line[:2] for line in first] == ["1.", "2.", "3.", "4.", "5.", "6."]
    order = ("Pause", "Ask what they need", "Someone goes with them", "at risk", "Come back, or end", "Check later")
    assert [words for words, line in zip(order, first, strict=True) if words not in line] == []
    assert all(
        line in first[3] for line in ("tel:999", "tel:111", "tel:116123", "https://www.samaritans.org/", "Lifeline")
    )


# Questions

CLOSED = re.compile(r"^(am|are|can|could|did|do|does|had|has|have|is|may|must|should|was|were|will|would)\b", re.I)
TWO_THINGS = re.compile(r"\?.*\?|,? and (what|how|where|which|who|whose|why|when|does|do|is|are)\b", re.I | re.S)
LEANING = re.compile(r"^(and|but|so|then|or)\b|^(how|why|what)\?$", re.I)


def faults(question: str) -> list[str]:
    """What keeps a question from standing alone, asking one thing and opening."""
    return [
        fault
        for fault, pattern in (("closed", CLOSED), ("two things", TWO_THINGS), ("leans on another", LEANING))
        if pattern.search(question)
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did your values matter?", ["closed"]),
        ("How well did it go? What changed?", ["two things"]),
        ("Which are seen, and what might be missed?", ["two things"]),
        ("And what did you do then?", ["leans on another"]),
        ("What did you do straight afterwards?", []),
        ("What do you and how do they see it, and when?", ["two things"]),
    ],
)
def test_a_question_that_cannot_stand_on_a_card_is_seen(question, told):
    assert faults(question) == told


def asked(path: Path) -> Iterator[str]:
    """The questions of a bank or a wheel."""
    data = read(path, path.name).data
    for entry in (data, *data.get("segments", ())):
        for question in (*entry.get("questions", ()), *entry.get("prompts", ())):
            yield " ".join(_lent(question)["text"].split())


def _lent(question: dict[str, Any] | str) -> dict[str, Any]:
    """A question, out of its bank where a wheel only names it: bank/question."""
    if isinstance(question, dict):
        return question
    bank, _, id = question.partition("/")
    data = read(ROOT / "guides" / "questions" / f"{bank}.yaml", question).data
    return next(entry for entry in data["questions"] if entry["id"] == id)


CARDS = sorted(path for folder in ("questions", "wheels") for path in (ROOT / "guides" / folder).glob("*.yaml"))


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.name)
def test_a_question_stands_alone_asks_one_thing_and_opens(path):
    questions = list(asked(path))
    assert questions
    assert [(question, found) for question in questions if (found := faults(question))] == []
    assert [question for question in questions if not question.endswith("?")] == []
