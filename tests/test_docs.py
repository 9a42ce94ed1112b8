"""Pages written by hand: whatever a build would stumble over, lose or run is told by the check, with file and line."""

import pytest
from library import ContentError, load
from library.sources.pictures import faults_of_drawing

FRONT = "---\ntitle: Tried\ndescription: Tried.\n---\n"
GOOD = f"{FRONT}# Tried\n\nWords.\n"
SHOULD_BEGIN = "should begin with a line '---', then 'title:' and 'description:', then '---'; copy another page."
HEADING = "should begin, below the second '---', with its heading: '# ' and the title."
A_LINE = "should be a line of words; put it in quotes where it holds a colon."
NAME = "should be named with small letters, digits and single hyphens, then .md; rename."
ITSELF = "should stand in docs/ itself: pages in its folders are not found. Move it there."
UTF_8 = "should be text saved as UTF-8; in your editor choose 'Save with encoding', then UTF-8."
UNSEEN = "which is not text but an invisible control character; delete it and type the line afresh."
KEYS = "which pages do not know. Keys here: description, tags, title."
TEXTS = {
    "no front matter": ("Important: ring before you start.\n", 1, SHOULD_BEGIN),
    "an empty file": ("", 1, SHOULD_BEGIN),
    "no heading": (f"{FRONT}\nWords.\n", 6, HEADING),
    "a smaller heading first": (f"{FRONT}## Tried\n", 5, HEADING),
    "a colon in the title": (
        "---\ntitle: Privacy: what we keep\ndescription: x\n---\n# Tried\n",
        2,
        "can't be read; put what stands after the first colon of the line in quotes.",
    ),
    "a list for a title": ("---\ntitle: [a, b]\ndescription: x\n---\n# Tried\n", 2, f"title: {A_LINE}"),
    "no description": ("---\ntitle: a\n---\n# Tried\n", 2, f"description: {A_LINE}"),
    "a day for a title": ("---\ntitle: 2026-01-01\ndescription: x\n---\n# Tried\n", 2, f"title: {A_LINE}"),
    "a day that is not": (
        "---\ntitle: 2026-02-30\ndescription: x\n---\n# Tried\n",
        2,
        "can't be read; put what stands after the first colon of the line in quotes.",
    ),
    "a template": (GOOD.replace("\n---", "\ntemplate: nope.html\n---", 1), 2, f"has the key 'template', {KEYS}"),
    "a script": (GOOD.replace("\n---", "\nscripts: [x.js]\n---", 1), 2, f"has the key 'scripts', {KEYS}"),
    "a letter nobody sees": (f"{GOOD}a\u202eb\n", 8, f"holds <U+202E>, {UNSEEN}"),
    "no text at all": (f"{GOOD}\0\n", 8, f"holds <U+0000>, {UNSEEN}"),
}


def problems(root):
    with pytest.raises(ContentError) as caught:
        load(root)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("case", TEXTS)
def test_a_page_that_could_not_be_shown_is_told(copy, case):
    text, line, sentence = TEXTS[case]
    (copy / "docs" / "tried.md").write_text(text, encoding="utf-8")
    assert problems(copy) == [f"docs/tried.md:{line}  {sentence}"]


NO_KIND = "is no kind of file that docs/ may hold;"
FILES = {
    "docs/README.md": (GOOD, NAME),
    "docs/upper.MD": (GOOD, NAME),
    "docs/.hidden.md": (GOOD, NAME),
    "docs/a b#c?.md": (GOOD, NAME),
    "docs/templates/page.md": (GOOD, ITSELF),
    "docs/resources/index.md": (GOOD, ITSELF),
    "docs/assets/notes.md": (GOOD, ITSELF),
    "docs/rota.txt": ("x", f"{NO_KIND} write a page as Markdown, in a file that ends in .md."),
    "docs/assets/a#b.css": ("p {}", "should have a name of plain letters, digits, dots and hyphens; rename the file."),
}


@pytest.mark.parametrize("path", FILES)
def test_a_file_that_would_be_lost_or_published_unread_is_told(copy, path):
    text, sentence = FILES[path]
    (copy / path).parent.mkdir(parents=True, exist_ok=True)
    (copy / path).write_text(text, encoding="utf-8")
    assert problems(copy) == [f"{path}:1  {sentence}"]


def test_redirects_of_a_host_are_no_part_of_docs(copy):
    (copy / "docs" / "_redirects").write_text("/* https://evil.example/:splat 302!", encoding="utf-8")
    assert problems(copy)[0].startswith("docs/_redirects:1  is no kind of file that docs/ may hold;")


@pytest.mark.parametrize("path", ["docs/tried.md", "docs/assets/css/tried.css"])
def test_text_in_another_encoding_is_told_with_its_line(copy, path):
    (copy / path).write_bytes(f"{GOOD}caf\xe9".encode("latin-1"))
    assert problems(copy) == [f"{path}:8  {UTF_8}"]


def test_a_link_to_nothing_is_told(copy):
    (copy / "docs" / "tried.md").symlink_to("nowhere.md")
    assert problems(copy) == ["docs/tried.md:1  is a link to nothing; put the file itself here, or remove it."]


SVG = 'xmlns="http://www.w3.org/2000/svg"'
DRAWINGS = {
    f"<svg {SVG}><circle r='1'/></svg>": [],
    f"<svg {SVG}><use href='#a'/><rect fill='url(#a)'/></svg>": [],
    f"<svg {SVG}><script>go()</script></svg>": ["holds <script>, which is no shape; take it out."],
    f"<svg {SVG} xmlns:s='http://www.w3.org/2000/svg'><s:script>go()</s:script></svg>": [
        "holds <script>, which is no shape; take it out."
    ],
    f"<svg {SVG}><title><b xmlns='http://www.w3.org/1999/xhtml'/></title></svg>": [
        "holds <b>, which is no shape; take it out."
    ],
    f"<svg {SVG} onload='go()'/>": ["holds onload='go()', which could run or load something; take it out."],
    f"<svg {SVG} xmlns:q='http://www.w3.org/1999/xlink'><use q:href='https://evil.example/x#a'/></svg>": [
        "holds href='https://evil.example/x#a', which could run or load something; take it out."
    ],
    f"<svg {SVG}><rect mask='url(//evil.example/x)'/></svg>": [
        "holds mask='url(//evil.example/x)', which could run or load something; take it out."
    ],
    f"<?xml-stylesheet href='https://evil.example/x.css'?><svg {SVG}/>": [
        "holds <?…, which no drawing needs; take it out."
    ],
    f"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg {SVG}/>": ["holds <!DOCTYPE…, which no drawing needs; take it out."],
    "<svg": ["can't be read as a drawing (SVG); export it afresh as plain SVG."],
    "<svg><circle/></svg>": [
        "holds <svg>, which is no shape; take it out.",
        "holds <circle>, which is no shape; take it out.",
    ],
}


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_drawing_holds_shapes_and_nothing_that_runs(drawing):
    assert list(faults_of_drawing(drawing)) == DRAWINGS[drawing]


def test_a_drawing_in_docs_is_told_at_its_file(copy):
    (copy / "docs" / "assets" / "images" / "tried.svg").write_text(f"<svg {SVG}><script/></svg>", encoding="utf-8")
    assert problems(copy) == ["docs/assets/images/tried.svg:1  holds <script>, which is no shape; take it out."]
