"""The check tells what the build would tell: of paper too, at once, and in the same sentences."""

import os
import re
import subprocess
import sys

import pytest
from conftest import ROOT, build
from library import load
from library.formats.failures import SheetError
from library.formats.sheets import sheets
from library.project import address_in
from library.site.address import settle
from library.types.site_address import public_address
from mkdocs.config import load_config
from tiny_library import ADDRESS, BANK, GUIDE, RECORD, reworded, spoil, tiny_library, with_more_steps

QUESTION = "What happened?"


def check(root, *options, **environment):
    """Run the check in a process of its own."""
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root", str(root), *options]
    given = {**os.environ, "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, capture_output=True, text=True, env=given, encoding="utf-8", check=False)


def test_the_check_tells_all_of_paper_at_once_and_a_build_stops_with_the_same_and_leaves_the_last_site(printed_project):
    hint = spoil(printed_project, RECORD, "hint: The date alone.", "hint: 🙂 The date alone.")
    question = spoil(printed_project, BANK, QUESTION, f"{QUESTION} {QUESTION * 40}")
    plan = spoil(printed_project, GUIDE, "plan:\n", "plan:\n")
    guide = (printed_project / GUIDE).read_text(encoding="utf-8")
    longer = re.sub(r"(  do: )(?=[A-Z])", lambda found: found[1] + "Listen well. " * 400, guide)
    (printed_project / GUIDE).write_text(longer, encoding="utf-8")
    done = check(printed_project)
    told = done.stdout.splitlines()
    assert done.returncode == 1
    assert [re.sub(r"\d+ (characters|pages|mm too)", r"N \1", one) for one in told] == [
        f"{GUIDE}:{plan}  plan: makes a sheet of N pages, and six are the most; it is N mm too long. "
        "Shorten the steps, or what they ask to do. [sheet-too-long]",
        f"{BANK}:{question}  question 1, text: in large print is N characters too long for a card of 93 by "
        "116 mm; shorten it. [card-too-full]",
        f"{RECORD}:{hint}  heading 1, hint: holds '🙂' (slightly smiling face, U+1F642), which no typeface for paper "
        "has; write it in words, or leave it out. [letter-not-printed]",
    ]
    assert "3 to mend." in done.stderr
    last = printed_project / "out" / "index.html"
    last.parent.mkdir()
    last.write_text("the last site", encoding="utf-8")
    built = build(printed_project, printed_project / "out")
    assert built.returncode != 0
    assert "\n".join(told) in built.stderr
    assert "PDF/UA" not in built.stderr
    assert "Traceback" not in built.stderr
    assert last.read_text(encoding="utf-8") == "the last site"


def test_paper_is_looked_at_once_the_rest_is_sound(printed_project):
    spoil(printed_project, RECORD, "hint: The date alone.", "hint: 🙂 The date alone.")
    spoil(printed_project, BANK, "depth: light", "depth: feather")
    done = check(printed_project)
    assert done.stdout.count("\n") == 1
    assert "should be one of" in done.stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            (),
            "/atkinson-hyperlegible-next/400Regular is not there: npm's packages are not installed. Run `make build`.",
        ),
        (("--no-paper",), "Paper was not looked at: you asked for the rest alone."),
    ],
)
def test_where_paper_is_not_looked_at_the_check_says_why_and_judges_the_rest(tiny_project, options, said):
    (tiny_project / "node_modules").unlink()
    spoil(tiny_project, RECORD, "hint: The date alone.", "hint: 🙂 The date alone.")
    done = check(tiny_project, *options)
    assert (done.returncode, done.stderr) == (0, "")
    assert "no problems.\nPaper was not looked at: " in done.stdout
    assert said in done.stdout
    assert not (tiny_project / ".cache" / "handouts").exists()
    (tiny_project / "resources.yaml").write_text("", encoding="utf-8")
    assert check(tiny_project, *options).returncode == 1


def test_reading_the_content_sets_no_paper(tiny_project):
    load(tiny_project)
    assert not (tiny_project / ".cache").exists()


def test_what_has_not_changed_is_not_set_again(printed_project):
    made = printed_project / ".cache" / "handouts"
    before = {path.name: path.stat().st_mtime_ns for path in made.iterdir()}
    assert check(printed_project).returncode == 0
    assert {path.name: path.stat().st_mtime_ns for path in made.iterdir()} == before
    assert before


def test_a_check_calls_in_no_maker_but_papers(printed_project):
    code = "import sys, content, pathlib; root = pathlib.Path(sys.argv[1]); "
    code += "content.look_at_paper(content.load(root), root); "
    code += "print([one for one in ('docx', 'pptx', 'icalendar', 'mkdocs', 'fontTools.subset') if one in sys.modules])"
    command = [sys.executable, "-c", code, str(printed_project)]
    done = subprocess.run(command, cwd=ROOT / "hooks", capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("written", "environment", "address"),
    [
        (None, None, None),
        (None, "https://library.council.gov.uk/reflect", "https://library.council.gov.uk/reflect/"),
        ("site_url: https://reflect.council.gov.uk/", None, "https://reflect.council.gov.uk/"),
        ("site_url: 'https://reflect.council.gov.uk'  # ours", None, "https://reflect.council.gov.uk/"),
        ("extra_url: https://reflect.council.gov.uk/", None, None),
        ('site_url: "https://reflect.council.gov.uk"', "https://other.gov.uk/", "https://other.gov.uk/"),
    ],
)
def test_the_check_sets_sheets_for_the_address_that_a_build_would_have(
    tiny_project, monkeypatch, written, environment, address
):
    settings = tiny_project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    if written:
        settings.write_text(re.sub(r"(?m)^site_url: .*$", written, text), encoding="utf-8")
    monkeypatch.delenv("SITE_URL", raising=False)
    if environment:
        monkeypatch.setenv("SITE_URL", environment)
    config = load_config(str(settings))
    settle(config)
    assert public_address(config.site_url) == address_in(tiny_project) == address


def sheet_at(path, address):
    return next(one for one in sheets(tiny_library(), address) if one.path == path)


def test_what_fits_while_nobody_has_decided_the_address_fits_on_the_day_they_do(press):
    told = []
    for address in (None, ADDRESS):
        with pytest.raises(SheetError) as failed:
            press.make(with_more_steps(sheet_at("handouts/pairs-run-sheet.pdf", address), 60))
        told.append(str(failed.value))
    assert told[0] == told[1]


def test_what_does_not_fit_on_a_record_is_told_at_the_record_where_a_guides_pack_holds_it(press):
    long = "Say what was noticed, and what came of it. " * 200
    with pytest.raises(SheetError) as failed:
        press.make(reworded(sheet_at("handouts/listening-pack.pdf", ADDRESS), "The date alone.", long))
    assert [(one.path, one.where) for one in failed.value.problems] == [(RECORD, "heading 1, hint")]


def test_of_what_is_too_long_in_several_variants_only_the_worst_is_told(printed_project):
    line = spoil(printed_project, BANK, QUESTION, f"{QUESTION} {QUESTION * 40}")
    [told] = check(printed_project).stdout.splitlines()
    assert told.startswith(f"{BANK}:{line}  question 1, text: ")
    assert "too long for a card" in told
