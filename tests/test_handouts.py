"""The sheets for paper: each made, tagged, of the length it should be, and the same every time."""

import copy
import dataclasses
import io
import json
import re
from html import escape, unescape

import page as page_validation
import pikepdf
import pytest
import typst
import zxingcpp
from conftest import ROOT
from library import load
from library.delivery.fonts import PACKAGE
from library.handouts import Press, SheetError, pages_in, sheets
from library.handouts.sheets import TEMPLATES
from PIL import Image

ADDRESS = "https://reflect.example.org/"
FONTS = ROOT / "node_modules" / PACKAGE
SHEETS = {sheet.path: sheet for sheet in sheets(load(ROOT), ADDRESS)}


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    return Press(FONTS, tmp_path_factory.mktemp("cache"))


def test_every_document_has_its_sheets_in_four_variants():
    library = load(ROOT)
    wanted = {
        "guides": {"facilitator-sheet", "handout", "resources", "pack"},
        "sessions": {"run-sheet", "role-cards", "pack"},
        "workshops": {"facilitator-sheet"},
        "question_banks": {"cards"},
        "wheels": {"wheel"},
    }
    paths = {
        f"handouts/{document.id}-{name}{ending}.pdf"
        for shelf, document in library.documents
        for name in wanted[shelf]
        for ending in ("", "-large", "-low-ink", "-cream")
    }
    assert set(SHEETS) == paths


@pytest.mark.parametrize("path", SHEETS)
def test_a_sheet_can_be_read_by_everyone(press, path, tmp_path):
    pdf = press.pdf(SHEETS[path])
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    report = page_validation.validate_pdf(str(file), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.rules.total > 80
    assert [(one.rule_id, one.message) for one in report.failures] == []
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert str(read.Root.Lang) == "en-GB"
        assert SHEETS[path].view["title"] in str(read.docinfo["/Title"])
        assert len(read.pages) == pages_in(pdf)
        kinds = [str(one.S) for one in elements(read.Root.StructTreeRoot)]
        shown = SHEETS[path].view["sheets"]
        assert kinds.count("/H1") == len(shown)
        with read.open_outline() as outline:
            assert len(outline.root) == len(shown)
        assert all(figure.get("/Alt") for figure in elements(read.Root.StructTreeRoot) if str(figure.S) == "/Figure")
        tables = [one for one in shown if one["template"] == "facilitator"]
        assert kinds.count("/Table") == len(tables)
        assert kinds.count("/TH") == 3 * len(tables)
        assert {str(font.BaseFont).split("+")[-1].split("-")[0] for font in fonts(read)} == {"AtkinsonHyperlegibleNext"}


def elements(node):
    """Every structure element below one."""
    children = node.get("/K")
    if children is None or isinstance(children, int):
        return
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def fonts(read):
    return [font for one in read.pages for font in one.Resources.get("/Font", {}).values()]


def test_a_facilitator_has_two_pages_at_most_to_turn(press):
    names = [path for path in SHEETS if path.endswith(("facilitator-sheet.pdf", "run-sheet.pdf"))]
    assert len(names) == 5
    assert {path: pages for path in names if (pages := pages_in(press.pdf(SHEETS[path]))) > 2} == {}


@pytest.mark.parametrize("path", SHEETS)
def test_every_qr_code_reads_back_from_a_150_dpi_picture(path):
    sheet = SHEETS[path]
    compiler = typst.Compiler(
        root=str(TEMPLATES), font_paths=[str(FONTS / "400Regular"), str(FONTS / "700Bold")], ignore_system_fonts=True
    )
    inputs = {"data": json.dumps(sheet.view), "variant": sheet.variant}
    drawn = compiler.compile(str(TEMPLATES / "main.typ"), format="png", ppi=150.0, sys_inputs=inputs)
    pictures = [Image.open(io.BytesIO(one)) for one in (drawn if isinstance(drawn, list) else [drawn])]
    read = [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]
    shown = sheet.view["sheets"]
    wanted = [code for one in shown for code in (one["address"], *(two["link"] for two in one.get("resources", [])))]
    assert sorted(read) == sorted(wanted)
    assert all(one.startswith(ADDRESS) for one in wanted)


def test_a_short_address_takes_readers_on_only_where_it_is_certain(site):
    library = load(ROOT)
    taken = 0
    for resource in library.resources.values():
        html = (site / "r" / resource.id / "index.html").read_text(encoding="utf-8")
        certain = resource.url_status == "confirmed" and resource.access == "open"
        taken += certain
        assert ('http-equiv="refresh"' in html) == certain
        assert f"../../resources/#{resource.id}" in html
        assert not resource.url or f'href="{escape(resource.url)}"' in html
    assert taken > 5


def test_without_a_public_address_nothing_leads_nowhere(press):
    for sheet in sheets(load(ROOT), None):
        assert {one["qr"] for one in sheet.view["sheets"]} == {None}
        assert b"/URI (https://reflect" not in press.pdf(sheet)


def test_the_same_sheet_has_the_same_bytes(tmp_path):
    for number, sheet in enumerate(SHEETS.values()):
        first, second = (Press(FONTS, tmp_path / f"{number}-{copy}").pdf(sheet) for copy in "ab")
        assert first == second, sheet.path


def test_only_what_changed_is_made_again(tmp_path):
    press = Press(FONTS, tmp_path)
    one, other = list(SHEETS.values())[:2]
    press.pdf(one)
    press.pdf(other)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    press.pdf(one)
    press.pdf(dataclasses.replace(other, view={**other.view, "version": "9.9"}))
    after = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


def test_a_sheet_that_fails_is_named_and_leaves_nothing(tmp_path):
    sheet = next(iter(SHEETS.values()))
    lacking = [{key: value for key, value in one.items() if key != "steps"} for one in sheet.view["sheets"]]
    broken = dataclasses.replace(sheet, view={**sheet.view, "sheets": lacking})
    with pytest.raises(SheetError) as failed:
        Press(FONTS, tmp_path / "cache").pdf(broken)
    assert str(failed.value).startswith(f"{sheet.source}: the sheet {sheet.path} could not be made")
    assert "facilitator.typ:" in str(failed.value)
    assert not list(tmp_path.rglob("*"))


def test_a_question_too_long_for_its_card_is_named_with_how_much(press):
    sheet = SHEETS["handouts/mcclure-questions-cards.pdf"]
    long = copy.deepcopy(sheet.view)
    question = long["sheets"][0]["phases"][0]["questions"][0]
    question["text"][0]["text"] = "What did you notice, and what did you make of it at the time? " * 8
    with pytest.raises(SheetError) as failed:
        press.pdf(dataclasses.replace(sheet, view=long))
    assert re.search(rf"the question {question['id']} is \d+ mm too tall for its card", str(failed.value))
    assert sheet.source in str(failed.value)


def test_words_that_look_like_markup_stay_words(press):
    sheet = next(iter(SHEETS.values()))
    odd = "#panic() $x$ *a* @b <c> \\"
    shown = [{**one, "title": odd} for one in sheet.view["sheets"]]
    pdf = press.pdf(dataclasses.replace(sheet, view={**sheet.view, "title": odd, "sheets": shown}))
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert str(read.docinfo["/Title"]).startswith(odd)


def test_each_page_lists_its_sheets_with_pages_and_size(site):
    for sheet in SHEETS.values():
        html = (site / sheet.shelf.replace("question_banks", "questions") / sheet.id / "index.html").read_text("utf-8")
        content = (site / sheet.path).read_bytes()
        pages = pages_in(content)
        wanted = f"PDF, {pages} page{'s' if pages != 1 else ''}, {round(len(content) / 1000)} KB"
        address = re.escape(f"../../{sheet.path}")
        link = re.search(rf'<a href="{address}">([^<]+)</a> <span class="fine">([^<]+)</span>', html)
        assert link, sheet.path
        assert link[2] == wanted
        assert unescape(link[1]).startswith(sheet.title)


def test_the_templates_ask_for_nothing_from_elsewhere():
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ")]
    assert len(texts) == 8
    assert not any("@preview" in text or "http" in text for text in texts)
