"""Each rule says in a sentence what it asks, and authors read all of them on their page."""

import re

import content
import pytest
from conftest import ROOT
from library.kinds import KINDS
from library.rules import sentences

PAGE = (ROOT / content.AUTHORS_PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize("sentence", [sentence for listed in sentences(KINDS) for sentence in listed])
def test_a_rule_is_a_sentence(sentence):
    assert re.fullmatch(r"[A-Z].{15,}\.", sentence)


def test_the_page_for_authors_lists_every_rule_as_make_schema_writes_it():
    assert content.with_rules(PAGE) == PAGE
    assert all(f"\n- {sentence}\n" in PAGE for listed in sentences(KINDS) for sentence in listed)


def test_a_new_rule_is_written_into_the_page_and_a_page_without_the_headings_stays(monkeypatch):
    monkeypatch.setattr(content, "sentences", lambda kinds: (["One new rule."], ["One piece of advice."]))
    written = content.with_rules(PAGE)
    assert re.findall(r"^- One.*", written, re.M) == ["- One new rule.", "- One piece of advice."]
    assert written.partition("## What the check asks")[0] == PAGE.partition("## What the check asks")[0]
    assert written.partition("## Before you")[2] == PAGE.partition("## Before you")[2]
    assert content.with_rules("# Another page\n") == "# Another page\n"
