"""The sheets for paper: each made, tagged, of the length it should be, and the same every time."""

import dataclasses
import io
import json
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2 as pdfium
import pytest
import typst
import zxingcpp
from conftest import ROOT, build, some_first
from library.core.download import Download
from library.formats.failures import SheetError
from library.formats.listing import pages_in
from library.formats.paper import blocks, typesetting, views
from library.formats.paper.typesetting import TEMPLATES
from library.formats.press import PATIENCE, Press
from library.formats.sheets import sheets
from library.sections.phrases import Phrases
from library.texts import texts
from PIL import Image
from tiny_library import (
    ADDRESS,
    BANK,
    FONTS,
    GUIDE,
    changed,
    entries,
    pressed,
    resource,
    reworded,
    spoil,
    tiny_library,
    with_more_steps,
)

TINY_LIBRARY = tiny_library()
FILES = {sheet.path: sheet for sheet in sheets(TINY_LIBRARY, ADDRESS)}
SHEETS = {path: sheet for path, sheet in FILES.items() if sheet.format == "pdf"}
VARIANTS = ("", "-large", "-low-ink")
STANDARD = [path for path, sheet in SHEETS.items() if sheet.variant == "standard"]
EACH_VARIANT = pytest.mark.parametrize("variant", some_first(["standard", "large", "low-ink"], ["standard"]))
ALONE = [path for path in STANDARD if not path.endswith(("-pack.pdf", "-a3.pdf"))]
"""All but packs, which are sheets of others behind a cover, and those that are the same on larger paper."""


def variants_of(path, *wanted):
    """A sheet in each of its variants, or in those that are wanted: there is at least one."""
    made = (f"{path.removesuffix('.pdf')}{ending}.pdf" for ending in VARIANTS)
    listed = [SHEETS[name] for name in made if name in SHEETS]
    some = [sheet for sheet in listed if not wanted or sheet.variant in wanted]
    assert some
    return some


def test_every_document_has_its_sheets_in_each_variant():
    wheels = ("wheel", "blank", "overlap", "grid")
    without_words = ("wheel", "overlap", "grid")
    wanted = {
        "listening": ("facilitator-sheet", "handout", "resources", "pack"),
        "pairs": ("run-sheet", "commissioning-sheet", "role-cards", "pack"),
        "circle": ("commissioning-sheet",),
        "first-month": ("path",),
        "first-steps": ("facilitator-sheet", "pack"),
        "note": ("sheet",),
        "openers": ("cards",),
        "map": ("guide", "pack", *wheels, *(f"{name}-a3" for name in wheels)),
        "blank": ("guide", "pack", *without_words, *(f"{name}-a3" for name in without_words)),
    }
    wanted = {(id, name, ending) for id, names in wanted.items() for name in names for ending in VARIANTS}
    assert set(SHEETS) == {f"handouts/{id}-{name}{ending}.pdf" for id, name, ending in wanted}


def test_the_rule_that_no_file_is_made_twice_knows_the_name_of_each():
    known = {name for kind, document in TINY_LIBRARY.documents for name in kind.files_of(document)}
    made = {re.sub(r"(-large|-low-ink)?\.\w+$", "", path.removeprefix("handouts/")) for path in FILES}
    assert made <= known
    unmade = [name for name in known - made if not name.endswith("-pack")]
    assert unmade == [], "but for packs, which need two sheets to hold"


@EACH_VARIANT
@pytest.mark.parametrize("path", STANDARD)
def test_a_sheet_can_be_read_by_everyone_in_each_variant(press, path, variant, tmp_path):
    for sheet in variants_of(path, variant):
        check_for_everyone(sheet, pressed(press, sheet), tmp_path / "sheet.pdf")


def check_for_everyone(sheet, pdf, file):
    file.write_bytes(pdf)
    report = page_validation.validate_pdf(str(file), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.rules.total > 80
    assert [(one.rule_id, one.message) for one in report.failures] == []
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert str(read.Root.Lang) == "en-GB"
        assert str(read.docinfo["/Title"]) == sheet.view.title
        assert len(read.pages) == pages_in(pdf)
        kinds = [str(one.S) for one in elements(read.Root.StructTreeRoot)]
        shown = sheet.view.sheets
        assert kinds.count("/H1") == len(shown)
        with read.open_outline() as outline:
            assert len(outline.root) == len(shown)
        assert all(figure.get("/Alt") for figure in elements(read.Root.StructTreeRoot) if str(figure.S) == "/Figure")
        tables = [one for one in shown if isinstance(one.body, views.TwoSides | views.Contents)]
        assert kinds.count("/Table") == len(tables)
        assert kinds.count("/TH") == sum(heads(one, sheet.variant) for one in tables)
        assert kinds.count("/Figure") == sum(figures(one) for one in shown)
        assert "/L" in kinds or not any(isinstance(part, LISTS) for one in shown for part in parts_of(one))
        assert {str(font.BaseFont).split("+")[-1].split("-")[0] for font in fonts(read)} == {"AtkinsonHyperlegibleNext"}


LISTS = (blocks.Points, blocks.Numbers, blocks.ReadOut, blocks.Role)


def heads(shown, variant):
    """How many cells head the running order: one for each column and each part. Large print has no third column."""
    if isinstance(shown.body, views.Contents):
        return 3
    steps = shown.body.order.steps
    has_third = variant != "large" and any(step.ifs or step.instead for step in steps)
    return (3 if has_third else 2) + sum(step.opens is not None for step in steps)


def figures(shown):
    """How many pictures a sheet has: the code of its page, those of its resources, its wheels and its time bar."""
    wheels = {views.Wheel: 1, views.TwoWheels: 2}.get(type(shown.body), 0)
    return len(codes_of(shown)) + wheels + sum(isinstance(part, blocks.Bar) for part in parts_of(shown))


def codes_of(shown):
    """Where the codes of a sheet lead: to its page, and to its resources."""
    links = [shown.address] if shown.code else []
    return links + [part.link for part in parts_of(shown) if isinstance(part, blocks.Resource) and part.code]


def parts_of(shown):
    """Everything a sheet shows, at any depth."""
    parts = []
    changed(shown, lambda part: parts.append(part) or part)
    return parts


@pytest.mark.parametrize("path", STANDARD)
def test_every_page_says_what_it_is_how_old_and_where_from(press, path):
    for sheet in variants_of(path):
        shown = sheet.view.sheets
        read = pdfium.PdfDocument(pressed(press, sheet))
        written = [" ".join(page.get_textpage().get_text_range().split()) for page in read]
        for number, words_of_page in enumerate(written, 1):
            assert f"Page {number} of {len(written)}" in words_of_page
            assert "CC BY 4.0" in words_of_page
            assert any(joined(one.foot) in joined(words_of_page) for one in shown)
            assert any(joined(one.credit) in joined(words_of_page) for one in shown)
            assert joined("Someone upset") in joined(words_of_page)
        assert joined(f"{ADDRESS}upset/") in joined(" ".join(written))
        assert any(joined(one.address) in joined(" ".join(written)) for one in shown)
        for one in shown:
            has_lines = any(isinstance(part, blocks.Write) for part in parts_of(one))
            is_worksheet = has_lines or isinstance(one.body, (views.Wheel, views.TwoWheels, views.Grid))
            assert bool(one.notice) == is_worksheet
            assert one.notice in " ".join(written)


def joined(text):
    """Without spaces and hyphens: an address may be broken at one."""
    return re.sub(r"[^\w:/.]", "", text)


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


def drawn(sheet, ppi=150.0):
    """A sheet's pages as pictures."""
    folders = [str(folder) for folder in FONTS]
    compiler = typst.Compiler(root=str(TEMPLATES), font_paths=folders, ignore_system_fonts=True)
    inputs = typesetting.inputs(sheet.view, sheet.variant)
    made = compiler.compile(str(TEMPLATES / "main.typ"), format="png", ppi=ppi, sys_inputs=inputs)
    return [Image.open(io.BytesIO(one)) for one in (made if isinstance(made, list) else [made])]


def codes_in(picture):
    """The QR codes alone: rows of text can pass for a code of another kind, such as the edge of a film."""
    return zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)


@EACH_VARIANT
@pytest.mark.parametrize("path", some_first(STANDARD, ALONE))
def test_every_qr_code_reads_back_from_a_150_dpi_picture_in_each_variant(path, variant):
    for sheet in variants_of(path, variant):
        read = [code.text for picture in drawn(sheet) for code in codes_in(picture)]
        wanted = [link for shown in sheet.view.sheets for link in codes_of(shown)]
        assert sorted(read) == sorted(wanted), sheet.path
        assert all(one.startswith(ADDRESS) for one in wanted)


def test_a_short_address_takes_readers_on_only_where_it_is_certain(tiny_site):
    taken = set()
    for id in (entry.id for kind, entry in entries(TINY_LIBRARY) if kind.name == "resource"):
        html = (tiny_site / "r" / id / "index.html").read_text(encoding="utf-8")
        assert f"../../resources/#{id}" in html
        taken |= {id} if 'http-equiv="refresh"' in html else set()
    assert taken == {"film"}
    course = (tiny_site / "r" / "course" / "index.html").read_text(encoding="utf-8")
    assert f'href="{resource(TINY_LIBRARY, "course").url}"' in course
    handbook = (tiny_site / "r" / "handbook" / "index.html").read_text(encoding="utf-8")
    assert str(resource(TINY_LIBRARY, "handbook").url) not in handbook, "it has stopped working"
    leaflet = (tiny_site / "r" / "leaflet" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://www.example.org/en/"' in leaflet


def test_without_a_public_address_nothing_leads_nowhere(press):
    for sheet in (one for one in sheets(TINY_LIBRARY, None) if one.path in STANDARD):
        assert {one.code for one in sheet.view.sheets} == {None}
        assert b"/URI (https://reflect" not in pressed(press, sheet)


def test_the_same_sheet_has_the_same_bytes(tmp_path):
    turns = [(made := variants_of(path))[number % len(made)] for number, path in enumerate(STANDARD)]
    for number, sheet in enumerate(turns):
        first, second = (pressed(Press(FONTS, tmp_path / f"{number}-{copy}"), sheet) for copy in "ab")
        assert first == second, sheet.path


def test_only_what_changed_is_made_again(tmp_path):
    press = Press(FONTS, tmp_path)
    one, other = list(SHEETS.values())[:2]
    pressed(press, one)
    pressed(press, other)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    pressed(press, one)
    pressed(press, dataclasses.replace(other, view=dataclasses.replace(other.view, title="Another title")))
    after = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


def test_a_sheet_that_fails_by_our_mistake_is_named_and_leaves_what_the_engine_said_to_us(tmp_path):
    sheet = next(iter(SHEETS.values()))
    broken = unknown(sheet)
    with pytest.raises(SheetError) as failed:
        pressed(Press(FONTS, tmp_path / "cache"), broken)
    name = Path(sheet.path).stem
    assert str(failed.value) == (
        f"{sheet.origin.path}:1  could not be made into {sheet.path}. This is no mistake of yours: please tell whoever "
        f"looks after the library's code, with the file .cache/cache/{name}.why.txt, which says why. [sheet-not-made]"
    )
    assert [path.name for path in tmp_path.rglob("*.*")] == [f"{name}.why.txt"]
    assert "main.typ:" in (tmp_path / "cache" / f"{name}.why.txt").read_text(encoding="utf-8")


def unknown(sheet):
    """A file with a sheet of a type that no template sets."""
    first, *others = sheet.view.sheets
    odd = dataclasses.replace(first, body=views.Body())
    return dataclasses.replace(sheet, view=dataclasses.replace(sheet.view, sheets=(odd, *others)))


MISFITS = {
    "a card": (
        "handouts/openers-cards.pdf",
        lambda sheet: reworded(sheet, "Who was there?", "What did you notice, and what came of it? " * 20),
        r"^guides/questions/openers\.yaml:\d+  question 2, text: is \d+ characters too long for a card of 93 by 1",
    ),
    "a card in large print": (
        "handouts/openers-cards-large.pdf",
        lambda sheet: reworded(sheet, "What happened?", "What did you notice, and what came of it? " * 20),
        r"question 1, text: in large print is \d+ characters too long for a card of 93 by 1\d\d mm; "
        r"shorten it\. \[card-too-full\]$",
    ),
    "a prompt without room to write": (
        "handouts/listening-handout.pdf",
        lambda sheet: reworded(sheet, " on a busy day?", "What did you notice, and what came of it? " * 99),
        r"plan, part 2, step 1, prompt 2, text: is \d+ characters too long to leave 3 lines to write on; "
        r"shorten it\. \[no-room-to-write\]$",
    ),
    "a record's heading": (
        "handouts/note-sheet.pdf",
        lambda sheet: reworded(sheet, "The date alone.", "Say what was noticed, and what came of it. " * 200),
        r"^guides/records/note\.yaml:\d+  heading 1, hint: is \d+ characters too long to leave 1 line to",
    ),
    "a role card": (
        "handouts/pairs-role-cards.pdf",
        lambda sheet: reworded(sheet, "Speak of your own work.", "Say what was noticed, and what came of it. " * 40),
        r"^guides/sessions/pairs\.yaml:\d+  role 1: makes a role card that is \d+ mm too long; shorten",
    ),
    "the back of a card": (
        "handouts/openers-cards.pdf",
        lambda sheet: reworded(sheet, "For later.", "Say what was noticed, and what came of it. " * 40),
        r"^guides/questions/openers\.yaml:\d+  phase 2, introduction: is \d+ characters too long for a card of 93",
    ),
    "a facilitator's sheet": (
        "handouts/pairs-run-sheet.pdf",
        lambda sheet: with_more_steps(sheet, 40),
        r"pairs\.yaml:\d+  plan: makes a sheet of \d+ pages, .* it is \d+ mm too long\. "
        r"Shorten the steps, or what they ask to do\. \[sheet-too-long\]$",
    ),
}


@pytest.mark.parametrize("case", MISFITS)
def test_what_does_not_fit_is_told_by_file_line_and_how_much(press, case):
    path, spoil, said = MISFITS[case]
    with pytest.raises(SheetError) as failed:
        pressed(press, spoil(SHEETS[path]))
    assert re.search(said, str(failed.value)), str(failed.value)


def test_the_words_that_are_too_many_are_counted_exactly(press):
    sheet = SHEETS["handouts/openers-cards.pdf"]
    long = "What did you notice, and what came of it? " * 20

    def with_text(text):
        return reworded(sheet, "What happened?", text)

    with pytest.raises(SheetError) as failed:
        pressed(press, with_text(long))
    over = int(re.search(r"is (\d+) characters", str(failed.value))[1])
    pressed(press, with_text(long[:-over]))
    with pytest.raises(SheetError, match=r"is 1 character too long"):
        pressed(press, with_text(long[: len(long) - over + 1]))


def test_a_heading_alone_at_the_foot_of_a_page_is_told(tmp_path, monkeypatch):
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    for name, old, new in (
        ("sheet.typ", "sticky: true", "sticky: false"),
        ("told.typ", "#let told(d) = sheet(d, ", "#let told(d) = sheet(d, v(1fr) + [== Alone] + pagebreak() + "),
    ):
        text = (templates / name).read_text(encoding="utf-8")
        assert old in text
        (templates / name).write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(typesetting, "TEMPLATES", templates)
    with pytest.raises(SheetError, match=r"the heading “Alone” stands alone at the foot of page 1, with \d+ mm left"):
        pressed(Press(FONTS, tmp_path / "cache"), SHEETS["handouts/listening-resources.pdf"])


def test_one_sheet_that_fails_does_not_keep_the_others_back(press):
    first, *others = list(SHEETS.values())[:4]
    made = dict((sheet.path, one) for sheet, one in press.make_all([unknown(first), *others], pytest.fail))
    assert isinstance(made[first.path], SheetError)
    assert all(made[one.path].read_bytes().startswith(b"%PDF") for one in others)


def test_whoever_waits_is_told_how_far_it_is(press):
    told = []
    times = iter(range(0, 1000))
    some = list(SHEETS.values())[:7]
    assert len(list(press.make_all(some, told.append, lambda: next(times) * PATIENCE * 0.4))) == 7
    assert told[0] == "Made 2 of 7 files to print and change"
    assert 1 < len(told) < 7


def test_a_build_names_every_sheet_that_fails_and_can_go_on_without_them(printed_project):
    line = spoil(printed_project, BANK, "What happened?", "What happened? " * 60)
    done = build(printed_project, printed_project / "out")
    assert done.returncode != 0
    assert f"{BANK}:{line}  question 1, text: in large print is " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (printed_project / "out" / "index.html").exists()
    done = build(printed_project, printed_project / "out", strict=False, KEEP_GOING="true")
    assert done.returncode == 0, "a strict build would stop at the warning"
    assert f"left out: {BANK}" in done.stderr
    assert (printed_project / "out" / "handouts" / "listening-handout.pdf").is_file()
    for holding in ("openers-cards.pdf", "listening-pack.pdf"):
        assert not (printed_project / "out" / "handouts" / holding).exists(), "it holds the cards too"


@pytest.mark.parametrize("going", some_first([True, False], [True]))
def test_the_command_makes_the_files_alone(printed_project, going):
    spoil(printed_project, GUIDE, "What did you notice?", "What did you notice? " * 280)
    command = [
        sys.executable,
        str(ROOT / "hooks" / "papers.py"),
        str(printed_project / "made"),
        "--root",
        str(printed_project),
    ]
    done = subprocess.run(command + ["--keep-going"] * going, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{GUIDE}:" in done.stdout
    assert re.search(r"characters too long to leave [23] lines to write on", done.stdout)
    assert "Traceback" not in done.stderr
    made = {path.name for path in (printed_project / "made").rglob("*.pdf")}
    assert "listening-handout.pdf" not in made
    assert ("pairs-pack.pdf" in made) == going


def with_questions(sheet, count):
    """A sheet of question cards with as many questions."""
    [shown] = sheet.view.sheets
    card = shown.body.cards[0]
    body = dataclasses.replace(shown.body, cards=(card,) * count)
    return dataclasses.replace(
        sheet, view=dataclasses.replace(sheet.view, sheets=(dataclasses.replace(shown, body=body),))
    )


@pytest.mark.parametrize(
    ("questions", "rows", "pages"), [(1, 2, 1), (3, 2, 1), (5, 3, 1), (7, 4, 1), (17, 3, 3), (21, 4, 3), (26, 4, 4)]
)
def test_each_card_has_its_own_back_behind_it_and_no_page_is_blank(questions, rows, pages):
    """The first card says how to make them, and those that are left over have lines to write on."""
    pictures = drawn(with_questions(SHEETS["handouts/openers-cards.pdf"], questions), ppi=60)
    assert len(pictures) == 2 * pages
    cells = [(row, column) for row in range(rows) for column in (0, 1)]
    fronts = [cell_is_written(page, rows, *cell) for page in pictures[::2] for cell in cells]
    behind = [cell_is_written(page, rows, row, 1 - column) for page in pictures[1::2] for row, column in cells]
    left_over = 2 * rows * pages - questions - 1
    assert fronts == [True] * (2 * rows * pages)
    assert behind == [False, *[True] * questions, *[False] * left_over]
    assert left_over < 2 * rows - 1, "no page for a single card"


def cell_is_written(picture, rows, row, column):
    """Whether a card has any ink inside its edges."""
    mm = picture.width / 210
    height = (297 - 12 - 31) / rows
    left, top = (12 + 93 * column) * mm, (12 + height * row) * mm
    inside = picture.convert("L").crop((left + 8 * mm, top + 8 * mm, left + 85 * mm, top + (height - 8) * mm))
    return inside.getextrema()[0] < 160


@pytest.mark.parametrize("places", [1, 3, 8])
def test_a_record_is_one_page_however_much_it_asks_for(press, places):
    sheet = SHEETS["handouts/note-sheet.pdf"]
    [shown] = sheet.view.sheets
    [place] = shown.body.places[-1:]
    body = dataclasses.replace(shown.body, places=(dataclasses.replace(place, lines=5),) * places)
    view = dataclasses.replace(sheet.view, sheets=(dataclasses.replace(shown, body=body),))
    assert pages_in(pressed(press, dataclasses.replace(sheet, view=view))) == 1


def test_a_role_card_is_a_page_to_fold_that_lights_the_stages_in_which_it_speaks(press):
    sheet = SHEETS["handouts/pairs-role-cards.pdf"]
    cards = sheet.view.sheets[0].body.cards
    assert [card.title for card in cards] == ["Speaker", "Listener"]
    assert [[stage.is_lit for stage in card.stages] for card in cards] == [[True, True, False], [False, True, True]]
    read = pdfium.PdfDocument(pressed(press, sheet))
    written = [" ".join(page.get_textpage().get_text_range().split()) for page in read]
    assert [text.count("You speak in stages 1 and 2.") for text in written] == [2, 0]
    assert [text.count("You speak in stages 2 and 3.") for text in written] == [0, 2]
    assert "Print one for each person in this role: the other one." in written[1]


@pytest.mark.parametrize("name", ["map-wheel", "map-blank", "blank-wheel"])
def test_a_wheel_is_a_page_with_how_to_mark_it_and_where_it_comes_from(press, name):
    for ending, pages in (("", 1), ("-low-ink", 1), ("-large", 2), ("-a3", 1)):
        read = pdfium.PdfDocument(pressed(press, SHEETS[f"handouts/{name}{ending}.pdf"]))
        assert len(read) == pages, ending
        written = " ".join(page.get_textpage().get_text_range() for page in read)
        assert "You do not have to share which." in " ".join(written.split())
        assert "Where it comes from" in written


def test_words_that_look_like_markup_stay_words(press):
    sheet = next(iter(SHEETS.values()))
    odd = "#panic() $x$ *a* @b <c> \\"
    shown = tuple(dataclasses.replace(one, title=odd, foot=odd, page=odd) for one in sheet.view.sheets)
    view = dataclasses.replace(sheet.view, title=odd, sheets=shown)
    pdf = pressed(press, dataclasses.replace(sheet, view=view))
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert str(read.docinfo["/Title"]) == odd
    written = pdfium.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert written.count(odd) == 3


def test_each_page_lists_its_files_with_format_length_and_size(tiny_site):
    data = json.loads((tiny_site / "data" / "library.json").read_text(encoding="utf-8"))
    listed = {one["path"]: one for one in data["downloads"]}
    assert set(listed) == {sheet.path for sheet in sheets(TINY_LIBRARY, None)}
    for sheet in FILES.values():
        page = tiny_site / sheet.kind.folder / sheet.id / "files" / "index.html"
        content = (tiny_site / sheet.path).read_bytes()
        one = listed[sheet.path]
        assert one["bytes"] == len(content)
        facts = Phrases(texts()).file_facts(Download(**one))
        address = re.escape(f"../../../{sheet.path}")
        _, _, downloads = page.read_text("utf-8").partition('<ul class="files"')
        opened = rf'<a href="{address}"(?: download="[^"]+")?>'
        link = re.search(rf'{opened}([^<]+)</a> <span class="fine">([^<]+)</span>', downloads)
        assert link, sheet.path
        assert link[2] == facts
        assert unescape(link[1]).startswith(sheet.title)
        if sheet.format == "pdf":
            pages = pages_in(content)
            assert f"PDF, {pages} page{'s' if pages != 1 else ''}, " in facts


def test_the_templates_ask_for_nothing_from_elsewhere():
    templates = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ")]
    assert len(templates) == 11
    assert not any("@preview" in text or "http" in text for text in templates)
