"""Spoilt files: each gives the whole messages it should, with line and place. `--rewrite` writes them afresh."""

import difflib

import pytest
from library import ContentError, load
from library.problems import messages
from spoiling import cases, expect, spoil_by


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """Where it is kept what was read of the files that a case leaves as they are: a mistake never is."""
    return tmp_path_factory.mktemp("kept")


def check(root, kept):
    """What the check says of a folder, a line each."""
    try:
        load(root, kept)
    except ContentError as error:
        return str(error).splitlines()
    return []


ALL = [pytest.param(file, case, id=f"{file.stem}: {case['case']}") for file, case in cases()]


@pytest.mark.parametrize(("file", "case"), ALL)
def test_a_spoilt_file_says_so(tiny, kept, file, case, rewrite, capsys):
    spoil_by(tiny, case)
    messages = check(tiny, kept)
    assert messages, "what is spoilt without a word is no case"
    if rewrite and messages != case["says"]:
        with capsys.disabled():
            print("", f"{file.name}: {case['case']}", *difflib.ndiff(case["says"], messages), sep="\n")
        expect(file, case["case"], messages)
        return
    assert messages == case["says"]


NO_CASE = {
    "cannot-be-opened": "whoever runs the tests may be allowed to open everything",
    "not-a-character": "refused before, as a letter not seen",
    "unreadable-text": "no text that was tried brings it out, half a million of them made at random",
    "unreadable-file": "the parser always says where it stopped",
    "too-few": "no list of the model needs two entries by its type",
    "not-as-expected": "for what pydantic may find once the model has a type it has not now",
    "review-overdue": "a notice, which stops nothing: test_harm",
    "not-a-contact": "of the build's own settings: test_contact",
    "nowhere-to-write": "a notice of the build's own settings, which stops nothing: test_contact",
    "nearly-another": "of a whole document: test_copies",
    "id-gone": "of an earlier commit: test_retired",
    "part-gone": "of an earlier commit: test_retired",
    "version-as-before": "of an earlier commit: test_retired",
    "revised-as-before": "of an earlier commit: test_retired",
    **dict.fromkeys(
        (code for code in messages() if code.startswith("advice-")), "advice, which stops nothing: test_advice"
    ),
    **dict.fromkeys((code for code in messages() if code.startswith("outside-")), "of the web: test_outside"),
    **dict.fromkeys(
        ("letter-not-printed", "letters-not-printed", "word-too-long"), "of paper, which is not set here: test_letters"
    ),
    **dict.fromkeys(
        (
            "card-too-full",
            "role-card-too-full",
            "no-room-to-write",
            "sheet-too-long",
            "heading-alone",
            "sheet-not-made",
        ),
        "of paper, which is not set here: test_handouts",
    ),
    **dict.fromkeys(
        (
            "link-to-no-file",
            "link-to-no-place",
            "link-no-address",
            "link-without-host",
            "link-scheme",
            "link-out-of-site",
            "link-list-unreadable",
        ),
        "of a built site: test_links",
    ),
    **dict.fromkeys(
        (
            "page-unknown-element",
            "page-moves-links",
            "page-in-page",
            "page-runs-program",
            "page-hides-parts",
            "page-means-two-things",
            "page-turns-links",
            "page-style-element",
            "page-style",
            "page-script",
            "page-script-elsewhere",
            "page-script-attribute",
            "page-leads-away",
            "page-speaks-for-site",
            "page-drawing-elsewhere",
            "page-runs-from-link",
            "page-asks-elsewhere",
            "styles-ask-elsewhere",
            "page-without-policy",
            "page-ends-frame",
            "page-id-twice",
        ),
        "of a built page: test_inline",
    ),
}
"""Codes that no spoilt file brings out, with the reason, or where they are tried."""


def test_every_code_has_a_case():
    told = "\n".join(message for _, case in cases() for message in case["says"])
    has_case = {code for code in messages() if f"[{code}]" in told or code in NESTED}
    assert has_case | set(NO_CASE) == set(messages())
    assert not has_case & set(NO_CASE)


NESTED = {"no-such-kind", "no-such-page"}
"""Codes that are told within another, of a link that leads nowhere."""
