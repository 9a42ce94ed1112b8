"""Codes and their sentences: each has one home, is used, and is explained. Repeats are told together, help once."""

import ast
import re
import subprocess
import sys
from typing import get_args, get_origin

import pytest
from conftest import ROOT
from library.core.document import Document
from library.core.walk import keys
from library.kinds import KINDS
from library.problems import ContentError, Problem, messages, mistake, nearest
from library.problems.places import ONE_OF
from library.types.plain import Named
from pydantic import BaseModel

LIBRARY = ROOT / "hooks" / "library"
RAISES = {"mistake", "refusal"}


def strings():
    """Every text in the library's code, and every one in the templates of paper."""
    for path in LIBRARY.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    for path in LIBRARY.rglob("*.typ"):
        yield from re.findall(r'misfit\(.*?, "([a-z]+-[a-z-]+)"', path.read_text(encoding="utf-8"))


def test_every_code_is_used():
    """A verdict about an outside address is in the code, and in the data, without the word at its front."""
    said = set(strings())
    assert {code for code in messages() if code not in said and code.removeprefix("outside-") not in said} == set()


def calls():
    """Every call that names a code, with its file, the code and the names of its values."""
    for path in LIBRARY.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISES
            if is_call and isinstance(node.args[0], ast.Constant):
                names = [keyword.arg for keyword in node.keywords]
                yield path.name, node.func.id, node.args[0].value, None if None in names else set(names)


def test_whoever_names_a_code_gives_the_values_that_its_sentence_names():
    for name, verb, code, values in calls():
        assert code in messages(), f"{name}: {code}"
        wanted = messages()[code].names - ({"found", "name"} if verb == "refusal" else set())
        assert values is None or values == wanted, f"{name}: {code}"


@pytest.mark.parametrize("code", messages())
def test_every_code_is_explained(code):
    message = messages()[code]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+|missing|mailbox", code)
    assert message.says
    assert message.means.endswith(".")
    assert message.wrong
    assert message.right != message.wrong


def explain(*words):
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_command_explains_a_code():
    done = explain("explain", "[minutes-order]")
    assert done.returncode == 0
    assert done.stdout == (
        "minutes-order\n"
        "  should run from the shortest to the longest, and be more than 0; found ….\n\n"
        "A step takes some time, and a range begins with the shorter.\n\n"
        "Wrong:\n    minutes: 10-5\n\nRight:\n    minutes: 5-10\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("explain", "minutes-odrer"), "There is no code 'minutes-odrer'. Did you mean 'minutes-order'?"),
        (("explain",), "Write `explain` and a code"),
        (("expalin", "missing"), "Write `explain` and a code"),
    ],
)
def test_the_command_says_what_it_can_explain(words, said):
    done = explain(*words)
    assert done.returncode == 2
    assert said in done.stderr


def told(*problems):
    """What is said of problems of one file: the line, the road and the mistake of each."""
    lines = str(ContentError(Problem("x.yaml", *problem) for problem in problems)).splitlines()
    return [line.removeprefix("x.yaml:") for line in lines]


MISSING = mistake("missing", after="")


def test_repeats_in_a_list_are_told_together():
    places = (0, 1, 2, 3, 6, 8)
    assert told(*((place + 5, ("questions", place, "phase"), MISSING) for place in places)) == [
        "5  questions 1 to 4, 7 and 9, phase: is missing; add it. [missing]"
    ]


def test_two_are_no_repeat():
    assert told((5, ("questions", 0, "phase"), MISSING), (9, ("questions", 1, "phase"), MISSING)) == [
        "5  question 1, phase: is missing; add it. [missing]",
        "9  question 2, phase: is missing; add it. [missing]",
    ]


def test_entries_of_a_list_are_told_together():
    assert told(*((place + 1, (place, "label"), MISSING) for place in range(3))) == [
        "1  entries 1 to 3, label: is missing; add it. [missing]"
    ]


def test_what_stands_deeper_in_its_entry_is_told_apart():
    places = [(place, *names) for names in (("instead", "do"), ("do",)) for place in range(3)]
    assert told(*((line, ("steps", *place), MISSING) for line, place in enumerate(places, 1))) == [
        "1  steps 1 to 3, instead, do: is missing; add it. [missing]",
        "4  steps 1 to 3, do: is missing; add it. [missing]",
    ]


def test_several_keys_of_several_entries_are_told_together():
    assert told(*((place + 1, (place, name), MISSING) for place in range(3) for name in ("label", "summary"))) == [
        "1  entries 1 to 3, label and summary: are missing; add them. [missing]"
    ]


def test_what_is_missing_in_one_place_is_told_together():
    assert told((1, ("plan", "do"), MISSING), (1, ("plan", "title"), MISSING), (1, ("title",), MISSING)) == [
        "1  plan, do and title: are missing; add them. [missing]",
        "1  title: is missing; add it. [missing]",
    ]


def test_what_no_sentence_says_of_several_is_told_for_each():
    empty = mistake("empty-list")
    assert told((1, ("topics",), empty), (2, ("sources",), empty)) == [
        "1  topics: should have at least one entry; the list is empty. [empty-list]",
        "2  sources: should have at least one entry; the list is empty. [empty-list]",
    ]


def test_what_helps_with_all_is_said_once():
    first = mistake("unknown-key", near="", keys="title, text")
    second = mistake("unknown-key", near="", keys="text, title")
    other = mistake("unknown-key", near="", keys="url")
    assert told((1, ("qqq",), first), (2, ("rrr",), second), (3, ("sss",), other)) == [
        "1  qqq: is not a key we know. Keys here: title, text. [unknown-key]",
        "2  rrr: is not a key we know. [unknown-key]",
        "3  sss: is not a key we know. Keys here: url. [unknown-key]",
    ]


@pytest.mark.parametrize(
    ("written", "names", "meant"),
    [
        ("duration", ("preparation", "minutes"), "minutes"),
        ("duration", ("preparation", "length"), "length"),
        ("questions", ("notes", "prompts"), "prompts"),
        ("question", ("questions", "prompts"), "questions"),
        ("Name", ("title", "summary"), "title"),
        ("intensitty", ("intensity", "title"), "intensity"),
        ("steps", ("plan", "stops"), "stops"),
        ("steps", ("plan", "slips"), "plan"),
        ("qqq", ("intensity", "title"), ""),
    ],
)
def test_what_was_meant_is_found_by_spelling_and_by_meaning(written, names, meant):
    assert nearest(written, names) == meant


@pytest.mark.parametrize(("others", "offered"), [(1_999, "intensity"), (2_000, "")])
def test_of_very_many_names_none_is_offered(others, offered):
    assert nearest("intensitty", ["intensity", *map(str, range(others))]) == offered


def models_in(annotation):
    """The models that an annotation holds, such as Step in tuple[Step, ...] | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*map(models_in, get_args(annotation)))


def is_a_list(annotation):
    return get_origin(annotation) is tuple or any(map(is_a_list, get_args(annotation)))


def lists_of(model, seen):
    """Every list in a model and those below it: its key, and the models of its entries."""
    for name, key in keys(model):
        annotation = model.model_fields[name].annotation
        if is_a_list(annotation):
            yield key, models_in(annotation)
        for below in models_in(annotation) - seen:
            seen.add(below)
            yield from lists_of(below, seen)


LISTS = [(kind, key, entries) for kind in KINDS for key, entries in lists_of(kind.model, set())]
SAY_IT_THEMSELVES = {
    "about",
    "agree",
    "also",
    "ask",
    "audience",
    "begins_with",
    "first",
    "format",
    "good_when",
    "if",
    "kit",
}
SAY_IT_THEMSELVES |= {"listens", "not_this", "not_when", "place", "preparation", "retired", "speaks", "stop"}
SAY_IT_THEMSELVES |= {"unless", "without"}
"""Keys of lists that are no plural in English: "kit 2", "not_this 1"."""


def test_one_of_every_list_has_a_name():
    listed = {key for _, key, _ in LISTS}
    assert listed - SAY_IT_THEMSELVES == set(ONE_OF) - {"entries"}
    assert SAY_IT_THEMSELVES - listed == set()


def test_a_part_has_one_name_in_all_messages():
    """By its list's key, of what a commit held; and by its model, of what a document holds."""
    named = {
        (ONE_OF.get(key, key), entry.__name__.lower())
        for kind, key, entries in LISTS
        for entry in entries
        if issubclass(kind.model, Document) and issubclass(entry, Named)
    }
    assert ("step", "step") in named
    assert {(by_key, by_model) for by_key, by_model in named if by_key != by_model} == set()
