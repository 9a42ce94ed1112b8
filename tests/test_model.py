"""The model: shorthand, totals, schemas and the data anyone may reuse."""

import json

import jsonschema
import pytest
from conftest import ROOT
from library import load
from library.formats.data import data_of
from library.formats.schema import schemas
from library.kinds import KINDS
from library.kinds.guide import GUIDE
from library.kinds.question_bank import QUESTION_BANK
from library.kinds.session import SESSION
from library.kinds.wheel import WHEEL
from library.types.minutes import Duration, Minutes, total
from pydantic import TypeAdapter

SHORTHAND = {
    "5": (5, 5, 5, False),
    "5-10": (5, 10, 10, False),
    "5–10": (5, 10, 10, False),
    "5-10 suggested": (5, 10, 10, True),
}


@pytest.mark.parametrize("written", SHORTHAND)
def test_minutes_have_a_shorthand(written):
    minutes = TypeAdapter(Duration).validate_python(written)
    assert SHORTHAND[written] == (minutes.min, minutes.typical, minutes.max, minutes.suggested)


def test_totals_add_each_bound():
    five = Minutes(min=5, typical=5, max=5)
    range_ = Minutes(min=5, typical=8, max=10, suggested=True)
    added = total([five, range_])
    assert (added.min, added.typical, added.max, added.suggested) == (10, 13, 15, True)
    assert total([]) is None


def test_space_to_think_is_as_its_source_says():
    session = load(ROOT)[SESSION]["space-to-think"]
    assert [step.minutes.typical for step in session.plan.steps] == [5, 3, 10, 2, 10, 5]
    assert (session.minutes.min, session.minutes.max) == (35, 35)
    assert next(session.plan.steps).speaks == ("case-presenter",)


def test_an_open_group_is_one_untimed_step_in_ninety_minutes():
    session = load(ROOT)[SESSION]["open-reflective-practice-group"]
    assert [step.minutes for step in session.plan.steps] == [None]
    assert session.minutes.max == 90


def test_the_five_sources_are_all_here():
    library = load(ROOT)
    assert {"relationship-based-practice", "equity-diversity-and-inclusion"} == set(library[GUIDE])
    assert len(library[QUESTION_BANK]["mcclure-questions"].questions) == 17
    assert {"GGRRAAACCEEESSS", "GRRRAACCEEESSS", None} == {wheel.spelling for wheel in library[WHEEL].values()}
    assert [index for index, one in enumerate(library[WHEEL]["grrraacceeesss"].segments) if one.status == "open"] == [3]


def test_an_attribution_travels_with_each_question():
    bank = load(ROOT)[QUESTION_BANK]["mcclure-questions"]
    assert {bank.attribution} == {question.attribution for question in bank.questions}


@pytest.mark.parametrize("name", schemas(KINDS))
def test_the_published_schemas_are_the_models(name):
    published = (ROOT / "docs" / "schema" / name).read_text(encoding="utf-8")
    assert published == schemas(KINDS)[name], "run `make schema`"


def described(schema):
    for key, value in schema.get("properties", {}).items():
        assert "description" in value or "$ref" in value, key


@pytest.mark.parametrize("name", schemas(KINDS))
def test_every_field_is_described(name):
    schema = json.loads(schemas(KINDS)[name])
    for part in (schema, *schema.get("$defs", {}).values()):
        described(part)


def test_the_real_files_fit_their_schemas():
    for kind in KINDS:
        schema = json.loads(schemas(KINDS)[f"{kind.schema}.json"])
        for file in [ROOT / kind.source] if kind.is_list else (ROOT / kind.source).glob("*.yaml"):
            jsonschema.validate(as_read(file), schema)


def as_read(file):
    from library.sources.reading import read

    return read(file, file.name).data


def test_the_data_fits_its_schema():
    jsonschema.validate(data_of(load(ROOT), []), json.loads(schemas(KINDS)["library.json"]))
