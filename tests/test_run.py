"""Run mode and the phones that follow it: every word is there without a script, and one session is run at speed."""

import gzip
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from browsing import serve
from conftest import ROOT, some_first
from library.core.gathering import Gathering
from library.core.library import Library
from library.delivery.scripts import bundle
from library.find.index import node
from library.formats.html import pages
from library.kinds.session import SESSION
from library.sources import load
from library.texts import texts
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser
from test_offline import visit
from tiny_library import TINY, session, tiny_library, with_only

NOON = datetime(2026, 12, 3, 12, tzinfo=UTC)
MODEL = "run/space-to-think/"
_READER = "node_modules/@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
SCREEN_READER = (ROOT / _READER).read_text(encoding="utf-8")
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module", params=[TINY, ROOT], ids=["tiny", "real"])
def library(request) -> Library:
    return load(request.param)


def words(html: str) -> str:
    """The words of a page, one space between them: markup within a sentence makes no difference."""
    return re.sub(r"\W+", " ", LexborHTMLParser(html).text(separator=" ")).strip()


def test_every_word_of_every_step_stands_on_the_page_it_is_run_from(library):
    bodies = {page.path: page.write().html for page in pages(library, texts()) if page.path.startswith("run/")}
    gatherings = [document for _, document in library.documents if isinstance(document, Gathering)]
    assert len(bodies) == 2 * len(gatherings) > 0
    for gathering in gatherings:
        told, followed = (words(bodies[f"run/{gathering.id}{end}.md"]) for end in ("", "/follow"))
        for step in gathering.plan.steps:
            instead = step.instead
            aloud = [step.say, step.do, *(case.do for case in step.if_), *(prompt.text for prompt in step.prompts)]
            aloud += [instead.say, instead.do, *(prompt.text for prompt in instead.prompts)] if instead else []
            said = [words(f"<p>{text.plain}") for text in aloud if text]
            assert [text for text in said if text not in told] == []
            assert [prompt.id for prompt in step.prompts if words(f"<p>{prompt.text.plain}") not in followed] == []
        assert len(bodies[f"run/{gathering.id}.md"].encode()) < 130_000, "the frame is some 15 KB"


def test_who_takes_a_part_alone_hangs_on_no_word_of_prose():
    """However a model puts it in words, the screen asks for what its field says."""
    library = tiny_library()
    model = session(library)
    alone, shared = model.roles
    alone = alone.model_copy(update={"seats": "one", "people": "a volunteer"})
    shared = shared.model_copy(update={"seats": "several", "people": "one person in each pair"})
    library = with_only(library, SESSION, model.model_copy(update={"roles": (alone, shared)}))
    [run] = (page for page in pages(library, texts()) if page.path == f"run/{model.id}.md")
    single = LexborHTMLParser(run.write().html).css("[data-single]")
    assert [role.attributes["data-role"] for role in single] == [alone.id]


def test_scripts_are_light_and_a_phone_of_2013_reads_its_own():
    scripts = bundle(ROOT, node())
    weight = {name: len(gzip.compress(content, 9)) for name, content in scripts.items()}
    assert weight["assets/js/page.js"] + weight["assets/js/tools/run.js"] <= 25_000
    follow = scripts["assets/js/follow.js"].decode()
    assert not re.search(r"=>|`|\b(const|let|class|async|await)\b|\?\.|\?\?|\.\.\.", follow)


def test_a_page_to_follow_on_weighs_little_with_all_it_asks_for(tiny_site):
    page = tiny_site / "run" / "pairs" / "follow" / "index.html"
    html = page.read_text(encoding="utf-8")
    asked = [page, *((page.parent / path).resolve() for path in re.findall(r'"([^"]+\.(?:js|css))"', html))]
    assert len(asked) == 3
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in asked) <= 6_000


LINES = """one => {
  const words = document.createRange();
  words.selectNodeContents(one);
  return words.getClientRects().length;
}"""


@pytest.fixture
def run(browser):
    """Open a page at a time of day, in a window of some size. What it complains of fails the test."""
    contexts, complaints = [], []

    def opened(address, at=NOON, *, width=1280, height=800, **settings):
        settings = {"service_workers": "block", "timezone_id": "Europe/London", "locale": "en-GB", **settings}
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        return prepared(context, address, at)

    def prepared(context, address, at=NOON):
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        page.clock.install(time=at - timedelta(seconds=5))
        page.goto(address)
        page.clock.pause_at(at)
        return page

    opened.prepared = prepared
    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def begin(page, **answers):
    """Start a session, once some fields are filled in."""
    for name, value in answers.items():
        page.fill(f"[name={name}]", value)
    page.click(".run-start")
    page.clock.run_for(500)


def press(page, key, minutes=0.0):
    """Press a key, and let some time pass."""
    page.keyboard.press(key)
    wait(page, minutes)


def wait(page, minutes):
    page.clock.fast_forward(int(minutes * 60_000))
    page.clock.run_for(500)


def again(page):
    """Load the page afresh; the time stands still meanwhile."""
    page.reload()
    page.clock.run_for(500)


def text(page, selector):
    return page.locator(selector).inner_text()


def left(page):
    """The seconds that the clock shows."""
    minutes, seconds = text(page, ".run-digits strong").lstrip("+").split(":")
    return pytest.approx(int(minutes) * 60 + int(seconds), abs=3)


def now(page):
    return datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, UTC)


def test_a_session_is_run_at_speed_without_a_network_and_a_phone_follows(run, browser, site):
    british = {"timezone_id": "Europe/London", "locale": "en-GB"}
    context = browser.new_context(viewport={"width": 1280, "height": 800}, **british)
    other = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True, **british)
    with serve(site) as server:
        for device in (context, other):
            visit(device, server).close()
        address = str(server)
    page = run.prepared(context, f"{address}{MODEL}", NOON + timedelta(minutes=6))
    begin(page, start="12:00", people="6")
    assert text(page, ".run-step:visible .run-speaks strong") == "Case presenter"
    assert "Case presenter: seat 1" in text(page, ".run-step:visible .run-seats")
    assert left(page) == 300
    assert text(page, ".run-truth") == "We began 6 minutes late. Since then we have kept time. We end at 12:41."

    page.click(".run-earlier summary")
    page.click("[data-earlier='2']")
    page.clock.run_for(500)
    assert left(page) == 180
    assert text(page, ".run-truth") == "We began 4 minutes late. Since then we have kept time. We end at 12:39."
    assert "2 minutes earlier" in page.locator(".run-clock [role=status]").text_content()

    page.keyboard.press("m")
    page.clock.run_for(500)
    assert left(page) == 240
    wait(page, 4)
    assert left(page) == 0
    assert page.locator(".run-clock [role=status]").text_content() == "Time is up"

    page.keyboard.press("n")
    page.clock.run_for(500)
    before = page.url
    again(page)
    assert page.url == before
    assert text(page, ".run-place") == "Step 2 of 6"
    page.keyboard.press("p")
    wait(page, 2)
    assert left(page) == 180
    assert text(page, ".run-digits span") == "Paused"
    assert "Anyone can ask for a pause" in text(page, ".run-pause")
    page.keyboard.press("p")
    page.clock.run_for(500)
    assert "lost 3 minutes" in text(page, ".run-truth")
    assert page.locator(".run-again").is_visible(), "who scanned before the reload has the time of then"

    page.click(".run-behind summary")
    page.click(".run-behind button >> text=End later")
    page.clock.run_for(500)
    assert "We agreed to end at" in text(page, ".run-undo")
    assert not page.locator(".run-behind").is_visible()
    page.click("[data-do=undo]")
    page.clock.run_for(500)
    assert page.locator(".run-behind").is_visible()

    wait(page, 3)
    press(page, "n", 4)
    page.click("[data-do=follow]")
    shown = text(page, ".run-address")
    assert shown.startswith(f"{address}{MODEL}follow/#r2.")
    page.keyboard.press("Escape")
    page.clock.run_for(500)
    assert not page.locator(".run-again").is_visible()
    phone = run.prepared(other, shown, now(page))
    assert text(phone, ".follow-step:visible h2") == text(page, ".run-step:visible h2").partition(". ")[2]
    assert text(phone, "#follow-left") == "About 6 minutes left"
    wait(phone, 6.1)
    assert text(phone, ".follow-step:visible .follow-who >> nth=0").split("\n")[-1] == "Consultants and Facilitator"

    for minutes in (6, 2, 14):
        wait(page, minutes)
        page.keyboard.press("n")
        page.clock.run_for(500)
    assert text(page, ".run-next") == "This is the last step."
    wait(page, 5)
    page.keyboard.press("n")
    page.clock.run_for(500)
    reflection = page.locator(".run-over tbody tr", has_text="Purposeful reflection").locator("td").all_inner_texts()
    assert reflection[0] == "10:00"
    assert reflection[1].startswith("14:0")
    assert "“Purposeful reflection” 10 → 14." in text(page, ".run-line p >> nth=0")
    assert "Suggestion: 14 minutes." in text(page, ".run-suggest")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]

    page.click("[data-do=again]")
    page.clock.run_for(500)
    assert "seat 2" in text(page, ".run-roles [data-role=case-presenter]")
    for device in (context, other):
        device.close()


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_that_it_is_paused_breaks_no_word_and_what_to_do_comes_first(run, tiny_address, width):
    page = run(f"{tiny_address}run/listening/", width=width, height=740)
    begin(page)
    press(page, "p")
    for part in ("strong", "span"):
        said = page.locator(f".run-digits {part}")
        assert said.inner_text()
        assert said.evaluate(LINES) == 1
    pause, aside = (page.locator(f".run-{part}").bounding_box() for part in ("pause", "aside"))
    assert pause["y"] + pause["height"] <= aside["y"]


def test_turns_are_called_out_and_the_phone_says_the_same(run, tiny_address):
    page = run(f"{tiny_address}run/pairs/")
    begin(page)
    press(page, "n", 0.1)
    press(page, "n", 0.1)
    assert text(page, ".run-taking") == "A speaks\nB listens"
    assert text(page, ".run-digits").split("\n")[-1] == "left of this turn"
    wait(page, 5)
    assert text(page, ".run-taking strong") == "B speaks"
    assert page.locator(".run-clock [role=status]").text_content() == "Now B speaks."
    address = page.locator(".run-scan a").evaluate("link => link.href")
    phone = run(address, now(page), width=360)
    assert text(phone, "#follow-turn") == "Now B speaks"
    wait(page, 5)
    assert text(page, ".run-taking") == "Everyone has had a turn"


def test_behind_by_more_than_a_third_it_is_said_what_to_leave_out(run, tiny_address):
    page = run(f"{tiny_address}run/listening/")
    begin(page, start="11:40")
    page.click(".run-behind summary")
    offered = page.locator(".run-behind button").all_inner_texts()
    assert offered[0].startswith("Leave out “")
    assert "more than a third" in text(page, ".run-behind p")
    page.click(".run-behind button >> nth=0")
    page.clock.run_for(500)
    title = re.search("“(.*)”", offered[0])[1]
    press(page, "n", 0.1)
    assert title not in text(page, ".run-step:visible h2"), "it is passed over"


def test_what_took_longer_is_suggested_to_the_editors_in_a_letter_that_is_begun(run, tiny_address):
    page = run(f"{tiny_address}run/pairs/")
    page.evaluate(
        """() => document.querySelector(".suggest").insertAdjacentElement("beforeend",
          Object.assign(document.createElement("a"), {href: "mailto:us@example.org?subject=Pairs&body=This"}))"""
    )
    begin(page)
    press(page, "n", 0.1)
    wait(page, 16)
    press(page, "n", 0.1)
    press(page, "n", 0.1)
    address = page.locator(".run-suggest a", has_text="The other asks").get_attribute("href")
    assert address.startswith("mailto:us@example.org?subject=Pairs&body=This%0A%0A")
    assert unquote(address).endswith("was planned at 10 minutes and took 16 minutes. Suggestion: 16 minutes.")


def test_a_jump_of_the_clock_is_asked_about(run, tiny_address):
    page = run(f"{tiny_address}run/pairs/")
    begin(page)
    later = "() => { const real = Date.now; Date.now = () => real() + 120_000; }"
    page.evaluate(later)
    page.clock.run_for(500)
    assert left(page) == 180
    assert page.locator(".run-jump button").all_inner_texts() == ["The device slept", "The clock was wrong"]
    page.click("[data-do=wrong]")
    page.clock.run_for(500)
    assert left(page) == 300
    page.evaluate(later)
    page.clock.run_for(500)
    page.click("[data-do=slept]")
    page.clock.run_for(500)
    assert left(page) == 180
    assert text(page, ".run-jump") == ""


SHOWN_KEYS = """() => [...new Set([...document.querySelectorAll(".run [data-key]")].map(
  (button) => getComputedStyle(button, "::after").content))]"""


def test_single_keys_can_be_switched_off(run, tiny_address):
    page = run(f"{tiny_address}run/pairs/")
    begin(page)
    assert len(page.evaluate(SHOWN_KEYS)) > 5, "each button shows its own"
    page.click(".run-settings summary")
    page.uncheck("[name=keys]")
    assert page.evaluate(SHOWN_KEYS) == ["none"]
    assert page.locator("[aria-keyshortcuts]").count() == 0
    press(page, "n", 0.1)
    assert text(page, ".run-place") == "Step 1 of 3"
    again(page)
    press(page, "n", 0.1)
    assert text(page, ".run-place") == "Step 1 of 3", "the address remembers"


def test_every_control_works_by_keyboard(run, tiny_address):
    page = run(f"{tiny_address}run/listening/")
    page.focus(".run-start")
    press(page, "Enter", 0.1)
    assert page.evaluate("document.activeElement.tagName") == "H2", "the step is read"
    names = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        names.add(page.evaluate("document.activeElement.dataset.do ?? document.activeElement.tagName"))
    assert {"care", "pause", "more", "next", "follow", "SUMMARY", "A"} <= names
    assert not {"back", "undo", "go-on", "finish"} & names, "what makes no sense now is no stop"
    press(page, "u", 0.1)
    assert page.evaluate("document.activeElement.id") == "upset"
    assert page.locator(".run-decide").is_visible(), "who goes after whoever leaves"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.do") == "care"
    press(page, "n", 0.1)
    press(page, "n", 0.1)
    assert text(page, ".run-turn-over:visible span") == "Question 1 of 2"
    press(page, "q", 0.1)
    assert text(page, ".run-ask .prompts:visible") == "What would you have missed on a busy day?"


LONG = """for (const name of ["before", "step", "pause"])
  for (const part of document.querySelectorAll(`.run-${name}:not([hidden])`)) part.style.paddingBottom = "1500px";"""


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_what_to_do_when_someone_is_upset_is_in_sight_wherever_a_reader_scrolled(run, tiny_address, width):
    page = run(f"{tiny_address}run/listening/", width=width, height=700)

    def look(state):
        page.evaluate(LONG)
        for top in (0, 300, 900):
            page.evaluate("top => scrollTo(0, top)", top)
            [button] = page.locator(".run-upset").filter(visible=True).all()
            box = button.bounding_box()
            middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
            assert page.evaluate("at => !!document.elementFromPoint(...at)?.closest('.run-upset')", middle), (
                state,
                top,
            )

    look("before")
    begin(page)
    look("step")
    press(page, "p", 0.1)
    look("pause")
    press(page, "u", 0.1)
    assert page.locator(".run-upset").filter(visible=True).count() == 0, "what to do is on the screen"


def test_whom_to_ring_and_a_pause_stand_first_when_someone_is_upset(run, tiny_address):
    page = run(f"{tiny_address}run/listening/", width=360, height=740)
    page.click(".run-upset >> visible=true")
    assert not page.locator("[data-do=pause-here]").is_visible(), "no clock runs yet"
    page.keyboard.press("Escape")
    begin(page)
    press(page, "u", 0.1)
    for number in ("tel:999", "tel:116123"):
        box = page.locator(f".run-help [href='{number}']").bounding_box()
        assert 0 < box["y"] < 700, number
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.do") == "pause-here"
    press(page, "Enter", 3)
    assert text(page, ".run-still") == "The clock stands still."


def test_the_clock_starts_below_all_that_is_read_out_first(run, tiny_address):
    page = run(f"{tiny_address}run/listening/", width=360)
    read_out, start = (page.locator(where).bounding_box()["y"] for where in (".read-out", ".run-start"))
    assert read_out < start
    assert page.evaluate("""() => {
      const [readOut, start] = [".read-out", ".run-start"].map((where) => document.querySelector(where));
      return !!(readOut.compareDocumentPosition(start) & Node.DOCUMENT_POSITION_FOLLOWING);
    }""")


def test_that_phones_show_something_else_is_said_once(run, tiny_address):
    page = run(f"{tiny_address}run/listening/")
    begin(page)
    press(page, "m", 0.1)
    assert page.locator(".run-again").is_visible()
    press(page, "n", 0.1)
    assert not page.locator(".run-again").is_visible()


@pytest.mark.parametrize("width", some_first([360, 1280], [360]))
@pytest.mark.parametrize("colours", some_first(["light", "dark"], ["light"]))
def test_axe_finds_nothing_in_any_state(run, tiny_address, width, colours):
    page = run(f"{tiny_address}run/listening/", width=width, color_scheme=colours, bypass_csp=True)
    page.evaluate(AXE)
    faults = {}

    def look(state):
        page.clock.run_for(500)
        page.clock.resume()
        found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
        page.clock.pause_at(now(page) + timedelta(seconds=1))
        faults[state] = [(one["id"], one["nodes"][0]["html"][:90]) for one in found["violations"]]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state

    look("before")
    begin(page, start="11:54")
    look("running")
    page.click(".run-behind summary")
    look("behind")
    page.click(".run-settings summary")
    look("settings")
    page.keyboard.press("Escape")
    wait(page, 20)
    look("over")
    press(page, "p")
    look("paused")
    press(page, "u")
    look("upset")
    page.keyboard.press("Escape")
    page.click("[data-do=follow]")
    look("code")
    page.keyboard.press("Escape")
    page.click(".run-settings summary")
    page.click("[data-do=end]")
    look("end")
    address = page.locator(".run-scan a").evaluate("link => link.href")
    page.goto(address)
    page.evaluate(AXE)
    look("phone")
    assert {state: found for state, found in faults.items() if found} == {}


HEARD = """() => {
  const status = document.querySelector(".run-clock [role=status]");
  window.heard = [status.textContent];
  new MutationObserver(() => window.heard.push(status.textContent)).observe(status, {childList: true});
}"""


def test_a_screen_reader_is_told_the_beginning_the_middle_the_last_minute_and_the_end(run, tiny_address):
    page = run(f"{tiny_address}run/pairs/")
    begin(page)
    page.evaluate(HEARD)
    page.clock.run_for(7 * 60_000)
    assert page.evaluate("heard") == [
        "Step 1: One speaks. 5 minutes.",
        "Half of the time is left.",
        "One minute left.",
        "Time is up",
    ]
    assert page.get_attribute(".run-digits", "aria-live") == "off"


LISTEN = """async code => {
  const module = URL.createObjectURL(new Blob([code], {type: "text/javascript"}));
  window.reader = (await import(module)).virtual;
  await reader.start({container: document.querySelector("main"), displayCursor: false, advanceTimers: () => {}});
}"""
READ_ON = """async () => {
  for (let count = 0; count < 400 && (await reader.lastSpokenPhrase()) !== "end of main"; count++) await reader.next();
}"""
TOLD = """async () => {
  const said = await reader.spokenPhraseLog();
  await reader.clearSpokenPhraseLog();
  return said;
}"""


def test_what_a_screen_reader_says_while_a_session_runs_is_as_agreed(run, tiny_address, rewrite):
    page = run(f"{tiny_address}run/pairs/", bypass_csp=True)
    begin(page, start="11:56")
    page.evaluate(LISTEN, SCREEN_READER)
    log = []

    def listen(what, phrases):
        log.append("\n".join([f"# {what}", *phrases, ""]))

    listen("the first step, read from its beginning to its end", page.evaluate(f"({READ_ON})().then({TOLD})"))
    page.clock.run_for(5 * 60_000)
    listen("while it runs", page.evaluate(TOLD))
    for key, minutes in (("n", 5), ("p", 1), ("p", 5), ("n", 11), ("n", 0)):
        page.keyboard.press(key)
        page.clock.run_for(int(minutes * 60_000) + 500)
        listen(f"{key} is pressed, and {minutes} min pass", page.evaluate(TOLD))
    told = "\n".join(log)
    file = Path(__file__).parent / "golden" / "run-mode.spoken.txt"
    if rewrite:
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


def test_an_address_may_bring_a_start_and_an_end(run, tiny_address):
    page = run(f"{tiny_address}run/listening/?start=12:05&end=12:31")
    assert page.input_value("[name=start]") == "12:05"
    assert text(page, ".run-plan").startswith("4 steps, 26 minutes. If you start on time, you end at 12:31.")
    begin(page)
    assert text(page, ".run-truth") == "We began 5 minutes early. Since then we have kept time. We end at 12:26."


def test_an_end_before_the_start_is_said_to_be_left_out(run, tiny_address):
    page = run(f"{tiny_address}run/listening/?start=12:05&end=12:05")
    assert text(page, ".run-plan").endswith("That end is not after the start, so it is left out. Change one of them.")
    page.fill("[name=end]", "12:31")
    assert text(page, ".run-plan").endswith("you end at 12:31.")


def test_what_a_screen_reader_meets_is_as_agreed(run, tiny_address, rewrite):
    page = run(f"{tiny_address}run/pairs/")
    met = []

    def look(state):
        page.clock.run_for(500)
        snapshot = re.sub(r"http://127[^\s\"]*", "ADDRESS", page.locator("main").aria_snapshot())
        met.append(f"# {state}\n{snapshot}\n")

    look("before")
    begin(page, start="11:56", people="2") if page.locator("[name=people]").count() else begin(page, start="11:56")
    look("running")
    press(page, "p")
    look("paused")
    press(page, "u")
    look("upset")
    file = Path(__file__).parent / "golden" / "run-mode.aria.txt"
    told = "\n".join(met)
    if rewrite:
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


def test_the_page_is_whole_where_its_script_fails(run, browser, tiny_address):
    context = browser.new_context(service_workers="block")
    context.route("**/tools/run.*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{tiny_address}run/pairs/")
    expect(page.locator(".site-header")).to_be_visible()
    assert page.locator(".run-step:visible").count() == 3
    assert page.locator(".run-buttons, .run-form").filter(visible=True).count() == 0
    given = json.loads(page.get_attribute(".run", "data-given"))
    assert [step.get("turn") for step in given["steps"]] == [None, None, 5]
    context.close()
