"""The wheel as a tool: chosen from a list, marked on two wheels, compared, and forgotten once the page is left."""

import re

import pytest
from browsing import axe_faults

WHEEL = "wheels/map/"
BLANK = "wheels/blank/"
STORED = """async () => JSON.stringify([
  localStorage, sessionStorage, document.cookie, history.state, location.search, location.hash,
  (await indexedDB.databases()).length, (await caches.keys()).length,
])"""
NOTHING = '[{},{},"",null,"","",0,0]'


@pytest.fixture
def opened(browser, tiny_address):
    """Open a page with a wheel."""
    contexts = []

    def opened(path=WHEEL, **settings):
        given = {"viewport": {"width": 360, "height": 740}, "service_workers": "block", "bypass_csp": True}
        contexts.append(browser.new_context(**given, **settings))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.goto(f"{tiny_address}{path}")
        if settings.get("java_script_enabled", True):
            page.locator(".wheel svg[aria-hidden]").wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()


def word(page, name):
    return page.locator(".word", has_text=name).locator("input")


def wheel(page, name):
    page.get_by_label(name, exact=True).check()


def mark(page, *names):
    for name in names:
        page.locator(".marks").get_by_label(name, exact=True).check()


def signs(page):
    """The signs outside each segment of the drawing."""
    return page.locator(".wheel .wedge").evaluate_all(
        "all => all.map((one) => [...one.querySelectorAll('.rim use')].map((sign) => sign.getAttribute('href')))"
    )


def test_words_are_chosen_by_keyboard_in_a_list_or_by_a_click_on_its_picture(opened):
    page = opened()
    told = page.locator(".chosen")
    assert told.inner_text() == "Choose a word on the wheel to see what it may mean, with a question to ask."
    assert page.locator(".words li").all_inner_texts() == ["Music", "Age", "P: to be confirmed", "Empty 1", "Empty 2"]
    page.locator(".wheel .wedge").first.click()
    assert told.inner_text().split("\n\n") == [
        "M: Music",
        "What somebody likes to hear.",
        "Which song do you know by heart?",
    ]
    assert told.locator("[id]").count() == 0, "ids stay in the list"
    page.keyboard.press("ArrowDown")
    assert word(page, "Age").is_checked()
    assert "How old somebody is." in told.inner_text()
    assert page.locator(".wheel .is-chosen").count() == page.locator(".wheel .is-focused").count() == 1
    assert page.locator(".wheel .wedge").nth(1).evaluate("one => one.matches('.is-chosen.is-focused')")
    assert page.locator(".wheel a").count() == 0
    assert page.evaluate(STORED) == NOTHING, "not even what was looked at"


def test_marks_stand_in_the_picture_by_shape_and_in_the_list_in_words(opened):
    page = opened(forced_colors="active")
    assert page.locator("[name=most]").is_disabled()
    word(page, "Music").check()
    mark(page, "Visible", "Unvoiced", "Matters most")
    assert signs(page)[0] == ["#mark-visible", "#mark-unvoiced", "#mark-most"]
    assert word(page, "Music").evaluate("one => one.labels[0].textContent") == "Music, visible, unvoiced, matters most"
    word(page, "Age").check()
    assert page.locator(".marks").get_by_label("Matters most").is_checked() is False
    word(page, "Music").check()
    assert page.locator(".marks").get_by_label("Visible", exact=True).is_checked()
    page.locator("[name=seen][value='']").check()
    assert signs(page)[0] == ["#mark-unvoiced", "#mark-most"]
    assert axe_faults(page) == []


def test_two_wheels_are_laid_over_each_other_and_told_in_words(opened):
    page = opened()
    wheel(page, "Both together")
    assert page.locator(".compared li").all_inner_texts() == [
        "Neither wheel has a mark yet. Choose a wheel and a word, and mark it."
    ]
    wheel(page, "My wheel")
    for name, marks in (("Music", ["Visible"]), ("Age", ["Visible", "Matters most"]), ("P:", ["Voiced"])):
        word(page, name).check()
        mark(page, *marks)
    wheel(page, "A second wheel")
    assert signs(page) == [[], [], [], [], []], "each wheel has its own marks"
    for name, marks in (("Music", ["Visible", "Voiced"]), ("Age", ["Invisible"])):
        word(page, name).check()
        mark(page, *marks)
    page.get_by_label("Add a word").fill("Faith")
    page.keyboard.press("Enter")
    mark(page, "Matters most")
    wheel(page, "Both together")
    assert page.locator(".compared li").all_inner_texts() == [
        "Overlap: Music.",
        "Differ: Age (visible on one, invisible on the other and matters most on one).",
        "Only on my wheel: P: to be confirmed.",
        "Only on the second wheel: Faith.",
    ]
    assert signs(page) == [["#mark-overlap"], ["#mark-differ"], [], [], []]
    hatched = page.locator(".wheel .wedge").evaluate_all(
        "all => all.map((one) => ['is-mine', 'is-other'].map((name) => one.classList.contains(name)))"
    )
    assert hatched == [[True, True], [True, True], [True, False], [False, True], [False, False]]
    assert not page.locator(".marks").is_visible()
    assert axe_faults(page) == []


def test_a_word_of_ones_own_takes_an_empty_segment_or_one_more(opened):
    page = opened(BLANK)
    add = page.get_by_label("Add a word")
    page.locator(".wheel .wedge").nth(2).click()
    assert "Nothing stands here yet." in page.locator(".chosen").inner_text()
    for name in ("Accent", "Village of birth", "Faith", "Rank", "Health"):
        add.fill(name)
        page.get_by_role("button", name="Add", exact=True).click()
    assert page.locator(".words li").all_inner_texts() == ["Village of birth", "Faith", "Accent", "Rank", "Health"]
    assert page.locator(".wheel text").all_text_contents()[2:] == ["Accent", "Rank", "Health"]
    assert page.locator(".wheel .wedge").count() == 5
    for left in range(4, 19):
        add.fill(f"Word {left}")
        add.press("Enter")
    assert page.locator(".wheel .wedge").count() == 20
    add.fill("One too many")
    add.press("Enter")
    assert page.locator(".picked").inner_text() == "The wheel is full. Take a word of your own away first."
    page.get_by_role("button", name="Clear everything").click()
    assert page.locator(".words li").all_inner_texts() == ["Empty 1", "Empty 2", "Empty 3", "Empty 4"]


def paths(page):
    """The lines of each segment of the drawing: its outline, and its edge where it has one."""
    lines = "all => all.map((one) => [...one.querySelectorAll('path')].map((path) => path.getAttribute('d')))"
    drawn = page.locator(".wheel .wedge").evaluate_all(lines)
    return [{re.sub(r"-0(?![.\d])", "0", path) for path in wedge} for wedge in drawn]


@pytest.mark.parametrize("path", [WHEEL, BLANK])
def test_the_picture_is_drawn_anew_as_it_was_drawn_for_the_page(opened, path):
    drawn = paths(opened(path, java_script_enabled=False))
    page = opened(path)
    for number in range(6):
        page.get_by_label("Add a word").fill(f"Word {number}")
        page.keyboard.press("Enter")
    assert page.locator(".wheel .wedge").count() > len(drawn)
    page.get_by_role("button", name="Clear everything").click()
    anew = paths(page)
    assert len(anew) == len(drawn)
    assert all(before <= now for before, now in zip(drawn, anew, strict=True))


def test_chance_picks_another_word_and_nothing_spins(opened):
    page = opened()
    seen = set()
    for _ in range(25):
        page.get_by_role("button", name="Pick one by chance").click()
        picked = page.locator(".word:has(:checked)").inner_text()
        assert page.locator(".picked").inner_text() == f"By chance: {picked}"
        seen.add(picked)
    assert seen == {"Music", "Age", "P: to be confirmed"}
    assert page.evaluate("document.getAnimations().length") == 0
    blank = opened(BLANK)
    blank.get_by_role("button", name="Pick one by chance").click()
    assert blank.locator(".picked").inner_text() == "There is no other word to pick yet."


def marked(page):
    """Mark words on two wheels, and add one."""
    word(page, "Music").check()
    mark(page, "Visible", "Matters most")
    wheel(page, "A second wheel")
    page.get_by_label("Add a word").fill("Faith")
    page.keyboard.press("Enter")
    mark(page, "Invisible")
    page.get_by_label("Add a word").fill("half a word")


def assert_forgotten(page):
    assert page.locator(".words li").all_inner_texts()[3:] == ["Empty 1", "Empty 2"]
    assert page.locator(".wheel :is(.is-mine, .is-other, .is-chosen)").count() == 0
    assert signs(page) == [[], [], [], [], []]
    assert page.get_by_label("Add a word").input_value() == ""
    assert page.locator(".wheel-tool :checked").evaluate_all("all => all.map((one) => one.value)") == ["mine", "", ""]
    assert "Faith" not in page.content()


def test_who_somebody_is_stands_nowhere_and_is_gone_when_the_page_is_left(opened, tiny_address):
    page = opened()
    assert page.locator(".private").inner_text() == (
        "Nothing you mark or write here is saved or sent. It is gone when you leave."
    )
    marked(page)
    assert page.evaluate(STORED) == NOTHING
    assert page.url == f"{tiny_address}{WHEEL}"
    entries = page.evaluate("history.length")
    page.locator(".variants a:not([aria-current])").click()
    page.wait_for_url("**/wheels/blank/")
    assert page.evaluate("history.length") == entries + 1, "nothing that was chosen is a page of its own"
    page.go_back()
    page.locator(".wheel svg[aria-hidden]").wait_for()
    assert_forgotten(page)
    marked(page)
    page.reload()
    page.locator(".wheel svg[aria-hidden]").wait_for()
    assert_forgotten(page)


def test_a_browser_that_keeps_whole_pages_to_come_back_to_keeps_an_empty_one(opened):
    page = opened()
    marked(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    assert_forgotten(page)
    page.evaluate("document.querySelector('[name=most]').disabled = false")
    word(page, "Age").check()
    mark(page, "Voiced")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert_forgotten(page)


def test_marks_are_printed_only_where_somebody_asks_for_it(opened):
    page = opened()
    marked(page)
    wheel(page, "Both together")
    page.emulate_media(media="print")
    shades = page.locator(".wheel .shade:visible, .wheel .rim use:visible, .legend:visible, .compared:visible")
    assert shades.count() == 0, "a page that is printed from the browser's own menu holds none"
    page.emulate_media(media="screen")
    page.evaluate("window.print = () => { window.asked = document.querySelector('.wheel-page').dataset.print; }")
    for button, asked in (("Print without marks", "plain"), ("Print with marks", "marks")):
        page.get_by_role("button", name=button).click()
        assert page.evaluate("window.asked") == asked
        page.emulate_media(media="print")
        assert (shades.count() > 2) == (asked == "marks")
        page.emulate_media(media="screen")
    page.emulate_media(media="print")
    assert page.locator(".compared").inner_text().startswith("Only on my wheel: Music.")
    assert not page.get_by_label("Add a word").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert shades.count() == 0


def test_without_a_script_the_wheel_leads_to_its_list_and_nothing_is_to_be_marked(opened):
    page = opened(java_script_enabled=False)
    assert not page.locator(".wheel-tool").is_visible()
    assert not page.locator(".private").is_visible()
    assert page.locator(".wheel svg[role=group] a").count() == 3
    assert re.search(r'name="(segment|seen)"[^>]*value=""', page.content())
