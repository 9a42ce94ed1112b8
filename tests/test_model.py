"""The model: shorthand, totals, schemas and the data anyone may reuse."""

import json
import re
from dataclasses import is_dataclass, replace
from datetime import date
from importlib import import_module
from pkgutil import walk_packages
from typing import get_args

import jsonschema
import pytest
from conftest import ROOT
from hypothesis import example, given
from hypothesis import strategies as st
from library.core.catalogue import RESOURCE, Access, Resource, UrlStatus
from library.core.health import Health
from library.core.kind import Arrangement, Listing
from library.core.page_file import page_at
from library.core.reserved import page_taken
from library.formats.data import data_of, write
from library.formats.html import pages
from library.formats.schema import schemas
from library.formats.search import records
from library.kinds import DOCUMENT_KINDS, GUIDE, KINDS
from library.rules import mentions_in
from library.sections.phrases import Phrases
from library.sections.shared import Teller
from library.texts import texts
from library.types.minutes import Duration, Minutes, total
from library.types.ref import Ref
from library.types.text import bare, marked_up
from pydantic import TypeAdapter, ValidationError
from tiny_library import TINY, bank, guide, resource, session, tiny_library, with_only, workshop
from yaml_files import read

TINY_LIBRARY = tiny_library()
SCHEMAS = schemas(KINDS)

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


@pytest.mark.parametrize("listing", [listing for listing in get_args(Listing) if listing != "cards"])
def test_of_each_page_that_is_more_than_a_list_there_is_one(listing):
    assert TINY_LIBRARY.listed_as(listing).listed == listing


def test_each_way_to_arrange_a_page_is_asked_for_by_a_kind():
    assert {kind.arranged for kind in DOCUMENT_KINDS} == set(get_args(Arrangement))


def test_totals_add_each_bound():
    five = Minutes(min=5, typical=5, max=5)
    range_ = Minutes(min=5, typical=8, max=10, suggested=True)
    added = total([five, range_])
    assert (added.min, added.typical, added.max, added.suggested) == (10, 13, 15, True)
    assert total([]) is None


def test_a_gathering_takes_as_long_as_its_steps_or_as_its_source_says_where_one_has_no_set_time():
    timed, stated = session(TINY_LIBRARY), workshop(TINY_LIBRARY)
    assert [str(step.minutes) for step in timed.plan.steps] == ["5", "5–10", "10"]
    assert (str(timed.minutes), str(timed.length)) == ("20–25", "15–20")
    assert [str(step.minutes) for step in stated.plan.steps] == ["10", "None"]
    assert (str(stated.minutes), str(stated.length)) == ("30", "25")


def test_a_plan_of_steps_is_a_plan_of_one_part():
    [part] = session(TINY_LIBRARY).plan.parts
    assert (part.id, len(part.steps)) == ("all", 3)


def test_what_a_plan_needs_is_listed_once_in_the_order_of_first_use():
    plan = guide(TINY_LIBRARY).plan
    assert plan.kit == ("a screen", "a clock")
    assert [clip.resource for clip in plan.media] == ["film", "course"]
    assert [prompt.id for prompt in plan.prompts] == ["noticed", "missed"]


def test_an_attribution_travels_with_each_question_unless_it_has_its_own():
    assert [question.attribution for question in bank(TINY_LIBRARY).questions] == [
        "After nobody in particular",
        "After a colleague",
        "After nobody in particular",
    ]


def test_what_shares_the_most_topics_is_the_most_related():
    related = [document.id for _, document in TINY_LIBRARY.related(guide(TINY_LIBRARY))]
    assert related == ["note", "first-month", "openers", "pairs"]
    assert [document.id for _, document in TINY_LIBRARY.related(guide(TINY_LIBRARY), most=1)] == ["note"]


@pytest.mark.parametrize(("guides", "told"), [(0, "0 guides, "), (1, "1 guide, "), (2, "2 guides, ")])
def test_what_there_is_is_counted_in_words(guides, told):
    some = [guide(TINY_LIBRARY).model_copy(update={"id": f"guide-{number}"}) for number in range(guides)]
    assert with_only(TINY_LIBRARY, GUIDE, *some).counted.startswith(told)


def test_a_resource_knows_what_uses_it():
    used = {id: [one.id for _, one in TINY_LIBRARY.used_in(resource(TINY_LIBRARY, id))] for id in ("film", "handbook")}
    assert used == {"film": ["listening"], "handbook": ["listening"]}


def test_what_a_document_mentions_is_no_part_of_itself():
    mentions = mentions_in(session(TINY_LIBRARY))
    assert mentions.names == (
        (("topics", 0), Ref("topic"), "listening"),
        (("safety",), Ref("safety-frame"), "when-we-meet"),
        (("questions", 0), Ref("question-bank"), "openers"),
    )
    assert mentions.links == ((("plan", "parts", 0, "steps", 1, "do"), "question-bank:openers"),)
    assert mentions.credits == ("Pairs", "Nobody knows")


HANDED_ON = ("types", "problems", "texts", "core", "sections", "rules", "formats")
"""Rooms whose values go from room to room."""


def dataclasses_of(room):
    """Every dataclass that a room makes."""
    package = import_module(f"library.{room}")
    below = (module.name for module in walk_packages(package.__path__, f"{package.__name__}."))
    for name in (package.__name__, *below):
        values = vars(import_module(name)).values()
        yield from (value for value in values if is_dataclass(value) and value.__module__ == name)


@pytest.mark.parametrize("room", HANDED_ON)
def test_what_is_handed_on_can_not_be_changed(room):
    kinds = list(dataclasses_of(room))
    assert kinds
    assert [kind.__name__ for kind in kinds if not kind.__dataclass_params__.frozen] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schemas_are_the_models(name):
    published = (ROOT / "docs" / "schema" / name).read_text(encoding="utf-8")
    assert published == SCHEMAS[name], "run `make schema`"


def described(schema):
    for key, value in schema.get("properties", {}).items():
        assert "description" in value or "$ref" in value, key


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name):
    schema = json.loads(SCHEMAS[name])
    for part in (schema, *schema.get("$defs", {}).values()):
        described(part)


def test_the_files_fit_their_schemas():
    for kind in KINDS:
        schema = json.loads(SCHEMAS[f"{kind.schema}.json"])
        written = [TINY / kind.source] if kind.is_list else list((TINY / kind.source).glob("*.yaml"))
        assert written, kind.name
        for file in written:
            jsonschema.validate(read(file, file.name).data, schema)


def test_the_data_fits_its_schema():
    data = {name: list(entries) for name, entries in data_of(TINY_LIBRARY, []).items()}
    jsonschema.validate(data, json.loads(SCHEMAS["library.json"]))


DAY = date(2026, 11, 20)
FREE = {
    "open": ("yes", "Free, no account needed"),
    "account": ("no", "Needs an account"),
    "members": ("no", "Members only, or to buy"),
    "time-limited": ("no", "Was free for a time; may need an account now"),
    "unknown": ("unknown", "We do not know whether it is free"),
}
"""From what it takes to open a resource to whether it is free, and what the catalogue says of that."""


@pytest.mark.parametrize("access", get_args(Access))
def test_whether_a_resource_is_free_is_told_by_its_access_in_the_data_and_in_the_catalogue(access):
    [id, *_] = TINY_LIBRARY[RESOURCE]
    resource = TINY_LIBRARY[RESOURCE][id].model_copy(update={"access": access})
    library = with_only(TINY_LIBRARY, RESOURCE, resource)
    [entry] = data_of(library, ())["resources"]
    assert (entry["free"], Phrases(texts()).access(resource, library)) == FREE[access]
    [catalogue] = (page.write().html for page in pages(library, texts()) if page.url == "resources/")
    assert FREE[access][1] in catalogue


def test_what_asked_for_a_log_in_is_called_free_nowhere():
    film = TINY_LIBRARY[RESOURCE]["film"]
    assert TINY_LIBRARY.opening(film) == "open"
    asked = Health(address=film.url, last_checked=DAY, state="needs-account", since=DAY, why="log-in")
    library = replace(TINY_LIBRARY, health={film.url: asked})
    told = Teller(library, texts()).resource(film)
    assert (told.access, "May need an account" in told.facts) == ("May need an account", True)
    assert [entry["free"] for entry in data_of(library, ())["resources"] if entry["id"] == "film"] == ["no"]
    assert [record.access for record in records(library, texts()) if record.title == film.title] == ["perhaps-account"]
    made = {page.url: page.write().html for page in pages(library, texts()) if page.url in ("resources/", "r/film/")}
    [row] = re.findall(r'<[^>]* id="film"[^>]*>', made["resources/"])
    assert 'data-free="no"' in row
    assert "It may need an account." in made["r/film/"]
    assert "Free, no account needed" not in made["r/film/"]
    other = film.model_copy(update={"id": "other", "title": "Z", "url": "https://www.example.org/other"})
    [page] = with_only(library, RESOURCE, film, other).catalogue
    assert [resource.id for resource in page] == ["other", "film"], "what may ask for a log-in stands behind"


def test_a_short_address_leads_at_once_only_where_it_is_certain_and_open_to_all():
    resource = TINY_LIBRARY[RESOURCE]["film"]
    told = [(status, access) for status in get_args(UrlStatus) for access in get_args(Access)]
    at_once = [
        (status, access)
        for status, access in told
        if resource.model_copy(update={"url_status": status, "access": access}).opens_at_once
    ]
    assert at_once == [("confirmed", "open")]


def test_nobody_writes_whether_a_resource_is_free():
    [written, *_] = read(TINY / "resources.yaml", "resources.yaml").data
    with pytest.raises(ValidationError, match="free"):
        Resource.model_validate(written | {"free": "yes"})


MARKS = "abé1 \n.)-+=#>!~|\"'(“_:/h;*&\t\u2028\u00a0"
"""Letters, and much of what could mean something to Markdown."""


@given(st.lists(st.sampled_from([*MARKS, "words on ", "a\n"]), max_size=20).map("".join))
@example("Two words\nand more. \n\nAgain!\n")
def test_words_without_marks_are_read_as_the_grammar_reads_them(source):
    blocks = bare(source)
    assert not blocks or blocks == marked_up(source)


@pytest.mark.parametrize("source", ["One line.", "Two\nlines.", "“Two”\n\n(paragraphs)\n"])
def test_words_without_marks_are_known_as_such(source):
    assert bare(source) == marked_up(source) != ()


@pytest.mark.parametrize(
    "source", ["1. a", "a\n- b", "a\n===", "a&amp;b", "a **b**", " a", "a\n\u00a0\nb", "# a", "a\tb"]
)
def test_marks_go_to_the_grammar(source):
    assert bare(source) == ()


def test_the_data_is_json_with_an_entry_on_each_line():
    data = {name: list(entries) for name, entries in data_of(TINY_LIBRARY, ()).items()}
    lines = "".join(write(data)).splitlines()
    assert json.loads("\n".join(lines)) == json.loads(json.dumps(data))
    assert sum(line.startswith("{") for line in lines[1:]) == sum(map(len, data.values()))


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("privacy.md", "privacy/"),
        ("find/index.md", "find/"),
        ("guides/listening.md", "guides/listening/"),
        ("guides/word-index.md", "guides/word-index/"),
        ("word-index.md", "word-index/"),
    ],
)
def test_a_file_called_index_makes_the_page_of_its_folder_and_no_other_file_does(path, address):
    assert page_at(path) == address


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.page], ids=str)
def test_whatever_readers_can_be_led_to_has_a_title_and_may_be_a_stop_of_a_path(kind):
    id, *_ = TINY_LIBRARY[kind]
    assert TINY_LIBRARY.title_of(kind.link_to(id))
    told = json.loads(SCHEMAS["path.json"])["$defs"]["Stop"]["properties"]["use"]["description"]
    assert f"`{kind.name}:" in told


def test_a_link_to_the_front_page_leads_to_it():
    assert TINY_LIBRARY.address_of("page:index") == ""
    assert TINY_LIBRARY.address_of("page:privacy") == "privacy/"


@pytest.mark.parametrize("name", ["guides", "resources", "topics", "r", "find", "data", "handouts", "mistakes"])
def test_where_the_library_has_pages_nobody_else_has_one(name):
    assert page_taken(name, KINDS) == f"{name}/"


def test_no_page_is_called_as_a_folder_of_the_site_is(tiny_site):
    made = {folder.name for folder in tiny_site.iterdir() if folder.is_dir()}
    copied = {folder.name for folder in (ROOT / "docs").glob("[!.]*/")}
    ours = made - {page.stem for page in (TINY / "docs").glob("*.md")} | copied
    assert {"assets", "schema", "run"} <= ours
    assert [name for name in ours if not page_taken(name, KINDS)] == []


def test_every_other_name_is_free_for_a_page():
    assert page_taken("privacy", KINDS) == ""
