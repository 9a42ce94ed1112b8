"""The real content: each unit of the five source documents stands where tests/source-units.yaml says it stands."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from library.sources.reading import read

UNITS = yaml.safe_load((Path(__file__).parent / "source-units.yaml").read_text(encoding="utf-8"))


def words_at(file: str, at: str) -> str:
    """The words at a place, in small letters, on one line."""
    path = ROOT / file
    if path.suffix == ".md":
        text = section(path.read_text(encoding="utf-8"), at)
    else:
        found = place(read(path, file).data, at)
        assert found is not None, f"{file} has no {at!r}"
        text = yaml.safe_dump(found, allow_unicode=True, width=10_000)
        text = text.replace("''", "'").replace("\\n", " ")
    return " ".join(text.split()).casefold()


def section(text: str, heading: str) -> str:
    """A page's words below a heading, as far as the next one."""
    _, found, rest = text.partition(f"# {heading}\n")
    assert found, f"no heading {heading!r}"
    return re.split(r"\n#+ ", rest)[0]


def place(data: dict, at: str) -> object:
    kind, _, id = at.partition(" ")
    if kind == "step":
        steps = [step for part in data["plan"].get("parts", [data["plan"]]) for step in part["steps"]]
        return next((step for step in steps if step["id"] == id), None)
    if kind in ("question", "role"):
        return next((entry for entry in data[f"{kind}s"] if entry["id"] == id), None)
    return data.get(at)


def name(unit: dict) -> str:
    return f"{unit['source']}-{unit['line']}-{unit['unit'][:40]}"


@pytest.mark.parametrize("unit", UNITS, ids=name)
def test_a_unit_of_a_source_stands_where_it_is_said_to(unit):
    text = words_at(unit["file"], unit["at"])
    missing = [words for words in unit["words"] if words.casefold() not in text]
    assert missing == [], f"{unit['unit']} ({unit['file']}, {unit['at']})"
    assert [words for words in unit.get("without", ()) if words.casefold() in text] == []
    if "before" in unit:
        assert all(text.index(words.casefold()) < text.index(unit["before"].casefold()) for words in unit["words"])


def test_all_that_a_review_found_distorted_partly_held_or_missing_is_on_the_list():
    counted = Counter((unit["source"], unit["was"]) for unit in UNITS)
    found = {
        ("000", "partly"): 7,
        ("001", "distorted"): 2,
        ("001", "partly"): 4,
        ("002", "partly"): 5,
        ("002", "missing"): 1,
        ("003", "distorted"): 3,
        ("003", "partly"): 10,
        ("003", "missing"): 9,
        ("004", "partly"): 2,
        ("004", "missing"): 1,
    }
    assert {key: number for key, number in found.items() if counted[key] < number} == {}
