"""Each rule says in a sentence what it asks, and authors read all of them on their page."""

import re

import content
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from library.kinds import KINDS
from library.kinds import guide as guides
from library.kinds.guide import GUIDE, what_is_claimed_is_cited
from library.rules import people, sentences
from tiny_library import tiny_library

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


def claimed(purpose):
    """The codes of what the rule about claims says of a guide with a purpose."""
    guide = tiny_library()[GUIDE]["listening"]
    spoilt = guide.model_copy(update={"purpose": purpose})
    return [mistake.code for _, mistake in what_is_claimed_is_cited(spoilt)]


@pytest.mark.parametrize(
    "words",
    [
        "Four in ten teams never meet.",
        "One child in every thirty is in need.",
        "For 40% it helps.",
        "For forty per cent it helps.",
        "Among any eight colleagues, some have been here.",
        "Research has shown that it helps.",
        "The study found that it helps.",
    ],
)
def test_a_claim_about_the_world_is_one_wherever_it_stands(words):
    assert claimed(words) == ["claim-without-reference"]


@pytest.mark.parametrize(
    "words",
    [
        "Meet for 40 minutes, at 9.30, in threes.",
        "Groups of six to eight; one in each pair speaks.",
        "For those who work with children aged 5 to 11.",
        "After step 2 of 3, one speaks in two minutes.",
        "Pick two, and write each one again in three.",
        "Read what the study is about.",
    ],
)
def test_times_ages_groups_and_steps_are_no_claims(words):
    assert claimed(words) == []


OF_CLAIMS = re.findall(
    r"\S+",
    "research Studies evidence also has have found shows tells say 4 40 %, per cent any every in out of among one ten "
    "a hundred thirty people workers minutes who it. helps,",
)
OF_CONTACTS = re.findall(
    r"[^;]+",
    "jo; (at) ;[at];@; AT ;example;.org; [dot] ; DOT org;jo (at) example.org;jo [at] example.org;jo AT example.org;"
    "ring ;020 79460958;(0)20 ;+44 ;7700 900 123;79460958;-;–; ;\n;Dr;Dr. ;Mr.;Prof.\n;Amina;Khan ;*;**;_;`;<b>;"
    "&amp;&#64;%40;\\;\u00ad;\u200b;\u00a0;７;ﬁ;é",
)
NO_GATE = re.compile("")


def both_ways(monkeypatch, module, gates, ask):
    """What is answered behind the quick looks that most texts never pass, and what without them."""
    behind = ask()
    with monkeypatch.context() as opened:
        for name, gate in gates.items():
            opened.setattr(module, name, gate)
        return behind, ask()


@given(st.lists(st.sampled_from(OF_CLAIMS), max_size=12).map(" ".join))
def test_what_a_quick_look_lets_go_claims_nothing(words):
    gates = {"_MAY_CLAIM": NO_GATE}
    behind, without = both_ways(pytest.MonkeyPatch(), guides, gates, lambda: claimed(words))
    assert behind == without


@given(st.lists(st.sampled_from(OF_CONTACTS), max_size=14).map("".join))
def test_what_a_quick_look_lets_go_holds_no_mark_number_or_mailbox(words):
    gates = {"_FOLDS": NO_GATE, "_MAY_BE_SHORT": NO_GATE, "_FIGURES": NO_GATE, "_AT": ("",)}

    def ask():
        text = people.folded(words)
        return text, [(at, told.code) for at, told in people.contacts_in(text)]

    behind, without = both_ways(pytest.MonkeyPatch(), people, gates, ask)
    assert behind == without
