"""The words the library itself says: each described, each said somewhere, none missing, none left in a script."""

import ast
import io
import json
import posixpath
import re
import zipfile
from dataclasses import FrozenInstanceError, replace
from importlib import import_module

import pytest
import yaml
from babel import Locale
from conftest import ROOT
from library.delivery import icons
from library.formats import feed, sheets
from library.formats.changeable import FORMATS
from library.formats.paper.typesetting import inputs
from library.texts import texts
from tiny_library import tiny_library

JS = ROOT / "docs" / "assets" / "js"
SCRIPTS = {path.relative_to(JS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(JS.rglob("*.js"))}
_COMMENTS = re.compile(r"/\*.*?\*/|^\s*//.*?$| // .*?$", re.S | re.M)
_LITERALS = re.compile(r"""(["'`])((?:(?!\1).)*)\1""")
_WORDS = re.compile(r"[A-Z][a-z]+ [a-z]+|\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b|\} [a-z]{3,}")


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(0, "0 results for “grief”."), (1, "1 result for “grief”."), (2, "2 results for “grief”.")],
)
def test_a_number_chooses_the_words(count, sentence):
    assert texts().say("finder.results-for", count=count, words="grief") == sentence


def test_a_value_is_never_read_as_words_of_ours():
    assert texts().say("finder.nothing-for", words="{count}") == "Nothing was found for “{count}”."


@pytest.mark.parametrize(
    ("key", "values", "missing"),
    [
        ("finder.nowhere", {}, "finder.nowhere"),
        ("finder.nothing-for", {}, "words"),
        ("finder.results-for", {"words": "grief"}, "count"),
    ],
)
def test_what_is_not_there_is_a_mistake_of_ours(key, values, missing):
    with pytest.raises(KeyError, match=missing):
        texts().say(key, **values)


def test_nobody_changes_the_words():
    with pytest.raises(FrozenInstanceError):
        texts().sentences = {}
    with pytest.raises(TypeError):
        texts().sentences["finder.asks"] = "Wants"


def test_a_section_is_what_json_has():
    assert texts().section("share") == {
        "copied": "Copied. Paste it into a message to your group.",
        "not-copied": "Copy this address and send it to your group: {address}",
    }
    assert texts().section("finder")["people"] == {"one": "{range} person", "other": "{range} people"}


@pytest.mark.parametrize("key", texts().sentences)
def test_each_text_is_described_and_its_forms_take_the_same_values(key):
    sentence = texts().sentences[key]
    assert re.fullmatch(r"[A-Z].{15,}\.", sentence.description)
    assert set(sentence.forms) <= {"zero", "one", "two", "few", "many", "other"}
    for words in sentence.forms.values():
        assert words.strip() == words != ""
        assert texts().say(key, count=2, **dict.fromkeys(sentence.names - {"count"}, "x"))


KEPT_APART = {
    ("find-form.find", "find-form.title"): "a button asks for something, a title is a name",
    ("actions.print", "paper.pack-copies"): "a button asks for something, the other is the head of a column",
    ("chips.all", "compare-form.all", "shelf.all-again"): "all of what: other languages make the word fit the noun",
    ("chips.about", "notes.about"): "whom a question looks at, and what a note is on",
    ("kinds.signpost-one", "kinds.signpost-type"): "a term of schema.org's, which need not be ours",
    ("kinds.session-one", "kinds.session-type"): "a term of schema.org's, which need not be ours",
    ("kinds.workshop-one", "kinds.workshop-type"): "a term of schema.org's, which need not be ours",
    ("kinds.question-bank-one", "kinds.question-bank-type"): "a term of schema.org's, which need not be ours",
    ("kinds.record-type", "kinds.wheel-type"): "a term of schema.org's, for two kinds",
}
"""Keys that hold the same words in English, and why they may differ in another language."""


def test_what_means_the_same_is_written_once():
    """`as` says of a key that its words are another's: whoever translates writes them once."""
    written = yaml.safe_load((ROOT / "hooks" / "library" / "texts" / "en.yaml").read_text(encoding="utf-8"))
    entries = {f"{section}.{name}": entry for section, names in written.items() for name, entry in names.items()}
    by_words = {}
    for key, entry in entries.items():
        assert set(entry) - {"description"} in ({"text"}, {"as"}), key
        if "text" in entry:
            by_words.setdefault(str(entry["text"]), []).append(key)
    assert {tuple(sorted(keys)) for keys in by_words.values() if len(keys) > 1} == set(KEPT_APART)


def literals(script: str) -> list[str]:
    """The texts in quotes of a script, those of its own mistakes left out."""
    code = re.sub(r"new Error\(.*?\);", "", _COMMENTS.sub("", script))
    return [literal for _, literal in _LITERALS.findall(code)]


def with_what_it_takes_in(name: str) -> set[str]:
    """A script and what it is made of, by name: each that one of them imports."""
    names, to_follow = {name}, [name]
    while to_follow:
        here = to_follow.pop()
        for there in re.findall(r"""^(?:import|export) .*?from "(\..+?)";""", SCRIPTS[here], re.S | re.M):
            taken = posixpath.normpath(posixpath.join(posixpath.dirname(here), there))
            if taken not in names:
                names.add(taken)
                to_follow.append(taken)
    return names


TOOLS = sorted(path.stem for path in (JS / "tools").glob("*.js") if texts().section(path.stem))


@pytest.mark.parametrize("section", TOOLS)
def test_each_text_of_a_tool_is_said_by_it_and_each_that_it_says_is_there(section):
    taken_in = with_what_it_takes_in(f"tools/{section}.js")
    said = {literal for name in taken_in for literal in literals(SCRIPTS[name])}
    assert set(texts().section(section)) <= said
    asked_for = {name: set(re.findall(r"(?:say|pieces)\(texts, \"([a-z-]+)\"", SCRIPTS[name])) for name in taken_in}
    assert any(asked_for.values())
    for name in taken_in:
        if name.startswith((f"tools/{section}.", f"tools/{section}/")):
            assert asked_for[name] <= set(texts().section(section))


WORDLESS = SCRIPTS.keys() - {"lib/terms.js", "lib/word-file.js"}  # a list of common words, and XML


@pytest.mark.parametrize("name", sorted(WORDLESS))
def test_no_script_holds_words_for_readers(name):
    assert [literal for literal in literals(SCRIPTS[name]) if _WORDS.search(literal)] == []


def test_words_in_a_script_are_seen():
    spoilt = """status.textContent = "Saved. Open the file."; // "Not this one here"
    one(`${count} results`); throw new Error(`The page has no ${name}`); two('you could leave it out');"""
    seen = [literal for literal in literals(spoilt) if _WORDS.search(literal)]
    assert seen == ["Saved. Open the file.", "${count} results", "you could leave it out"]


AUTHORED = {
    "delivery/refusals.py": "the names of the elements that pages may hold",
    "delivery/scripts.py": "the first words of a script's last line",
    "delivery/seal.py": "which page a line of a file makes: told to whoever wrote it",
    "formats/data.py": "what a schema says of itself, for whoever writes programs",
    "formats/paper/letters.py": "what to do about a letter that can't be printed: told to its author",
    "formats/paper/misfits.py": "which variant of a sheet does not fit: told to its author",
    "formats/press.py": "how far the work is: told to whoever waits at a terminal",
}
"""Files with words that no reader sees, and who does."""
ROOMS = ("kinds", "sections", "formats", "delivery")
LIBRARY_CODE = ROOT / "hooks" / "library"
FOR_READERS = {
    path.relative_to(LIBRARY_CODE).as_posix(): path.read_text(encoding="utf-8")
    for room in ROOMS
    for path in sorted((LIBRARY_CODE / room).rglob("*.py"))
}


def python_literals(code: str) -> list[str]:
    """The texts of a module, without its descriptions and what it says of its own mistakes."""
    nodes = list(ast.walk(ast.parse(code)))
    ours = [node for node in nodes if isinstance(node, ast.Raise | ast.Assert)]
    ours += [node.value for node in nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    apart = {id(inner) for node in ours for inner in ast.walk(node)}
    literals = [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [node.value for node in literals if id(node) not in apart]


@pytest.mark.parametrize("name", FOR_READERS)
def test_no_module_that_tells_readers_something_holds_words_for_them(name):
    words = [literal for literal in python_literals(FOR_READERS[name]) if _WORDS.search(literal)]
    assert bool(words) == (name in AUTHORED), words


def test_words_in_a_module_are_seen():
    spoilt = '''"""Not this one here."""
raise ValueError("nor is this one")
Words("but this one is")
title = f"{count} sessions to run"'''
    seen = [literal for literal in python_literals(spoilt) if _WORDS.search(literal)]
    assert sorted(seen) == [" sessions to run", "but this one is"]


TYPST = sorted(LIBRARY_CODE.rglob("*.typ"))
_TYPST_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"|\[[^\[\]\n#]*\]')


def typst_literals(template: str) -> list[str]:
    """What stands in quotes, or in brackets on a line, of a template for paper, without the names of typefaces."""
    code = re.sub(r"^\s*//.*?$| // .*?$|^#let typefaces = .*?$", "", template, flags=re.M)
    return [literal[1:-1] for literal in _TYPST_TEXT.findall(code)]


@pytest.mark.parametrize("path", TYPST, ids=lambda path: path.name)
def test_no_template_for_paper_holds_words_for_readers(path):
    literals = typst_literals(path.read_text(encoding="utf-8"))
    assert [literal for literal in literals if re.search(r"[A-Z][a-z]+ |[a-z]{2,} [a-z]{2,}", literal)] == []


def test_words_in_a_template_for_paper_are_seen():
    assert typst_literals('// "Not this"\n#text(size: small)[Print this page] #d.title + "of pages"') == [
        "Print this page",
        "of pages",
    ]


_TAG = re.compile(r"\ben[-_]GB\b|[\"']gb[\"']|country=.GB")


def test_only_the_texts_know_which_language_they_are_in():
    """Scripts read it of their page."""
    code = [path for path in LIBRARY_CODE.rglob("*.*") if path.suffix in {".py", ".jinja", ".typ", ".xml", ".js"}]
    telling = [path for path in (*code, *TEMPLATES, *JS.rglob("*.js")) if _TAG.search(path.read_text(encoding="utf-8"))]
    assert [path.relative_to(LIBRARY_CODE).as_posix() for path in telling] == ["texts/__init__.py"]


def test_every_file_says_which_language_it_is_in(monkeypatch):
    """With a language there is not yet, whose words are borrowed: each format asks its texts, and none knows better."""
    welsh = replace(texts(), locale=Locale("cy", "GB"))
    monkeypatch.setattr(sheets, "texts", lambda language: welsh)
    library = tiny_library()
    files = {sheet.path.rpartition("/")[2]: sheet for sheet in sheets.sheets(library, None, language="cy")}
    assert json.loads(inputs(files["listening-handout.pdf"].view, "standard")["data"])["language"] == "cy-GB"
    parts = {"outline.docx": "docProps/core.xml", "outline.odt": "meta.xml", "slides.pptx": "docProps/core.xml"}
    for ending, part in parts.items():
        sheet = files[f"listening-{ending}"]
        [module] = {written.module for written in FORMATS if written.ending == sheet.format}
        written = import_module(f"library.formats.{module}").write(sheet.view, sheet.texts)
        with zipfile.ZipFile(io.BytesIO(written)) as file:
            assert b">cy-GB<" in file.read(part)
    assert b'xml:lang="cy-GB"' in feed.write(library, welsh, None)
    assert json.loads(icons.manifest("A", "B", dict.fromkeys(icons.SIZES, ""), welsh))["lang"] == "cy-GB"


CODE = sorted((ROOT / "hooks").rglob("*.py"))
TEMPLATES = sorted([*(ROOT / "hooks").rglob("*.jinja"), *(ROOT / "docs" / ".overrides").rglob("*.html")])
_SAYS = re.compile(r"""["']([a-z][a-z-]*)\.([a-z][a-z-]*)["']""")
_SAYS_SOME = re.compile(r"""f["']([a-z][a-z-]*\.[a-z-]*)\{""")
ASKED = "\n".join(path.read_text(encoding="utf-8") for path in (*CODE, *TEMPLATES))


def test_each_text_is_said_somewhere_and_none_is_missing():
    said = {".".join(name) for name in _SAYS.findall(ASKED)}
    some = (*_SAYS_SOME.findall(ASKED), *(f"{tool}." for tool in TOOLS))
    assert {key for key in texts().sentences if key not in said and not key.startswith(some)} == set()
    assert set(re.findall(r"""\bsay\(["']([a-z.-]+)["']""", ASKED)) <= set(texts().sentences)


def words_in(template: str) -> list[str]:
    """The words that a template itself says: between tags, or in an attribute that is read to someone."""
    bare = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", " ", template, flags=re.S)
    told = re.findall(r"""(?:aria-label|placeholder|alt|title)="([^"]*)\"""", bare)
    return [words for words in (*told, *re.split(r"<[^>]*>", bare)) if re.search(r"[^\W\d_]{2}", words)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_words_for_readers(path):
    assert words_in(path.read_text(encoding="utf-8")) == []


def test_words_in_a_template_are_seen():
    spoilt = """{# Not this #}<p class="lead">or this</p>{{ say("a.b") }}<a aria-label="That" href="not/this">–</a>"""
    assert words_in(spoilt) == ["That", "or this"]
