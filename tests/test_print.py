"""Every kind of page on paper: printed by Chromium to A4, and looked at page by page."""

import re
from dataclasses import dataclass

import pypdfium2 as pdfium
import pytest
from browsing import EVERY_KIND, SOME_KINDS
from conftest import some_first

SHEETED = ("guides/listening/", "sessions/pairs/", "workshops/first-steps/", "wheels/map/", "records/note/")
FOOT = 56
"""Points from the lower edge of a sheet below which only its number and the library's name stand."""
KINDS = [path for path in EVERY_KIND if "?" not in path]
FURTHER = [
    "upset/",
    "privacy/",
    "add-a-guide/",
    "looking-after-yourself/",
    "recording-consent-and-sharing/",
    "guides/relationship-based-practice/group/",
    "guides/relationship-based-practice/safety/",
    "guides/relationship-based-practice/files/",
    "guides/equity-diversity-and-inclusion/",
    "workshops/intro-to-reflective-practice/slides/",
]


@dataclass(frozen=True)
class Printed:
    """A printed page. lines: from the top. lowest: how far down they reach, as a part of the sheet's height."""

    lines: tuple[str, ...]
    lowest: float


def printed(browser, address, path):
    """What Chromium prints of a page, and the headings on it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    page = context.new_page()
    page.goto(address + path)
    page.evaluate("document.fonts.ready.then(() => true)")
    content = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")
    headings = page.locator("main :is(h1, h2, h3, h4)").filter(visible=True).all_inner_texts()
    context.close()
    return [looked_at(sheet) for sheet in pdfium.PdfDocument(content)], {plain(heading) for heading in headings}


def looked_at(sheet):
    """The lines of a printed page, those at its foot left out."""
    text, height = sheet.get_textpage(), sheet.get_height()
    rectangles = [text.get_rect(number) for number in range(text.count_rects())]
    tops = sorted({round(top) for _, bottom, _, top in rectangles if bottom > FOOT}, reverse=True)
    lowest = min((bottom for _, bottom, _, _ in rectangles if bottom > FOOT), default=height)
    words = text.get_text_bounded(bottom=FOOT)
    lines = tuple(plain(line) for line in words.splitlines() if line.strip())
    return Printed(lines if tops else (), 1 - lowest / height)


def plain(words):
    return re.sub(r"[\W_]+", "", words)


@pytest.mark.parametrize("path", some_first([*KINDS, *FURTHER], [path for path in SOME_KINDS if path in KINDS]))
def test_no_heading_is_stranded_and_no_page_nearly_empty(browser, address, path):
    sheets, headings = printed(browser, address, path)
    assert sheets
    for number, sheet in enumerate(sheets, 1):
        assert len(sheet.lines) >= 3, (number, sheet.lines)
        if number < len(sheets):
            assert sheet.lines[-1] not in headings, (number, sheet.lines[-1])
            assert sheet.lowest > 0.6, (number, sheet.lines[-1])


@pytest.mark.parametrize("path", SHEETED)
def test_a_page_with_a_sheet_says_on_paper_that_there_is_one(page, tiny_address, path):
    page.goto(tiny_address + path)
    line = page.locator(".print-instead")
    assert not line.is_visible()
    page.emulate_media(media="print")
    assert line.is_visible()
    assert line.inner_text().startswith("Print the sheet made for paper instead: ")
    sheet = line.locator("a").evaluate("link => link.href")
    assert page.request.get(sheet).body()[:5] == b"%PDF-"
    assert line.evaluate("one => one.getBoundingClientRect().bottom + scrollY") < 1000 / 3, "a third of a sheet"


def test_nothing_of_the_frame_takes_room_on_paper(page, tiny_address):
    page.set_viewport_size({"width": 660, "height": 900})
    page.goto(f"{tiny_address}guides/listening/")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).paddingBottom") == "0px"
    assert page.locator(".at-hand, .site-header, .site-footer, .actions, .keep").filter(visible=True).count() == 0
