"""Reading without a network: the server is stopped, and the library goes on."""

import shutil

import pytest
from browsing import serve
from library.delivery.worker import worker

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


@pytest.mark.parametrize("folder", ["", "library/"])
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
    page.goto(address)
    assert page.evaluate("document.fonts.ready.then(fonts => fonts.check('16px Atkinson'))")
    choice = page.locator(".choices a").first
    asked = choice.inner_text()
    choice.click()
    assert page.locator("h1").inner_text() == f"What fits in {asked}"


def test_every_page_of_the_site_is_in_the_copy(context, tiny_site):
    with serve(tiny_site) as server:
        page = visit(context, server)
    pages = [path.parent.relative_to(tiny_site).as_posix() for path in tiny_site.rglob("index.html")]
    missing = [one for one in pages if page.evaluate(STATUS, f"{server}{one}/".replace("/./", "/")) != 200]
    assert len(pages) > 30
    assert missing == []


STATUS = "url => fetch(url).then(answer => answer.status, () => 0)"


def changed(site, folder, text="A new sentence."):
    """The same site with one page changed, and its worker made anew."""
    shutil.copytree(site, folder)
    page = folder / "privacy" / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</article>", f"<p>{text}</p></article>"), encoding="utf-8"
    )
    (folder / "sw.js").write_text(worker(folder), encoding="utf-8")
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
