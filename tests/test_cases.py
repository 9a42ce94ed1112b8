"""Spoilt files: each gives the whole messages it should, with line and place. `--rewrite` writes them afresh."""

import ast
import difflib
import re

import pytest
from conftest import ROOT
from library import ContentError, load
from spoiling import cases, expect, spoil_by


def check(root):
    """What the check says of a folder, a line each."""
    try:
        load(root)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


ALL = [pytest.param(file, case, id=f"{file.stem}: {case['case']}") for file, case in cases()]


@pytest.mark.parametrize(("file", "case"), ALL)
def test_a_spoilt_file_says_so(tiny, file, case, rewrite, capsys):
    spoil_by(tiny, case)
    messages = check(tiny)
    assert messages, "what is spoilt without a word is no case"
    if rewrite and messages != case["says"]:
        with capsys.disabled():
            print("", f"{file.name}: {case['case']}", *difflib.ndiff(case["says"], messages), sep="\n")
        expect(file, case["case"], messages)
        return
    assert messages == case["says"]


ROOMS = ("types", "core", "kinds", "rules", "sources")
NO_CASE = {
    "It starts with https:// (or http://), and holds no spaces, passwords, ? or #.": "of SITE_URL: test_inline",
    "The steps of a plan of one part.": "a description in the schema",
    ". Look at it, then give a later day.": "a notice, which stops nothing: test_harm",
    "Put it back, or add it to": "of an earlier commit: test_retired",
    "can't be opened:": "whoever runs the tests may be allowed to open everything",
    "holds a character that is not text; delete it and type the line afresh.": "refused before, as a letter not seen",
    "can't be read as YAML at": "no text that was tried brings it out, half a million of them made at random",
    "can't be read as YAML; compare it with a file that works.": "the parser always says where it stopped",
    "entries; the list is empty.": "no list of the model needs two entries by its type",
}
"""Words in the code that no spoilt file brings out, with the reason, or where they are tried."""


def sentences():
    """Every sentence the rooms that check can say, by its longest fixed run of words."""
    for room in ROOMS:
        for path in sorted((ROOT / "hooks" / "library" / room).glob("*.py")):
            yield from ((path.name, words) for words in fixed_words(ast.parse(path.read_text(encoding="utf-8"))))


def fixed_words(tree):
    """The strings of a module that begin or end as a problem's sentence does; docstrings are no strings of it."""
    nodes = list(ast.walk(tree))
    apart = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    apart |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes:
        parts = []
        if isinstance(node, ast.JoinedStr):
            parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            parts = re.split(r"\{\w+\}", node.value)
        longest = max(parts, key=len, default="").strip()
        if " " in longest and (parts[0].startswith(BEGINNINGS) or parts[-1].endswith((".", "?"))):
            yield longest


BEGINNINGS = ("should ", "is ", "has ", "holds ", "can't ", "starts ", "there is no", "uses ", "links to", "seems to")


def test_every_sentence_has_a_case():
    said = "\n".join(message for _, case in cases() for message in case["says"])
    assert [f"{name}: {words}" for name, words in sentences() if words not in said and words not in NO_CASE] == []
