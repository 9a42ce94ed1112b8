"""What readers do for themselves: write on a record sheet, keep notes, put a pack together. Nothing stays unasked."""

import json
import subprocess

import docx
import pypdfium2 as pdfium
import pytest
from browsing import serve
from conftest import ROOT, some_first
from library.find.index import node
from playwright.sync_api import expect
from test_offline import FETCHED, KEPT
from tiny_library import record, tiny_library

SHEET = "records/note/"
FROM_A_GUIDE = f"{SHEET}#guide=listening"
NOTES = "my-notes/"
PACK = "my-pack/"
ODD = """Line 1

\t=1+1; <b>"bold"</b> & \\ \N{TURKISH LIRA SIGN}
שלום עולם
\N{WOMAN}\N{ZERO WIDTH JOINER}\N{SCHOOL}  end """
STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def reader(browser):
    """A reader's browser: nothing is kept in it yet, and the clipboard is allowed."""
    context = browser.new_context(
        viewport={"width": 360, "height": 780},
        service_workers="block",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def open_page(reader, tiny_address):
    """Open a page of the tiny library; a mistake of a script fails the test."""
    faults = []

    def opened(path):
        page = reader.new_page()
        page.on("pageerror", lambda fault: faults.append(fault.message))
        page.goto(f"{tiny_address}{path}")
        return page

    yield opened
    assert faults == []


def box(page, heading):
    return page.get_by_role("textbox", name=heading, exact=True)


def written(page):
    return [field.input_value() for field in page.locator(".box").all()]


def saved(page, button, to):
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    download.value.save_as(to / download.value.suggested_filename)
    return to / download.value.suggested_filename


def test_a_sheet_asks_its_headings_in_order_and_begins_with_where_the_reader_came_from(open_page, tiny_address):
    page = open_page("guides/listening/")
    page.get_by_role("heading", name="Write it up").wait_for()
    page.locator("#write-up + ul a").click()
    expect(page.locator(".about")).to_have_text(
        "You came from “Listening”, so some boxes were filled in from its page. Change whatever is not right."
    )
    labels = [heading.label for heading in record(tiny_library()).headings]
    assert [
        page.locator(f"#{field.get_attribute('aria-labelledby')}").inner_text() for field in page.locator(".box").all()
    ] == labels
    day, learnt = written(page)
    assert day.endswith(" 2026, 25–35 minutes") or day.endswith(", 25–35 minutes")
    assert learnt == f"Listening, {tiny_address}guides/listening/"
    assert page.locator(".box[spellcheck=false]").count() == len(labels), "cloud spelling checkers send what is written"
    assert page.evaluate(STORED) == []


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("guide=listening&minutes=41&date=2026-12-03", "3 December 2026, 41 minutes"),
        ("session=pairs&minutes=<b>&date=2026-12-03", "3 December 2026, 20–25 minutes"),
        ("guide=nobody-wrote-it&date=2026-12-03", ""),
        ("guide=../../data/library&date=2026-12-03", ""),
        ("note=nobody-kept-it", ""),
        ("", ""),
    ],
)
def test_an_address_may_say_how_long_it_took_and_when_and_nothing_else(open_page, asked, day):
    page = open_page(f"{SHEET}#{asked}")
    expect(box(page, "The day")).to_have_value(day)
    page.wait_for_timeout(200)
    assert written(page)[0] == day
    assert page.locator(".form b").count() == 0


def test_what_a_title_holds_is_words_and_never_a_page(reader, tiny_address):
    page = reader.new_page()
    short = json.loads(page.request.get(f"{tiny_address}{PACK}guide/listening.json").text())
    evil = {**short, "title": "<img src=x onerror='window.ran=1'>", "summary": "<b>bold</b>"}
    page.route("**/listening.json", lambda route: route.fulfill(json=evil))
    page.goto(f"{tiny_address}{FROM_A_GUIDE}")
    expect(page.locator(".about")).to_contain_text("<img")
    page.goto(f"{tiny_address}{PACK}#pack=guide:listening")
    expect(page.locator(".packed h2")).to_have_text("<img src=x onerror='window.ran=1'>")
    assert page.locator("article :is(img, b)").count() == 0
    assert page.evaluate("window.ran") is None


def test_nothing_is_kept_before_the_box_is_ticked_and_nothing_after_the_tick_is_taken_away(open_page):
    page = open_page(SHEET)
    box(page, "What I learnt").fill(ODD)
    page.wait_for_timeout(1000)
    assert page.evaluate(STORED) == []
    keep = page.get_by_label("Keep on this device")
    assert not keep.is_checked()
    keep.check()
    expect(page.locator(".kept")).to_have_text("Kept on this device. What you change is kept as you write.")
    box(page, "The day").fill("Tuesday")
    page.reload()
    expect(box(page, "The day")).to_have_value("Tuesday"), "what was written last is kept when the page goes"
    assert written(page)[1] == ODD
    assert keep.is_checked()
    keep.uncheck()
    assert page.evaluate(STORED) == []
    assert written(page) == ["Tuesday", ODD], "it is still on the page"
    box(page, "The day").fill("Wednesday")
    page.wait_for_timeout(1000)
    assert page.evaluate(STORED) == []


def test_a_box_is_copied_and_the_sheet_is_saved_letter_by_letter(open_page, tmp_path):
    page = open_page(SHEET)
    page.get_by_role("button", name="Copy box 1: The day").click()
    expect(page.locator(".done")).to_have_text("Box 1 is empty, so nothing was copied.")
    box(page, "What I learnt").fill(ODD)
    page.get_by_role("button", name="Copy box 2: What I learnt").click()
    expect(page.locator(".done")).to_have_text("Box 2 is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == ODD
    assert page.get_by_text("read it once more").bounding_box()["y"] < page.locator(".copies").bounding_box()["y"]
    text = saved(page, "Plain text", tmp_path).read_text(encoding="utf-8")
    assert text == f"A short note\n\nThe day\n\n\nWhat I learnt\n{ODD}\n"
    expect(page.locator(".done")).to_have_text("Saved as note.txt. Keep the file where your employer’s policy says.")
    assert "\\<b\\>" in saved(page, "Markdown", tmp_path).read_text(encoding="utf-8")
    word = docx.Document(saved(page, "Word", tmp_path))
    told = [(paragraph.style.name, paragraph.text) for paragraph in word.paragraphs]
    assert told[:4] == [
        ("Title", "A short note"),
        ("Heading 1", "The day"),
        ("Normal", ""),
        ("Heading 1", "What I learnt"),
    ]
    assert "\n".join(text for _, text in told[4:]) == ODD
    assert page.evaluate(STORED) == []


WORD_FILE = """
import { wordFile } from "%s/docs/assets/js/lib/word-file.js";
globalThis.document = { documentElement: { lang: "en-GB" } };
const file = wordFile("A <title> & more", [{ label: "L", text: "bell \\u0007, half \\ud800, \\u05e9\\u05dc" }]);
process.stdout.write(Buffer.from(await file.arrayBuffer()));
"""


def test_a_word_file_takes_any_letter_and_is_set_from_the_right_where_it_is_written_so(tmp_path):
    made = subprocess.run([node(), "--input-type=module", "-e", WORD_FILE % ROOT], capture_output=True, check=True)
    (tmp_path / "note.docx").write_bytes(made.stdout)
    word = docx.Document(tmp_path / "note.docx")
    assert word.core_properties.title == "A <title> & more"
    assert [paragraph.text for paragraph in word.paragraphs][2] == "bell , half \ufffd, של"
    assert "w:bidi" not in word.element.xml
    rtl = WORD_FILE.replace("bell", "\\u05e9")
    made = subprocess.run([node(), "--input-type=module", "-e", rtl % ROOT], capture_output=True, check=True)
    (tmp_path / "note.docx").write_bytes(made.stdout)
    assert "w:bidi" in docx.Document(tmp_path / "note.docx").element.xml


def letters_of(pdf):
    """What a PDF says, without spaces: pdfium puts some between the letters of a page of short lines."""
    told = (sheet.get_textpage().get_text_range() for sheet in pdfium.PdfDocument(pdf))
    return "".join("".join(told).split())


def test_paper_shows_the_whole_of_what_was_written_and_else_lines_to_write_on(open_page):
    page = open_page(SHEET)
    page.emulate_media(media="print")
    assert page.locator(".ruled").filter(visible=True).count() == 2
    many = "\n".join(f"Line number {number} of many" for number in range(80))
    page.emulate_media(media="screen")
    box(page, "What I learnt").fill(many)
    page.emulate_media(media="print")
    assert page.locator(".ruled").filter(visible=True).count() == 1
    assert page.locator(".box, .take-away, .print-instead").filter(visible=True).count() == 0
    told = letters_of(page.pdf(prefer_css_page_size=True))
    assert [number for number in range(80) if f"Linenumber{number}of" not in told] == []


def test_a_sheet_without_a_script_is_the_sheet_on_paper(browser, tiny_address):
    page = browser.new_context(java_script_enabled=False, service_workers="block").new_page()
    page.goto(f"{tiny_address}{SHEET}")
    assert page.locator(".ruled").filter(visible=True).count() == 2
    assert page.locator(".box, .take-away, #take-away, .with-script").filter(visible=True).count() == 0
    page.goto(f"{tiny_address}guides/listening/")
    assert "pack" not in page.locator("main").inner_text().lower()
    for path in (NOTES, PACK):
        page.goto(f"{tiny_address}{path}")
        assert "JavaScript" in page.locator(".own-without").inner_text()
        assert page.locator(".own").filter(visible=True).count() == 0


def keep_one(open_page, text, day="Monday"):
    page = open_page(FROM_A_GUIDE)
    expect(page.locator(".about")).not_to_be_empty()
    box(page, "The day").fill(day)
    box(page, "What I learnt").fill(text)
    page.get_by_label("Keep on this device").check()
    page.close()


ASKS = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))"
FULL = "void (Storage.prototype.setItem = () => { throw new DOMException('No room', 'QuotaExceededError'); })"


def test_a_page_asks_before_it_is_closed_where_what_was_written_could_not_be_kept(open_page):
    page = open_page(SHEET)
    page.get_by_label("Keep on this device").check()
    box(page, "The day").fill("Monday")
    assert not page.evaluate(ASKS), "it is kept at once, before the next pause"
    assert "Monday" in page.evaluate("Object.values(localStorage).join()")
    page.evaluate(FULL)
    box(page, "The day").fill("Tuesday")
    expect(page.get_by_label("Keep on this device")).not_to_be_checked()
    assert page.evaluate(ASKS)


def test_a_page_that_is_closed_before_the_next_pause_asks_too_where_nothing_can_be_kept(open_page):
    page = open_page(SHEET)
    page.get_by_label("Keep on this device").check()
    page.evaluate(FULL)
    box(page, "The day").fill("Tuesday")
    assert page.evaluate(ASKS)


def test_notes_are_listed_saved_deleted_and_brought_back_and_none_is_lost(open_page, tmp_path):
    keep_one(open_page, ODD)
    keep_one(open_page, "Other words")
    page = open_page(NOTES)
    status = page.locator(".status")
    expect(status).to_have_text("2 notes are kept on this device.")
    assert page.locator(".own-notes h2").all_inner_texts() == ["A short note: Listening"] * 2
    file = saved(page, "Save all in one file", tmp_path)
    table = saved(page, "Save as a table", tmp_path).read_text(encoding="utf-8")
    assert table.startswith('\ufeff"Record sheet","About"')
    page.get_by_role("button", name="Delete: A short note: Listening").first.click()
    assert page.evaluate("document.activeElement.value") == "no", "the safe button has the focus"
    page.keyboard.press("Escape")
    assert page.locator(".own-notes li").count() == 2
    page.get_by_role("button", name="Delete all").click()
    page.locator("dialog [value=yes]").click()
    expect(status).to_contain_text("All notes are deleted.")
    expect(status).to_be_focused()
    assert page.evaluate(STORED) == []
    page.locator("input[type=file]").set_input_files(file)
    expect(status).to_contain_text("2 notes were brought back.")
    (tmp_path / "bad.json").write_text('{"notes": "<b>"}', encoding="utf-8")
    page.locator("input[type=file]").set_input_files(tmp_path / "bad.json")
    expect(status).to_contain_text("This file holds no notes that were saved here, so nothing was changed.")
    page.locator("input[type=file]").set_input_files(file)
    expect(status).to_contain_text("Every note in this file is here already.")
    page.locator(".own-notes li", has_text="Line 1").locator("a").click()
    expect(page.locator(".about")).to_contain_text("This is the note you kept")
    assert written(page) == ["Monday", ODD]
    page.get_by_label("Keep on this device").uncheck()
    page.goto(page.url.replace(SHEET, NOTES))
    expect(page.locator(".own-notes li")).to_have_count(1)


def test_words_under_a_heading_that_is_gone_stay(open_page):
    keep_one(open_page, "Words")
    page = open_page(NOTES)
    page.evaluate("""() => {
      const [name] = Object.keys(localStorage);
      const asked = localStorage.getItem(name);
      const older = asked.replace('"learnt","label":"What I learnt"', '"old","label":"Once asked"');
      localStorage.setItem(name, older);
    }""")
    page.locator(".own-notes a").click()
    expect(box(page, "Once asked (a heading this sheet no longer has)")).to_have_value("Words")


def add(page, tiny_address, path):
    page.goto(f"{tiny_address}{path}")
    page.get_by_role("button", name="Add to my pack").click()


def test_what_would_be_too_much_for_a_pack_is_not_added_and_that_is_told(open_page, tiny_address):
    page = open_page(PACK)
    others = ",".join(f"guide:g{number}" for number in range(60))
    page.evaluate(f"sessionStorage.setItem('pack', '{others}')")
    add(page, tiny_address, "guides/listening/")
    expect(page.locator(".add-to-pack [role=status]")).to_have_text(
        "Not added: a pack holds 60 things at most. See my pack (60)"
    )
    expect(page.get_by_role("button", name="Add to my pack")).to_be_visible()
    page.goto(f"{tiny_address}{PACK}#pack=guide:listening,session:pairs")
    page.get_by_role("button", name="Add them to my pack").click()
    expect(page.locator(".status")).to_contain_text("They were not added: a pack holds 60 things at most")
    assert order(page) == ["Listening", "Thinking in pairs"]
    assert page.evaluate("sessionStorage.getItem('pack')") == others


def order(page):
    return [title.inner_text() for title in page.locator(".packed h2").all()]


def test_a_pack_is_picked_put_in_order_and_stays_in_its_address_alone(open_page, browser, tiny_address):
    page = open_page("sessions/pairs/")
    first = page.locator(".step").first.bounding_box()["y"]
    page.evaluate("document.querySelector('.add-to-pack').remove()")
    assert page.locator(".step").first.bounding_box()["y"] > first - 32, "the button takes a line at most"
    page = open_page("guides/listening/")
    assert page.evaluate(STORED) == []
    for path in ("guides/listening/", "sessions/pairs/", "wheels/map/"):
        add(page, tiny_address, path)
    expect(page.locator(".add-to-pack")).to_contain_text("Kept until you close this tab. See my pack (3)")
    page.get_by_role("link", name="See my pack (3)").click()
    expect(page.locator(".status")).to_have_text("3 things, kept until you close this tab.")
    assert order(page) == ["Listening", "Thinking in pairs", "The map wheel"]
    assert "45–60 minutes in all" in page.locator(".cover").inner_text()
    assert "A clock" in page.locator(".cover").inner_text()
    down = page.get_by_role("button", name="Down: Listening")
    down.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".status")).to_have_text("“Listening” is now number 2.")
    assert order(page) == ["Thinking in pairs", "Listening", "The map wheel"]
    expect(down).to_be_focused()
    page.get_by_label("Your words on “Listening”").fill("Mine alone")
    page.get_by_role("button", name="Take out: The map wheel").click()
    expect(page.locator(".status")).to_have_text("“The map wheel” is taken out.")
    page.get_by_role("button", name="Copy the address of this pack").click()
    expect(page.locator(".status")).to_contain_text("Copied.")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{tiny_address}{PACK}#pack=session:pairs,guide:listening"
    assert page.evaluate(STORED) == ["pack"]
    other = browser.new_context(service_workers="block").new_page()
    other.goto(address)
    expect(other.locator(".status")).to_have_text("2 things, from the address of this page. They are not kept.")
    assert order(other) == ["Thinking in pairs", "Listening"]
    assert other.get_by_label("Your words on “Listening”").input_value() == ""
    assert other.evaluate(STORED) == []
    other.get_by_role("button", name="Add them to my pack").click()
    expect(other.locator(".status")).to_have_text("2 things, kept until you close this tab.")
    other.context.close()
    page.get_by_role("button", name="Empty the pack").click()
    expect(page.locator(".status")).to_have_text("Your pack is empty. Nothing of it is kept.")
    assert page.evaluate(STORED) == []


def test_words_to_a_pack_are_kept_only_when_asked_and_never_in_the_address(open_page):
    page = open_page(f"{PACK}#pack=guide:listening")
    words, keep = page.get_by_label("Your words on “Listening”"), page.get_by_label("Keep my words on this device")
    words.fill("Mine alone")
    page.wait_for_timeout(300)
    assert page.evaluate(STORED) == []
    keep.check()
    words.fill(ODD)
    assert "Mine" not in page.url
    page.reload()
    expect(words).to_have_value(ODD)
    keep.uncheck()
    assert page.evaluate(STORED) == []
    expect(words).to_have_value(ODD)


def test_a_pack_is_printed_behind_a_cover_with_the_questions_of_each(open_page):
    page = open_page(f"{PACK}#pack=guide:listening,question-bank:openers,guide:gone")
    expect(page.locator(".packed li[data-link]")).to_have_count(3)
    page.get_by_label("Your words on “Listening”").fill("Bring biscuits")
    sheets = [
        sheet.get_textpage().get_text_bounded() for sheet in pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    ]
    assert len(sheets) == 4
    guide = sheets[1]
    assert "25–35 minutes in all" in sheets[0]
    assert "#pack=guide:listening,question" in sheets[0]
    assert "A pack prints the summary of each" in " ".join(sheets[0].split())
    assert "Read this out first" in sheets[1]
    assert guide.index("If someone gets upset") < guide.index("What did you notice?")
    assert "Based on How to listen." in " ".join(" ".join(sheets).split())
    assert "Bring biscuits" in guide
    assert "Take out" not in guide
    assert "Who was there?" in sheets[2]
    assert "The library no longer has “guide:gone”." in sheets[3]


def test_a_sheet_and_a_pack_work_without_a_network(browser, tiny_site):
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    with serve(tiny_site) as server:
        page.goto(server)
        assert page.evaluate(KEPT) == "activated"
        page.goto(f"{server}{PACK}#pack=guide:listening")
        page.get_by_label("Keep these files on this device").check()
        expect(page.locator(".pack > .keep [role=status]")).to_have_text(
            "All 4 files are kept. You can open them without a network."
        )
    page.goto(f"{server}{FROM_A_GUIDE}")
    expect(box(page, "What I learnt")).to_have_value(f"Listening, {server}guides/listening/")
    add(page, server, "wheels/map/")
    page.get_by_role("link", name="See my pack").click()
    expect(page.locator(".packed h2")).to_have_text("The map wheel")
    assert page.evaluate(FETCHED, f"{server}handouts/listening-handout.pdf") > 0
    assert page.evaluate(FETCHED, f"{server}handouts/map-wheel.pdf") == 0, "nobody asked for this one"
    context.close()


@pytest.mark.parametrize("colours", some_first(["light", "dark"], ["light"]))
def test_axe_finds_nothing_wrong_in_any_state(browser, tiny_address, colours):
    script = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, color_scheme=colours, bypass_csp=True, service_workers="block"
    )
    context.add_init_script(script)
    page = context.new_page()

    def faults():
        found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
        assert found["passes"], "axe looked at nothing"
        return [(fault["id"], fault["nodes"][0]["html"][:160]) for fault in found["violations"]]

    page.goto(f"{tiny_address}{FROM_A_GUIDE}")
    expect(page.locator(".about")).not_to_be_empty()
    page.get_by_label("Keep on this device").check()
    page.get_by_role("button", name="Copy box 1").click()
    assert faults() == []
    page.goto(f"{tiny_address}{NOTES}")
    expect(page.locator(".own-notes li")).to_have_count(1)
    assert faults() == []
    page.get_by_role("button", name="Delete all").click()
    assert faults() == []
    page.locator("dialog [value=yes]").click()
    assert faults() == []
    page.goto(f"{tiny_address}{PACK}")
    assert faults() == []
    add(page, tiny_address, "guides/listening/")
    assert faults() == []
    page.goto(f"{tiny_address}{PACK}#pack=guide:listening,wheel:map,guide:gone")
    expect(page.locator(".packed li[data-link]")).to_have_count(3)
    for fold in page.locator(".packed summary").all():
        fold.click()
    assert faults() == []
    context.close()


@pytest.mark.parametrize("path", [SHEET, NOTES, f"{PACK}#pack=guide:listening"])
def test_nothing_leaves_a_small_phone_and_all_can_be_hit(open_page, path):
    page = open_page(path)
    page.set_viewport_size({"width": 320, "height": 700})
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = (
        page.locator("article :is(button, summary, .packed a, textarea)")
        .filter(visible=True)
        .evaluate_all(
            "all => all.map(one => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"
        )
    )
    assert min(sizes, default=44) >= 24
