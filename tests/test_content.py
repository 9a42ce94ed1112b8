"""The real content: it is sound, it builds, its sheets fit.

With test_content_*.py these are the tests of what authors write: a failure here is a failure of content. Others look
at it too, to try code on as much as there is (test_find, test_outside_command and those that ask for the built site):
there either may have failed.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from functools import cache

import icalendar
import jsonschema
import page as page_validation
import pytest
import yaml
from conftest import ROOT
from library.core.gathering import Gathering
from library.core.path import Path
from library.core.safety import SAFETY_FRAME
from library.formats import calendar
from library.formats.absolute import absolute
from library.formats.appointment import appointments
from library.formats.listing import pages_in
from library.formats.schema import schemas
from library.formats.sheets import sheets
from library.kinds import KINDS
from library.sections.phrases import Phrases
from library.sections.shared import Teller
from library.texts import texts
from tiny_library import ADDRESS, documents, in_other_words, real_library
from yaml_files import read

LIBRARY = real_library()
DOCUMENTS = {document.id: (kind, document) for kind, document in documents(LIBRARY)}
FILES = [*sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "guides").rglob("*.yaml")), "resources.yaml"]
SCHEMAS = {source: kind.schema for kind in KINDS for source in (kind.source, kind.more) if source}
"""From a folder, or a list's file, to the schema of what is written there."""


@pytest.mark.parametrize("path", FILES)
def test_a_file_fits_its_schema_and_is_plain_yaml(path):
    """Whoever reuses the files may have the PyYAML that is written in Python, which is stricter than libyaml."""
    file = ROOT / path
    text = file.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=yaml.CSafeLoader)
    name = SCHEMAS.get(path) or SCHEMAS[path.rpartition("/")[0]]
    validators()[f"{name}.json"].validate(read(file, path).data)


@cache
def validators():
    """What holds a file against each schema, by the schema's name."""
    written = {name: json.loads(schema) for name, schema in schemas(KINDS).items()}
    return {name: jsonschema.validators.validator_for(schema)(schema) for name, schema in written.items()}


LOOKED_INTO = {min(LIBRARY[kind]) for kind in LIBRARY.document_kinds}
"""One of each kind: all are set by the same templates, and each file takes a validator seconds."""


@cache
def made():
    """The files to print and change of each document, by its id."""
    by_id = defaultdict(list)
    for sheet in sheets(LIBRARY, None):
        by_id[sheet.id].append(sheet)
    return by_id


@pytest.mark.parametrize("id", DOCUMENTS)
def test_a_document_has_its_page_and_sheets_that_everyone_can_read(site, id):
    kind, _ = DOCUMENTS[id]
    assert (site / kind.page_of(id) / "index.html").is_file()
    assert [sheet.path for sheet in made()[id] if not (site / sheet.path).is_file()] == []
    for sheet in made()[id]:
        if id in LOOKED_INTO and sheet.format == "pdf" and sheet.variant == "standard":
            report = page_validation.validate_pdf(
                str(site / sheet.path), profile=page_validation.ValidationProfile.PDF_UA_1
            )
            assert report.rules.total > 80
            assert [(failure.rule_id, failure.message) for failure in report.failures] == [], sheet.path


def test_whoever_leads_has_three_leaves_at_most_to_turn(site):
    every = (sheet.path for some in made().values() for sheet in some)
    led = [path for path in every if path.endswith(("facilitator-sheet.pdf", "run-sheet.pdf"))]
    assert led
    assert {path: pages for path in led if (pages := pages_in((site / path).read_bytes())) > 6} == {}


ONE_MORE_GUIDE = "guides/hearing-each-other.yaml"


@pytest.mark.slow
@pytest.mark.sweep
def test_one_more_guide_changes_no_test_of_the_content(copy):
    """The tests of the real content pass with a guide more, as they stand."""
    [real, *_] = sorted((copy / "guides").glob("*.yaml"))
    text = real.read_text(encoding="utf-8")
    another = re.sub("(?m)^title: .*", "title: Zephyrous", in_other_words(text), count=1)
    (copy / ONE_MORE_GUIDE).write_text(another, encoding="utf-8")
    shutil.copytree(ROOT / "tests", copy / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "ARCHITECTURE.md", "README.md"):
        shutil.copy(ROOT / name, copy)
    tests = sorted(str(path) for path in (copy / "tests").glob("test_content*.py"))
    command = [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", "not slow", *tests]
    done = subprocess.run([*command, "-vv"], cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    assert f"[{ONE_MORE_GUIDE}] PASSED" in done.stdout


def heavy_entries():
    """Each calendar entry of a document that may stir up a lot: its own and those of paths, with its document."""
    teller = Teller(LIBRARY, texts())
    for kind, document in LIBRARY.documents:
        told = absolute(teller.telling(kind, document), LIBRARY, ADDRESS)
        entries = appointments(told, f"handouts/{document.id}-calendar.ics", texts())
        if isinstance(document, Path):
            used = [LIBRARY.named(stop.use) for stop in document.stops]
            gatherings = [stop for stop in used if isinstance(stop, Gathering) and stop.minutes]
            assert len(gatherings) == len(entries)
            yield from ((stop, entry) for stop, entry in zip(gatherings, entries, strict=True) if stop.is_heavy)
        elif document.is_heavy and entries:
            yield document, entries[0]


def test_a_diary_says_nothing_of_the_subject_of_what_may_stir_up_a_lot():
    checked = list(heavy_entries())
    own = {document.id for kind, document in LIBRARY.documents if isinstance(document, Gathering) and document.is_heavy}
    assert {document.id for document, _ in checked} >= own
    assert len(checked) > len(own), "a path leads to one of them"
    harmless = words(texts().say("calendar-file.discreet-title"), texts().say("calendar-file.discreet"))
    harmless |= words(texts().say("calendar-file.no-names"), texts().say("library.name"))
    harmless |= words(
        *(frame.escalate.plain for frame in LIBRARY[SAFETY_FRAME].values()), Phrases(texts()).way_out("upset/")
    )
    for document, entry in checked:
        [event] = icalendar.Calendar.from_ical(calendar.write([entry], texts())).events
        assert event["SUMMARY"] == "Time to think together"
        assert event["DESCRIPTION"].startswith(
            "Coming is your choice. Whoever leads it will tell you privately what it is about."
        )
        told = words(calendar.write([entry], texts()).decode().replace("\r\n ", ""))
        assert not told & (words(document.title, document.id) - harmless), document.id
        assert "URL" not in event


def words(*lines):
    """The words of some lines, in small letters; of a calendar without its names of properties, in capitals."""
    return {word.lower() for line in lines for word in re.findall(r"\w+", line) if not word.isupper()}
