"""The catalogue in a browser: narrowed by its form or its address, on all of its pages, with and without a script."""

from browsing import serve
from conftest import build
from playwright.sync_api import expect
from tiny_library import spoil


def shown(page):
    return [row.get_attribute("id") for row in page.locator(".row:visible").all()]


def test_what_is_chosen_stands_in_the_address_and_comes_back_with_it(page, tiny_address):
    page.goto(f"{tiny_address}resources/")
    status = page.locator("[role=status]")
    expect(status).to_have_text("5 resources")
    assert shown(page) == ["film"], "what we are not sure of is folded up"
    page.get_by_label("Format").select_option("read")
    expect(status).to_have_text("2 of 5 resources fit what you chose.")
    assert shown(page) == ["leaflet", "book"], "and is unfolded where it fits"
    assert not page.locator("#kind-watch").is_visible()
    page.get_by_label("Topic").select_option("curiosity")
    expect(status).to_have_text("1 of 5 resources fits what you chose.")
    assert page.url == f"{tiny_address}resources/?format=read&topic=curiosity"
    page.go_back()
    expect(status).to_have_text("2 of 5 resources fit what you chose.")
    assert page.get_by_label("Topic").input_value() == ""
    page.go_forward()
    page.reload()
    expect(status).to_have_text("1 of 5 resources fits what you chose.")
    assert page.get_by_label("Format").input_value() == "read"
    page.get_by_label("Format").select_option("watch")
    expect(status).to_have_text(
        "None of the 5 resources fits all of that. Without “To watch”: 2 Without “Curiosity”: 1"
    )
    page.get_by_role("button", name="Without “Curiosity”: 1").click()
    expect(status).to_have_text("1 of 5 resources fits what you chose.")
    assert page.url == f"{tiny_address}resources/?format=watch"
    assert page.evaluate("document.activeElement.name") == "topic", "the button went away, and the focus is kept"
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text("5 resources")
    assert page.url == f"{tiny_address}resources/"


def test_an_answer_that_nobody_offers_asks_nothing(page, tiny_address):
    page.goto(f"{tiny_address}resources/?format=smell&free=yes&nonsense=1")
    expect(page.locator("[role=status]")).to_have_text("1 of 5 resources fits what you chose.")


def test_what_people_read_is_narrowed_further_and_a_check_is_asked_for(page, tiny_address):
    page.goto(f"{tiny_address}resources/?format=download")
    status = page.locator("[role=status]")
    expect(status).to_have_text("1 of 5 resources fits what you chose.")
    assert shown(page) == ["leaflet"]
    page.goto(f"{tiny_address}resources/?checked=yes")
    expect(status).to_have_text("3 of 5 resources fit what you chose.")
    page.goto(f"{tiny_address}resources/?checked=never")
    expect(status).to_have_text("2 of 5 resources fit what you chose.")


def test_a_link_into_the_fold_unfolds_it(page, tiny_address):
    page.goto(f"{tiny_address}resources/#course")
    expect(page.locator("#course")).to_be_visible()


def test_nothing_moves_when_the_rows_are_narrowed_from_the_address(browser, tiny_address):
    context = browser.new_context(viewport={"width": 390, "height": 800}, service_workers="block")
    page = context.new_page()
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => { for (const { value } of list.getEntries()) moved += value; })
          .observe({ type: "layout-shift", buffered: true });"""
    )
    for path in ("resources/", "resources/?free=yes", "resources/?free=no"):
        page.goto(f"{tiny_address}{path}")
        page.wait_for_timeout(300)
        assert page.evaluate("moved") < 0.02, path
    context.close()


def test_without_a_script_the_whole_list_is_there_and_no_form_that_does_nothing(browser, tiny_address):
    context = browser.new_context(java_script_enabled=False, service_workers="block")
    page = context.new_page()
    page.goto(f"{tiny_address}resources/?free=yes")
    assert page.locator(".filters").is_hidden()
    assert page.locator(".row").count() == 5
    page.locator(".fold summary").first.click()
    assert len(shown(page)) == 5
    context.close()


def test_an_answer_is_about_every_page_of_a_long_list(page, tiny_project, tmp_path):
    resources = tiny_project / "resources.yaml"
    text = resources.read_text(encoding="utf-8")
    film = text[text.index("- id: film\n") : text.index("- id: handbook\n")]
    films_used = "".join(f"film-{number}, " for number in range(100, 190))
    films = "".join(film.replace("film\n", f"film-{number}\n") for number in range(100, 190))
    resources.write_text(text.replace("- id: handbook\n", f"{films}- id: handbook\n"), encoding="utf-8")
    spoil(tiny_project, "guides/listening.yaml", "resources: [film,", f"resources: [{films_used} film,")
    done = build(tiny_project, tmp_path / "site", SHEETS="none")
    assert done.returncode == 0, done.stderr
    with serve(tmp_path / "site") as address:
        page.goto(f"{address}resources/")
        status = page.locator("[role=status]")
        page.get_by_label("Format").select_option("read")
        expect(status).to_have_text("2 of 95 resources fit what you chose.")
        link = page.locator("#book a").first
        assert link.evaluate("link => link.href") == f"{address}r/book/"
        page.goto(f"{address}resources/page/2/?free=yes")
        expect(status).to_have_text("91 of 95 resources fit what you chose.")
        assert page.locator(".row:visible").count() == 20
        shown_pages = page.get_by_role("navigation", name="Pages of what fits")
        assert shown_pages.get_by_role("link").count() == 5
        assert page.get_by_role("link", name="Page 2").count() == 1, "and no longer the pages of the whole list"
        first = shown(page)
        shown_pages.get_by_role("link", name="Page 5").click()
        expect(page.locator(".row:visible")).to_have_count(11)
        assert page.url == f"{address}resources/page/2/?free=yes&page=5"
        assert page.evaluate("document.activeElement.textContent").startswith("91 of 95"), "readers start at its head"
        assert not {*first} & {*shown(page)}
        page.go_back()
        expect(page.locator(".row:visible")).to_have_count(20)
        assert shown(page) == first
        assert link.count() == 1
        page.get_by_role("button", name="Show all").click()
        expect(page.locator("#film-100")).to_be_hidden()
        page.route("**/resources/", lambda route: route.abort())
        page.goto(f"{address}resources/page/2/?free=no")
        expect(status).to_contain_text("only this page was looked at")
