"""The real content says what its sources say, and nothing that could harm: facts that only a person can change."""

import re

import pytest
from conftest import ROOT
from library.core.walk import leaves
from library.rules import check_pages, page_of
from library.sections.phrases import Phrases
from library.texts import texts
from tiny_library import frame, gatherings, known, real_library, resource

LIBRARY = real_library()
FRAME = frame(LIBRARY)
PHRASES = Phrases(texts())
GATHERINGS = {document.id: document for _, document in gatherings(LIBRARY)}
SPACE = GATHERINGS["space-to-think"]


def test_the_stop_rule_has_its_tiers():
    assert [tier.id for tier in FRAME.stop][:3] == ["danger-now", "new-concern", "known-and-in-hand"]
    danger, new, known, allegation, unsafe = (tier.text.plain for tier in FRAME.stop)
    assert danger.startswith("Stop, and call 999: whoever knows where they are or, if nobody does, the person leading.")
    assert all(said in new for said in ("whoever knows most", "tell a manager", "report it yourself, today"))
    assert known.startswith('Ask: "Who is acting on this?')
    assert "If nobody is, or if it has got worse or changed, treat it as new" in known
    assert all(said in allegation for said in ("Stop it there", "today", "LADO", "adult safeguarding"))
    assert "Never tell, or go through, the person it is about" in allegation
    assert all(said in unsafe for said in ("manager", "whistleblowing"))
    assert "safeguarding lead" in FRAME.escalate.plain


def test_the_limits_of_what_stays_in_the_room_are_all_read_out():
    limits = " ".join(limit.plain for limit in FRAME.confidentiality.limits)
    for limit in (
        "at risk and nobody is acting on it",
        "unsafe or against the law",
        "works with children or adults",
        "court",
        "regulator",
        "manage anyone here",
    ):
        assert limit in limits, limit


def test_the_page_on_recording_says_the_same_as_the_frame():
    page = (ROOT / "docs" / "recording-consent-and-sharing.md").read_text(encoding="utf-8")
    for tier in FRAME.stop:
        assert f"**{tier.title}.**" in page


GONE = {
    "the rule that ended every talk about a child at risk": r"may be at risk,? (end|stop)|end the discussion",
    "a rule that rules out any risk": r"may be at risk of harm now",
    "agreement as a duty": r"have your manager's agreement before|ask for your manager's agreement",
    "somebody or other": r"someone checks\s+how",
    "a stop with no rule": r"stop if a safeguarding process is needed",
    "a judgement of class": r"\bmanners\b",
    "ours, told as the source's": r"single session tells you",
    "an editor who is nobody": r"library editor|tell\s+the editors",
    "a day that was not": r"asks for (each|every) address once a week",
}


@pytest.mark.parametrize("name", GONE)
def test_words_that_could_harm_are_gone(name):
    texts = [*(ROOT / "guides").rglob("*.yaml"), *(ROOT / "docs").glob("*.md"), ROOT / "resources.yaml"]
    standing = [file.name for file in texts if re.search(GONE[name], file.read_text(encoding="utf-8"), re.I)]
    assert standing == []


def test_nobody_is_asked_to_go_over_what_happened():
    [after] = [use.plain for use in SPACE.good_when if "significant" in use.plain]
    for said in ("voluntary", "not held straight afterwards", "nobody is asked to go over what happened"):
        assert said in after
    acted_on = [str(leaf) for road, leaf in leaves(SPACE) if road[0] not in ("notes", "sources")]
    assert not [text for text in acted_on if "debrief" in text.casefold()]
    page = (ROOT / "docs" / "looking-after-yourself.md").read_text(encoding="utf-8")
    after = page.partition("## After something hard\n")[2].partition("\n## ")[0]
    for said in ("not a retelling", "voluntary", "the same day", "a month later", "Occupational health", "TRiM"):
        assert said in after
    for honest in (
        "we have seen others say that it advises against",
        "not that passage ourselves",
        "billings-post-incident-review",
    ):
        assert honest in after


def test_a_colleague_at_risk_has_somewhere_to_turn():
    page = (ROOT / "docs" / "looking-after-yourself.md").read_text(encoding="utf-8")
    for text in (page.replace("&nbsp;", " "), FRAME.aftercare.plain):
        assert all(line in text for line in ("999", "NHS 111", "116 123"))


def test_space_to_think_asks_which_kind_of_session_it_is():
    assert len(SPACE.modes) == 2
    network, peers = (mode.text.plain for mode in SPACE.modes)
    assert "child's record" in network
    assert "That you met goes on no record about the family" in peers
    note = (ROOT / "guides" / "records" / "session-note.yaml").read_text(encoding="utf-8")
    assert "If the group did not know the family, that goes on no record about them." in note


def test_nothing_on_paper_sends_a_reader_to_a_page_for_where_to_take_a_concern():
    acted_on = (FRAME.leaving, FRAME.escalate, *(tier.text for tier in FRAME.stop), *FRAME.confidentiality.limits)
    assert [link for text in acted_on for link in text.links] == []


def test_the_open_group_has_no_rule_on_who_speaks():
    [step] = GATHERINGS["open-reflective-practice-group"].plan.steps
    assert (step.minutes, GATHERINGS["open-reflective-practice-group"].minutes.max) == (None, 90)
    assert (step.speaks, step.listens) == ((), ())


TIMES = {
    "equity-diversity-and-inclusion": "69–85 minutes",
    "relationship-based-practice": "44–54 minutes",
    "space-to-think": "45 minutes: 10 minutes to set up, then 35 minutes when each stage takes its full time; "
    "the source says 30–35",
    "intro-to-reflective-practice": "63–73 minutes",
}


@pytest.mark.parametrize("id", TIMES)
def test_what_a_source_sets_of_the_time_is_a_range(id):
    assert PHRASES.whole_time(GATHERINGS[id]) == TIMES[id]


SET = {"equity-diversity-and-inclusion": "21–26", "relationship-based-practice": "9"}


@pytest.mark.parametrize("id", SET)
def test_what_a_source_sets_is_said_as_a_range(id):
    lead = f"The source sets {SET[id]} of these minutes. We suggest the other times,"
    assert PHRASES.ours(GATHERINGS[id]).startswith(lead)


def test_space_to_think_is_as_its_source_says():
    assert [step.minutes.typical for step in SPACE.plan.steps] == [5, 3, 10, 2, 10, 5]
    assert (SPACE.plan.minutes.min, SPACE.plan.minutes.max) == (35, 35)
    assert SPACE.set_up.suggested
    assert next(SPACE.plan.steps).speaks == ("case-presenter",)


def test_what_the_sources_hold_is_here():
    kinds = {document.id: document for _, document in LIBRARY.documents}
    assert {"relationship-based-practice", "equity-diversity-and-inclusion", "intro-to-reflective-practice"} <= set(
        kinds
    )
    questions = kinds["mcclure-questions"].questions
    split = {"what-changed", "what-effect", "how-measured", "why-differently", "how-you-know"}
    assert len({question.id for question in questions} - split) == 17
    assert [question.text.plain for question in questions if question.text.plain.count("?") != 1] == []
    wheels = [kinds["ggrraaacceeesss"], kinds["grrraacceeesss"]]
    assert [(wheel.spelling, len(wheel.segments)) for wheel in wheels] == [
        ("GGRRAAACCEEESSS", 15),
        ("GRRRAACCEEESSS", 14),
    ]
    assert [index for index, segment in enumerate(wheels[1].segments) if segment.status == "open"] == [3]


def test_someone_credited_may_stand_everywhere():
    credited = "Dr Sheena Webb explains it, and Tara Kierans wrote the page."
    assert list(check_pages(known(LIBRARY), [("docs/x.md", page_of(credited))])) == []


def test_an_address_nobody_has_opened_is_not_called_the_page_itself():
    for id in ("every-mind-matters-stress", "mind-managing-stress", "social-graces-luuutt-tool"):
        assert resource(LIBRARY, id).url_status == "cited"
