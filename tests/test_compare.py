"""Session models side by side: all that can be run in one table, and two or three in columns where a script runs."""

import re
from dataclasses import replace

import pytest
from browsing import axe_faults
from library.core.plan import Part, Plan
from library.formats.html import pages
from library.kinds.session import SESSION
from library.texts import texts
from selectolax.lexbor import LexborHTMLParser
from tiny_library import session, tiny_library, with_only

LIBRARY = tiny_library()
NAMES = ("Pairs", "Threes", "Fours", "Fives")
ARTICLE = re.compile(r'(<article class="prose">).*(</article>)', re.S)


def several(library=LIBRARY):
    """The tiny library with several session models, the last of which has no running order."""
    model = session(library)
    copies = [model.model_copy(update={"id": name.lower(), "title": name}) for name in NAMES]
    steps = tuple(step.model_copy(update={"minutes": None}) for step in model.plan.steps)
    plan = Plan.model_construct(parts=(Part.model_construct(id="all", title="All", introduction=None, steps=steps),))
    signpost = model.model_copy(update={"id": "signpost", "title": "Signpost", "plan": plan})
    origins = {("session", copy.id): library.origin_of(SESSION, model.id) for copy in (*copies, signpost)}
    return with_only(replace(library, origins={**library.origins, **origins}), SESSION, *copies, signpost)


def written(url, library=None):
    [page] = (page for page in pages(library or several(), texts()) if page.url == url)
    return page.write().html


def test_every_model_with_a_running_order_has_a_row_and_the_others_are_named_below():
    page = LexborHTMLParser(written("sessions/compare/"))
    assert [link.text() for link in page.css(".all-models tbody th a")] == list(NAMES)
    heads = [head.text() for head in page.css(".all-models thead th")][1:]
    assert len(heads) == 7
    for row in page.css(".all-models tbody tr"):
        assert [cell.attributes["data-column"] for cell in row.css("td")] == heads, "each cell is named on a phone"
        assert all(cell.text().strip() for cell in row.css("td"))
    assert [link.attributes["href"] for link in page.css("#without-order ~ ul a")] == ["../signpost/"]


def test_what_speaks_against_most_models_is_said_once_above_them():
    html = written("sessions/compare/")
    assert html.count("Somebody has to decide today.") == 1
    assert html.index("Somebody has to decide today.") < html.index("all-models")
    assert "Somebody has to decide today." in written("sessions/compare/", LIBRARY).partition("all-models")[2]


def test_the_list_of_models_leads_there_once_there_are_two():
    assert 'href="compare/"' in written("sessions/")
    assert 'href="compare/"' not in written("sessions/", LIBRARY)
    alone = LexborHTMLParser(written("sessions/compare/", LIBRARY))
    assert len(alone.css(".all-models tbody tr")) == 1
    assert alone.css("form") == [], "there is nothing to choose"


@pytest.fixture
def page(browser, tiny_site, tiny_address):
    """The page with several models, on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block", bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(10_000)
    frame = (tiny_site / "sessions" / "compare" / "index.html").read_text(encoding="utf-8")
    body = ARTICLE.sub(lambda found: found[1] + written("sessions/compare/") + found[2], frame)
    address = f"{tiny_address}sessions/compare/"
    page.route(re.compile(r"/sessions/compare/"), lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(address)
    yield page
    context.close()


def columns(page):
    return page.locator(".chosen-models thead a").all_text_contents()


def test_two_or_three_stand_side_by_side_and_the_address_holds_them(page):
    whole, few, status = (page.locator(name) for name in (".all-models", ".chosen-models", ".comparison [role=status]"))
    assert (whole.is_visible(), few.is_visible()) == (True, False)
    page.get_by_label("Fours").check()
    assert whole.is_visible()
    assert status.inner_text() == "Choose one or two more."
    page.get_by_label("Pairs").check()
    assert (whole.is_visible(), few.is_visible()) == (False, True)
    assert columns(page) == ["Pairs", "Fours"]
    minutes = few.locator("tbody tr").nth(1)
    assert [cell.get_attribute("data-column") for cell in minutes.locator("td").all()] == ["Pairs", "Fours"]
    page.get_by_label("Fives").check()
    page.get_by_label("Threes").click()
    assert status.inner_text() == "Three at most. Take one away first."
    assert not page.get_by_label("Threes").is_checked()
    assert page.url.endswith("?with=pairs&with=fours&with=fives")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe_faults(page) == []
    page.reload()
    assert columns(page) == ["Pairs", "Fours", "Fives"]
    page.get_by_role("button", name="Show all").click()
    assert whole.is_visible()
    assert page.url.endswith("/compare/")
    assert page.evaluate("document.activeElement.value") == "pairs", "the button went away, and the focus is kept"
