"""The deck of all questions: narrowed, drawn from, kept and printed; and the list of banks it stands above."""

import json

import pytest
from browsing import axe_faults, serve
from conftest import build
from library.core.download import Offer
from library.core.page_file import markdown_of
from library.formats.banks import banks_with
from library.formats.html import deck, pages
from library.texts import texts
from selectolax.lexbor import LexborHTMLParser
from tiny_library import bank, guide, session, tiny_library, with_only

LIBRARY = tiny_library()
STORED = "JSON.stringify([localStorage, sessionStorage, document.cookie, history.state])"


def test_the_questions_are_data_that_names_each_bank_and_credit_once():
    written = json.loads(deck.data(LIBRARY, texts()))
    assert written["banks"] == [["Openers", "questions/openers/", "openers"]]
    assert written["credits"] == ["After nobody in particular.", "After a colleague."]
    assert written["questions"] == [
        ["what-happened", "What happened?", 0, 0, "describe", "light", "self"],
        ["who-was-there", "Who was there?", 0, 1, "describe", "middle", "family team"],
        ["what-now", "What will you do now?", 0, 0, "decide", "heavy", "child system"],
    ]


def test_a_phase_that_could_come_anywhere_names_no_stage():
    whole = bank(LIBRARY)
    first, *others = whole.phases
    anywhere = whole.model_copy(update={"phases": (first.model_copy(update={"stage": None}), *others)})
    library = with_only(LIBRARY, LIBRARY.listed_as("deck"), anywhere)
    assert [row[4] for row in json.loads(deck.data(library, texts()))["questions"]] == ["", "", "decide"]


def test_without_a_script_every_bank_and_each_of_its_phases_can_be_reached(tiny_site):
    html = (tiny_site / "questions" / "index.html").read_text(encoding="utf-8")
    page = LexborHTMLParser(html)
    led = {link.text(): link.attributes["href"] for link in page.css(".banks a")}
    assert led == {"Openers": "openers/", "Begin": "openers/#phase-begin", "Go on": "openers/#phase-go-on"}
    assert [item.text().strip() for item in page.css(".phases li")] == ["Begin (2)", "Go on (1)"]
    assert len(html.encode()) < 150_000


def offered(path):
    """A file for each document, as a page lists it: of the bank its cards, in two variants."""
    if path != markdown_of("questions/openers/"):
        return ()
    cards = {"of": "question-bank:openers", "title": "Question cards", "format": "pdf"}
    return tuple(
        Offer(path=f"handouts/openers-cards{end}.pdf", variant=variant, **cards)
        for variant, end in (("standard", ""), ("large", "-large"))
    )


def panel(url, library=LIBRARY, offers=offered):
    """What the Print panel of a page lists."""
    [html] = (page.write().html for page in pages(library, texts(), offers) if page.url == url)
    return [link.text() for link in LexborHTMLParser(html).css("#print .files a")]


@pytest.mark.parametrize("url", ["guides/listening/", "sessions/pairs/", "workshops/first-steps/"])
def test_question_cards_that_go_with_it_are_printed_from_the_page_of_what_people_meet_around(url):
    assert panel(url) == ["Question cards: Openers"]


def test_the_file_with_everything_comes_after_the_sheets_and_says_what_it_holds():
    named = {"of": "guide:listening", "variant": "standard", "format": "pdf"}
    own = {
        "facilitator-sheet": "Facilitator sheet",
        "handout": "Handout",
        "resources": "Resources to share",
        "pack": "All",
    }
    guides = [Offer(path=f"handouts/listening-{name}.pdf", title=title, **named) for name, title in own.items()]

    def all_offered(path):
        return guides if path == markdown_of("guides/listening/") else offered(path)

    assert panel("guides/listening/", offers=all_offered) == [
        "Facilitator sheet",
        "Handout",
        "Resources to share",
        "Everything in one file: facilitator sheet, handout, question cards and record sheets",
        "Question cards: Openers",
    ]


def test_no_cards_are_offered_where_no_bank_goes_with_it():
    assert panel("guides/listening/", of_topics(LIBRARY, "listening")) == []


def of_topics(library, *topics):
    """A library whose guide is about other topics."""
    changed = guide(library).model_copy(update={"topics": topics})
    return with_only(library, library.by_name["guide"], changed)


def test_the_banks_a_plan_or_a_path_names_come_before_the_nearest():
    kind, near = LIBRARY.listed_as("deck"), bank(LIBRARY)
    nearer = near.model_copy(update={"id": "nearer", "topics": guide(LIBRARY).topics})
    library = with_only(LIBRARY, kind, near, nearer)
    ids = lambda link, gathering: [each.id for each in banks_with(link, gathering, library)]  # noqa: E731
    assert ids("guide:listening", guide(library)) == ["nearer"]
    assert ids("session:pairs", session(library)) == ["openers"], "a path names it beside the session"


@pytest.fixture
def opened(browser, tiny_address):
    """Open the deck, at an address that may ask something, and wait for its questions."""
    contexts = []

    def opened(asked="", **settings):
        given = {"viewport": {"width": 360, "height": 740}, "service_workers": "block", "bypass_csp": True}
        contexts.append(browser.new_context(**given, **settings))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.goto(f"{tiny_address}questions/{asked}")
        page.locator(".shown .question").first.wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()


def shown(page):
    return page.locator(".shown .prompt").all_inner_texts()


def drawn(page):
    return page.locator(".drawn .prompt").all_inner_texts()


def test_chips_narrow_the_deck_and_stand_in_the_address(opened):
    page = opened("?depth=middle&depth=heavy")
    assert shown(page) == ["Who was there?", "What will you do now?"]
    assert page.locator(".count").inner_text() == "2 questions of 3"
    page.get_by_label("Decide", exact=True).check()
    assert shown(page) == ["What will you do now?"]
    assert page.url.endswith("?stage=decide&depth=middle&depth=heavy")
    page.reload()
    page.locator(".shown .question").first.wait_for()
    assert shown(page) == ["What will you do now?"]
    page.get_by_role("button", name="Show all").click()
    page.locator(".count", has_text="3 questions").wait_for()
    assert len(shown(page)) == 3
    assert page.url.endswith("/questions/")
    assert page.evaluate("document.activeElement.name") == "stage", "the button went away, and the focus is kept"
    assert axe_faults(page) == []


def test_a_bank_leads_to_the_deck_where_some_of_its_cards_are_kept_to_print(page, tiny_project, tmp_path):
    openers = (tiny_project / "guides/questions/openers.yaml").read_text(encoding="utf-8")
    for before, after in (
        ("Openers", "Closers"),
        ("happened", "ended"),
        ("who-was-there", "who-had-left"),
        ("Who was there", "Who had left"),
        ("what-now", "what-to-keep"),
        ("will you do now", "will you keep"),
    ):
        openers = openers.replace(before, after)
    (tiny_project / "guides/questions/closers.yaml").write_text(openers, encoding="utf-8")
    done = build(tiny_project, tmp_path / "site", SHEETS="none")
    assert done.returncode == 0, done.stderr
    with serve(tmp_path / "site") as address:
        page.goto(f"{address}questions/openers/")
        page.get_by_role("link", name="Choose some to print").click()
        page.locator(".shown .question").first.wait_for()
        assert page.url == f"{address}questions/?bank=openers"
        assert page.get_by_label("Openers", exact=True).is_checked()
        assert shown(page) == ["What happened?", "Who was there?", "What will you do now?"]
        assert page.locator(".count").inner_text() == "3 questions of 6"
        page.locator(".shown .tick").first.click()
        assert page.locator("#kept").inner_text() == "Kept: 1"
        page.get_by_role("button", name="Show all").click()
        page.locator(".count", has_text="6 questions").wait_for()
        assert page.url == f"{address}questions/"


def test_no_question_comes_again_until_all_have_and_a_deep_one_only_when_asked_for_and_never_first(opened):
    page = opened()
    one = page.get_by_role("button", name="Draw one")
    one.press("Enter")
    card = page.locator(".drawn .question").bounding_box()
    assert card["y"] + card["height"] <= 740, "what is drawn comes into view"
    page.reload()
    rounds = []
    for _ in range(4):
        one.click()
        rounds += drawn(page)
    light = {"What happened?", "Who was there?"}
    assert set(rounds[:2]) == set(rounds[2:]) == light
    assert page.locator(".said").inner_text() == f"Drawn: {rounds[-1]}"
    page.reload()
    page.locator(".narrow").click()
    page.get_by_label("Deep").check()
    one.click()
    assert drawn(page) == []
    assert page.locator(".said").inner_text().startswith("Only deep questions fit.")
    page.get_by_label("Light").check()
    one.click()
    one.click()
    assert drawn(page) == ["What will you do now?"]


def test_each_person_gets_one_and_may_swap_it_without_a_word(opened):
    page = opened()
    page.locator(".draws input").fill("2")
    page.get_by_role("button", name="One each").click()
    assert page.locator(".drawn .person").all_inner_texts() == ["Person 1", "Person 2"]
    assert set(drawn(page)) == {"What happened?", "Who was there?"}
    page.locator(".draws input").fill("5")
    page.get_by_role("button", name="One each").click()
    assert page.locator(".said").inner_text() == "2 questions fit, and there are more people. Choose less above."
    page.get_by_role("button", name="Draw one").click()
    before = drawn(page)
    page.get_by_role("button", name="Another one").press("Enter")
    assert len(drawn(page)) == 1
    assert page.evaluate("document.activeElement.textContent") == "Another one"
    assert before != drawn(page) or before == ["What happened?"], "nothing deeper takes the place of a light one"
    assert axe_faults(page) == []


def test_what_is_kept_is_printed_with_its_credit_and_is_gone_with_the_page(opened):
    page = opened()
    for prompt in ("Who was there?", "What will you do now?"):
        page.get_by_label(f"Keep “{prompt}”").check()
    page.locator(".kept summary").click()
    assert page.locator(".kept summary").inner_text() == "Kept: 2"
    assert axe_faults(page) == []
    page.evaluate("window.print = () => { window.asked = document.querySelector('.deck-tool').dataset.print; }")
    page.get_by_role("button", name="Print as cards").click()
    assert page.evaluate("window.asked") == "cards"
    page.emulate_media(media="print")
    assert page.locator("main :is(.question, .card):visible").all_inner_texts() == [
        "Who was there?\n\nAfter a colleague.",
        "What will you do now?\n\nAfter nobody in particular.",
    ]
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Take away “Who was there?”").click()
    assert page.locator(".kept summary").inner_text() == "Kept: 1"
    assert not page.get_by_label("Keep “Who was there?”").is_checked()
    assert page.evaluate(STORED) == '[{},{},"",null]'
    assert page.url.endswith("/questions/")
    page.reload()
    page.locator(".shown .question").first.wait_for()
    assert page.locator(".kept summary").inner_text() == "Kept: 0"


def test_where_the_questions_cannot_be_had_the_banks_below_are_named(browser, tiny_address):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("**/deck.json", lambda route: route.abort())
    page.goto(f"{tiny_address}questions/")
    page.locator(".count", has_text="They stand in the banks below").wait_for()
    assert not page.locator(".draw").is_visible()
    assert page.locator(".banks a").first.is_visible()
    context.close()
