"""How fast sheets are made: our engine beside WeasyPrint and Chromium, and one change in a thousand guides.

python tests/bench/sheets.py [GUIDES]       after `make build`; WeasyPrint only where it is installed
"""

import dataclasses
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from browsing import chromium, serve  # noqa: E402
from library import load  # noqa: E402
from library.delivery.fonts import paper_folders  # noqa: E402
from library.formats.listing import pages_in  # noqa: E402
from library.formats.paper.typesetting import Typesetter  # noqa: E402
from library.formats.press import Press  # noqa: E402
from library.formats.sheets import Sheet, sheets  # noqa: E402

FONTS = paper_folders(ROOT / "node_modules")
ADDRESS = "https://library.example.org/"
GUIDE = "relationship-based-practice"
TRIES = 20


def timed(work: Callable[[], object], tries: int = TRIES) -> list[float]:
    """Milliseconds each of several tries took."""
    took = []
    for _ in range(tries):
        start = time.perf_counter()
        work()
        took.append(1000 * (time.perf_counter() - start))
    return took


def say(name: str, took: list[float]) -> None:
    middle = statistics.median(took)
    print(f"  {name:<48} {middle:8.1f} ms each (slowest {max(took):.1f}), {1000 / middle:6.1f} a second")


def main() -> None:
    """Print everything that was measured."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    all_sheets = [one for one in sheets(load(ROOT), ADDRESS) if one.format == "pdf"]
    setter = Typesetter(FONTS)
    print("Engine time, one warm compiler, another text each time so that nothing is remembered:")
    for name in ("facilitator-sheet", "facilitator-sheet-large", "handout", "pack"):
        sheet = next(one for one in all_sheets if one.path == f"handouts/{GUIDE}-{name}.pdf")
        versions = iter(range(10**6))

        def fresh(sheet=sheet, versions=versions):
            return setter.make(numbered(sheet, str(next(versions))))

        pages = pages_in(fresh())
        say(f"{name}, {pages} pages", timed(fresh))
    print("The same guide's page, printed:")
    with serve(ROOT / "site") as address, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{address}guides/{GUIDE}/")
        say("Chromium, page already open", timed(lambda: page.pdf(format="A4", tagged=True, outline=True)))
    weasyprint()
    print(f"{count} guides, then one changed:")
    guide = [one for one in all_sheets if one.id == GUIDE and one.variant == "standard"]
    many = [numbered(sheet, f"1.{number}") for number in range(count) for sheet in guide]
    with tempfile.TemporaryDirectory() as folder:
        press = Press(FONTS, Path(folder))
        for name, wanted in (
            ("all made", many),
            ("nothing changed", many),
            ("one guide changed", [numbered(sheet, "2.0") for sheet in guide] + many[len(guide) :]),
        ):
            before = len(list(Path(folder).iterdir()))
            start = time.perf_counter()
            sheets_made = len(list(press.make_all(wanted, lambda said: None)))
            took = time.perf_counter() - start
            made = len(list(Path(folder).iterdir())) - before
            print(f"  {name:<48} {took:8.1f} s for {sheets_made} sheets, {made} of them made")


def numbered(sheet: Sheet, version: str) -> Sheet:
    """The same sheet of another version."""
    shown = tuple(dataclasses.replace(each, title=f"{each.title} {version}") for each in sheet.view.sheets)
    return dataclasses.replace(sheet, view=dataclasses.replace(sheet.view, sheets=shown))


def weasyprint() -> None:
    """WeasyPrint on the same page, where it is installed."""
    try:
        import weasyprint as engine
    except (ImportError, OSError) as error:
        print(
            f"  WeasyPrint is not here: pip install weasyprint (on Debian also libpango-1.0-0). {type(error).__name__}"
        )
        return
    page = ROOT / "site" / "guides" / GUIDE / "index.html"
    say("WeasyPrint", timed(lambda: engine.HTML(filename=str(page)).write_pdf(pdf_tags=True), 5))


if __name__ == "__main__":
    main()
