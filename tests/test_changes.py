"""What a change costs, as ARCHITECTURE.md says: each is made in a copy, in no other files than those, and seen to work.

A kind of content has tests of its own: test_new_kind.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import yaml
from browsing import serve
from conftest import ROOT, build
from library.delivery.icons import ACCENT
from selectolax.lexbor import LexborHTMLParser
from tiny_library import GUIDE, copy_project, in_other_words, spoil

pytestmark = pytest.mark.sweep  # each builds a library of its own
GIVEN = Path(__file__).parent / "changes"
TEXTS = "hooks/library/texts/en.yaml"
CSS = "docs/assets/css/parts/colours.css"


def say(project: Path, section: str, **words: str) -> None:
    """Give the library words of its own."""
    added = "".join(f"  {key}:\n    text: {text}\n    description: For a test.\n" for key, text in words.items())
    spoil(project, TEXTS, f"\n{section}:\n", f"\n{section}:\n{added}")


def check(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Check the content of a copy by the copy's own code."""
    command = [sys.executable, str(project / "hooks" / "content.py"), "--no-paper", *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def built(project: Path, **settings: str) -> Path:
    """The site of a copy, built strictly."""
    done = build(project, project / "site", **settings)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def page(site: Path, path: str) -> LexborHTMLParser:
    """A page of a site."""
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def step(name: str) -> str:
    """What the map says of a change."""
    [step] = re.findall(
        rf"- \*\*{name}:\*\* .*?(?=\n- \*\*|\Z)", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.S
    )
    return step


@pytest.fixture(scope="module")
def with_a_field(tmp_path_factory) -> Path:
    """A copy whose guides have a field more: in the kind and its sections, and its heading in the texts."""
    project = copy_project(tmp_path_factory.mktemp("field") / "project")
    kind = "hooks/library/kinds/guide.py"
    spoil(
        project,
        kind,
        "    after: AfterSession\n",
        "    agreements: Annotated[tuple[Text, ...], Field(min_length=1)]\n"
        '    """What the group agrees on, a point each."""\n'
        "    after: AfterSession\n",
    )
    spoil(
        project,
        kind,
        "            tell.resources(guide.resources),\n",
        '            tell.resources(guide.resources),\n            tell.points("agreements", guide.agreements),\n',
    )
    spoil(project, kind, '"background", "questions"', '"background", "agreements", "questions"')
    spoil(project, kind, '"background", "resources"', '"background", "agreements", "resources"')
    say(project, "headings", agreements="What we agree on")
    spoil(project, GUIDE, "plan:\n", "agreements: [We keep our zephyrous promises.]\nplan:\n")
    built(project, SHEETS="standard")
    return project


FIELD = ("What we agree on", "We keep our zephyrous promises.")


def test_a_field_is_on_its_page(with_a_field):
    assert all(
        words in page(with_a_field / "site", "guides/listening/group").css_first("article").text() for words in FIELD
    )


def test_a_field_is_on_paper(with_a_field):
    sheet = pdfium.PdfDocument(with_a_field / "site" / "handouts" / "listening-handout.pdf")
    words = " ".join(page.get_textpage().get_text_range() for page in sheet)
    assert all(part in words for part in FIELD)


def test_a_field_is_in_word(with_a_field):
    with zipfile.ZipFile(with_a_field / "site" / "handouts" / "listening-outline.docx") as parts:
        words = parts.read("word/document.xml").decode()
    assert all(part in words for part in FIELD)


def test_a_field_is_found_and_is_in_the_data(with_a_field):
    assert "zephyr" in (with_a_field / "site" / "find" / "first.json").read_text(encoding="utf-8")
    data = json.loads((with_a_field / "site" / "data" / "library.json").read_text(encoding="utf-8"))
    assert data["guides"][0]["agreements"] == ["We keep our zephyrous promises."]


def test_a_field_has_a_schema_and_is_missed(with_a_field):
    assert check(with_a_field, "--schema").returncode == 0
    schema = json.loads((with_a_field / "docs" / "schema" / "guide.json").read_text(encoding="utf-8"))
    assert schema["properties"]["agreements"]["description"] == "What the group agrees on, a point each."
    spoil(with_a_field, GUIDE, "agreements: [We keep our zephyrous promises.]\n", "")
    told = "agreements: is missing; add it. It belongs after 'preparation'. [missing]"
    assert told in check(with_a_field).stdout


def test_the_map_says_so_of_a_field():
    assert re.findall(r"`([^`]+)`", step("A field")) == ["core/", "texts/en.yaml", "make schema"]


def test_a_format_is_a_module_and_a_line_and_whoever_wants_it_names_it(tiny_project):
    table = "hooks/library/formats/changeable.py"
    shutil.copy(GIVEN / "plain.py", tiny_project / "hooks" / "library" / "formats")
    line = 'FileFormat(name="plain", ending="txt", media_type="text/plain", title="plain.to-read", module="plain"),'
    spoil(tiny_project, table, "\nFORMATS = (\n", f"\nFORMATS = (\n    {line}\n")
    say(tiny_project, "file", txt="plain words")
    spoil(
        tiny_project, TEXTS, "\nfile:\n", "\nplain:\n  to-read:\n    text: To read\n    description: A test.\nfile:\n"
    )
    spoil(tiny_project, "hooks/library/kinds/record.py", 'files=("outline",)', 'files=("outline", "plain")')
    site = built(tiny_project, SHEETS="standard")
    words = (site / "handouts" / "note-plain.txt").read_text(encoding="utf-8").splitlines()
    assert words[0] == page(site, "records/note").css_first("h1").text()
    article = page(site, "records/note/files")
    [link] = (link for link in article.css("a") if (link.attributes["href"] or "").endswith("handouts/note-plain.txt"))
    assert link.text() == "To read"
    assert "plain words" in link.parent.text()
    data = json.loads((site / "data" / "library.json").read_text(encoding="utf-8"))
    assert [file["path"] for file in data["downloads"] if file["format"] == "txt"] == ["handouts/note-plain.txt"]
    assert re.findall(r"`([^`]+)`", step("A format")) == ["formats/", "formats/changeable.py", "texts/en.yaml", "files"]


def test_the_wording_of_a_mistake_stands_in_one_file(tiny_project):
    spoil(tiny_project, "hooks/library/problems/messages.yaml", '"is missing; add it."', '"is zephyrous here."')
    spoil(tiny_project, GUIDE, "intensity: heavy\n", "")
    assert "intensity: is zephyrous here. It belongs after 'experience'. [missing]" in check(tiny_project).stdout
    assert "is zephyrous here." in check(tiny_project, "explain", "missing").stdout


def test_a_colour_of_pages_stands_in_one_file(tiny_project, browser):
    spoil(tiny_project, CSS, f"--accent: var(--light, {ACCENT})", "--accent: var(--light, #8000ff)")
    with serve(built(tiny_project, SHEETS="none")) as address:
        context = browser.new_context(color_scheme="light", service_workers="block")
        shown = context.new_page()
        shown.goto(f"{address}guides/listening/")
        colours = shown.evaluate("[...document.querySelectorAll('article a')].map(one => getComputedStyle(one).color)")
        context.close()
    assert "rgb(128, 0, 255)" in colours
    assert re.findall(r"`([^`]+)`", step("A colour"))[0] == CSS


TEMPLATES = "hooks/library/formats/templates/"
ACCENTED = {
    CSS: 1,
    "docs/assets/css/print.css": 1,
    "docs/assets/css/follow.css": 3,
    "docs/.overrides/base.html": 1,
    "hooks/library/delivery/icons.py": 1,
    "hooks/library/formats/paper/templates/sheet.typ": 1,
    f"{TEMPLATES}outline-styles.xml": 5,
    f"{TEMPLATES}outline.docx": 4,
    f"{TEMPLATES}slides.pptx": 2,
}
"""Every file that says the accent, and how often."""


def written_in(path: Path) -> str:
    """A file's text; of an Office file, that of its parts."""
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as file:
        return "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".xml"))


def test_the_accent_is_the_same_on_pages_paper_and_icons_and_in_office():
    """What can't read a style sheet says the colour itself: the same in each, and the map names them all."""
    folders = (ROOT / "docs" / "assets", ROOT / "docs" / ".overrides", ROOT / "hooks" / "library")
    endings = {".css", ".html", ".js", ".svg", ".py", ".jinja", ".typ", ".xml", ".docx", ".pptx"}
    files = [path for folder in folders for path in sorted(folder.rglob("*.*")) if path.suffix in endings]
    counts = {path.relative_to(ROOT).as_posix(): written_in(path).casefold().count(ACCENT[1:]) for path in files}
    assert {path: count for path, count in counts.items() if count} == ACCENTED
    named = re.findall(r"`([^`]+)`", step("A colour"))
    assert [path for path in ACCENTED if path not in named and path.removeprefix(TEMPLATES) not in named] == []


ONE_MORE = "guides/hearing-each-other.yaml"


def test_one_more_guide_is_one_file(tiny_project):
    text = (tiny_project / GUIDE).read_text(encoding="utf-8")
    another = in_other_words(text).replace("title: Listening", "title: Zephyrous", 1)
    (tiny_project / ONE_MORE).write_text(another, encoding="utf-8")
    site = built(tiny_project, SHEETS="none")
    assert page(site, "guides/hearing-each-other").css_first("h1").text() == "Zephyrous"
    for path in ("guides", "topics/listening", "find/45-minutes"):
        assert "Zephyrous" in page(site, path).css_first("article").text(), path
    assert "zephyr" in (site / "find" / "first.json").read_text(encoding="utf-8")


SPEAK = """
import sys
from pathlib import Path
from library import load
from library.formats.html import pages
from library.texts import texts
[page] = (page for page in pages(load(Path(sys.argv[1])), texts("cy")) if page.url == "guides/listening/about/")
print(page.write().html)
"""


def test_a_language_is_a_file_of_texts_and_what_is_made_with_it_speaks_it(tiny_project):
    """What authors write stays in theirs: documents have one language so far."""
    english = yaml.safe_load((tiny_project / TEXTS).read_text(encoding="utf-8"))
    written = (sentence for names in english.values() for sentence in names.values())
    for sentence in (sentence for sentence in written if "text" in sentence):  # the others say whose words they are
        forms = sentence["text"] if isinstance(sentence["text"], dict) else {"other": sentence["text"]}
        sentence["text"] = {form: f"¦{words}¦" for form, words in forms.items()}
    welsh = (tiny_project / TEXTS).with_name("cy.yaml")
    welsh.write_text(yaml.safe_dump(english, allow_unicode=True), encoding="utf-8")
    command = [sys.executable, "-c", SPEAK, str(tiny_project)]
    environment = {**os.environ, "PYTHONPATH": str(tiny_project / "hooks"), "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
    article = LexborHTMLParser(done.stdout)
    headings = [heading.text().strip() for heading in article.css("h2")]
    assert "¦Sources and review¦" in headings
    assert all(heading.startswith("¦") for heading in headings)
    assert "31 Mai 2027" in article.text()
    assert re.findall(r"`([^`]+)`", step("A language"))[0] == "texts/cy.yaml"
