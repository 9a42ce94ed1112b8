"""Paper as a format over sections: writers for blocks, setters for views, and sheets that kinds alone name."""

import dataclasses
import json
import re
from typing import get_args

import pypdfium2 as pdfium
import pytest
from library import load
from library.core.sheet import SUMMARY, Layout, SheetOutline
from library.formats.paper import blocks as paper
from library.formats.paper import layouts, told, views
from library.formats.paper.misfits import problems
from library.formats.paper.printed import Printer
from library.formats.paper.typesetting import TEMPLATES, inputs
from library.formats.sheets import sheets
from library.kinds import DOCUMENT_KINDS
from library.kinds.question_bank import QUESTION_BANK
from library.kinds.wheel import WHEEL
from library.kinds.workshop import WORKSHOP
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.phrases import Phrases
from library.sections.shared import Teller
from library.texts import texts
from tiny_library import ADDRESS, GUIDE, SESSION, documents, pressed, session, spoil, tiny_library, workshop

LIBRARY = tiny_library()
TELLER = Teller(LIBRARY, texts())
PHRASES = Phrases(texts())


def template(name):
    return (TEMPLATES / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("block", get_args(blocks.Block), ids=lambda block: block.__name__)
def test_paper_writes_a_block_or_says_that_it_leaves_it_out(block):
    has_writer = told.write_block.dispatch(block) is not told.write_block.dispatch(object)
    assert has_writer != (block in told.LEFT_OUT)


def test_a_block_that_nobody_wrote_a_writer_for_is_a_mistake_of_ours():
    with pytest.raises(TypeError, match="paper has no writer for str"):
        next(told.write_block("a text", PHRASES))


def test_each_block_has_a_setter_and_each_body_a_layout():
    setters = template("told.typ").partition("#let setters = (")[2].partition("\n)\n")[0]
    assert re.findall(r"^  (\w+): ", setters, re.M) == [block.__name__ for block in get_args(paper.Block)]
    bodies = template("main.typ").partition("#let layouts = (")[2].partition("\n)\n")[0]
    assert set(re.findall(r"(\w+): ", bodies)) == {body.__name__ for body in views.Body.__subclasses__()}
    assert set(layouts.LAYOUTS) == set(get_args(Layout))


@pytest.mark.parametrize("kind", DOCUMENT_KINDS, ids=str)
def test_a_sheet_names_sections_that_some_document_of_its_kind_has(kind):
    for outline in kind.sheets:
        has = {SUMMARY}
        for document in LIBRARY[kind].values():
            sections = (*TELLER.telling(kind, document).sections, *outline.also(document, TELLER))
            has |= {section.id for part in sections for section in part.walk()}
        rare = {"accounts", "shorter", "notes", "kit", "changes"}  # of the tiny library, its workshop has none of them
        assert {*outline.shows, *outline.without} - has <= rare, outline.name


def test_a_kind_with_a_sheet_that_is_told_needs_nothing_else(press):
    """Every section of every document, on a sheet that no room but the kind knows of."""
    for kind, document in documents(LIBRARY):
        ids = tuple(section.id for section in TELLER.telling(kind, document).sections)
        whole = dataclasses.replace(kind, sheets=(SheetOutline(name="whole", title="kinds.page-one", shows=ids),))
        [printed, *_] = Printer(LIBRARY, ADDRESS, TELLER).files(whole, document)
        assert (printed.name, printed.title) == ("whole", "Page")
        some = next(sheet for sheet in sheets(LIBRARY, ADDRESS) if sheet.id == document.id)
        file = pressed(press, dataclasses.replace(some, path="handouts/whole.pdf", view=printed.file))
        text = words_of(file)
        parts = TELLER.telling(kind, document).walk()
        for heading in (part.title for part in told.parts(parts, PHRASES)):
            assert "".join(heading.split()) in text, (document.id, heading)


def words_of(file):
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(file))


def test_a_section_of_which_nothing_is_told_has_no_heading():
    empty = Section("topics", "Topics", (blocks.Topics(()),))
    around = Section("about", "About", sections=(empty,))
    assert list(told.parts([empty, around], PHRASES)) == []


def test_what_is_left_out_is_left_out_at_any_depth():
    inner = Section("inner", "Inner", (blocks.Words("Inside"),))
    outer = Section("outer", "Outer", (blocks.Words("Outside"),), (inner,))
    [part] = told.parts([outer], PHRASES, without=("inner",))
    assert (part.title, part.parts) == ("Outer", ())


def test_a_place_to_write_brings_its_heading_along():
    label = "What I learnt"
    [hint] = session(LIBRARY).good_when[:1]
    [part] = told.parts([Section("heading-x", label, (blocks.Write(label, hint, 2, ()),))], PHRASES)
    assert (part.title, part.blocks[0].label) == ("", label)


def test_typst_is_given_types_by_name_and_no_source():
    file = views.File("#panic()", "x", "x", "en-GB", views.Day(2026, 11, 3), ())
    assert json.loads(inputs(file, "large")["data"]) == {
        "type": "File",
        "title": "#panic()",
        "author": "x",
        "description": "x",
        "language": "en-GB",
        "revised": {"type": "Day", "year": 2026, "month": 11, "day": 3},
        "sheets": [],
    }
    assert inputs(file, "large")["variant"] == "large"


TOO_LONG = [
    (
        "standard",
        {"code": "no-room-to-write", "over": 1, "lines": 1},
        "is 1 character too long to leave 1 line to write on; shorten",
    ),
    (
        "large",
        {"code": "no-room-to-write", "over": 2, "lines": 3},
        "in large print is 2 characters too long to leave 3 lines to",
    ),
    (
        "low-ink",
        {"code": "card-too-full", "over": 2, "width": 93, "height": 66},
        "is 2 characters too long for a card",
    ),
    (
        "standard",
        {"code": "sheet-too-long", "over": 9, "pages": 9},
        "makes a sheet of 9 pages, and six are the most; it is 9 mm",
    ),
    (
        "low-ink",
        {"code": "heading-alone", "over": 0, "heading": "A", "page": 2, "left": 4},
        "the heading “A” stands alone at",
    ),
]


@pytest.mark.parametrize(("variant", "misfit", "sentence"), TOO_LONG)
def test_what_does_not_fit_is_told_in_a_sentence_at_its_line(variant, misfit, sentence):
    pairs = session(LIBRARY)
    measured = json.dumps([{"of": ["session", pairs.id], "road": ["plan"], **misfit}])
    [(problem, over)] = problems(measured, variant, LIBRARY.origins)
    assert (problem.path, problem.where, over) == (SESSION, "plan", misfit["over"])
    assert problem.sentence.startswith(sentence)
    assert problem.line == LIBRARY.origins["session", pairs.id].line(["plan"])


PACKS = {
    "listening": ["Facilitator sheet", "Handout", "Openers", "A short note"],
    "pairs": ["Run sheet", "Commissioning sheet", "Role cards", "Openers", "A short note"],
    "first-steps": ["Facilitator sheet", "The map wheel", "Openers"],
    "map": [
        "Wheel",
        "Wheel to fill in",
        "Two maps: the same or not",
        "A grid: seen or not, said or not",
        "How to use the wheel",
    ],
    "blank": [
        "Wheel to fill in",
        "Two maps: the same or not",
        "A grid: seen or not, said or not",
        "How to use the wheel",
    ],
}


def test_a_pack_holds_what_the_document_uses_behind_a_cover_and_a_sheet_alone_makes_none():
    packs = {}
    for kind, document in documents(LIBRARY):
        files = {printed.name: printed.file for printed in Printer(LIBRARY, ADDRESS, TELLER).files(kind, document)}
        if "pack" in files:
            cover, *sheets = files["pack"].sheets
            assert (cover.name, cover.title) == ("Everything in one file", document.title)
            assert [entry.title for entry in cover.body.entries] == [sheet.title for sheet in sheets]
            packs[document.id] = [sheet.title for sheet in sheets]
    assert packs == PACKS


def test_the_cover_of_a_pack_says_how_long_it_takes_and_what_to_print_how_often(press):
    [sheet] = (sheet for sheet in sheets(LIBRARY, ADDRESS) if sheet.path == "handouts/pairs-pack.pdf")
    words = words_of(pressed(press, sheet))
    for line in (
        "20–25 minutes when each stage takes",
        "Run sheet 2–3 once, for whoever leads",
        "Commissioning sheet 4 once, for whoever leads",
        "Role cards 5–6 once for each person in the role",
        "Openers Question cards 7–8 once, on both sides of the paper",
        "A short note Record sheet 9 once for each person",
    ):
        assert "".join(line.split()) in words, line


def test_a_guide_whose_plan_leads_to_a_wheel_has_it_in_its_pack(tiny):
    spoil(tiny, GUIDE, "Ask each question in turn.", "Look at [the wheel](wheel:map), and ask each question in turn.")
    library = load(tiny)
    [document] = library[DOCUMENT_KINDS[0]].values()
    printer = Printer(library, ADDRESS, Teller(library, texts()))
    [pack] = (file for file in printer.files(DOCUMENT_KINDS[0], document) if file.name == "pack")
    assert [sheet.title for sheet in pack.file.sheets[1:]] == [
        "Facilitator sheet", "Handout", "The map wheel", "Openers", "A short note",
    ]  # fmt: skip


def test_a_title_that_ends_with_what_the_sheet_is_does_not_say_it_twice():
    titles = {
        sheet.path: sheet.view.title
        for sheet in sheets(LIBRARY, ADDRESS)
        if sheet.variant == "standard" and sheet.format == "pdf"
    }
    assert titles["handouts/map-wheel.pdf"] == "The map wheel"
    assert titles["handouts/map-blank.pdf"] == "The map wheel: wheel to fill in"
    assert titles["handouts/pairs-run-sheet.pdf"] == "Thinking in pairs: run sheet"


def test_cards_are_those_of_the_phases_in_order():
    [bank] = LIBRARY[QUESTION_BANK].values()
    [printed] = Printer(LIBRARY, ADDRESS, TELLER).files(QUESTION_BANK, bank)
    roads = [card.road for card in printed.file.sheets[0].body.cards]
    wanted = [question for phase in bank.phases for question in bank.of_phase(phase)]
    assert roads == [("questions", bank.questions.index(question), "text") for question in wanted]


def test_a_wheel_on_paper_has_the_segments_and_edges_of_the_page():
    [wheel] = (wheel for wheel in LIBRARY[WHEEL].values() if wheel.id == "map")
    files = {printed.name: printed.file for printed in Printer(LIBRARY, ADDRESS, TELLER).files(WHEEL, wheel)}
    drawn = [(wedge.letter, wedge.word, wedge.edge) for wedge in files["wheel"].sheets[0].body.figure.wedges]
    empty = ("", "", "solid")
    assert drawn == [("M", "Music", "solid"), ("A", "Age", "dashed"), ("P", "to confirm", "dotted"), empty, empty]
    to_fill_in = [(wedge.letter, wedge.word) for wedge in files["blank"].sheets[0].body.figure.wedges]
    assert to_fill_in == [("M", ""), ("A", ""), ("P", ""), ("", ""), ("", "")]


def test_what_is_signed_in_for_is_named_by_its_publisher_once():
    guide = next(iter(LIBRARY[DOCUMENT_KINDS[0]].values()))
    before = TELLER.telling(DOCUMENT_KINDS[0], guide).section("accounts")
    [part] = told.parts([before], PHRASES)
    assert part.blocks[0].line[0].text == "The Open College."


def test_a_workshop_on_paper_keeps_its_steps_in_the_running_order():
    printed, *_ = Printer(LIBRARY, ADDRESS, TELLER).files(WORKSHOP, workshop(LIBRARY))
    order = printed.file.sheets[0].body.order
    assert [step.title for step in order.steps] == [step.title for step in workshop(LIBRARY).plan.steps]
