"""The front page: all it shows is counted in the library, however much that holds; its question changes each day."""

import json
import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from library.core.document import Review
from library.core.gathering import Gathering
from library.formats.html import offers
from library.formats.html.inserts import fill, tools_of
from library.kinds.question_bank import QUESTION_BANK
from library.kinds.wheel import WHEEL
from library.types.contact import Contact
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser
from tiny_library import tiny_library, with_only

LIBRARY = tiny_library()


def part(name, library=LIBRARY):
    return LexborHTMLParser(fill(f"[[{name}]]", library, Contact()))


def of_all(library, **change):
    """A library in which every document is changed."""
    kinds = {kind.name for kind in library.document_kinds}
    changed = {
        name: {id: entry.model_copy(update=change) if name in kinds else entry for id, entry in entries.items()}
        for name, entries in library.entries.items()
    }
    return replace(library, entries=changed)


def only(library, *kinds):
    """A library that has documents of some kinds alone."""
    for kind in library.document_kinds:
        library = library if kind in kinds else with_only(library, kind)
    return library


def test_it_says_how_much_was_reviewed():
    review = Review(on=date(2026, 11, 4), by="A practice educator")
    assert "have reviewed 1 of 9 pages so far" in part("trust").text()
    for library in (of_all(LIBRARY, reviewed=None), only(LIBRARY)):
        assert "Nobody who does this work has reviewed it yet" in part("trust", library).text()
    assert "have reviewed all of it" in part("trust", of_all(LIBRARY, reviewed=review)).text()
    [link] = part("trust").css("a")
    assert link.attributes["href"] == "about-and-sources/"


def test_it_shows_a_wheel_by_its_letters_which_leads_to_its_page():
    wheel = next(wheel for wheel in LIBRARY.firsts(WHEEL) if wheel.segments)
    drawn = part("wheel")
    assert [letter.text() for letter in drawn.css("svg[aria-hidden] text")] == [one.letter for one in wheel.segments]
    [link] = drawn.css("a")
    assert link.attributes["href"] == f"wheels/{wheel.id}/"
    assert link.css_first("span").text() == f"{wheel.title}{wheel.summary}"
    blank = wheel.model_copy(update={"segments": (), "blank_segments": 14})
    assert part("wheel", with_only(LIBRARY, WHEEL, blank)).css("svg") == [], "of an empty one there is nothing to see"
    assert part("wheel", only(LIBRARY)).css("svg") == []


def test_it_starts_with_what_asks_least_and_says_what_it_takes():
    cards = part("start-with").css(".card")
    assert [card.css_first("a").text() for card in cards] == ["Thinking in pairs", "First steps", "Listening"]
    assert "25 minutes" in cards[0].text()
    [first, *_] = offers.gentle(LIBRARY.documents)
    assert isinstance(first[1], Gathering)
    assert part("start-with", only(LIBRARY)).css("h2") == [], "no heading above nothing"
    many = only(LIBRARY, first[0])
    many = with_only(many, first[0], *(first[1].model_copy(update={"id": f"copy-{number}"}) for number in range(200)))
    assert len(part("start-with", many).css(".card")) == 3


def test_it_shows_what_was_revised_last_with_the_day():
    lines = [line.text() for line in part("new").css("li")]
    assert len(lines) == 3
    days = [datetime.strptime(re.search(r"revised on (\d+ \w+ \d{4})", line)[1], "%d %B %Y") for line in lines]
    assert days == sorted(days, reverse=True)
    assert max(document.revised for _, document in LIBRARY.documents) == days[0].date()
    assert part("new", only(LIBRARY)).css("h2") == []


def test_of_one_day_it_shows_one_of_each_kind_before_a_second_of_any():
    same_day = of_all(LIBRARY, revised=date(2026, 11, 28))
    kinds = [re.search(r": (.*), revised on", line.text())[1] for line in part("new", same_day).css("li")]
    assert kinds == ["Peer reflection guide", "Session model", "Signpost"]
    guide = LIBRARY.by_name["guide"]
    [listening] = LIBRARY[guide].values()
    named = {f"{name}-one": listening.model_copy(update={"id": f"{name}-one", "title": name}) for name in "ab"}
    two = only(with_only(same_day, guide, listening, *named.values()), guide, LIBRARY.by_name["session"])
    two = of_all(two, revised=date(2026, 11, 28))
    titles = [line.css_first("a").text() for line in part("new", two).css("li")]
    assert titles == ["Listening", "Thinking in pairs", "a"]


def test_what_people_meet_around_is_run_and_printed_from_there():
    [first, *_] = part("start-with").css(".card")
    leads = {link.text(): link.attributes["href"] for link in first.css("a")}
    assert leads == {
        "Thinking in pairs": "sessions/pairs/",
        "Run it: Thinking in pairs": "run/pairs/",
        "Print: Thinking in pairs": "sessions/pairs/#print",
    }


def given(library):
    return json.loads(part("question", library).css_first("[data-tool]").attributes["data-given"])


def test_it_asks_a_light_question_and_says_whose_it_is():
    asked = part("question")
    assert asked.css_first(".today-question").text() == "What happened?"
    assert asked.css_first(".credit").text() == "After nobody in particular."
    assert [link.attributes["href"] for link in asked.css("a")] == ["questions/openers/", "questions/"]
    assert given(LIBRARY)["questions"] == [["What happened?", 0]]
    assert part("question", only(LIBRARY)).css("h2") == []
    assert tools_of("# A page\n\n[[question]]\n\n[[new]]\n") == ("question-of-the-day",)
    assert tools_of('# A page\n\n<p data-tool="finder">x</p>\n') == ()


def test_many_banks_take_turns_and_the_page_stays_small():
    [bank] = LIBRARY[QUESTION_BANK].values()
    light = bank.questions[0]
    banks = []
    for number in range(20):
        questions = tuple(light.model_copy(update={"id": f"question-{at}"}) for at in range(40))
        banks.append(bank.model_copy(update={"id": f"bank-{number:02}", "questions": questions}))
    library = with_only(LIBRARY, QUESTION_BANK, *banks)
    numbers = [number for _, number in given(library)["questions"]]
    assert numbers == [*range(20)] * 3
    assert len(json.dumps(given(library))) < 8000


@pytest.mark.parametrize(("day", "question"), [(1, "What happened?"), (2, "And then?"), (3, "What happened?")])
def test_another_question_each_day_where_a_script_runs(page, tiny_address, day, question):
    page.clock.set_fixed_time(datetime(2027, 1, day, 12))

    def two_questions(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('?",0]]', '?",0],["And then?",0]]'))

    page.route(tiny_address, two_questions)
    page.goto(tiny_address)
    expect(page.locator(".today-question")).to_have_text(question)
    assert page.evaluate("[Object.keys(localStorage), document.cookie]") == [[], ""]
    link = page.locator("[data-tool=question-of-the-day] a", has_text="Openers")
    assert link.evaluate("link => link.href") == f"{tiny_address}questions/openers/"


def test_the_search_leads_to_the_finder(page, tiny_address):
    page.goto(tiny_address)
    page.get_by_label("What is it about?").fill("openers")
    page.get_by_role("search", name="The whole library").get_by_role("button", name="Search").click()
    page.wait_for_url(f"{tiny_address}find/?q=openers")
