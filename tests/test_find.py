"""The finder: the right thing among the first three, true answers to filters, and every state a reader can meet."""

import gzip
import io
import json
import random
import re
import subprocess

import pikepdf
import pytest
import yaml
from conftest import ROOT, some_first
from library.core.catalogue import RESOURCE
from library.core.gathering import Gathering
from library.core.safety import SAFETY_FRAME
from library.core.shared import TOPIC
from library.find.index import node, write
from library.find.written import written
from library.formats.html import offers
from library.formats.search import SearchRecord, records
from library.formats.search_synonyms import Row, rows
from library.texts import texts
from selectolax.lexbor import LexborHTMLParser
from tiny_library import real_library

QUERIES = yaml.load((ROOT / "tests" / "queries.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
ENOUGH = 0.95
MOST_TO_FETCH_FIRST = 90_000
"""Bytes, as hooks/library/find/build-index.js has it."""


@pytest.fixture
def find(page, address):
    """Open the finder with a question in its address, and wait for the answer."""

    def ask(question: str):
        page.goto(f"{address}find/?{question}")
        page.locator("#found[data-from=full]").wait_for()
        while page.locator("#found > button.more").is_visible():
            page.locator("#found > button.more").click()
        return hrefs(page, "#found > .results .card-title a")

    return ask


def hrefs(page, selector):
    """Where some links lead, as it is written."""
    return page.locator(selector).evaluate_all("links => links.map(link => link.getAttribute('href'))")


def ids(hrefs):
    """The ids of the documents at some addresses."""
    return {href.rstrip("/").rsplit("/", 1)[1] for href in hrefs}


def gatherings(fits, shelves=("guide", "session", "workshop")):
    """The ids of the gatherings on some shelves that fit: worked out from the content itself."""
    return {
        one.id
        for shelf, one in real_library().documents
        if shelf.name in shelves and isinstance(one, Gathering) and fits(one)
    }


def takes(one, minutes):
    """Whether a gathering can be done in some minutes."""
    return bool(one.minutes) and one.minutes.min <= minutes


def holds(one, people):
    """Whether a gathering is for that many people."""
    return one.group_size.min <= people <= one.group_size.max


@pytest.fixture(scope="module")
def outcomes(site):
    """What the finder answers to each query, by its own code and the index of the real site."""
    numbers = texts().say("finder.numbers").split()
    given = json.dumps({"scales": offers.scales(), "numbers": numbers})
    command = [node(), str(ROOT / "tests" / "js" / "ask.js"), str(site / "find"), given]
    asked = json.dumps([{"q": query["ask"]} for query in QUERIES])
    done = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=True)
    return list(zip(QUERIES, json.loads(done.stdout), strict=True))


def faults(query, outcome):
    """What of a query's answer is not as it should be."""
    first = [*filter(None, [outcome["urgent"]]), *(outcome["answers"] or outcome["near"])][:3]
    for wanted in query.get("first", ()):
        if not any(re.search(wanted, url) for url in first):
            yield f"{wanted} is not among {first}"
    if bool(outcome["urgent"]) != query.get("urgent", False):
        yield f"urgent: {outcome['urgent']}"
    if query.get("nothing") and outcome["answers"]:
        yield f"finds {outcome['answers'][:3]}"
    for name in ("sets", "meant", "passing"):
        told = outcome["filters" if name == "sets" else name]
        if name in query and told != query[name]:
            yield f"{name}: {told}"


def test_what_people_type_leads_to_what_they_are_after(outcomes):
    wrong = {query["ask"]: told for query, outcome in outcomes if (told := list(faults(query, outcome)))}
    assert len(QUERIES) >= 200
    assert len({query["ask"] for query in QUERIES}) == len(QUERIES)
    assert len(wrong) <= (1 - ENOUGH) * len(QUERIES), wrong


def test_nothing_is_shown_that_must_not_be(outcomes):
    shown = [(query, url) for query, outcome in outcomes for url in (*outcome["answers"], *outcome["near"])]
    wrong = [
        (query["ask"], url) for query, url in shown if any(re.search(part, url) for part in query.get("never", ()))
    ]
    assert wrong == []


def test_filters_give_true_answers(find, page, address):
    """Every gathering that fits is found, and nothing else: worked out afresh here from the content."""
    question = {"minutes": 60, "people": 6, "format": "online", "experience": "some", "intensity": "moderate"}
    found = find("&".join(f"{name}={value}" for name, value in question.items()))
    fitting = gatherings(
        lambda one: (
            takes(one, 60)
            and holds(one, 6)
            and "online" in one.format
            and one.experience in ("new", "some")
            and one.intensity in ("light", "moderate")
        )
    )
    assert len(fitting) >= 2
    assert ids(found) == fitting
    for name, value in question.items():
        assert page.locator(f"#find-{name}").input_value() == str(value)


@pytest.mark.parametrize("minutes", some_first([9, 10, 11, 34, 45], [10]))
def test_a_limit_of_minutes_is_exact(find, minutes):
    assert ids(find(f"minutes={minutes}")) == gatherings(lambda one: takes(one, minutes))


@pytest.mark.parametrize("people", some_first([2, 3, 4, 17, 200], [3]))
def test_a_limit_of_people_is_exact(find, people):
    found = find(f"people={people}&kind=session")
    assert ids(found) == gatherings(lambda one: holds(one, people), shelves=("session",))


def test_every_filter_together_with_words(find):
    question = "q=space to think&minutes=45&people=6&format=online&experience=new&intensity=moderate&kind=session"
    found = find(question)
    assert found[0].endswith("/sessions/space-to-think/")
    assert ids(found) <= gatherings(
        lambda one: (
            takes(one, 45)
            and holds(one, 6)
            and "online" in one.format
            and one.experience == "new"
            and one.intensity in ("light", "moderate")
        ),
        shelves=("session",),
    )


def is_about_race(one):
    return "anti-racism" in one.topics


def has_two_leaders(one):
    """Whether its safety frame asks for a second facilitator."""
    return one.intensity == "heavy" and real_library()[SAFETY_FRAME][one.safety].heavy is not None


ASKED_OF_A_YEARS_WORTH = {
    "15 minutes, team meeting, light": lambda one: takes(one, 15) and one.intensity == "light",
    "30 minutes, 4 people, online, new facilitator, low intensity": lambda one: (
        takes(one, 30)
        and holds(one, 4)
        and "online" in one.format
        and one.experience == "new"
        and one.intensity == "light"
    ),
    "racism, 60 minutes, two facilitators": lambda one: takes(one, 60) and is_about_race(one) and has_two_leaders(one),
}
"""What a library worth a year answers, and when an answer is true."""


@pytest.mark.parametrize("words", ASKED_OF_A_YEARS_WORTH)
def test_what_a_team_asks_in_its_own_words_has_three_true_answers_and_no_other(find, words):
    found = ids(find(f"q={words}"))
    assert len(found) >= 3
    assert found <= gatherings(ASKED_OF_A_YEARS_WORTH[words])


def test_nothing_found_offers_a_way_on(find, page):
    assert find("q=trauma&minutes=5") == []
    assert "Nothing was found for “trauma” that fits" in page.locator(".found[role=status]").inner_text()
    way = page.locator(".advice li a", has_text="Without “Minutes you have”")
    count = int(way.inner_text().rsplit(" ", 1)[1])
    way.click()
    page.locator("#found[data-from=full]").wait_for()
    script = (ROOT / "docs" / "assets" / "js" / "tools" / "finder" / "results.js").read_text(encoding="utf-8")
    at_once = int(re.search(r"AT_ONCE = (\d+)", script)[1])
    assert page.locator("#found > .results .result").count() == min(count, at_once)


def test_what_has_some_of_the_words_says_why_it_is_shown_and_what_it_lacks(find, page):
    find("q=space+to+think+on+submarines")
    assert "Nothing here has all the words" in page.locator(".found[role=status]").inner_text()
    why = page.locator(".advice .result:has(a[href$='sessions/space-to-think/']) .why").inner_text()
    assert re.fullmatch(r"\S.+\nDoes not mention “submarines”\.", why)


def test_nothing_found_offers_the_nearest_with_what_it_lacks(find, page):
    least = next(one for _, one in real_library().documents if one.id == "space-to-think").minutes.min
    assert find(f"q=salford model&minutes={least - 15}") == []
    nearest = page.locator(".advice .result", has_text="Space to Think")
    assert nearest.locator(".why").inner_text() == f"+15 minutes: it needs at least {least}."
    assert page.locator(".advice .choices a", has_text="Supervision").count() == 1


def test_another_spelling_is_asked_about_and_led_to(find, page):
    assert find("q=windw of tolerance") == []
    assert page.locator(".meant").inner_text() == "Did you mean window of tolerance?"
    page.locator(".meant a").click()
    page.locator("#found > .results .result").first.wait_for()
    assert page.locator("#find-q").input_value() == "window of tolerance"


def test_words_that_set_filters_are_chips_that_can_be_taken_out(find, page):
    both = find("q=podcast about racism, online")
    chips = page.locator(".taken button")
    assert both == []
    assert [chip.text_content() for chip in chips.all()] == ["Podcast×", "Online×"]
    page.get_by_role("button", name="Take out “Online”").click()
    page.wait_for_url("**/find/?q=podcast+about+racism")
    page.locator("#found > .results .result").first.wait_for()
    assert [chip.text_content() for chip in chips.all()] == ["Podcast×"]
    assert page.evaluate("document.activeElement.textContent") == "Podcast×"
    page.go_back()
    page.wait_for_url("**online")
    assert page.locator("#find-q").input_value() == "podcast about racism, online"


def test_a_chip_of_the_form_empties_its_field(find, page):
    find("q=think&minutes=45")
    page.get_by_role("button", name="Take out “45 minutes”").click()
    page.wait_for_url("**/find/?q=think")
    assert page.locator("#find-minutes").input_value() == ""


def test_the_words_of_a_hard_moment_lead_to_what_to_do_before_all_else(find, page):
    find("q=what if someone cries")
    first = page.locator("#found a").first
    assert first.get_attribute("href").endswith("/upset/")
    assert first.inner_text() == "Someone is upset"
    assert page.locator("#found .result a[href$='/upset/']").count() == 0


def test_words_that_mean_the_same_are_told(find, page):
    find("q=dads")
    assert page.locator(".alike").inner_text().startswith("Also looked for: fathers, men")
    assert page.locator(".result", has_text="Working effectively with men").count() == 1


def test_what_others_publish_shows_what_it_is_and_what_it_takes(find, page):
    find("q=identity tool")
    tool = page.locator(".result", has=page.locator("a[href*='social-graces-luuutt-tool']"))
    assert "Outside resource · Practice tool" in tool.inner_text()
    assert "Free, no account needed" in tool.locator(".card-facts").inner_text()


def test_the_button_counts_while_the_form_is_filled_in(page, address):
    page.goto(f"{address}find/")
    send = page.locator(".finder-send button")
    assert send.inner_text() == "Find"
    page.locator(".finder-more").click()
    page.locator("#find-minutes").fill("10")
    page.locator("#found[data-from]").wait_for()
    assert send.inner_text() == f"Show {len(gatherings(lambda one: takes(one, 10)))} results"
    send.click()
    assert page.locator("#find-minutes").is_hidden()
    assert page.locator(".found[role=status]").bounding_box()["y"] < 100


def test_on_a_phone_the_count_stays_in_sight_while_filters_are_open(page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}find/")
    page.locator(".finder-more").click()
    send = page.locator(".finder-send button")
    bar = page.locator(".at-hand").bounding_box()["y"]
    for name in ("minutes", "people", "format", "intensity", "access"):
        page.locator(f"#find-{name}").focus()
        box, field = send.bounding_box(), page.locator(f"#find-{name}").bounding_box()
        assert box["y"] + box["height"] <= bar, name
        assert field["y"] + field["height"] <= box["y"], name


def test_what_comes_first_where_somebody_is_in_danger_is_the_part_that_says_what_to_do(find, page):
    found = find("q=a worker told us her partner hits her")
    first = page.locator("#found a").first
    assert first.get_attribute("href").endswith("/upset/#if-a-new-concern-about-a-child-or-an-adult-comes-up")
    assert first.inner_text() == "If a new concern about a child or an adult comes up"
    assert found[0].endswith("/recording-consent-and-sharing/")
    assert page.locator(".advice .result").count() == 0


def test_that_nothing_is_about_a_word_is_said(find, page):
    find("q=autistic child")
    assert "Nothing here is about “autistic”. These come nearest." in page.locator(".found[role=status]").inner_text()


MOVED = """() => new Promise((done) => {
  let moved = 0;
  const watch = (list) => { for (const { value } of list.getEntries()) moved += value; };
  new PerformanceObserver(watch).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 300);
})"""
"""How far things moved under the reader since the page was opened: cumulative layout shift."""


@pytest.mark.parametrize("size", some_first([(390, 844), (820, 1100), (1280, 900)], [(390, 844)]))
@pytest.mark.parametrize("question", ["", "?q=trauma", "?q=what+if+someone+cries", "?minutes=10", "?q=neglect"])
def test_nothing_moves_under_the_reader_and_results_are_on_the_first_screen(page, address, size, question):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}find/{question}")
    if question:
        page.locator("#found[data-from]").wait_for()
        assert page.locator("#found").bounding_box()["y"] < height * 0.7
    moved = page.evaluate(MOVED)
    assert moved < 0.02


def test_there_is_one_box_to_search_in(site):
    for path in ("find", "privacy", "guides", "resources"):
        tree = LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))
        assert len(tree.css("input[name=q]")) == 1, path


def test_what_cannot_be_used_is_said(find, page):
    find("q=trauma&minutes=abc&kind=<script>")
    said = page.locator(".found[role=status]").inner_text()
    assert "“abc” was left out" in said
    assert "“<script>” was left out" in said


def test_each_result_says_why(find, page):
    find("q=window of tolerance")
    guide = page.locator(".result", has=page.locator("a[href$='guides/relationship-based-practice/']"))
    assert [mark.lower() for mark in guide.locator(".why mark").all_inner_texts()] == ["window", "tolerance"]
    facts = guide.locator(".card-facts").inner_text()
    assert "44–54 minutes" in facts
    assert "3–12 people" in facts
    assert "Peer reflection guide" in guide.inner_text()


def test_a_prompt_is_the_reason_where_it_matches(find, page):
    prompts = {record.url: record.prompts for record in records(real_library(), texts())}
    line = max(prompts["questions/mcclure-questions/"], key=len)
    find(f"q={line}")
    first = page.locator(".result").first
    assert "mcclure-questions" in first.locator("a").get_attribute("href")
    assert first.locator(".why").inner_text() == f"Asks: {line}"


def test_typing_updates_the_results_and_the_address(page, address):
    page.goto(f"{address}find/")
    assert page.locator("#everything").is_visible()
    page.locator("#find-q").press_sequentially("mcclure")
    status = page.locator(".found[role=status]", has_text="for “mcclure”")
    status.wait_for()
    page.locator("#found[data-from=full]").wait_for()
    assert page.url.endswith("/find/?q=mcclure")
    assert page.locator("#everything").is_hidden()
    assert status.inner_text().startswith(str(page.locator("#found > .results .result").count()))
    page.locator(".result a").first.click()
    page.wait_for_url(lambda address: "/find/" not in address)
    page.go_back()
    page.locator(".result").first.wait_for()
    assert page.locator("#find-q").input_value() == "mcclure"


def test_nothing_is_fetched_before_someone_asks(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}find/")
    page.wait_for_timeout(300)
    assert not [url for url in asked if url.endswith(".json")]


def test_what_an_answer_is_looked_up_in_is_on_its_way_before_the_finder_runs_and_comes_once(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}find/?q=trauma")
    page.locator("#found[data-from=full]").wait_for()
    parts = [path for path in asked if path.endswith(".json")]
    assert parts == ["find/first.json", "find/full.json"]
    [first] = page.evaluate(
        "address => performance.getEntriesByName(address).map((entry) => entry.initiatorType)",
        f"{address}find/first.json",
    )
    assert first == "link", "no script had to come first"


def test_everything_to_print_is_four_taps_from_the_front_page(page, address):
    """A tap on the field, on Enter, on “Print” below the result, and on the file: facilitator sheet, handout, cards."""
    page.goto(address)
    page.locator("main input[type=search]").click()
    page.keyboard.type("equity")
    page.keyboard.press("Enter")
    result = page.locator(".result", has=page.locator("a[href$='guides/equity-diversity-and-inclusion/']"))
    result.get_by_role("link", name="Print").click()
    everything = page.locator("#print .files a", has_text="Everything in one file")
    everything.click(trial=True)
    assert all(sheet in everything.inner_text() for sheet in ("facilitator sheet", "handout", "question cards"))
    content = page.request.get(everything.evaluate("link => link.href")).body()
    with pikepdf.open(io.BytesIO(content)) as pack:
        assert len(pack.pages) > 20


def test_the_field_in_the_header_leads_to_the_answer(page, address):
    page.goto(f"{address}privacy/")
    page.locator("#search").fill("mcclure")
    page.locator("#search").press("Enter")
    page.locator(".result").first.wait_for()
    assert page.locator("#find-q").input_value() == "mcclure"


def test_an_index_that_cannot_be_had_is_said_and_everything_is_listed(page, address):
    page.route("**/find/first.json", lambda route: route.abort())
    page.goto(f"{address}find/?q=trauma")
    page.locator(".found[role=status]", has_text="could not be loaded").wait_for()
    assert page.locator("#everything").is_visible()


def test_a_finder_that_cannot_be_had_leaves_everything_listed(page, address):
    """The lists are hidden before the page is drawn, where the address asks something."""
    page.route("**/tools/finder.*.js", lambda route: route.abort())
    page.goto(f"{address}find/?q=trauma")
    page.locator("#everything").wait_for()
    assert page.locator("#found").is_hidden()


def test_hostile_words_stay_words(find, page):
    find("q=<img src=x onerror=alert(1)>")
    assert page.locator("#found img").count() == 0
    assert "<img" in page.locator(".found[role=status]").inner_text()


def test_without_script_everything_is_listed(browser, address):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}find/?q=trauma")
    assert page.locator("form.finder").is_hidden()
    listed = set(hrefs(page, "#everything a"))
    for shelf, document in real_library().documents:
        assert any(href.endswith(f"{document.id}/") for href in listed), f"{shelf} {document.id}"
    assert {f"{minutes}-minutes/" for minutes in offers.times(real_library())} <= listed
    page.close()


def test_the_pages_by_time_list_what_fits(site):
    library = real_library()
    for minutes in offers.TIMES:
        page = (site / "find" / f"{minutes}-minutes" / "index.html").read_text(encoding="utf-8")
        fitting = page.partition('id="nearest"')[0]
        listed = set(re.findall(r'card-title"><a href="\.\./\.\./(?:\w+)/([a-z0-9-]+)/', fitting))
        gatherings = [one for shelf, one in library.documents if shelf.name in ("guide", "session", "workshop")]
        assert listed == {one.id for one in gatherings if one.minutes and one.minutes.min <= minutes}


def test_the_home_page_asks_for_the_same_times(site):
    home = (site / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="find/(\d+)-minutes/"', home) == [str(minutes) for minutes in offers.times(real_library())]


def test_everything_has_a_record_and_an_address_that_is_there(site):
    library = real_library()
    found = [*records(library, texts()), *written(library, site)]
    assert len(found) == len(list(library.documents)) + len(library.pages) + len(library[TOPIC]) + len(
        library[RESOURCE]
    )
    for record in found:
        address, _, anchor = record.url.partition("#")
        page = (site / address / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in page


def test_what_rows_of_synonyms_lead_to_is_found_and_each_part_is_a_heading_there(site):
    library = real_library()
    urls = {record.url for record in (*records(library, texts()), *written(library, site))}
    for row in rows(library):
        page, _, place = row.urgent.partition("#")
        assert {*row.first, *filter(None, [page])} <= urls, row
        if place:
            tree = LexborHTMLParser((site / page / "index.html").read_text(encoding="utf-8"))
            heading = tree.css_first(f"h2#{place}, h3#{place}")
            assert heading.text().startswith(row.part), row


def test_what_a_row_leaves_empty_is_not_fetched(tmp_path):
    write([SearchRecord("guides/one/", "One guide", "guide", text="Some words.")], [Row(("dads", "fathers"))], tmp_path)
    first = json.loads((tmp_path / "first.json").read_text(encoding="utf-8"))
    assert first["synonyms"]["rows"] == [{"words": ["dads", "fathers"], "keys": ["dad", "father", "=dads", "=fathers"]}]


def test_a_small_index_is_one_file(tmp_path):
    write([SearchRecord("guides/one/", "One guide", "guide", text="Some words.")], [], tmp_path)
    first = json.loads((tmp_path / "first.json").read_text(encoding="utf-8"))
    assert not (tmp_path / "full.json").exists()
    assert {len(column) for column in (first["shown"] | first["lines"]).values()} == {1}


def test_the_first_answer_takes_little(site):
    """What stands in the way of it on a poor connection: the part of the index that is fetched first, as it is sent."""
    assert len(gzip.compress((site / "find" / "first.json").read_bytes(), 9)) < MOST_TO_FETCH_FIRST


def test_a_large_index_is_two_parts_of_one_build(tmp_path):
    rng = random.Random(1)
    words = [f"{rng.getrandbits(60):x}" for _ in range(9000)]
    made = [SearchRecord(f"guides/{at}/", f"Guide {at}", "guide", text=" ".join(words[at::500])) for at in range(500)]
    write(made, [], tmp_path)
    first, full = (json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) for name in ("first", "full"))
    assert first["digest"] == full["digest"]
    assert {len(column) for column in (first["shown"] | full["lines"]).values()} == {500}
    assert "lines" not in first
