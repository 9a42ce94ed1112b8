"""The sheets for paper: each made, tagged, of the length it should be, and the same every time."""

import copy
import dataclasses
import io
import json
import os
import re
import shutil
import subprocess
import sys
from html import escape, unescape
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2 as pdfium
import pytest
import typst
import zxingcpp
from conftest import ROOT, build
from library import load, words
from library.core.catalogue import RESOURCE
from library.core.download import Download
from library.delivery.fonts import paper_folders
from library.handouts import Press, SheetError, offered, pages_in, recipe, sheets, typesetting
from library.handouts.press import PATIENCE
from library.handouts.typesetting import TEMPLATES
from library.kinds.question_bank import QUESTION_BANK
from PIL import Image

ADDRESS = "https://reflect.example.org/"
FONTS = paper_folders(ROOT / "node_modules")
FILES = {sheet.path: sheet for sheet in sheets(load(ROOT), ADDRESS)}
SHEETS = {path: sheet for path, sheet in FILES.items() if sheet.format == "pdf"}
SET_PAPER = {"question_banks", "wheels"}
"""The shelves whose sheets are drawn for A4 and A3, and are not made for US Letter."""


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    return Press(FONTS, tmp_path_factory.mktemp("cache"))


def pressed(press, sheet):
    return press.make(sheet).read_bytes()


def test_every_document_has_its_sheets_in_each_variant():
    library = load(ROOT)
    wheels = {"wheel", "overlap", "grid", "pack", "wheel-a3", "overlap-a3", "grid-a3"}
    wanted = {
        "guides": {"facilitator-sheet", "handout", "resources", "pack"},
        "sessions": {"run-sheet", "role-cards", "pack"},
        "workshops": {"facilitator-sheet"},
        "question_banks": {"cards"},
        "wheels": wheels,
        "records": {"sheet"},
    }
    paths = {
        f"handouts/{document.id}-{name}{ending}.pdf"
        for kind, document in library.documents
        for name in wanted[kind.key] | ({"blank", "blank-a3"} if kind.name == "wheel" and document.segments else set())
        for ending in ("", "-large", "-low-ink", "-cream", *(("-letter",) if kind.key not in SET_PAPER else ()))
    }
    assert set(SHEETS) == paths


@pytest.mark.parametrize("path", SHEETS)
def test_a_sheet_can_be_read_by_everyone(press, path, tmp_path):
    pdf = pressed(press, SHEETS[path])
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
        assert kinds.count("/Figure") == sum(figures(one) for one in shown)
        assert "/L" in kinds or not any(one["template"] in HAS_LISTS for one in shown)
        assert {str(font.BaseFont).split("+")[-1].split("-")[0] for font in fonts(read)} == {"AtkinsonHyperlegibleNext"}


HAS_LISTS = {"facilitator", "roles", "wheel"}


def figures(view):
    """How many pictures a sheet has: the code of its page, those of its resources, and its wheels."""
    codes = bool(view["qr"]) + sum(bool(one["qr"]) for one in view.get("resources", []))
    return codes + {"wheel": 1, "overlap": 2}.get(view["template"], 0)


@pytest.mark.parametrize("path", SHEETS)
def test_every_page_says_what_it_is_how_old_and_where_from(press, path):
    shown = SHEETS[path].view["sheets"]
    read = pdfium.PdfDocument(pressed(press, SHEETS[path]))
    written = [" ".join(page.get_textpage().get_text_range().split()) for page in read]
    for number, words_of_page in enumerate(written, 1):
        if words_of_page or "cards" not in path:  # the back of a cover stays empty
            assert f"Page {number} of {len(written)}" in words_of_page
            assert "CC BY 4.0" in words_of_page
            assert any(f"{one['title']}, version {one['version']}, {one['revised']}" in words_of_page for one in shown)
            assert any(joined(one["address"]) in joined(words_of_page) for one in shown)
    for one in shown:
        assert ("No names or identifying details" in " ".join(written)) or one["template"] not in WORKSHEETS


def joined(text):
    """Without spaces and hyphens: an address may be broken at one."""
    return re.sub(r"[^\w:/.]", "", text)


WORKSHEETS = {"handout", "wheel", "overlap", "crossing", "record"}


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
    assert {path: pages for path in names if (pages := pages_in(pressed(press, SHEETS[path]))) > 2} == {}


def drawn(sheet, ppi=150.0):
    """A sheet's pages as pictures."""
    folders = [str(folder) for folder in FONTS]
    compiler = typst.Compiler(root=str(TEMPLATES), font_paths=folders, ignore_system_fonts=True)
    inputs = {"data": json.dumps(sheet.view), "variant": sheet.variant}
    made = compiler.compile(str(TEMPLATES / "main.typ"), format="png", ppi=ppi, sys_inputs=inputs)
    return [Image.open(io.BytesIO(one)) for one in (made if isinstance(made, list) else [made])]


def codes_in(picture):
    """The QR codes alone: rows of text can pass for a code of another kind, such as the edge of a film."""
    return zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)


@pytest.mark.parametrize("path", SHEETS)
def test_every_qr_code_reads_back_from_a_150_dpi_picture(path):
    sheet = SHEETS[path]
    read = [code.text for picture in drawn(sheet) for code in codes_in(picture)]
    shown = sheet.view["sheets"]
    wanted = [code for one in shown for code in (one["address"], *(two["link"] for two in one.get("resources", [])))]
    assert sorted(read) == sorted(wanted)
    assert all(one.startswith(ADDRESS) for one in wanted)


def test_a_short_address_takes_readers_on_only_where_it_is_certain(site):
    library = load(ROOT)
    taken = 0
    for resource in library[RESOURCE].values():
        html = (site / "r" / resource.id / "index.html").read_text(encoding="utf-8")
        certain = resource.url_status == "confirmed" and resource.access == "open"
        taken += certain
        assert ('http-equiv="refresh"' in html) == certain
        assert f"../../resources/#{resource.id}" in html
        assert not resource.url or f'href="{escape(resource.url)}"' in html
    assert taken > 5


def test_without_a_public_address_nothing_leads_nowhere(press):
    for sheet in (one for one in sheets(load(ROOT), None) if one.format == "pdf"):
        assert {one["qr"] for one in sheet.view["sheets"]} == {None}
        assert b"/URI (https://reflect" not in pressed(press, sheet)


def test_the_same_sheet_has_the_same_bytes(tmp_path):
    for number, sheet in enumerate(SHEETS.values()):
        first, second = (pressed(Press(FONTS, tmp_path / f"{number}-{copy}"), sheet) for copy in "ab")
        assert first == second, sheet.path


def test_only_what_changed_is_made_again(tmp_path):
    press = Press(FONTS, tmp_path)
    one, other = list(SHEETS.values())[:2]
    pressed(press, one)
    pressed(press, other)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    pressed(press, one)
    pressed(press, dataclasses.replace(other, view={**other.view, "version": "9.9"}))
    after = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


@pytest.mark.parametrize("ending", ["pdf", "docx", "pptx", "ics"])
def test_every_file_is_made_again_once_anything_that_makes_files_changed(tmp_path, monkeypatch, ending):
    sheet = next(sheet for sheet in FILES.values() if sheet.format == ending)
    before = Press(FONTS, tmp_path).make(sheet)
    assert Press(FONTS, tmp_path).make(sheet) == before
    monkeypatch.setattr("library.handouts.press.own_recipe", lambda: b"another")
    assert Press(FONTS, tmp_path).make(sheet) != before


def test_a_recipe_holds_all_files_of_the_room_and_the_versions_of_its_packages(tmp_path, monkeypatch):
    (tmp_path / "templates").mkdir()
    digests = {recipe.recipe(tmp_path)}
    for name in ("one.py", "templates/two.typ", "templates/three.docx"):
        for content in ("a", "b"):
            (tmp_path / name).write_text(content, encoding="utf-8")
            digests.add(recipe.recipe(tmp_path))
    monkeypatch.setattr(recipe, "version", lambda package: f"{len(package)}.0")
    digests.add(recipe.recipe(tmp_path))
    assert len(digests) == 8
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "one.pyc").write_text("c", encoding="utf-8")
    assert recipe.recipe(tmp_path) in digests


def test_a_recipe_names_every_package_that_makes_files():
    known = {"typst": "typst", "docx": "python-docx", "pptx": "python-pptx", "icalendar": "icalendar", "segno": "segno"}
    code = "\n".join(path.read_text(encoding="utf-8") for path in recipe.ROOM.glob("*.py"))
    imported = set(re.findall(r"(?m)^ *(?:import|from) (\w+)", code)) - set(sys.stdlib_module_names) - {"library"}
    assert {known[name] for name in imported if name} <= set(recipe.PACKAGES)


def test_what_nobody_asked_for_in_a_while_is_thrown_away_and_use_counts(tmp_path):
    press = Press(FONTS, tmp_path)
    used, unused, fresh = (press.make(sheet) for sheet in list(SHEETS.values())[:3])
    week_ago = used.stat().st_mtime - 7 * 24 * 60 * 60
    for kept in (used, unused):
        os.utime(kept, (week_ago, week_ago))
    press.make(next(iter(SHEETS.values())))
    press.throw_away(days=6)
    assert {path for path in tmp_path.iterdir()} == {used, fresh}
    Press(FONTS, tmp_path / "nothing").throw_away(days=6)


def test_a_file_that_another_made_meanwhile_is_replaced(tmp_path, monkeypatch):
    """On Windows `rename` fails where the file is there; `replace` does not."""

    def rename(path, target):
        raise FileExistsError(target)

    monkeypatch.setattr(Path, "rename", rename)
    assert Press(FONTS, tmp_path).make(next(iter(SHEETS.values()))).is_file()


def test_of_a_file_that_is_not_made_yet_its_format_is_said():
    assert {words.file_facts(offered(sheet)) for sheet in FILES.values()} == {
        "PDF",
        "Word",
        "PowerPoint",
        "calendar file",
    }


def test_a_sheet_that_fails_by_our_mistake_is_named_and_leaves_what_the_engine_said_to_us(tmp_path):
    sheet = next(iter(SHEETS.values()))
    lacking = [{key: value for key, value in one.items() if key != "steps"} for one in sheet.view["sheets"]]
    broken = dataclasses.replace(sheet, view={**sheet.view, "sheets": lacking})
    with pytest.raises(SheetError) as failed:
        pressed(Press(FONTS, tmp_path / "cache"), broken)
    name = Path(sheet.path).stem
    assert str(failed.value) == (
        f"{sheet.origin.path}:1  could not be made into {sheet.path}. This is no mistake of yours: please tell whoever "
        f"looks after the library's code, with the file .cache/cache/{name}.why.txt, which says why."
    )
    assert [path.name for path in tmp_path.rglob("*.*")] == [f"{name}.why.txt"]
    assert "facilitator.typ:" in (tmp_path / "cache" / f"{name}.why.txt").read_text(encoding="utf-8")


def spoilt(path, spoil):
    """A sheet with its first view spoilt."""
    sheet = SHEETS[path]
    shown = copy.deepcopy(sheet.view)
    spoil(shown["sheets"][0])
    return dataclasses.replace(sheet, view=shown)


MISFITS = {
    "a card": (
        "handouts/mcclure-questions-cards.pdf",
        lambda view: view["questions"][3]["text"][0].update(text="What did you notice, and what came of it? " * 9),
        r"^guides/questions/mcclure-questions\.yaml:\d+  question 4, text: is \d+ characters too long for a card of 93",
    ),
    "a card in large print": (
        "handouts/mcclure-questions-cards-large.pdf",
        lambda view: view["questions"][0]["text"][0].update(text="What did you notice, and what came of it? " * 9),
        r"question 1, text: in large print is \d+ characters too long for a card of 93 by 126 mm",
    ),
    "a prompt without room to write": (
        "handouts/relationship-based-practice-handout.pdf",
        lambda view: view["prompts"][1]["text"][0].update(text="What did you notice, and what came of it? " * 99),
        r"plan, part 2, step 2, prompt 2, text: is \d+ characters too long to leave 4 lines to write on",
    ),
    "a record's heading": (
        "handouts/session-note-sheet.pdf",
        lambda view: view["headings"][0]["hint"][0].update(text="Say what was noticed, and what came of it. " * 400),
        r"^guides/records/session-note\.yaml:\d+  heading 1, hint: is \d+ characters too long to leave 1 line to",
    ),
    "a facilitator's sheet": (
        "handouts/space-to-think-run-sheet.pdf",
        lambda view: view["steps"].extend(view["steps"] * 2),
        r"space-to-think\.yaml:\d+  plan: makes a sheet of 4 pages, .* it is \d+ mm too long\. Shorten the steps",
    ),
}


@pytest.mark.parametrize("case", MISFITS)
def test_what_does_not_fit_is_told_by_file_line_and_how_much(press, case):
    path, spoil, said = MISFITS[case]
    with pytest.raises(SheetError) as failed:
        pressed(press, spoilt(path, spoil))
    assert re.search(said, str(failed.value)), str(failed.value)


def test_the_words_that_are_too_many_are_counted_exactly(press):
    sheet = SHEETS["handouts/mcclure-questions-cards.pdf"]
    long = "What did you notice, and what came of it? " * 9

    def with_text(text):
        return spoilt(sheet.path, lambda view: view["questions"][0]["text"][0].update(text=text))

    with pytest.raises(SheetError) as failed:
        pressed(press, with_text(long))
    over = int(re.search(r"is (\d+) characters", str(failed.value))[1])
    pressed(press, with_text(long[:-over]))
    with pytest.raises(SheetError, match=r"is 1 character too long"):
        pressed(press, with_text(long[: len(long) - over + 1].rstrip() + "w"))


def test_a_heading_alone_at_the_foot_of_a_page_is_told(tmp_path, monkeypatch):
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    for name, old, new in (
        ("sheet.typ", "sticky: true", "sticky: false"),
        ("resources.typ", "  #resource-list", "  #v(1fr)\n  == Alone\n  #pagebreak()\n  #resource-list"),
    ):
        text = (templates / name).read_text(encoding="utf-8")
        assert old in text
        (templates / name).write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(typesetting, "TEMPLATES", templates)
    with pytest.raises(SheetError, match=r"the heading “Alone” stands alone at the foot of page 1, with \d+ mm left"):
        pressed(Press(FONTS, tmp_path / "cache"), SHEETS["handouts/relationship-based-practice-resources.pdf"])


def test_one_sheet_that_fails_does_not_keep_the_others_back(press):
    first, *others = list(SHEETS.values())[:4]
    broken = dataclasses.replace(first, view={**first.view, "sheets": [{"template": "facilitator"}]})
    made = dict((sheet.path, one) for sheet, one in press.make_all([broken, *others], pytest.fail))
    assert isinstance(made[first.path], SheetError)
    assert all(made[one.path].read_bytes().startswith(b"%PDF") for one in others)


def test_whoever_waits_is_told_how_far_it_is(press):
    told = []
    times = iter(range(0, 1000))
    some = list(SHEETS.values())[:7]
    assert len(list(press.make_all(some, told.append, lambda: next(times) * PATIENCE * 0.4))) == 7
    assert told[0] == "Made 2 of 7 files to print and change"
    assert 1 < len(told) < 7


def test_a_build_names_every_sheet_that_fails_and_can_go_on_without_them(copy):
    bank = copy / "guides" / "questions" / "mcclure-questions.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("What did you do, step by step?", "What did you do? " * 60), encoding="utf-8")
    done = build(copy, copy / "out")
    assert done.returncode != 0
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "step by step" in line)
    assert f"guides/questions/mcclure-questions.yaml:{line}  question 1, text: is " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (copy / "out" / "index.html").exists()
    done = build(copy, copy / "out", strict=False, KEEP_GOING="true")
    assert done.returncode == 0, "a strict build would stop at the warning"
    assert "left out: guides/questions/mcclure-questions.yaml" in done.stderr
    assert (copy / "out" / "handouts" / "relationship-based-practice-pack.pdf").is_file()
    assert not (copy / "out" / "handouts" / "mcclure-questions-cards.pdf").exists()


@pytest.mark.parametrize("going", [True, False])
def test_the_command_makes_the_files_alone(copy, going):
    path = copy / "guides" / "guides-first.yaml"
    text = (copy / "guides" / "relationship-based-practice.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("title: Relationship-based", "title: A spoilt", 1), encoding="utf-8")
    spoilt = path.read_text(encoding="utf-8")
    found = re.search(r"- id: [a-z-]+\n +text: (.+)", spoilt)
    path.write_text(spoilt.replace(found[1], found[1] + " And what then?" * 370), encoding="utf-8")
    command = [sys.executable, str(ROOT / "hooks" / "papers.py"), str(copy / "made"), "--root", str(copy)]
    done = subprocess.run(command + ["--keep-going"] * going, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "guides/guides-first.yaml:" in done.stdout
    assert re.search(r"characters too long to leave [34] lines to write on", done.stdout)
    assert "Traceback" not in done.stderr
    made = {path.name for path in (copy / "made").rglob("*.pdf")}
    assert "guides-first-handout.pdf" not in made
    assert ("relationship-based-practice-pack.pdf" in made) == going


def test_each_card_has_its_own_back_behind_it(press):
    bank = load(ROOT)[QUESTION_BANK]["mcclure-questions"]
    with pikepdf.open(io.BytesIO(pressed(press, SHEETS["handouts/mcclure-questions-cards.pdf"]))) as read:
        assert len(read.pages) == 2 + 2 * -(-len(bank.questions) // 8)
    pictures = drawn(SHEETS["handouts/mcclure-questions-cards.pdf"])
    for front, back in zip(pictures[2::2], pictures[3::2], strict=True):
        taken = [cell_is_written(front, row, column) for row in range(4) for column in (0, 1)]
        behind = [cell_is_written(back, row, column) for row in range(4) for column in (1, 0)]
        assert taken == behind
    assert taken.count(True) == len(bank.questions) % 8


def cell_is_written(picture, row, column):
    """Whether a card has any ink inside its edges."""
    mm = picture.width / 210
    left, top = (12 + 93 * column) * mm, (12 + 66 * row) * mm
    inside = picture.convert("L").crop((left + 3 * mm, top + 3 * mm, left + 90 * mm, top + 63 * mm))
    return inside.getextrema()[0] < 128


def test_words_that_look_like_markup_stay_words(press):
    sheet = next(iter(SHEETS.values()))
    odd = "#panic() $x$ *a* @b <c> \\"
    shown = [{**one, "title": odd} for one in sheet.view["sheets"]]
    pdf = pressed(press, dataclasses.replace(sheet, view={**sheet.view, "title": odd, "sheets": shown}))
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert str(read.docinfo["/Title"]).startswith(odd)


def test_each_page_lists_its_files_with_format_length_and_size(site):
    data = json.loads((site / "data" / "library.json").read_text(encoding="utf-8"))
    listed = {one["path"]: one for one in data["downloads"]}
    assert set(listed) == {sheet.path for sheet in sheets(load(ROOT), None)}
    for sheet in FILES.values():
        page = site / sheet.kind.folder / sheet.id / "index.html"
        content = (site / sheet.path).read_bytes()
        one = listed[sheet.path]
        assert one["bytes"] == len(content)
        facts = words.file_facts(Download(**one))
        address = re.escape(f"../../{sheet.path}")
        link = re.search(rf'<a href="{address}">([^<]+)</a> <span class="fine">([^<]+)</span>', page.read_text("utf-8"))
        assert link, sheet.path
        assert link[2] == facts
        assert unescape(link[1]).startswith(sheet.title)
        if sheet.format == "pdf":
            pages = pages_in(content)
            assert f"PDF, {pages} page{'s' if pages != 1 else ''}, " in facts


def test_the_templates_ask_for_nothing_from_elsewhere():
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ")]
    assert len(texts) == 9
    assert not any("@preview" in text or "http" in text for text in texts)
