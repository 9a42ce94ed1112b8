"""Browsers of some years ago, and readers without a style sheet: nothing is lost, only less pretty.

An old browser is this one with the support taken away: what it would not understand in our style sheets is broken on
the way to it. The oldest we care for are those of 2021: Safari 15, Chrome 90, Firefox 90.
"""

import io
import re
import threading

import pytest
from browsing import Handler, serve
from conftest import some_first
from PIL import Image
from test_offline import visit

YOUNG = {
    "light-dark(": "nowhere(",
    "color-mix(": "nowhere(",
    ":has(": ":nowhere(",
    "overflow-wrap:anywhere": "overflow-wrap:nowhere",
    "text-wrap:": "nowhere:",
    '" / ""': '" nowhere ""',
    "::details-content": "::nowhere",
    "inset:": "nowhere:",
    "@supports": "@media (nowhere) and",
    "@container": "@media (nowhere) and",
    "dvh": "nowhere",
}
"""What browsers of 2021 lack, some of them or all, and something that nobody understands in its place."""


def aged(sheet: str) -> str:
    """A style sheet as an old browser understands it."""
    for young, nothing in YOUNG.items():
        sheet = sheet.replace(young, nothing)
    return sheet


@pytest.fixture(params=some_first(["light", "dark", "light chosen", "dark chosen"], ["light", "dark chosen"]))
def old(request, browser, address):
    """Open a page in an old browser, in colours of the system's or of the reader's own choice."""
    colours, _, chosen = request.param.partition(" ")
    system = {"light": "dark", "dark": "light"}[colours] if chosen else colours
    phone = {"width": 360, "height": 740}
    context = browser.new_context(viewport=phone, color_scheme=system, service_workers="block")
    if chosen:
        context.add_init_script(f"localStorage.setItem('colours', '{colours}')")

    def answer(route):
        fetched = route.fetch()
        route.fulfill(response=fetched, body=aged(fetched.text()))

    context.route("**/*.css", answer)

    def open_page(path):
        page = context.new_page()
        page.goto(address + path)
        page.colours = colours
        return page

    yield open_page
    context.close()


def luminance(colour: str) -> float:
    """Relative luminance of a computed colour (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    shares = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def computed(page, selector, *names):
    """The computed values of what a selector finds, one list each."""
    script = "(all, names) => all.map(one => names.map(name => getComputedStyle(one)[name]))"
    values = page.locator(selector).evaluate_all(script, list(names))
    assert values, selector
    return values


def is_clear(colour: str) -> bool:
    return colour in ("none", "transparent", "rgba(0, 0, 0, 0)")


def ground_of(page) -> str:
    [[ground]] = computed(page, "body", "backgroundColor")
    assert (luminance(ground) < 0.2) is (page.colours == "dark"), "the page is in the colours that were asked for"
    return ground


@pytest.mark.parametrize("path", ["wheels/ggrraaacceeesss/", "wheels/grrraacceeesss/", "wheels/blank/"])
def test_each_word_of_the_wheel_can_be_read_and_each_wedge_told_apart(old, path):
    page = old(path)
    ground = ground_of(page)
    wedges = page.locator(".wedge").evaluate_all(
        """all => all.map(one => {
          const style = (name) => one.querySelector(name) && getComputedStyle(one.querySelector(name));
          const dashed = one.matches(".wedge-inferred, .wedge-open");
          return {word: style("text")?.fill, fill: style("path").fill, edge: dashed && style(".edge").stroke};
        })"""
    )
    assert len(wedges) >= 14
    fills = {wedge["fill"] for wedge in wedges}
    for wedge in wedges:
        fill = ground if is_clear(wedge["fill"]) else wedge["fill"]
        assert wedge["word"] is None or contrast(wedge["word"], fill) >= 4.5, wedge
        assert not wedge["edge"] or contrast(wedge["edge"], fill) >= 3, wedge
    assert len(fills) >= 3
    assert wedges[0]["fill"] != wedges[-1]["fill"]


EDGES = {
    "": ["main input[type=search]", ".menu > summary", ".choices a"],
    "find/": [".finder input", ".finder select", ".finder-more", ".menu > summary"],
    "guides/relationship-based-practice/": [".actions .button"],
    "sessions/space-to-think/": [".search input"],
}


@pytest.mark.parametrize("path", EDGES)
def test_fields_buttons_and_choices_have_edges_that_are_seen(old, path):
    page = old(path)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    ground = ground_of(page)
    for selector in EDGES[path]:
        for colour, width in computed(page, selector, "borderTopColor", "borderTopWidth"):
            assert contrast(colour, ground) >= 3, selector
            assert float(width.removesuffix("px")) >= 1, selector
    drawn = ".colours, .open-all, .quiet, .add-to-pack button, .finder-more"
    for selector in (f"button:not({drawn})", ".actions > .button:not(.quiet)"):
        if page.locator(selector).count():
            for words, back in computed(page, selector, "color", "backgroundColor"):
                assert contrast(words, back) >= 4.5, selector
                assert contrast(back, ground) >= 3, selector


@pytest.mark.parametrize("path", ["", "guides/relationship-based-practice/", "find/15-minutes/"])
def test_all_text_can_be_read(old, path):
    page = old(path)
    assert ground_of(page)
    texts = page.evaluate(
        """() => [...document.querySelectorAll("main *, header *, footer *")]
          .filter(one => one.checkVisibility())
          .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
          .map(one => {
            let behind = one;
            while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
            return [getComputedStyle(one).color, getComputedStyle(behind).backgroundColor, one.outerHTML.slice(0, 80)];
          })"""
    )
    assert len(texts) > 20
    assert [text for text in texts if contrast(text[0], text[1]) < 4.5] == []


def test_what_is_only_nicer_is_not_missed(old):
    page = old("guides/relationship-based-practice/")
    separator = page.locator(".trail li").nth(0).evaluate("one => getComputedStyle(one, '::after').content")
    assert separator.strip('"').strip() == "›"
    page.locator(".menu summary").click()
    box = page.locator(".menu-panel").bounding_box()
    header = page.locator(".site-header > .bar").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert abs(box["y"] - header["y"] - header["height"]) < 2, "the menu opens below the header"
    page.goto(page.url.replace("guides/relationship-based-practice/", "guides/"))
    card, link = page.locator(".card").first, page.locator(".card a").first
    size = link.evaluate("one => parseFloat(getComputedStyle(one, '::after').height)")
    assert abs(size - card.bounding_box()["height"]) < 3, "the whole card can be pressed"


def test_nothing_scrolls_sideways(old):
    for path in ("resources/", "add-a-guide/", "workshops/intro-to-reflective-practice/"):
        page = old(path)
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def library_css(site):
    """Every style sheet of a screen, but the one that phones of 2013 read too."""
    sheets = [sheet for sheet in site.glob("assets/css/*.css") if not sheet.name.startswith(("print.", "follow."))]
    return "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def test_colours_stand_in_one_place_each(site):
    """Once in the style sheet, light and dark on one line, and nowhere by a function that old browsers lack."""
    rules = re.sub(r"/\*.*?\*/", "", library_css(site), flags=re.S)
    colours = re.findall(r"#[0-9a-fA-F]{3,8}\b", rules)
    pairs = re.findall(r"--[\w-]+: var\(--light, (#\w+)\) var\(--dark, (#\w+)\)[;}]", rules)
    assert len(pairs) >= 13
    assert sorted(colours) == sorted(colour for pair in pairs for colour in pair)
    assert not re.search(r"light-dark\(|color-mix\(|@supports|^\s*&", rules, re.M)
    [follow] = site.glob("assets/css/follow.*.css")
    on_phones = set(re.findall(r"#[0-9a-fA-F]{6}\b", follow.read_text(encoding="utf-8")))
    assert on_phones <= set(colours), "the same colours, said again for browsers without variables"


def test_paper_is_light_whatever_the_screen(page, address, site):
    page.add_init_script("localStorage.setItem('colours', 'dark')")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}guides/relationship-based-practice/")
    colour = "getComputedStyle(document.documentElement).getPropertyValue('--care').trim()"
    on_screen = page.evaluate(colour)
    page.emulate_media(media="print", color_scheme="dark")
    on_paper = page.evaluate(colour)
    [light, dark] = re.search(r"--care: var\(--light, (#\w+)\) var\(--dark, (#\w+)\)", library_css(site)).groups()
    assert (on_screen, on_paper) == (dark, light)


# The logo


def pixels(locator) -> Image.Image:
    return Image.open(io.BytesIO(locator.screenshot())).convert("RGB")


def at(picture: Image.Image, across: float, down: float) -> str:
    return str(picture.getpixel((int(across * picture.width), int(down * picture.height))))


@pytest.mark.parametrize("aged_too", [False, True])
@pytest.mark.parametrize(("system", "chosen"), [("light", ""), ("dark", ""), ("light", "dark"), ("dark", "light")])
def test_both_discs_of_the_logo_are_seen(browser, address, system, chosen, aged_too):
    context = browser.new_context(color_scheme=system, service_workers="block", device_scale_factor=4)
    if aged_too:
        context.route("**/*.css", lambda route: route.fulfill(response=(got := route.fetch()), body=aged(got.text())))
    page = context.new_page()
    page.add_init_script(f"if ('{chosen}') localStorage.setItem('colours', '{chosen}')")
    page.goto(f"{address}privacy/")
    picture = pixels(page.locator(".mark"))
    ground, green, amber = at(picture, 0.02, 0.02), at(picture, 0.15, 0.4), at(picture, 0.85, 0.6)
    context.close()
    is_dark = (chosen or system) == "dark"
    assert (luminance(ground) < 0.1) is is_dark
    assert contrast(green, ground) >= 3
    assert contrast(amber, ground) >= (3 if is_dark else 2)
    assert contrast(amber, green) >= 1.2
    red, _, blue = map(int, re.findall(r"\d+", amber))
    assert red > blue + 60, "it is amber"


# Without a style sheet


@pytest.fixture(params=some_first(["light", "dark"], ["dark"]))
def bare(request, browser, address):
    """Open a page without its style sheets, in the system's colours."""
    context = browser.new_context(color_scheme=request.param, service_workers="block")
    context.route("**/*.css", lambda route: route.abort())

    def open_page(path):
        page = context.new_page()
        page.goto(address + path)
        page.ground = at(pixels(page.locator("body")), 0.999, 0.5)
        assert (luminance(page.ground) < 0.1) is (request.param == "dark")
        return page

    yield open_page
    context.close()


@pytest.mark.parametrize("path", ["wheels/ggrraaacceeesss/", "wheels/blank/"])
def test_the_wheel_reads_without_a_style_sheet(bare, path):
    page = bare(path)
    for fill, stroke in computed(page, ".wheel path:not(.edge, .shade, .hatch)", "fill", "stroke"):
        assert contrast(stroke, fill) >= 7
        assert path == "wheels/blank/" or contrast(computed(page, ".wheel text", "fill")[0][0], fill) >= 7


def test_the_chart_reads_without_a_style_sheet(bare, tiny_address):
    page = bare("maintain/links/")
    page.goto(f"{tiny_address}maintain/links/")  # in the real library no address has been asked yet
    for [fill] in computed(page, ".chart text, .chart rect", "fill"):
        assert contrast(fill, page.ground) >= 7


def test_the_logo_and_icons_keep_their_size_and_are_seen_without_a_style_sheet(bare):
    page = bare("sessions/space-to-think/")
    [[fill, stroke]] = computed(page, ".mark-a", "fill", "stroke")
    assert is_clear(fill)
    assert contrast(stroke, page.ground) >= 7
    assert contrast(computed(page, ".mark-b", "fill")[0][0], page.ground) >= 7
    boxes = page.locator("svg.mark, svg.icon").evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert len(boxes) > 10
    assert max(boxes) <= 40
    fills = computed(page, "main svg.icon", "fill")
    assert min(contrast(fill, page.ground) for [fill] in fills) >= 7


# The worker


class Held(Handler):
    """A server that says nothing of a sheet until it is told to go on."""

    go_on = threading.Event()

    def do_GET(self):
        if self.path == "/go-on":
            self.go_on.set()
            self.send_response(204)
            self.end_headers()
            return
        if self.path.startswith("/handouts/"):
            self.go_on.wait(20)
        super().do_GET()


def served_with_worker(site, folder, before: str, **changes: str):
    """The site with another start to its worker, and some of it changed."""
    folder.mkdir()
    for path in site.iterdir():
        if path.name != "sw.js":
            (folder / path.name).symlink_to(path)
    worker = (site / "sw.js").read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in worker
        worker = re.sub(rf"{old} = \d+", f"{old} = {new}", worker)
    (folder / "sw.js").write_text(before + worker, encoding="utf-8")
    return folder


def test_a_sheet_can_be_had_through_the_worker_of_an_old_browser(browser, tiny_site, tmp_path):
    """Safari 15 has no AbortSignal.timeout; sheets are not in the copy."""
    context = browser.new_context()
    with serve(served_with_worker(tiny_site, tmp_path / "old", "delete AbortSignal.timeout;\n")) as server:
        page = visit(context, server)
        sheet = next((tiny_site / "handouts").glob("*.pdf")).relative_to(tiny_site).as_posix()
        status = "path => fetch(path).then(answer => answer.status, () => 0)"
        assert page.evaluate(status, sheet) == 200
        assert page.evaluate(status, "data/library.json") == 200
    context.close()


def test_a_slow_network_is_waited_for_where_there_is_no_copy(browser, tiny_site, tmp_path):
    """A sheet that was slow to start was told as a page that is not there."""
    context = browser.new_context()
    with serve(served_with_worker(tiny_site, tmp_path / "slow", "", PATIENCE="50"), handler=Held) as server:
        page = visit(context, server)
        status = page.evaluate(
            """async (sheet) => {
              const answer = fetch(sheet).then(answer => answer.status, () => 0);
              await Promise.race([answer, new Promise(done => setTimeout(done, 500))]);
              await fetch("go-on");
              return answer;
            }""",
            next((tiny_site / "handouts").glob("*.pdf")).relative_to(tiny_site).as_posix(),
        )
        assert status == 200
    context.close()
