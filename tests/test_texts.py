"""The words the library itself says: each described, each said somewhere, none missing, none left in a script."""

import re
from dataclasses import FrozenInstanceError

import pytest
from conftest import ROOT
from library.texts import texts

SCRIPTS = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "assets" / "js").rglob("*.js"))}


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(0, "0 results for “grief”."), (1, "1 result for “grief”."), (2, "2 results for “grief”.")],
)
def test_a_number_chooses_the_words(count, sentence):
    assert texts().say("finder.results-for", count=count, words="grief") == sentence


def test_a_value_is_never_read_as_words_of_ours():
    assert texts().say("finder.nothing-for", words="{count}") == "Nothing was found for “{count}”."


@pytest.mark.parametrize(
    ("key", "values", "missing"),
    [
        ("finder.nowhere", {}, "finder.nowhere"),
        ("finder.nothing-for", {}, "words"),
        ("finder.results-for", {"words": "grief"}, "count"),
    ],
)
def test_what_is_not_there_is_a_mistake_of_ours(key, values, missing):
    with pytest.raises(KeyError, match=missing):
        texts().say(key, **values)


def test_nobody_changes_the_words():
    with pytest.raises(FrozenInstanceError):
        texts().sentences = {}
    with pytest.raises(TypeError):
        texts().sentences["finder.asks"] = "Wants"


def test_a_section_is_what_json_has():
    assert texts().section("calendar") == {
        "saved": "Saved. Open the file to add it to your calendar.",
        "not-fetched": "The file could not be fetched. Try again when you are online.",
    }
    assert texts().section("finder")["people"] == {"one": "{range} person", "other": "{range} people"}


@pytest.mark.parametrize("key", texts().sentences)
def test_each_text_is_described_and_its_forms_take_the_same_values(key):
    sentence = texts().sentences[key]
    assert re.fullmatch(r"[A-Z].{15,}\.", sentence.description)
    assert set(sentence.forms) <= {"zero", "one", "two", "few", "many", "other"}
    for words in sentence.forms.values():
        assert words.strip() == words != ""
        assert texts().say(key, count=2, **dict.fromkeys(sentence.names - {"count"}, "x"))
