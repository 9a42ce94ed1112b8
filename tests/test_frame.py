"""What a machine's audit cannot see: the keyboard, the focus, zoom, spacing, motion, paper. At 320 px unless said."""

import io
import re
import string
from datetime import datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from browsing import EVERY_KIND, SOME_KINDS, in_turn, is_below
from conftest import some_first
from library.delivery.sprite import ICONS
from library.kinds import DOCUMENT_KINDS
from PIL import Image
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

FOCUSED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  if (one === document.body) return null;
  const middle = [box.x + box.width / 2, box.y + box.height / 2];
  const over = document.elementFromPoint(...middle);
  return {
    name: (one.textContent || one.name || one.id).trim().slice(0, 40), tag: one.tagName,
    seen: one.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true})
      && box.width > 1 && box.height > 1,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    clear: one.contains(over) || over?.contains(one) || one.tagName === "A" && over?.closest("a") === one,
    outline: getComputedStyle(one).outlineStyle !== "none" || !!one.closest("svg"),
  };
}"""


def tab_through(page, most=400):
    """Press Tab until the focus leaves the page; what had it, in order, asked once at each stop."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"the focus never left the page in {most} steps")


@pytest.mark.parametrize("path", some_first(EVERY_KIND, SOME_KINDS))
def test_every_tab_stop_is_seen_and_nothing_covers_it(page, address, path):
    page.goto(address + path)
    if "?" in path:
        page.locator("#found[data-from=full]").wait_for()
    page.wait_for_load_state("networkidle")  # a tool that comes late moves what stands below it
    stops = tab_through(page)
    assert stops[0]["name"] == "Skip to the page"
    assert len(stops) > 8
    assert [one for one in stops if not (one["seen"] and one["inside"] and one["clear"] and one["outline"])] == []


def framed(site):
    """Every page but those on which phones follow a session: they have a frame of their own."""
    return (path for path in site.rglob("*.html") if path.parent.name != "follow")


def test_every_page_has_a_skip_link_that_works(page, tiny_address, tiny_site):
    for path in framed(tiny_site):
        html = path.read_text(encoding="utf-8")
        assert html.index('class="skip" href="#content"') < html.index("<header")
        assert '<main id="content" tabindex="-1">' in html
    page.goto(f"{tiny_address}no/such/page/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_every_page_leads_to_what_to_do_when_someone_is_upset_and_without_a_network_too(tiny_site):
    for path in framed(tiny_site):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        upset = "Someone is upset"
        is_there = path.parent.name == "upset"
        assert len(tree.css(".at-hand > .upset")) == (not is_there), "the page does not lead to itself"
        for place, words in (*([] if is_there else [(".at-hand > .upset", upset)]), ("footer a", "what to do now")):
            [link] = (link for link in tree.css(place) if link.text().strip() == words)
            target = link.attributes["href"]
            where = tiny_site / target.lstrip("/") if target.startswith("/") else path.parent / target
            assert (where / "index.html").resolve() == (tiny_site / "upset" / "index.html").resolve(), path
    assert '["upset/",' in (tiny_site / "sw.js").read_text(encoding="utf-8")


IN_SIGHT = """selector => [...document.querySelectorAll(selector)].filter(link => {
  const box = link.getBoundingClientRect();
  return box.height && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest("a") === link;
}).length"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "path", ["", "find/", "questions/", "wheels/map/", "my-pack/", "guides/listening/", "no/such/"]
)
def test_what_to_do_when_someone_is_upset_is_in_sight_wherever_a_reader_scrolled(page, tiny_address, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(tiny_address + path)
    assert page.evaluate(IN_SIGHT, ".at-hand > .upset") == 1
    page.evaluate("document.querySelector('main').style.paddingBottom = '2000px'")
    for top in (40, 600):
        page.evaluate("top => scrollTo(0, top)", top)
        assert page.evaluate(IN_SIGHT, ".at-hand > .upset") == 1, top


def test_the_menu_by_keyboard(page, tiny_address):
    page.goto(tiny_address)
    menu = page.locator(".menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.menu-panel') !== null")
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Space")
    links = menu.locator("a")
    assert links.count() > 15
    links.last.focus()
    page.keyboard.press("Tab")
    assert menu.get_attribute("open") is None, "a menu left behind would cover what has the focus"
    menu.locator("summary").click()
    links.filter(has_text="Wheels").click()
    assert page.locator("h1").inner_text() == "Wheels"


COVERED = """() => [...document.querySelectorAll(".menu-panel a")].filter(link => {
  if (!link.checkVisibility()) return false;
  const box = link.getBoundingClientRect();
  return [1, box.width / 2, box.width - 1].some(along => {
    return document.elementFromPoint(box.x + along, box.y + box.height / 2)?.closest("a") !== link;
  });
}).map(link => link.textContent)"""


@pytest.mark.parametrize("path", some_first(EVERY_KIND, SOME_KINDS))
def test_nothing_lies_over_the_open_menu(page, address, path):
    page.goto(address + path)
    page.locator(".menu summary").click()
    for width, height in ((360, 2400), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.locator(".menu-panel a").filter(visible=True).count() > 5
        assert page.evaluate(COVERED) == [], width


BROKEN = """() => {
  const lines = (node, start, end) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
  };
  const broken = [];
  const all = "main :is(button, .button), .at-hand :is(a, summary), header :is(button, summary)";
  for (const button of document.querySelectorAll(all)) {
    if (!button.checkVisibility()) continue;
    const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const { 0: word, index } of walker.currentNode.data.matchAll(/\\S+/g)) {
        if (lines(walker.currentNode, index, index + word.length) > 1) broken.push(word);
      }
    }
    if (button.scrollWidth > button.clientWidth + 1) broken.push(button.textContent);
  }
  return broken;
}"""
"""The words on buttons that stand on two lines, and the buttons whose words go over their edge."""


def test_no_word_on_a_button_is_broken(page, address, site):
    """On a page of every kind of document: those with most to do have least room."""
    for kind in DOCUMENT_KINDS:
        documents = sorted(path.parent.relative_to(site).as_posix() for path in site.glob(f"{kind.folder}*/index.html"))
        assert documents, kind.name
        for path in documents[:2]:
            page.goto(f"{address}{path}/")
            for width in (320, 360):
                page.set_viewport_size({"width": width, "height": 740})
                assert page.evaluate(BROKEN) == [], (path, width)


def test_beside_the_bar_the_menu_has_only_what_the_bar_has_not(page, tiny_address):
    page.goto(f"{tiny_address}guides/listening/")
    links = page.locator(".menu-panel a")
    page.locator(".menu summary").click()
    on_a_phone = links.filter(visible=True).evaluate_all("all => all.map(link => link.href)")
    page.set_viewport_size({"width": 1280, "height": 800})
    in_the_bar = page.locator(".site-header > .kinds a").evaluate_all("all => all.map(link => link.href)")
    beside_the_bar = links.filter(visible=True).evaluate_all("all => all.map(link => link.href)")
    assert len(in_the_bar) == 10
    assert beside_the_bar
    assert sorted({*in_the_bar, *beside_the_bar, tiny_address}) == sorted(on_a_phone)
    assert not set(in_the_bar) & set(beside_the_bar)


DRAWN = """async () => {
  const all = [...document.querySelectorAll("use")].map(use => use.href.baseVal.split("#"));
  const icons = all.filter(([, name]) => name.startsWith("icon-"));
  const file = await (await fetch(icons[0][0])).text();
  const symbols = [...new DOMParser().parseFromString(file, "image/svg+xml").querySelectorAll("symbol")];
  return {
    files: [...new Set(icons.map(([file]) => file))],
    drawn: symbols.filter(symbol => symbol.firstElementChild).map(symbol => symbol.id),
    shown: icons.map(([, name]) => name),
  };
}"""


@pytest.mark.parametrize("path", ["", "find/?q=trauma", "guides/relationship-based-practice/", "run/space-to-think/"])
def test_every_icon_a_page_shows_is_drawn_in_the_file_that_all_pages_share(page, address, path):
    # on which pages there are icons is read by the next test: here a browser draws those that a script adds as well
    page.goto(address + path)
    if "?" in path:
        page.locator("#found[data-from=full]").wait_for()
        assert page.locator(".result .icon").count()
    icons = page.evaluate(DRAWN)
    assert len(icons["files"]) == 1
    assert len(icons["shown"]) >= 4
    assert set(icons["shown"]) <= set(icons["drawn"])


def test_every_icon_there_is_is_shown_on_a_page_and_they_are_few(site):
    shown = {name for path in site.rglob("*.html") for name in re.findall(r"#icon-([a-z-]+)", path.read_text("utf-8"))}
    assert sorted(ICONS) == sorted(shown)
    assert len(ICONS) <= 24


AMBER = """() => {
  const disc = getComputedStyle(document.querySelector(".mark-b"));
  return [disc.mixBlendMode, disc.opacity, disc.fill];
}"""


@pytest.mark.parametrize(("scheme", "choice"), [("dark", ""), ("dark", "dark"), ("light", "dark")])
def test_the_amber_of_the_mark_is_seen_in_the_dark(browser, tiny_address, scheme, choice):
    """Where colours were multiplied, as on light ground, the amber would be all but black."""
    context = browser.new_context(color_scheme=scheme, service_workers="block")
    page = context.new_page()
    page.goto(tiny_address)
    if choice:
        page.evaluate("choice => localStorage.setItem('colours', choice)", choice)
        page.reload()
    assert page.evaluate("document.documentElement.dataset.colours ?? ''") == choice
    assert page.evaluate(AMBER) == ["normal", "0.85", "rgb(224, 183, 101)"]
    picture = Image.open(io.BytesIO(page.locator(".mark").screenshot())).convert("RGB")
    amber = [colour for _, colour in picture.getcolors(10_000) if colour[0] > 170 and colour[2] < 120]
    assert amber
    context.close()


def test_the_mark_is_mixed_on_light_ground(page, tiny_address):
    page.goto(tiny_address)
    assert page.evaluate(AMBER) == ["multiply", "1", "rgb(217, 164, 65)"]


SMALL = """() => [...document.querySelectorAll("header, footer, .trail, .at-hand, .actions")]
  .flatMap(part => [...part.querySelectorAll("a, button, summary, input")])
  .filter(target => target.checkVisibility())
  .filter(target => {
    const box = (target.closest("label") ?? target).getBoundingClientRect();
    const isInSentence = getComputedStyle(target).display === "inline"
      && target.parentElement.textContent.trim().length > target.textContent.trim().length + 20;
    return !isInSentence && (box.height < 24 || box.width < 24);
  })
  .map(target => target.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("path", some_first(EVERY_KIND, SOME_KINDS))
def test_nothing_in_the_frame_is_smaller_than_a_finger_can_hit(page, address, path):
    """24 CSS pixels each way, links within a sentence aside (WCAG 2.2, 2.5.8)."""
    page.goto(address + path)
    page.locator(".menu summary").click()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(SMALL) == [], width


def test_search_by_keyboard_alone_from_header_to_result(page, tiny_address):
    page.goto(f"{tiny_address}guides/")
    page.locator("#search").wait_for()
    while page.evaluate("document.activeElement.id") != "search":
        page.keyboard.press("Tab")
    page.keyboard.type("openers")
    page.keyboard.press("Enter")
    page.locator("#found[data-from=full]").wait_for()
    while not page.evaluate("document.activeElement.closest('.result') !== null"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/openers/")


def test_results_are_announced_in_a_region_that_was_there_before(page, tiny_address):
    page.goto(f"{tiny_address}find/")
    status = page.locator("[role=status]")
    assert status.count() == 1
    assert status.evaluate("one => one.checkVisibility() || one.textContent === ''")
    page.locator("#find-q").fill("openers")
    page.locator("[role=status]", has_text="openers").wait_for()
    assert page.evaluate("document.activeElement.id") != "found"


def test_the_wheel_by_keyboard_at_320_pixels(page, address):
    page.goto(f"{address}wheels/ggrraaacceeesss/")
    page.locator("figure.wheel svg[aria-hidden]").wait_for()
    assert page.locator("figure.wheel .wedge").count() == 15
    page.locator("[name=whose]:checked").focus()
    page.keyboard.press("Tab")
    for number in range(15):
        page.keyboard.press("ArrowDown" if number else "Space")
        shown = page.locator("figure.wheel .wedge").nth(number)
        assert shown.evaluate("one => one.matches('.is-chosen')"), number
        width = shown.evaluate("one => getComputedStyle(one.querySelector('.edge')).strokeWidth")
        assert width == "6px", "the wedge that has the focus is drawn with a thick edge"
    assert page.locator(".chosen-word").inner_text() == "S: Spirituality"


@pytest.mark.parametrize("wheel", ["ggrraaacceeesss", "grrraacceeesss"])
def test_the_wheel_is_legible_and_says_no_more_than_its_list(page, address, wheel):
    page.goto(f"{address}wheels/{wheel}/")
    texts = page.locator("figure.wheel text")
    scale = page.locator("figure.wheel svg").evaluate("svg => svg.getBoundingClientRect().width / 492")
    sizes = texts.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) * scale >= 13.5, "CSS pixels at 320"
    listed = [one.partition(": ")[2] for one in page.locator(".segment > h3").all_inner_texts()]
    drawn = [" ".join(one.split()) for one in texts.all_text_contents()]
    assert [one.replace("R to confirm", "to be confirmed") for one in drawn] == listed
    ring = page.locator("figure.wheel svg").evaluate(
        """svg => {
          const whole = svg.getBoundingClientRect();
          const inside = (box) => box.left >= whole.left && box.right <= whole.right && box.top >= whole.top
            && box.bottom <= whole.bottom;
          return [...svg.querySelectorAll("text")].every(text => inside(text.getBoundingClientRect()));
        }"""
    )
    assert ring, "every word is inside the drawing"


def test_no_single_key_does_anything(page, tiny_address):
    page.goto(f"{tiny_address}guides/listening/")
    before = page.content()
    for key in [*string.ascii_lowercase, *string.digits, "/", "?", ".", ","]:
        page.keyboard.press(key)
    assert page.url == f"{tiny_address}guides/listening/"
    assert page.evaluate("document.activeElement === document.body")
    assert page.content() == before


SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
    "p { margin-bottom: 2em !important }"
)
FRAMES = """([addresses, width]) => Promise.all(addresses.map(async (address) => {
  const frame = document.createElement("iframe");
  frame.style = `border: 0; width: ${width}px; height: 800px`;
  frame.src = address;
  document.body.append(frame);
  await new Promise(loaded => { frame.onload = loaded; });
  const { contentWindow: window, contentDocument: page } = frame;
  const tools = [...page.querySelectorAll("link[rel=modulepreload][data-tool]")];
  await Promise.all(tools.map(({ href }) => window.eval(`import("${href}")`)));
  const isAnswered = () => !address.includes("?q=") || page.querySelector("#found[data-from=full]");
  for (let turn = 0; !isAnswered(); turn += 1) {
    if (turn > 1000) throw new Error(`${address} answers nothing`);
    await new Promise(again => setTimeout(again, 20));
  }
}))"""
"""Opens pages in frames of one empty page, until their tools have started and the finder has answered."""
LOST = """(looks) => {
  const lost = ({ contentWindow: window, contentDocument: page }) => {
    return [...page.querySelectorAll("body *")].filter(one => {
      if (one.matches(".unseen, .skip, .icons, .icons *, option, select, input")) return false;
      const cut = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
      return cut && one.checkVisibility() && /hidden|clip/.test(window.getComputedStyle(one).overflow);
    }).map(one => one.outerHTML.slice(0, 80));
  };
  const look = (frame) => {
    const page = frame.contentDocument;
    const style = page.head.appendChild(page.createElement("style"));
    return looks.map(([width, css]) => {
      frame.style.width = `${width}px`;
      style.textContent = css;
      return [frame.src, width, page.documentElement.scrollWidth > width, lost(frame)];
    });
  };
  const looked = [...document.querySelectorAll("iframe")].flatMap(look);
  document.body.replaceChildren();
  return looked.filter(([, , isWide, cut]) => isWide || cut.length);
}"""
"""Says of each frame whose page is too wide, or cuts something off, what it is."""
LOOKS = [(320, ""), (640, "html { font-size: 225% !important }"), (360, SPACING)]
"""A width each, and what is set besides. 320 px is a 1280 px window at 400 %. 225 % is twice the site's own size."""
AT_ONCE = 20


def long_and_short(site):
    """Every page that leads nowhere at once, those below a document's own by turns."""
    files = [path for path in site.rglob("index.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    paths = sorted(f"{path.parent.relative_to(site).as_posix()}/" for path in files)  # the rest lead off the site
    below = in_turn(path for path in paths if is_below(path))
    return [path for path in paths if not is_below(path) or path in below]


@pytest.mark.parametrize("share", some_first(["a page of each kind", "even", "odd"], ["a page of each kind"]))
def test_zoom_large_text_and_wide_spacing_lose_nothing(browser, address, site, share):
    paths = long_and_short(site)[share == "odd" :: 2] if share in ("even", "odd") else EVERY_KIND
    context = browser.new_context(bypass_csp=True, service_workers="block")
    page = context.new_page()
    page.route(f"{address}empty/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(f"{address}empty/")
    pages = [f"{address}{path}".replace("/./", "/") for path in paths]
    lost = []
    for at in range(0, len(pages), AT_ONCE):
        page.evaluate(FRAMES, [pages[at : at + AT_ONCE], LOOKS[0][0]])
        lost += page.evaluate(LOST, LOOKS)
    context.close()
    assert len(pages) > 20
    assert lost == []


def test_long_words_and_titles_stay_inside(page, tiny_address):
    page.goto(f"{tiny_address}guides/")
    long = "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel " * 4
    page.evaluate(
        "long => document.querySelectorAll('h1, .card-title a, .card p, li').forEach(one => one.textContent = long)",
        long,
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_moves(page, tiny_address, tiny_site):
    """Calm for everyone, so that nobody has to ask for it."""
    page.goto(tiny_address)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    sheets = [path.read_text(encoding="utf-8") for path in tiny_site.rglob("*.css")]
    assert len(sheets) > 2
    assert not any(word in sheet for sheet in sheets for word in ("transition", "animation", "@keyframes"))


def test_the_choice_of_colours_is_kept_only_once_made(page, tiny_address):
    page.goto(tiny_address)
    assert page.evaluate("Object.keys(localStorage)") == []
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    button = page.locator("button.colours")
    button.click()
    page.goto(f"{tiny_address}guides/")
    assert page.evaluate(ground) != light
    assert page.evaluate("Object.keys(localStorage)") == ["colours"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_button_says_which_colours_it_would_make(page, tiny_address, scheme):
    """Whether dark is the reader's choice or their system's."""
    page.emulate_media(color_scheme=scheme)
    page.goto(tiny_address)
    button = page.locator("button.colours")
    to_dark, to_light = "Dark colours", "Light colours"
    first, then = (to_dark, to_light) if scheme == "light" else (to_light, to_dark)
    assert button.inner_text().strip() == first
    button.click()
    assert button.inner_text().strip() == then
    page.goto(f"{tiny_address}guides/")
    assert button.inner_text().strip() == then


PAPER = """() => {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  return {
    size: getComputedStyle(document.querySelector("article p:not([class])")).fontSize,
    chrome: [".site-header", ".site-footer", ".trail", ".at-hand", ".actions", ".skip"]
      .filter(selector => document.querySelector(selector)?.checkVisibility()),
    head: document.querySelector(".print-head").checkVisibility(),
    say: style(".say").breakInside,
    ground: getComputedStyle(document.documentElement).colorScheme,
  };
}"""


def test_a_guide_on_paper(page, tiny_address):
    page.goto(f"{tiny_address}guides/listening/")
    page.emulate_media(media="print", color_scheme="dark")
    paper = page.evaluate(PAPER)
    assert paper == {
        "size": "16px",  # 12 point
        "chrome": [],
        "head": True,
        "say": "avoid",
        "ground": "light",
    }


def test_a_link_that_leads_outside_says_its_address_on_paper(page, tiny_address):
    page.goto(f"{tiny_address}guides/listening/group/")
    page.emulate_media(media="print")
    link = page.locator("article a[href^=http]").first
    href = link.get_attribute("href")
    assert link.evaluate("link => getComputedStyle(link, '::after').content") in (f'" (" "{href}" ")"', f'" ({href})"')


def test_folded_parts_are_open_on_paper_and_columns_are_not_cut(page, address):
    page.goto(f"{address}group-structures-compared/")
    page.evaluate(
        """document.querySelector("article").insertAdjacentHTML("beforeend",
        "<details><summary>More</summary><p id=folded>Folded</p></details>")"""
    )
    page.set_viewport_size({"width": 660, "height": 900})  # the width of an A4 sheet within its margins
    page.emulate_media(media="print")
    assert page.locator("#folded").evaluate("one => one.getBoundingClientRect().height") > 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 660


def test_a_session_on_the_clock_is_saved_with_its_times_for_the_reader_s_own_day(page, tiny_address):
    page.goto(f"{tiny_address}sessions/pairs/")
    page.get_by_role("link", name="Times").click()
    sheet, save = page.locator(".clock-sheet"), page.get_by_role("button", name="Save for your calendar")
    starts = sheet.locator("tbody .begins")
    expect(starts.first).to_have_text("0:00")  # the page has come
    assert starts.all_inner_texts()[:2] == ["0:00", "0:05"]
    page.get_by_label("You start at").fill("14:30")
    assert starts.all_inner_texts()[:2] == ["14:30", "14:35"]
    expect(sheet.locator(".verdict")).to_have_text("It ends at 14:55.")
    assert starts.last.inner_text() == "14:55"
    save.click()
    expect(sheet.get_by_role("status").last).to_have_text("Say on which day, and when it starts.")
    page.get_by_label("Day").fill("2026-12-03")
    page.reload()  # what was said stands in the address
    assert starts.first.inner_text() == "14:30"
    saved = []
    for _ in range(2):
        with page.expect_download() as download:
            save.click()
        assert download.value.suggested_filename == "pairs-calendar.ics"
        [event] = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes()).events
        assert event["DTSTART"].dt == datetime(2026, 12, 3, 14, 30)
        assert event["DURATION"].dt == timedelta(minutes=25)
        assert str(event["SUMMARY"]) == "Thinking in pairs"
        assert "14:35: " in event["DESCRIPTION"]
        saved.append(str(event["UID"]))
    assert len(set(saved)) == 2
    assert "Saved" in sheet.get_by_role("status").last.inner_text()
    page.route("**/*.ics", lambda route: route.abort())
    save.click()
    expect(sheet.get_by_role("status").last).to_contain_text("Try again when you are online")
    page.get_by_label("You must end by").fill("14:00")
    expect(sheet.locator(".verdict")).to_have_text("The end is not after the start. Change one of them.")
    assert starts.first.inner_text() == "0:00"


def test_what_may_stir_up_a_lot_is_saved_without_a_word_of_its_subject(page, tiny_address):
    page.goto(f"{tiny_address}guides/listening/clock/#day=2026-12-03&start=14:30")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save for your calendar").click()
    assert download.value.suggested_filename == "time-to-think-together.ics"
    [event] = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes()).events
    assert (str(event["SUMMARY"]), event["DTSTART"].dt) == ("Time to think together", datetime(2026, 12, 3, 14, 30))
    assert event["DESCRIPTION"].startswith("Coming is your choice. ")
    assert "14:" not in event["DESCRIPTION"]
    with page.expect_download() as download:
        page.locator(".clock-sheet > p > a").click()
    assert download.value.suggested_filename == "time-to-think-together.ics"


def test_a_link_to_what_can_be_printed_unfolds_it(page, tiny_address):
    page.goto(f"{tiny_address}guides/listening/#print")
    expect(page.locator("#print .files a").first).to_be_visible()


def test_the_first_sheet_is_one_tap_from_the_head_of_its_page(page, tiny_address):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{tiny_address}guides/listening/")
    assert page.get_by_role("link", name="Run it").bounding_box()["y"] < 640
    unfold = page.locator("#print > summary")
    assert unfold.bounding_box()["y"] < 640
    unfold.click()
    sheet = page.locator("#print .files a").first
    answer = page.request.get(page.evaluate("link => link.href", sheet.element_handle()))
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")


@pytest.mark.sweep
def test_the_first_step_of_every_plan_begins_within_a_screen_and_a_half_of_a_phone(page, address):
    page.goto(address)  # its typeface is at hand from here on, as for whoever comes from the front page
    plans = [
        path
        for kind in ("guides", "sessions", "workshops")
        for file in page.site.glob(f"{kind}/*/index.html")
        if '<div class="step ' in file.read_text(encoding="utf-8") and (path := f"{kind}/{file.parent.name}/")
    ]
    assert len(plans) > 30
    begins = {}
    for path in plans:
        page.goto(address + path)
        for width, height in ((390, 844), (360, 740)):
            page.set_viewport_size({"width": width, "height": height})
            begins[path, width] = page.locator(".step").first.bounding_box()["y"] / height
    assert {plan: screens for plan, screens in begins.items() if screens > 1.5} == {}
