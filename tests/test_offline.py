"""Reading without a network: the server is stopped, and the library goes on."""

import shutil

import pytest
from browsing import serve
from conftest import some_first
from library.built import Look, look_over
from library.delivery.worker import Kept, worker
from playwright.sync_api import expect

KEPT = """async () => {
  const registration = await navigator.serviceWorker.ready;
  while (registration.active?.state !== "activated") await new Promise((done) => setTimeout(done, 50));
  return registration.active.state;
}"""
UPDATED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const incoming = registration.installing ?? registration.waiting;
  const settled = ["installed", "redundant", "activated"];
  while (incoming && !settled.includes(incoming.state)) await new Promise((done) => setTimeout(done, 50));
  return incoming?.state ?? "none";
}"""


@pytest.fixture
def context(browser):
    """A reader's browser: nothing kept yet."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(15_000)
    yield context
    context.close()


def visit(context, address):
    """Open the home page once, and let the copy be made."""
    page = context.new_page()
    page.goto(address)
    assert page.evaluate(KEPT) == "activated"
    return page


def heading(page, url):
    response = page.goto(url)
    return response.status, page.locator("h1").inner_text()


@pytest.mark.parametrize("folder", some_first(["", "library/"], [""]))
def test_the_whole_library_works_after_one_visit(context, tiny_site, tmp_path, folder):
    shutil.copytree(tiny_site, tmp_path / "served" / folder, dirs_exist_ok=True)
    with serve(tmp_path / "served") as server:
        page = visit(context, server + folder)
    address = str(server) + folder
    assert heading(page, f"{address}guides/listening/") == (200, "Listening")
    assert heading(page, f"{address}wheels/blank") == (200, "The map wheel")
    assert heading(page, f"{address}resources/?from=mail") == (200, "Resource catalogue")
    assert heading(page, f"{address}no/such/page/") == (404, "There is no page at this address")
    page.goto(f"{address}find/?q=opners")
    assert "openers" in page.locator(".result a").first.get_attribute("href")
    page.goto(f"{address}questions/")
    assert page.locator(".shown .prompt").first.inner_text() == "What happened?"
    page.goto(address)
    assert page.evaluate("document.fonts.ready.then(fonts => fonts.check('16px Atkinson'))")
    choice = page.locator(".choices a").first
    asked = choice.inner_text()
    choice.click()
    assert page.locator("h1").inner_text() == f"What fits in {asked}"


@pytest.mark.sweep
def test_every_page_of_the_site_is_in_the_copy(context, tiny_site):
    with serve(tiny_site) as server:
        page = visit(context, server)
    pages = [path.parent.relative_to(tiny_site).as_posix() for path in tiny_site.rglob("index.html")]
    missing = [one for one in pages if page.evaluate(STATUS, f"{server}{one}/".replace("/./", "/")) != 200]
    assert len(pages) > 30
    assert missing == []


SHEET = "handouts/listening-handout.pdf"
OTHER = "handouts/listening-handout-large.pdf"
FETCHED = "url => fetch(url, {cache: 'no-store'}).then(answer => answer.blob()).then(blob => blob.size, () => 0)"
OPENED = """async () => {
  for (const name of await caches.keys()) {
    if (name.endsWith(" opened")) return (await (await caches.open(name)).keys()).map(({ url }) => url);
  }
  return [];
}"""


def opens(page, address):
    """Whether a sheet is answered; its bytes, or 0. What the worker keeps of it is kept by then."""
    size = page.evaluate(FETCHED, address)
    if size:
        page.wait_for_function(f"({OPENED})().then(kept => kept.includes({address!r}))")
    return size


@pytest.mark.parametrize("folder", some_first(["", "library/"], [""]))
def test_a_sheet_that_was_opened_is_there_without_a_network_and_any_other_is_told_in_words(
    context, tiny_site, tmp_path, folder
):
    shutil.copytree(tiny_site, tmp_path / folder, dirs_exist_ok=True)
    with serve(tmp_path) as server:
        page = visit(context, address := str(server) + folder)
        page.goto(f"{address}guides/listening/")
        size = opens(page, address + SHEET)
    assert size == (tmp_path / folder / SHEET).stat().st_size
    assert page.evaluate(FETCHED, address + SHEET) == size
    assert page.evaluate(FETCHED, address + OTHER) == 0
    assert heading(page, address + OTHER) == (503, "This file is not kept on this device")
    assert page.locator(".at-hand > .upset").get_attribute("href") == "/upset/"
    if not folder:  # the tiny site's own addresses are below the host's root
        kept = page.locator("[data-tool=kept]")
        kept.get_by_role("heading", name="Files that are kept").wait_for()
        assert kept.locator("a").all_inner_texts() == ["listening-handout.pdf"]
        assert kept.locator("a").get_attribute("href") == address + SHEET


def test_only_the_newest_sheets_that_were_opened_are_kept(context, tiny_site, tmp_path):
    shutil.copytree(tiny_site, tmp_path / "site")
    for number in range(62):
        shutil.copy(tmp_path / "site" / SHEET, tmp_path / "site" / f"handouts/{number}.pdf")
    with serve(tmp_path / "site") as server:
        page = visit(context, server)
        page.goto(f"{server}guides/")
        for number in (*range(60), 0, 60, 61):
            opens(page, f"{server}handouts/{number}.pdf")
    names = [address.rpartition("/")[2] for address in page.evaluate(OPENED)]
    assert names == [f"{number}.pdf" for number in (*range(3, 60), 0, 60, 61)]


def keep_box(page):
    box = page.get_by_label("Keep these files on this device")
    box.wait_for()
    return box


def test_the_files_of_a_page_are_kept_when_asked_for_and_let_go(context, tiny_site):
    sheets = list((tiny_site / "handouts").glob("listening-*"))
    with serve(tiny_site) as server:
        page = visit(context, server)
        page.goto(f"{server}guides/listening/files/")
        status = page.locator(".keep [role=status]")
        keep_box(page).check()
        expect(status).to_have_text(f"All {len(sheets)} files are kept. You can open them without a network.")
        page.goto(f"{server}wheels/blank/files/")
        assert not keep_box(page).is_checked()
        page.goto(f"{server}guides/listening/files/")
        assert keep_box(page).is_checked()
    assert [page.evaluate(FETCHED, f"{server}handouts/{file.name}") for file in sheets] == [
        file.stat().st_size for file in sheets
    ]
    page.goto(f"{server}guides/listening/files/")
    keep_box(page).uncheck()
    expect(status).to_have_text("These files are no longer kept on this device.")
    assert page.evaluate(FETCHED, server + SHEET) == 0
    keep_box(page).click()
    expect(status).to_have_text(f"0 of {len(sheets)} files are kept. Try again when you are online.")
    assert not keep_box(page).is_checked()


def test_after_a_new_build_kept_sheets_are_those_that_are_still_there(context, tiny_site, tmp_path):
    with serve(tiny_site) as first:
        page = visit(context, first)
        page.goto(f"{first}guides/listening/files/")
        keep_box(page).check()
        expect(page.locator(".keep [role=status]")).to_contain_text("All ")
        opens(page, f"{first}handouts/blank-grid.pdf")
        opens(page, f"{first}handouts/openers-cards.pdf")
    new = changed(tiny_site, tmp_path / "new")
    (new / OTHER).unlink()
    (new / "handouts" / "openers-cards.pdf").unlink()
    (new / SHEET).write_bytes(b"%PDF-1.7 of this year")
    with serve(new, port=first.port) as second:
        assert page.evaluate(UPDATED) == "installed"
        page.close()
        page = context.new_page()
        page.goto(f"{second}accessibility/")
        assert page.evaluate(KEPT) == "activated"
        page.wait_for_function(
            f"fetch({first + SHEET!r}, {{cache: 'no-store'}}).then(a => a.blob()).then(b => b.size < 100)"
        )
        page.wait_for_function(f"({OPENED})().then(kept => kept.length === 1)")
    assert page.evaluate(FETCHED, first + SHEET) == len(b"%PDF-1.7 of this year")
    assert page.evaluate(FETCHED, first + OTHER) == 0
    assert page.evaluate(FETCHED, f"{first}handouts/blank-grid.pdf") > 1000


def test_a_page_in_place_of_a_sheet_is_not_kept_as_the_sheet(context, tiny_site, tmp_path):
    shutil.copytree(tiny_site, tmp_path / "site")
    (tmp_path / "site" / "handouts" / "password.html").write_text("<h1>Wi-Fi: sign in</h1>", encoding="utf-8")
    with serve(tmp_path / "site") as server:
        page = visit(context, server)
        page.goto(f"{server}guides/")
        assert page.evaluate(FETCHED, f"{server}handouts/password.html") > 0
    assert page.evaluate(FETCHED, f"{server}handouts/password.html") == 0


def test_where_nothing_is_kept_nobody_is_offered_to_keep(context, tiny_site):
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    with serve(tiny_site) as server:
        page = context.new_page()
        page.goto(f"{server}guides/listening/files/")
        page.wait_for_load_state("networkidle")
        assert page.locator("ul.files").first.is_visible()
        assert not page.locator(".keep").is_visible()


STATUS = "url => fetch(url).then(answer => answer.status, () => 0)"


def changed(site, folder, text="A new sentence."):
    """The same site with one page changed, and its worker made anew."""
    shutil.copytree(site, folder)
    page = folder / "privacy" / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</article>", f"<p>{text}</p></article>"), encoding="utf-8"
    )
    kept = Kept()
    look_over(folder, [Look(kept.see)])
    (folder / "sw.js").write_text(worker(kept.files), encoding="utf-8")
    return folder


def test_an_update_costs_only_what_changed(context, tiny_site, tmp_path):
    with serve(tiny_site) as first:
        page = visit(context, first)
    with serve(changed(tiny_site, tmp_path / "new"), port=first.port) as second:
        assert page.evaluate(UPDATED) == "installed"
        assert sorted(second.asked) == ["/privacy/", "/sw.js"]
        page.close()
        page = context.new_page()
        page.goto(f"{second}accessibility/")
        assert page.evaluate(KEPT) == "activated"
    page.goto(f"{second}privacy/")
    assert "A new sentence." in page.locator("article").inner_text()


def test_a_site_half_received_never_takes_the_place_of_a_whole_one(context, tiny_site, tmp_path):
    with serve(tiny_site) as first:
        page = visit(context, first)
    new = changed(tiny_site, tmp_path / "new")
    spoilt = new / "privacy" / "index.html"
    spoilt.write_text(spoilt.read_text(encoding="utf-8")[:-100], encoding="utf-8")
    with serve(new, port=first.port):
        assert page.evaluate(UPDATED) == "redundant"
    page.goto(f"{first}privacy/")
    assert "A new sentence." not in page.locator("article").inner_text()
    assert page.locator("footer").is_visible()


def test_a_reader_who_saves_data_gets_no_copy(context, tiny_site):
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    with serve(tiny_site) as server:
        page = context.new_page()
        page.goto(server)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
        assert "/sw.js" not in server.asked
