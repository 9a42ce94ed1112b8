"""Advice: what may be better said in another way is told when it is asked for, and stops nothing."""

import subprocess
import sys

import pytest
from conftest import ROOT
from library import load
from library.rules import advice
from library.rules.reading_age import age, sentences, syllables
from tiny_library import BANK, GUIDE, spoil

BLANK, MAP = "guides/wheels/blank.yaml", "guides/wheels/map.yaml"
LONG = "We met and we sat and we spoke and we heard and we thought and we laughed and we wrote and we read and we left."
HARD = " ".join(
    ["Organisational methodologies facilitate multidisciplinary collaboration and intersectional understanding."] * 20
)
SPOILT = {
    "two questions": (BANK, "What happened?", "What happened, and how was it?", ["advice-two-questions"]),
    "two marks": (BANK, "What happened?", "What happened? What then?", ["advice-two-questions"]),
    "two things asked as one": (BANK, "What happened?", "What happened and to whom?", []),
    "a question for yes or no": (BANK, "What happened?", "Did it happen?", ["advice-yes-or-no"]),
    "a question that begins like one": (BANK, "What happened?", "Doing what?", []),
    "a question like another": (BANK, "What happened?", "What did you all notice?", ["advice-alike"]),
    "a question like another of its document": (BANK, "What will you do now?", "Who was it there?", ["advice-alike"]),
    "a long sentence": (GUIDE, "Listening looks easy.", LONG, ["advice-long-sentence"]),
    "a long sentence in two": (GUIDE, "Listening looks easy.", LONG.replace(" and we laughed", ". We laughed"), []),
    "hard words": (GUIDE, "Listening looks easy.", HARD, ["advice-reading-age"]),
    "a word to avoid": (GUIDE, "Listening looks easy.", "Families that are Hard to reach.", ["advice-avoid"]),
    "a word to avoid, talked about": (GUIDE, "Listening looks easy.", 'They said "hard to reach".', []),
    "a word to avoid in longer words": (GUIDE, "Listening looks easy.", "It is a place that is hard to reach.", []),
    "longer words at the start": (GUIDE, "Listening looks easy.", "A place that is hard to reach.", []),
    "a turn of phrase": (GUIDE, "Listening looks easy.", "Touch base with us.", ["advice-idiom"]),
    "a part of other words": (GUIDE, "Listening looks easy.", "It is a touch based on habit.", []),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_may_be_better_said_is_told(tiny, name):
    file, words, others, codes = SPOILT[name]
    before = {problem.code for problem in advice(load(tiny))}
    spoil(tiny, file, words, others)
    assert [problem.code for problem in advice(load(tiny)) if problem.code not in before] == codes


def test_the_hardest_sentence_is_named(tiny):
    spoil(tiny, GUIDE, "Listening looks easy.", f"{HARD} It is so, and all of us who were there that day saw it.")
    [told] = [problem.sentence for problem in advice(load(tiny)) if problem.code == "advice-reading-age"]
    assert "The hardest sentence: 'Organisational methodologies" in told


def test_syllables_are_counted_by_the_dictionary_and_else_by_vowels():
    counts = syllables(["Worked people's business, unfathomed blorgable vloske brrk."])
    assert counts == {
        **{"worked": 1, "people's": 2, "business": 2},
        **{"unfathomed": 4, "blorgable": 3, "vloske": 1, "brrk": 1},
    }


def test_a_reading_age_is_flesch_and_kincaids_grade_and_five():
    said = ["The kitten sat.", "A dog ran off."]
    assert age(said, syllables(said)) == pytest.approx(0.39 * 7 / 2 + 11.8 * 8 / 7 - 15.59 + 5)
    assert age([], {}) == 0


def test_sentences_end_where_another_begins():
    assert list(sentences('He said "Stop." Then e.g. this, at 3.30 p.m. today. "Why?" Because.')) == [
        'He said "Stop."',
        "Then e.g. this, at 3.30 p.m. today.",
        '"Why?"',
        "Because.",
    ]


def test_the_command_tells_of_the_files_it_is_asked_about_and_succeeds(tiny):
    spoil(tiny, BANK, "What happened?", "Did it happen?")
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root", str(tiny), "--advice"]
    done = subprocess.run([*command, str(tiny / BANK)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0].startswith(f"{BANK}:20  question 1, text: begins with 'Did'")
    other = subprocess.run([*command, str(tiny / "resources.yaml")], capture_output=True, text=True, check=True)
    assert other.stdout == "No advice.\n"


def test_only_variants_of_one_share_questions(tiny):
    spoil(tiny, BLANK, "blank_segments: 4", "blank_segments: 4\nprompts: [{id: u, text: Where do you all differ?}]")
    assert "advice-alike" not in {problem.code for problem in advice(load(tiny))}
    spoil(tiny, BLANK, "variant: blank\nvariant_of: map\n", "")
    spoil(tiny, MAP, "variant: with words\n", "")
    [problem] = [problem for problem in advice(load(tiny)) if problem.code == "advice-alike"]
    assert (problem.path, problem.where) == (MAP, "prompt 1, text")
