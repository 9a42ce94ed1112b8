"""The vectors in a real browser, with our policy in force and without it: nothing runs, and nothing leads away."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from browsing import Address, in_turn, is_below, serve
from library.kinds.guide import GUIDE
from library.kinds.record import RECORD
from playwright.sync_api import Browser, Page

from .comparing import Comparison, collapsed, told_of
from .conftest import Built
from .fields import id_of
from .planting import mark
from .vectors import VECTORS

AT_ONCE = 25
A_WINDOW = 500
"""So many pages one window opens: a browser gives each only so much, and after some thousands answers no more."""
LOOK = """
async (addresses) => {
  const look = (address) => new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.onload = () => done({ address, frame });
    frame.src = address;
    document.body.append(frame);
  });
  const looked = await Promise.all(addresses.map(look));
  await new Promise((done) => setTimeout(done, 50));
  const seen = looked.map(({ address, frame }) => {
    const here = frame.contentWindow;
    try { return { address, ran: here.__canary ?? null, at: here.location.href, title: here.document.title }; }
    catch { return { address, ran: null, at: "elsewhere", title: "" }; }
  });
  document.body.replaceChildren();
  return seen;
}
"""
"""Opens pages in frames of one empty page: a window of its own for each takes five times as long."""
ASK = """
async (questions) => {
  const form = document.querySelector("form.finder");
  const status = document.querySelector(".found[role=status]");
  const answers = {};
  for (const question of questions) {
    form.elements.q.value = question;
    form.requestSubmit();
    for (let turn = 0; turn < 200 && !status.textContent.includes(question); turn += 1) {
      await new Promise((done) => setTimeout(done, 10));
    }
    answers[question] = [...document.querySelectorAll("#found .result")].map((result) => result.innerText);
  }
  return answers;
}
"""


@dataclass
class Watched:
    """A page, and what should not happen on it, in sentences."""

    page: Page
    faults: list[str] = field(default_factory=list)


@contextmanager
def watched(browser: Browser, address: Address, *, in_force: bool) -> Iterator[Watched]:
    """Open a page that tells of all that should not happen. in_force: whether our policy is."""
    context = browser.new_context(bypass_csp=not in_force, service_workers="block")
    page = context.new_page()
    seen = Watched(page)

    def tell_request(url: str) -> None:
        if not url.startswith(address):
            seen.faults.append(f"asks for {url[:200]}")

    page.on("request", lambda request: tell_request(request.url))
    page.on("console", lambda message: message.type == "error" and seen.faults.append(f"says {message.text[:200]}"))
    page.on("pageerror", lambda error: seen.faults.append(f"fails with {error}"))
    page.on("popup", lambda popup: seen.faults.append(f"opens {popup.url}"))
    page.on("dialog", lambda dialog: (seen.faults.append(f"asks in a dialog {dialog.message}"), dialog.dismiss()))
    page.route(f"{address}empty/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    try:
        yield seen
    finally:
        context.close()


@pytest.fixture(scope="module")
def address(ours: Built) -> Iterator[Address]:
    """Where the site with the vectors is served."""
    with serve(ours.site) as address:
        yield address


def test_nothing_runs_on_any_page(browser: Browser, ours: Built, address: Address) -> None:
    # of the pages below a document's own, one of each: they are made of the same blocks, and test_built.py reads all
    pages = list(pages_of(ours.site))
    below = in_turn([path for path in pages if is_below(path)])
    looked_at = [path for path in pages if not is_below(path) or path in below]
    assert {shape_of(path) for path in pages} == {shape_of(path) for path in looked_at}
    faults = faults_of(browser, address, looked_at, in_force=False)
    assert not faults, told_of(faults)


def test_the_policy_stops_nothing(browser: Browser, ours: Built, address: Address) -> None:
    # some pages of each shape: what would run is seen above, where no policy is in force
    shapes = defaultdict(list)
    for path in pages_of(ours.site):
        shapes[shape_of(path)].append(path)
    some = [path for number, paths in enumerate(shapes.values()) for path in paths[number % len(paths) :: 40]]
    assert {shape_of(path) for path in some} == set(shapes)
    faults = faults_of(browser, address, some, in_force=True)
    assert not faults, told_of(faults)


def shape_of(path: str) -> str:
    """What page of a document it is, whichever the document."""
    return re.sub(r"^(\w+)/[^/]+/", r"\1/*/", path)


def faults_of(browser: Browser, address: Address, paths: list[str], *, in_force: bool) -> list[str]:
    """What should not happen on some pages, in sentences."""
    faults = []
    for window in batched(paths, A_WINDOW):
        with watched(browser, address, in_force=in_force) as seen:
            seen.page.goto(f"{address}empty/")
            for some in batched(window, AT_ONCE):
                for page in seen.page.evaluate(LOOK, [f"{address}{path}" for path in some]):
                    if page["ran"] is not None or page["at"] != page["address"]:
                        seen.faults.append(f"{page['address']}: ran {page['ran']}, and leads to {page['at']}")
        faults += seen.faults
    return faults


def batched(paths: list[str], size: int) -> Iterator[list[str]]:
    """The paths, some at a time."""
    return (paths[first : first + size] for first in range(0, len(paths), size))


def test_a_search_shows_the_vectors_letter_for_letter(
    browser: Browser, address: Address, theirs: Built, comparison: Comparison
) -> None:
    with serve(theirs.site) as other:
        with watched(browser, address, in_force=False) as seen:
            answers, ran = asked(seen.page, address)
        with watched(browser, other, in_force=False) as unseen:
            wanted, _ = asked(unseen.page, other)
    faults = [
        f"{name}: {fault}" for name in VECTORS for fault in comparison.faults(answers[mark(name)], wanted[mark(name)])
    ]
    assert all(wanted.values())
    assert ran is None
    assert not [*seen.faults, *faults], told_of([*seen.faults, *faults])


def test_nothing_runs_in_a_pack(browser: Browser, address: Address) -> None:
    with watched(browser, address, in_force=False) as seen:
        for names in batched(list(VECTORS), 40):
            links = [f"{kind.name}:{id_of(kind.key, name)}" for kind in (GUIDE, RECORD) for name in names]
            for some in batched(links, 40):
                seen.page.goto("about:blank")  # from the page itself another place on it would load nothing
                seen.page.goto(f"{address}my-pack/#pack={','.join(some)}")
                seen.page.wait_for_function(
                    "count => document.querySelectorAll('.packed > li').length === count", arg=len(some)
                )
                assert mark(names[0]) in seen.page.locator(".packed").inner_text()
                assert seen.page.evaluate("window.__canary ?? null") is None, some
    assert not seen.faults, told_of(seen.faults)


def asked(page: Page, address: Address) -> tuple[dict[str, str], object]:
    """What the finder answers to the mark of each vector, in the order of the alphabet, and what ran meanwhile."""
    page.goto(f"{address}find/?q=welcome")
    page.locator("#found[data-from=full]").wait_for()
    answers = page.evaluate(ASK, [mark(name) for name in VECTORS])
    shown = {question: collapsed(" ".join(sorted(results))) for question, results in answers.items()}
    return shown, page.evaluate("window.__canary ?? null")


def pages_of(site: Path) -> Iterator[str]:
    """The address of every page, but those of real resources: some lead elsewhere at once, as they should."""
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        if not path.startswith("r/") or path.startswith("r/resource-"):
            yield "" if path == "." else f"{path}/"
