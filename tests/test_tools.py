"""What scripts do on pages of the library: the wheel, a question bank. Each page holds all of it without them."""

import pytest

WHEEL = "wheels/map/"
BANK = "questions/openers/"


@pytest.fixture
def open_page(browser, tiny_address):
    """Open a page of the tiny library in a window of some size."""
    contexts = []

    def opened(path, *, width=360, height=740, **settings):
        context = browser.new_context(viewport={"width": width, "height": height}, service_workers="block", **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(f"{tiny_address}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()


def test_an_address_with_a_word_tells_it_at_once(open_page):
    page = open_page(f"{WHEEL}#segment-age")
    page.locator(".chosen", has_text="A: Age").wait_for()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 900)])
def test_the_wheel_stands_in_the_first_screen_and_what_is_chosen_comes_into_view(open_page, width, height):
    page = open_page(WHEEL, width=width, height=height)
    wheel = page.locator("figure.wheel").bounding_box()
    seen = min(height, wheel["y"] + wheel["height"]) - wheel["y"]
    assert seen >= wheel["height"] * (0.7 if width < 1000 else 1)
    page.locator("figure.wheel .wedge").first.click()
    box = page.locator(".chosen").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height


def test_the_wheel_leads_to_its_list_without_a_script(open_page):
    page = open_page(WHEEL, java_script_enabled=False)
    assert not page.locator(".chosen").is_visible()
    page.locator("figure.wheel a").first.click()
    assert page.url.endswith("#segment-music")
    assert page.locator("#segment-music").is_visible()


@pytest.mark.parametrize("path", [WHEEL, "wheels/blank/"])
def test_variants_of_a_wheel_have_one_head_and_a_switch_between_them(open_page, path):
    page = open_page(path)
    assert page.locator("h1").inner_text() == "The map wheel"
    assert page.locator(".variants a").all_inner_texts() == ["With words", "Blank"]
    here = page.locator(".variants [aria-current=page]")
    assert here.inner_text() == ("With words" if path == WHEEL else "Blank")
    before = page.locator("figure.wheel").bounding_box()
    page.locator(".variants a:not([aria-current])").click()
    page.wait_for_url("**/wheels/blank/" if path == WHEEL else f"**/{WHEEL}")
    assert page.locator("figure.wheel").bounding_box() == before, "all stays in its place"


def test_a_page_with_a_wheel_does_not_move_when_its_script_starts(open_page):
    for width, height in ((360, 740), (1280, 900)):
        page = open_page(WHEEL, width=width, height=height)
        page.wait_for_timeout(300)
        moved = page.evaluate(
            """() => new Promise(done => new PerformanceObserver((list) =>
              done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
              .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 200))"""
        )
        assert moved < 0.02


def chip(page, value):
    return page.locator(f".chips input[value={value}]")


def questions_on(page):
    return page.locator(".question:visible .prompt").all_inner_texts()


def test_chips_narrow_a_bank_and_what_was_chosen_stands_in_the_address(open_page):
    page = open_page(BANK)
    assert questions_on(page) == ["What happened?", "Who was there?", "What will you do now?"]
    status, all_of_them = page.locator(".chips [role=status]"), page.locator(".chips button")
    assert status.inner_text() == "3 questions"
    assert not all_of_them.is_visible()
    chip(page, "light").check()
    assert questions_on(page) == ["What happened?"]
    assert page.locator("h2:visible", has_text="Go on").count() == 0, "a phase with no question left goes too"
    chip(page, "middle").check()
    assert questions_on(page) == ["What happened?", "Who was there?"]
    assert page.url.endswith("?depth=light&depth=middle")
    chip(page, "child").check()
    assert questions_on(page) == []
    assert status.inner_text() == "No question fits all of that."
    page.reload()
    assert chip(page, "child").is_checked(), "an address that was shared shows the same"
    assert questions_on(page) == []
    all_of_them.click()
    assert len(questions_on(page)) == 3
    assert page.url.endswith(BANK)
    assert page.evaluate("document.activeElement.name") == "depth", "the button went away, and the focus is kept"


def test_a_bank_is_whole_without_a_script(open_page):
    page = open_page(f"{BANK}?depth=light", java_script_enabled=False)
    assert len(questions_on(page)) == 3
    assert not page.locator(".chips").is_visible()


@pytest.mark.parametrize("path", [WHEEL, BANK, "records/note/", "wheels/"])
def test_what_is_aimed_at_is_large_enough_and_nothing_leaves_a_small_phone(open_page, path):
    page = open_page(path, width=320, height=700)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    aims = page.locator("article :is(.actions a, .variants a, .chip span)").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(aims) >= 44


def test_a_link_to_what_is_folded_up_opens_it(page, tiny_address):
    page.goto(f"{tiny_address}guides/listening/#read-out")
    assert page.locator("details:has(> summary #first)").evaluate("fold => fold.open")
    page.goto(f"{tiny_address}guides/listening/#%E0%A4%A")  # leads nowhere, and all else starts
    page.locator("button.open-all").wait_for()
