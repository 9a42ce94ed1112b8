"""What the check refuses of the vectors, and how it says so."""

import re
import unicodedata
from collections import defaultdict

from .fields import SHELVES
from .planting import PLACES, Garden
from .vectors import TABLE, VECTORS

UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
"""The categories of Unicode whose letters are not seen, or mean nothing to others."""
JARGON = re.compile(r"Traceback|pydantic|ValidationError|ValueError|input_value|type=|<class|None\b")


OF_WORDS = {"claim-without-reference", "acronym-unexplained"}
"""Rules about what is said: a figure needs its source where it is claimed, whoever writes it."""


def test_there_are_enough_vectors_and_every_kind_has_texts() -> None:
    assert len(VECTORS) - len(TABLE["harmless"]) >= 80
    assert {place.shelf for place in PLACES} == set(SHELVES)
    assert len({(place.shelf, place.road) for place in PLACES}) == len(PLACES) >= 129


def test_what_is_refused_is_told_in_a_sentence_with_its_file_and_line(garden: Garden) -> None:
    assert garden.refused
    for refusal in garden.refused.values():
        problem = refusal.problem
        assert problem.path == "alone.yaml" or (problem.where and (garden.root / problem.path).is_file())
        assert problem.line > 0
        assert re.fullmatch(r"[a-z“'‘\d(][^\n]{10,600}[.…]", problem.sentence), problem
        assert not JARGON.search(problem.sentence), problem


def test_no_letter_of_a_message_can_move_or_hide_another(garden: Garden) -> None:
    for refusal in garden.refused.values():
        told = str(refusal.problem)
        assert {unicodedata.category(letter) for letter in told}.isdisjoint(UNSEEN), told


def test_harmless_words_and_the_words_of_the_trade_are_not_refused(garden: Garden) -> None:
    wanted = {*TABLE["harmless"], "welsh", "less-than", "hash-at-the-end", "entity-bare-ampersand", "calendar-folds"}
    assert {vector for vector, _ in letters_refused(garden)}.isdisjoint(wanted)


def test_a_vector_is_refused_in_all_texts_of_a_sort_or_in_none(garden: Garden) -> None:
    """A title is no safer than a label. Only what paper can't hold is refused just where it would be printed."""
    refused = defaultdict(set)
    for vector, number in letters_refused(garden):
        if vector not in TABLE["letters"] | TABLE["length"]:
            refused[vector, PLACES[number].slot.kind].add(number)
    for (vector, kind), numbers in refused.items():
        spared = {place.number for place in PLACES if place.slot.kind == kind} - numbers
        assert not spared, f"{vector} is refused in {len(numbers)} texts, and not in {PLACES[min(spared)]}"


def letters_refused(garden: Garden) -> list[tuple[str, int]]:
    """Vector and number of place, where a vector was refused for what it is and not for what it claims."""
    return [place for place, refusal in garden.refused.items() if refusal.problem.code not in OF_WORDS]
