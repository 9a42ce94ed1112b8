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

import jsonschema
import page as page_validation
import pytest
import yaml
from conftest import ROOT
from library import load
from library.formats.listing import pages_in
from library.formats.schema import schemas
from library.formats.sheets import sheets
from library.kinds import KINDS
from tiny_library import documents, in_other_words
from yaml_files import read

LIBRARY = load(ROOT)
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
