"""The real content: each unit of the five source documents stands where tests/source-units.yaml says it stands."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from yaml_files import read

UNITS = yaml.load((Path(__file__).parent / "source-units.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
COUNTED = {
    "000": {"held": 24, "partly": 7},
    "001": {"held": 24, "partly": 4, "distorted": 2},
    "002": {"held": 18, "partly": 5, "missing": 1},
    "003": {"held": 65, "partly": 10, "distorted": 3, "missing": 9},
    "004": {"held": 19, "partly": 2, "missing": 1},
}
"""How many units a review of the content on 24 November 2026 counted in each source, by what it found of them."""


def words_at(file: str, at: str) -> str:
    """The words at a place, in small letters, on one line."""
    if file.endswith(".md"):
        text = section((ROOT / file).read_text(encoding="utf-8"), at)
    else:
        text = yaml.safe_dump(value_at(file, at), allow_unicode=True, width=10_000)
        text = text.replace("''", "'").replace("\\n", " ")
    return " ".join(text.split()).casefold()


def section(text: str, heading: str) -> str:
    """A page's words below a heading, as far as the next one."""
    _, heading_line, rest = text.partition(f"# {heading}\n")
    assert heading_line, f"no heading {heading!r}"
    return re.split(r"\n#+ ", rest)[0]


def value_at(file: str, at: str) -> object:
    """What a YAML file has at a place: a key, or the kind and id of an entry, with or without a key of it."""
    kind, *road = at.split(" ")
    value = read(ROOT / file, file).data
    if road:
        id, *road = road
        value = next((entry for entry in entries(value, kind) if entry["id"] == id), None)
        assert value is not None, f"{file} has no {kind} {id!r}"
    else:
        road = [kind]
    for key in road:
        assert key in value, f"{file} has no {at!r}"
        value = value[key]
    return value


def entries(data: list | dict, kind: str) -> list[dict]:
    """All entries of a kind in a file. A list, such as the catalogue, holds a single kind."""
    if isinstance(data, list):
        return data
    if kind == "step":
        return [step for part in data["plan"].get("parts", [data["plan"]]) for step in part["steps"]]
    if kind == "prompt" and "plan" in data:
        return [prompt for step in entries(data, "step") for prompt in step.get("prompts", ())]
    if kind == "reference":
        return data["background"]["references"]
    return data[f"{kind}s"]


def name(unit: dict) -> str:
    return f"{unit['source']}-{unit['line']}-{unit['unit'][:40]}"


@pytest.mark.parametrize("unit", UNITS, ids=name)
def test_a_unit_of_a_source_stands_where_it_is_said_to(unit):
    if "is" in unit:
        assert unit["is"] == value_at(unit["file"], unit["at"])
        return
    text = words_at(unit["file"], unit["at"])
    missing = [words for words in unit["words"] if words.casefold() not in text]
    assert missing == [], f"{unit['unit']} ({unit['file']}, {unit['at']})"
    assert [words for words in unit.get("without", ()) if words.casefold() in text] == []
    if "before" in unit:
        assert all(text.index(words.casefold()) < text.index(unit["before"].casefold()) for words in unit["words"])


def test_all_that_a_review_found_distorted_partly_held_or_missing_is_on_the_list():
    listed = Counter((unit["source"], unit.get("was")) for unit in UNITS)
    short = [
        (source, was)
        for source, counted in COUNTED.items()
        for was, number in counted.items()
        if was != "held" and listed[source, was] < number
    ]
    assert short == []


@pytest.mark.parametrize("source", COUNTED)
def test_as_many_units_of_a_source_are_on_the_list_as_the_review_counted(source):
    units = {unit["unit"] for unit in UNITS if unit["source"] == source}
    assert len(units) >= sum(COUNTED[source].values())


def test_each_unit_was_found_by_the_review_or_is_decided_with_a_reason():
    assert [name(unit) for unit in UNITS if ("was" in unit) == bool(unit.get("decided"))] == []


def test_no_unit_is_on_the_list_twice():
    assert [unit for unit, number in Counter(map(name, UNITS)).items() if number > 1] == []
