"""Where things stand on a page: what belongs side by side is side by side, and what makes a row is level."""

import pytest

BOXES = """selector => [...document.querySelectorAll(selector)].map(one => {
  const box = one.getBoundingClientRect();
  return {left: box.left, top: box.top, right: box.right, bottom: box.bottom};
})"""
WORDS = """selector => [...document.querySelectorAll(selector)].map(one => {
  const words = document.createRange();
  const last = [...one.childNodes].findLast(node => node.textContent.trim() && !node.matches?.(".action-panel"));
  words.selectNodeContents(last);
  return Math.round(words.getBoundingClientRect().bottom);
})"""


@pytest.fixture
def at(page, tiny_address):
    """Opens a page of the tiny library as wide as is said, and gives the boxes of what a selector names."""

    def go(path, width, selector, *, unfold=False):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(tiny_address + path)
        page.evaluate("document.fonts.ready")
        if unfold:
            page.evaluate("for (const fold of document.querySelectorAll('details.fold')) fold.open = true")
        return page.evaluate(BOXES, selector)

    return go


@pytest.mark.parametrize("path", ["guides/listening/", "sessions/pairs/"])
def test_when_to_use_it_and_when_not_stand_side_by_side_where_there_is_room(at, path):
    well, points, other, other_points = at(path, 1280, ".when > *", unfold=True)
    assert well["top"] == other["top"]
    assert points["top"] == other_points["top"] >= well["bottom"]
    assert points["left"] == well["left"] < well["right"] < other["left"] == other_points["left"]
    well, points, other, other_points = at(path, 360, ".when > *", unfold=True)
    assert well["bottom"] <= points["top"] < points["bottom"] <= other["top"] < other_points["top"]


@pytest.mark.parametrize("width", [360, 1280])
def test_what_can_be_done_with_a_document_is_said_on_one_line(at, page, width):
    at("guides/listening/", width, ".actions")
    said = page.evaluate(WORDS, ".actions > a, .actions summary")
    assert len(said) == 4
    assert len(set(said)) == 1


def test_five_things_to_do_make_one_row_where_there_is_room(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}workshops/running-your-first-group/")
    row = page.evaluate(BOXES, ".actions > *")
    assert len(row) == 5
    assert len({box["top"] for box in row}) == 1


def test_the_front_page_shows_a_wheel_beside_its_title_and_none_before_what_can_be_done_on_a_phone(at, page):
    [wheel] = at("", 1280, ".emblem")
    [title] = page.evaluate(BOXES, "h1")
    assert wheel["left"] > title["left"]
    assert wheel["top"] <= title["bottom"] < wheel["bottom"]
    at("", 360, ".emblem")
    assert not page.locator(".emblem").is_visible()


def test_what_is_new_stands_beside_the_question_for_today(at, page):
    question, new = at("", 1280, "#question, #new")
    assert question["top"] == new["top"]
    assert question["right"] < new["left"]


def test_the_box_for_words_and_the_button_beside_it_belong_together(at):
    words, button = at("find/?q=listen", 1280, "#find-q, .finder-send button")
    assert words["bottom"] == button["bottom"]
    assert 0 < button["left"] - words["right"] < 20


def test_what_was_found_is_counted_on_paper_and_tells_nothing_to_tap(page, tiny_address):
    page.goto(f"{tiny_address}find/?q=listen")
    page.locator("#found[data-from=full] .card-does").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator(".found").is_visible()
    assert not any(does.is_visible() for does in page.locator(".card-does").all())


def test_all_that_was_found_is_printed_and_not_the_first_of_it_alone(page, address):
    page.goto(f"{address}find/?q=trauma")
    page.locator("#found[data-from=full] button.more").wait_for()
    count = int(page.locator(".found").inner_text().partition(" ")[0])
    assert page.locator(".result").count() < count
    page.pdf()
    assert page.locator(".result").count() == count


def test_four_facts_stand_two_by_two(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}signposts/balint-group/")
    facts = page.evaluate(BOXES, ".facts > *")
    assert len(facts) == 4
    assert [facts[0]["left"], facts[1]["left"]] == [facts[2]["left"], facts[3]["left"]]


def test_a_path_at_a_glance_tells_each_meeting_in_a_line_of_columns(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}paths/supervisors/")
    when, what, takes = (page.evaluate(BOXES, f".meetings > li > {part}") for part in (".meeting-when", "a", ".fine"))
    assert len(when) == len(what) == len(takes) > 1
    assert len({box["left"] for box in what}) == 1, "the titles begin under one another"
    assert len({round(box["right"]) for box in takes}) == 1
    assert len({round(box["bottom"] - box["top"]) for box in (*what, *takes)}) <= 2, "each is told in one line"


def test_the_words_of_a_wheel_take_all_the_width(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}wheels/ggrraaacceeesss/")
    [words] = page.evaluate(BOXES, ".segments")
    [frame] = page.evaluate(BOXES, ".prose")
    assert (words["left"], words["right"]) == (frame["left"], frame["right"])


@pytest.mark.parametrize(("path", "box"), [("wheels/map/", ".word input"), ("wheels/map/", ".tick input")])
def test_a_box_without_a_tick_has_the_colour_of_the_page_in_the_dark(page, tiny_address, path, box):
    page.emulate_media(color_scheme="dark")
    page.goto(tiny_address + path)
    colours = page.evaluate(
        "box => [document.body, document.querySelector(box)].map(one => getComputedStyle(one).backgroundColor)",
        f"{box}:not(:checked)",
    )
    assert colours[0] == colours[1]
    appearance = "box => getComputedStyle(document.querySelector(box)).appearance"
    assert page.evaluate(appearance, f"{box}:not(:checked)") == "none"


def test_the_last_fold_of_a_page_is_closed_by_a_line(at, page):
    at("guides/listening/", 1280, ".fold")
    lines = page.evaluate("[...document.querySelectorAll('.fold')].map(one => getComputedStyle(one).borderBottomWidth)")
    assert set(lines) == {"1px"}


def test_the_names_of_rows_take_no_more_room_than_they_need_beside_two_models(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}sessions/compare/")
    for model in ("Trios", "Gibbs round"):
        page.get_by_label(model).click()
    [name] = page.evaluate(BOXES, ".chosen-models tbody tr:first-child th")
    one, other = page.evaluate(BOXES, ".chosen-models tbody tr:first-child td")
    assert one["right"] - one["left"] == pytest.approx(other["right"] - other["left"], abs=1)
    assert 2 * (name["right"] - name["left"]) < one["right"] - one["left"]
