"""ARCHITECTURE.md says how to add a kind. Here a kind is added in a copy, by these steps and no others, and found."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from conftest import ROOT, build
from selectolax.lexbor import LexborHTMLParser
from tiny_library import copy_project, spoil

GIVEN = Path(__file__).parent / "new_kind"
WORDS = {
    "kinds": {
        "beacon-one": "Beacon",
        "beacon-many": "Beacons",
        "beacon-summary": "Where to learn what others teach.",
        "beacon-type": "Beacon",
    },
    "headings": {"ways": "Ways to begin"},
    "paper": {"beacon": "Beacon sheet"},
}


def add_the_kind(project: Path) -> None:
    """Do what ARCHITECTURE.md says under "A kind"."""
    kinds = "hooks/library/kinds/__init__.py"
    shutil.copy(GIVEN / "beacon.py", project / "hooks" / "library" / "kinds")
    spoil(project, kinds, "from .wheel", "from .beacon import BEACON\nfrom .wheel")
    spoil(project, kinds, "RECORD, PATH)", "RECORD, PATH, BEACON)")
    for group, words in WORDS.items():
        added = "".join(f"  {key}:\n    text: {text}\n    description: For a test.\n" for key, text in words.items())
        spoil(project, "hooks/library/texts/en.yaml", f"\n{group}:\n", f"\n{group}:\n{added}")
    spoil(project, "mkdocs.yml", "  - Wheels:", "  - Beacons: beacons/index.md\n  - Wheels:")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The tiny library with a kind more and one document of it, built strictly."""
    root = copy_project(tmp_path_factory.mktemp("kind") / "project")
    add_the_kind(root)
    (root / "guides" / "beacons").mkdir()
    shutil.copy(GIVEN / "open-circle.yaml", root / "guides" / "beacons")
    built = build(root, root / "site")
    assert built.returncode == 0, built.stdout + built.stderr
    return root


def words_of(page: Path) -> str:
    """What a reader sees on a page."""
    return LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("article").text()


def test_the_steps_are_those_of_the_map():
    [step] = re.findall(
        r"- \*\*A kind:\*\*.*?(?=\n- \*\*|\Z)", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.S
    )
    assert re.findall(r"`([^`]+)`", step) == ["kinds/", "KINDS", "texts/en.yaml"]
    assert "a line of navigation" in step


def test_it_has_a_page_and_stands_on_the_index_of_its_kind(project):
    page = words_of(project / "site" / "beacons" / "open-circle" / "index.html")
    for words in ("zephyrous", "Ways to begin", "marigold", "A film on listening", "All is ours."):
        assert words in page
    assert "The open circle" in words_of(project / "site" / "beacons" / "index.html")
    assert "Where to learn what others teach." in words_of(project / "site" / "beacons" / "index.html")


def test_its_topic_and_its_resource_lead_to_it(project):
    for page in ("topics/listening/index.html", "resources/index.html"):
        links = LexborHTMLParser((project / "site" / page).read_text(encoding="utf-8")).css("article a")
        assert [link for link in links if (link.attributes["href"] or "").endswith("beacons/open-circle/")]


@pytest.mark.parametrize("variant", ["", "-large", "-low-ink"])
def test_it_is_on_paper(project, variant):
    sheet = pdfium.PdfDocument(project / "site" / "handouts" / f"open-circle-sheet{variant}.pdf")
    words = " ".join(page.get_textpage().get_text_range() for page in sheet)
    for word in ("Beacon sheet", "zephyrous", "Ways to begin", "marigold", "A film on listening"):
        assert word in words


def test_it_is_in_word(project):
    with zipfile.ZipFile(project / "site" / "handouts" / "open-circle-outline.docx") as parts:
        words = parts.read("word/document.xml").decode()
    assert all(word in words for word in ("zephyrous", "Ways to begin", "marigold"))


def test_it_is_found_by_its_words_and_under_its_kind(project):
    first = json.loads((project / "site" / "find" / "first.json").read_text(encoding="utf-8"))
    assert "zephyr" in json.dumps(first["index"])  # without its ending
    finder = LexborHTMLParser((project / "site" / "find" / "index.html").read_text(encoding="utf-8"))
    assert finder.css_first('select[name="kind"] option[value="beacon"]').text() == "Beacon"


def test_it_is_in_the_data_and_has_a_schema(project):
    data = json.loads((project / "site" / "data" / "library.json").read_text(encoding="utf-8"))
    [beacon] = data["beacons"]
    assert beacon["title"] == "The open circle"
    subprocess.run([sys.executable, str(project / "hooks" / "content.py"), "--schema"], check=True)
    schema = json.loads((project / "docs" / "schema" / "beacon.json").read_text(encoding="utf-8"))
    assert {"introduction", "ways", "resource"} <= set(schema["properties"])


def test_its_mistakes_are_told(project):
    spoil(project, "guides/beacons/open-circle.yaml", "resource: film", "resource: flim")
    checked = subprocess.run(
        [sys.executable, str(project / "hooks" / "content.py"), "--no-paper", "--root", str(project)],
        capture_output=True,
        text=True,
        check=False,
    )
    spoil(project, "guides/beacons/open-circle.yaml", "resource: flim", "resource: film")
    assert checked.returncode == 1
    assert re.match(r"guides/beacons/open-circle\.yaml:7  resource: .*'flim'.* Did you mean 'film'\?", checked.stdout)


def test_half_a_kind_is_no_kind(tmp_path):
    """Words that are missing stop the build with their key: nothing is shown by half."""
    root = copy_project(tmp_path / "project")
    add_the_kind(root)
    spoil(root, "hooks/library/texts/en.yaml", "  beacon-many:\n", "  beacon-some:\n")
    built = build(root, root / "site", SHEETS="none")
    assert built.returncode != 0
    assert "kinds.beacon-many" in built.stdout + built.stderr
