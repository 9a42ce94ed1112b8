"""Words that could harm: when to stop, what stays in the room, who is named, and what nobody may be asked to do."""

import dataclasses
import io
import re
import subprocess
import sys
from datetime import date
from html import unescape

import content
import docx
import pptx
import pypdfium2 as pdfium
import pytest
from conftest import ROOT
from docx.oxml.ns import qn
from library import ContentError, load, words
from library.core.artifact import markdown_of
from library.core.catalogue import RESOURCE
from library.core.gathering import Gathering
from library.core.safety import SAFETY_FRAME
from library.core.walk import leaves, marked
from library.handouts import Press, sheets
from library.kinds.guide import GUIDE
from library.kinds.session import SESSION
from library.pages import render
from library.rules import check_pages, notices, privacy
from library.rules.finding import Known
from library.types.ref import Credit
from library.types.text import Text
from mkdocs.config import load_config
from test_handouts import ADDRESS, FONTS, pressed

LIBRARY = load(ROOT)
FRAME = LIBRARY[SAFETY_FRAME]["working-with-children-and-families"]
FILES = {sheet.path.removeprefix("handouts/"): sheet for sheet in sheets(LIBRARY, ADDRESS)}
GATHERINGS = {
    document.id: (shelf, document) for shelf, document in LIBRARY.documents if isinstance(document, Gathering)
}
SPACE = LIBRARY[SESSION]["space-to-think"]
SAFETY = "guides/shared/safety.yaml"


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    return Press(FONTS, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def markdown():
    return {artifact.path: artifact.content for artifact in render(LIBRARY)}


def joined(text):
    """Words alone: typefaces, marks and line ends differ between a page, paper, Word and slides."""
    return re.sub(r"[^\w]+", " ", text).casefold()


def on_page(markdown, shelf, id):
    return joined(unescape(markdown[markdown_of(shelf.page_of(id))]))


def on_paper(press, name):
    """Without what stands at the foot of each page: a paragraph may run on past it."""
    foot = f"{FILES[name].view['title']}, version"
    pages = (page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pressed(press, FILES[name])))
    return joined(" ".join(" ".join(text.split()).rpartition(foot)[0] for text in pages))


def in_word(press, id):
    read = docx.Document(io.BytesIO(pressed(press, FILES[f"{id}-outline.docx"])))
    return joined(" ".join("".join(run.text or "" for run in one.iter(qn("w:t"))) for one in read.element.body))


def on_slides(press, id):
    """What the group sees, then what stands in the notes, slide by slide."""
    show = pptx.Presentation(io.BytesIO(pressed(press, FILES[f"{id}-slides.pptx"])))
    seen = [shape.text_frame.text for slide in show.slides for shape in slide.shapes if shape.has_text_frame]
    return joined(" ".join([*seen, *(slide.notes_slide.notes_text_frame.text for slide in show.slides)]))


def sheet_of(id):
    return f"{id}-{'run-sheet' if id in LIBRARY[SESSION] else 'facilitator-sheet'}"


def frame_texts():
    """Every text of the frame that a facilitator acts on, in the order it is told."""
    yield from ("".join(span.text for span in line) for line in FRAME.confidentiality.script.lines)
    yield from (limit.plain for limit in FRAME.confidentiality.limits)
    yield from FRAME.write_in
    yield FRAME.leaving.plain
    for tier in FRAME.stop:
        yield tier.title
        yield tier.text.plain
    yield FRAME.escalate.plain


@pytest.mark.parametrize("id", GATHERINGS)
def test_page_paper_word_and_slides_tell_alike_how_the_group_stays_safe(press, markdown, id):
    shelf, _ = GATHERINGS[id]
    told = {
        "page": on_page(markdown, shelf, id),
        "paper": on_paper(press, f"{sheet_of(id)}.pdf"),
        "large print": on_paper(press, f"{sheet_of(id)}-large.pdf"),
        "Word": in_word(press, id),
    }
    if shelf.name in ("guide", "workshop"):
        told["slides"] = on_slides(press, id)
    for where, text in told.items():
        missing = [one for one in frame_texts() if joined(one).strip() not in text]
        assert missing == [], where


@pytest.mark.parametrize("id", GATHERINGS)
def test_what_to_do_is_told_before_what_a_session_is_not(press, markdown, id):
    shelf, _ = GATHERINGS[id]
    for text in (on_page(markdown, shelf, id), on_paper(press, f"{sheet_of(id)}.pdf"), in_word(press, id)):
        places = [text.rindex(joined(words.SAFETY[name])) for name in ("read-out", "stop", "pause", "not-this")]
        assert places == sorted(places)


@pytest.mark.parametrize("id", GATHERINGS)
def test_in_large_print_and_in_word_safety_stands_before_the_plan(press, id):
    for text in (on_paper(press, f"{sheet_of(id)}-large.pdf"), in_word(press, id)):
        assert text.index(joined(words.SAFETY["all"])) < text.index("running order")


def test_the_stop_rule_has_its_tiers():
    assert [tier.id for tier in FRAME.stop][:3] == ["danger-now", "new-concern", "known-and-in-hand"]
    danger, new, known, allegation, unsafe = (tier.text.plain for tier in FRAME.stop)
    assert danger.startswith("Stop the session. Whoever knows where the person is calls 999;")
    assert all(said in new for said in ("Whoever knows most reports it today", "tells a manager", "report it yourself"))
    assert known.startswith('Ask first: "Who is acting on this')
    assert "If nobody can, or if it has got worse or changed, treat it as new" in known
    assert all(said in allegation for said in ("Do not discuss it here", "today", "LADO", "adult safeguarding"))
    assert "Never report through the person it is about" in allegation
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


@pytest.mark.parametrize("key", ["confidentiality", "write_in", "leaving", "stop", "escalate"])
def test_a_frame_without_one_of_its_parts_is_refused(copy, key):
    text = (copy / SAFETY).read_text(encoding="utf-8")
    (copy / SAFETY).write_text(text.replace(f"  {key}:", f"  x{key}:", 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(copy)
    assert any(f"{key}: is missing; add it." in str(problem) for problem in caught.value.problems)


def test_two_rules_on_when_to_stop_are_too_few(copy):
    text = (copy / SAFETY).read_text(encoding="utf-8")
    start, end = text.index("    - id: known-and-in-hand"), text.index("  escalate:")
    (copy / SAFETY).write_text(text[:start] + text[end:], encoding="utf-8")
    line = text[: text.index("  stop:")].count("\n") + 1
    with pytest.raises(ContentError) as caught:
        load(copy)
    said = "should tell three things apart at least: danger now, a new concern, and one in hand; found a list."
    assert f"{SAFETY}:{line}  entry 1, stop: {said}" in [str(problem) for problem in caught.value.problems]


def test_a_single_rule_on_when_to_stop_is_refused(copy):
    text = (copy / SAFETY).read_text(encoding="utf-8")
    start, end = text.index("  stop:\n"), text.index("  escalate:")
    (copy / SAFETY).write_text(f"{text[:start]}  stop: End the discussion.\n{text[end:]}", encoding="utf-8")
    with pytest.raises(ContentError, match=r"safety\.yaml"):
        load(copy)


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
    [after] = [use.plain for use in SPACE.use_when if "significant" in use.plain]
    for said in ("voluntary", "not held straight afterwards", "nobody is asked to go over what happened"):
        assert said in after
    acted_on = [str(leaf) for road, leaf in leaves(SPACE) if road[0] not in ("notes", "sources")]
    assert not [text for text in acted_on if "debrief" in text.casefold()]
    page = (ROOT / "docs" / "looking-after-yourself.md").read_text(encoding="utf-8")
    after = page.partition("## After something hard\n")[2].partition("\n## ")[0]
    for said in ("not a retelling", "voluntary", "the same day", "a month later", "Occupational health", "TRiM"):
        assert said in after
    for honest in ("is reported to advise", "not that sentence itself", "billings-post-incident-review"):
        assert honest in after


def test_a_colleague_at_risk_has_somewhere_to_turn():
    page = (ROOT / "docs" / "looking-after-yourself.md").read_text(encoding="utf-8")
    for text in (page, FRAME.aftercare.plain):
        assert all(line in text for line in ("999", "NHS 111", "116 123"))


def test_space_to_think_asks_which_kind_of_session_it_is(press, markdown):
    assert len(SPACE.modes) == 2
    told = (
        on_page(markdown, SESSION, SPACE.id),
        on_paper(press, f"{sheet_of(SPACE.id)}.pdf"),
        in_word(press, SPACE.id),
    )
    for text in told:
        assert joined(words.MODES) in text
        for mode in SPACE.modes:
            assert all(joined("".join(span.text for span in line)).strip() in text for line in mode.text.lines)
    network, peers = (mode.text.plain for mode in SPACE.modes)
    assert "child's record" in network
    assert "That you met goes on no record about the family" in peers
    note = (ROOT / "guides" / "records" / "session-note.yaml").read_text(encoding="utf-8")
    assert "If the group did not know the family, that goes on no record about them." in note


def test_nothing_on_paper_sends_a_reader_to_a_page_for_where_to_take_a_concern():
    acted_on = (FRAME.leaving, FRAME.escalate, *(tier.text for tier in FRAME.stop), *FRAME.confidentiality.limits)
    assert [link for text in acted_on for link in text.links] == []


REST = "are set by the source and the rest is our suggestion"
TIMES = {
    "equity-diversity-and-inclusion": f"56–76 minutes, of which 21–26 {REST}",
    "relationship-based-practice": f"39–54 minutes, of which 9 {REST}",
    "space-to-think": "35 minutes when each stage takes its full time; the source says 30–35",
    "intro-to-reflective-practice": "60–70 minutes (our suggestion)",
}


@pytest.mark.parametrize("id", TIMES)
def test_what_a_source_sets_of_the_time_is_a_range(id):
    assert words.whole_time(GATHERINGS[id][1]) == TIMES[id]


def test_a_part_says_how_much_of_its_time_the_source_sets(markdown):
    _, part, *_ = LIBRARY[GUIDE]["equity-diversity-and-inclusion"].plan.parts
    said = f"26–31 minutes, of which 16 {REST}"
    assert words.part_time(part) == said
    assert said in markdown["guides/equity-diversity-and-inclusion.md"]


@pytest.mark.parametrize("id", GATHERINGS)
def test_what_no_source_says_of_facilitator_and_intensity_is_marked_as_ours(markdown, id):
    shelf, document = GATHERINGS[id]
    page = markdown[markdown_of(shelf.page_of(id))]
    assert f"{words.EXPERIENCE[document.experience]} (our suggestion)" in page
    assert f"{words.INTENSITY[document.intensity]} (our suggestion)" in page
    assert words.JUDGED in FILES[f"{sheet_of(id)}.pdf"].view["sheets"][0]["times-note"]


def test_the_open_group_has_no_rule_on_who_speaks():
    [step] = LIBRARY[SESSION]["open-reflective-practice-group"].plan.steps
    assert (step.speaks, step.listens) == ((), ())


def test_resources_are_shared_at_the_end_and_never_homework():
    for guide in LIBRARY[GUIDE].values():
        described = FILES[f"{guide.id}-calendar.ics"].view["description"]
        assert words.SHARED_AT_THE_END in described
        assert not any("Before you come" in line for line in described)
        assert (words.OPT_IN in described) == (guide.intensity == "heavy")


def test_nobody_signs_in_for_what_is_only_shared():
    for guide in LIBRARY[GUIDE].values():
        needed = {resource.id for resource in words.accounts(guide, LIBRARY)}
        assert needed <= {clip.resource for clip in guide.plan.media}


PLANTED = "Call Jane Smith on 0161 496 0000 or 07700 900123 or jane@example.org"
TOLD = (
    "holds the phone number '0161 496 0000'.",
    "holds the phone number '07700 900123'.",
    "holds the mailbox 'jane@example.org'.",
    "seems to name a person, 'Jane Smith'.",
)


def alone(shelf, entry):
    """A library of one entry."""
    empty = {other.name: {} for other in LIBRARY.kinds}
    return dataclasses.replace(LIBRARY, entries=empty | {shelf.name: {entry.id: entry}})


def planted(value, road, text):
    """The same entry with another text at the end of a road."""
    if not road:
        return type(value).read(text) if isinstance(value, Text) else text
    first, *rest = road
    if isinstance(first, int):
        return (*value[:first], planted(value[first], rest, text), *value[first + 1 :])
    return value.model_copy(update={first: planted(getattr(value, first), rest, text)})


NOT_PROSE = {"id", "kind", "url", "url_status", "access", "spelling", "letter", "version", "link", "resource", "safety"}


def places():
    """One place of each sort in which an author writes: shelf, entry and road."""
    seen = set()
    for kind, entry in LIBRARY.everything:
        for road, leaf in leaves(entry):
            names = [name for name in road if isinstance(name, str)]
            prose = isinstance(leaf, Text) or " " in leaf
            if prose and not {names[-1]} & NOT_PROSE and (kind, *names) not in seen:
                seen.add((kind, *names))
                yield kind, entry, road


PLACES = list(places())


@pytest.mark.parametrize("place", PLACES, ids=lambda place: "-".join(map(str, (place[0].name, *place[2]))))
def test_a_number_a_mailbox_and_a_name_are_told_in_every_text_of_every_kind(place):
    shelf, entry, road = place
    spoilt = alone(shelf, planted(entry, road, PLANTED))
    known = Known(spoilt, {})
    findings = [*privacy.nobody_can_be_rung_or_written_to(spoilt, known), *privacy.nobody_is_named(spoilt, known)]
    at = [finding.sentence for finding in findings if finding.road == road]
    credit = any(road == credit for credit, marker, _ in marked(entry) if isinstance(marker, Credit))
    for told in TOLD[:3] if credit else TOLD:
        assert any(sentence.startswith(told) for sentence in at), told


def test_the_places_are_many():
    assert len(PLACES) > 90


def test_the_whole_sentence_says_file_line_and_what_to_do(copy):
    path = copy / "guides" / "sessions" / "open-reflective-practice-group.yaml"
    text = path.read_text(encoding="utf-8").replace("  - A team needs regular room", f"  - {PLANTED} A team needs")
    path.write_text(text, encoding="utf-8")
    line = text[: text.index(PLANTED)].count("\n") + 1
    with pytest.raises(ContentError) as caught:
        load(copy)
    where = f"guides/sessions/open-reflective-practice-group.yaml:{line}  use_when 1: "
    changes = "Numbers change, and somebody rings the old one: take it out, and link to the page that gives it."
    urgent = "Only national urgent lines such as 999 may stand."
    assert sorted(str(problem) for problem in caught.value.problems) == sorted(
        [
            f"{where}holds the phone number '0161 496 0000'. {changes} {urgent}",
            f"{where}holds the phone number '07700 900123'. {changes} {urgent}",
            f"{where}holds the mailbox 'jane@example.org'. It may be a person's: take it out, and link to the page "
            "that gives it. Mailboxes that may stand: enquiries@1625ip.co.uk, sscp@salford.gov.uk.",
            f"{where}seems to name a person, 'Jane Smith'. Say what they do instead. If it is an author, a speaker or "
            "something called after a person, name it in a source, in a reference, or in resources.yaml under 'title', "
            "'publisher' or 'by'; then it may stand everywhere.",
        ]
    )


def test_hand_written_pages_are_looked_at_too(copy):
    page = copy / "docs" / "privacy.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{PLANTED}\n", encoding="utf-8")
    line = len(page.read_text(encoding="utf-8").splitlines())
    with pytest.raises(ContentError) as caught:
        load(copy)
    assert {(problem.path, problem.line) for problem in caught.value.problems} == {("docs/privacy.md", line)}
    assert len(caught.value.problems) == 4


def told(text):
    return [problem.sentence for problem in check_pages(LIBRARY, {}, [("docs/x.md", text)])]


@pytest.mark.parametrize(
    "text",
    [
        "(0161) 496 0000",
        "+44 161 496 0000",
        "+44 (0)7700 900 123",
        "0044 161 496 0000",
        "0161-496-0000",
        "0161.496.0000",
        "07700\u00a0900\u00a0123",
        "07700900123.",
        "Ring us on 496 0000",
        "jane.smith+x@salford.gov.uk",
        "[write](mailto:jane@example.org)",
        "jane (at) example.org",
        "Ask Mohammed about it.",
        "Mrs Khan came.",
        "the mother, Aisha, said",
        "My colleague Priya said",
        "Dr Patel wrote",
        "GRACE JONES",
        "Tyler Brown, 14",
        "Jayden's mum",
        "Speak to Agnieszka Nowak.",
        "Mrs. Patel rang.",
        "Ring 0161\n496 0000",
        "0161 **496** 0000",
        "0161 <b>496</b> 0000",
        "0161/496 0000",
        "0161\u2011496\u20110000",
        "0161\u200b 49\u200b6 0000",
        "+44 (0)7700 900123",
        "Our duty number: 496 0000",
        "Direct line: 496 0000",
        "0161\u2014496\u20140000",
        "[ring](tel:+447700900123)",
        "Judge Wilson decided.",
        "Ask Rev Green.",
        "jane AT example.org",
        "https://wa.me/447700900123",
        "[mail](mailto:jane%40example.org)",
        "jane&#64;example.org",
        "Speak to Mary\n  Smith.",
    ],
)
def test_each_way_to_write_one_is_told(text):
    assert len(told(text)) == 1


def test_numbers_side_by_side_are_told_apart():
    sentences = told("05 06 07 0161 496 0000 07700 900123")
    assert [sentence.partition("'.")[0] for sentence in sentences] == [
        "holds the phone number '0161 496 0000",
        "holds the phone number '07700 900123",
    ]


@pytest.mark.parametrize(
    "text", ["- 0800 1111\n- 999", "1. 116 123\n2. 0800 1111", "## Hope\nThe end", "0161\n\n496 0000"]
)
def test_lines_that_do_not_run_on_are_read_apart(text):
    assert told(text) == []


SPREAD = "Speak to Mr. Jones\nor Dr. Khan, Sgt Smith\nand PC Brown, on 0161\n496 0000.\n\nAnd jane@example.org"


def test_each_of_several_is_told_on_the_line_where_it_starts():
    at = [(problem.line, problem.sentence) for problem in check_pages(LIBRARY, {}, [("docs/x.md", SPREAD)])]
    expected = {
        "seems to name a person, 'Mr Jones'.": 1,
        "seems to name a person, 'Dr Khan'.": 2,
        "seems to name a person, 'Sgt Smith'.": 2,
        "seems to name a person, 'PC Brown'.": 3,
        "holds the phone number '0161 496 0000'.": 3,
        "holds the mailbox 'jane@example.org'.": 6,
    }
    assert {sentence.partition("'.")[0] + "'.": line for line, sentence in at} == expected


@pytest.mark.parametrize(
    "text", ["Mrs. Patel rang.", "0161/496 0000", "+44 (0)7700 900123", "Our duty number: 496 0000"]
)
@pytest.mark.parametrize("spelling", ["{}", "So:\u200b {}", "**{}**"])
def test_each_way_to_write_one_is_told_in_yaml_too(text, spelling):
    spoilt = alone(SESSION, planted(SPACE, ("use_when", 0), spelling.format(text)))
    known = Known(spoilt, {})
    findings = [*privacy.nobody_can_be_rung_or_written_to(spoilt, known), *privacy.nobody_is_named(spoilt, known)]
    assert len([finding for finding in findings if finding.road == ("use_when", 0)]) == 1


@pytest.mark.parametrize("text", ["Mary Ainsworth's Strange Situation", "Mary Ainsworth’s Strange Situation"])
def test_what_a_person_owns_is_no_part_of_the_name(text):
    [sentence] = told(text)
    assert sentence.startswith("seems to name a person, 'Mary Ainsworth'. ")


COMMENT = "# Draft by Jane Smith, ring 07700 900123 or jane@example.org"
OFFERED = [
    "resources.yaml",
    *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "guides").rglob("*.yaml"))),
]


@pytest.mark.parametrize("path", OFFERED)
def test_a_comment_is_published_with_its_file_and_so_it_is_read(copy, path):
    text = (copy / path).read_text(encoding="utf-8")
    (copy / path).write_text(f"# A line before.\n  {COMMENT}\n{text}", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(copy)
    problems = caught.value.problems
    assert {(problem.path, problem.line, problem.where) for problem in problems} == {(path, 2, "")}
    assert [problem.sentence.partition("'.")[0] for problem in problems] == [
        "holds the mailbox 'jane@example.org",
        "holds the phone number '07700 900123",
        "seems to name a person, 'Jane Smith",
    ]


@pytest.mark.parametrize(
    "piece", ["-0/", "a", "Aa ", "0 ", "a_", "call ", "*", "<", "_", "Mr. ", "x@", "\n", "0 (0) - "]
)
def test_a_page_of_one_thing_over_and_over_is_read_to_its_end(piece):
    sentences = told(f"{piece * 20_000}\n\nJane Smith")
    assert any("'Jane Smith'" in sentence for sentence in sentences)


NO_PERSON = """Walk down Victoria Street to the Lowry Centre and turn into St John Street.
The Anna Freud Centre and the Lucy Faithfull Foundation publish guidance.
Clare's Law and Sarah's Law give people a right to ask. Martha's Rule lets families ask for a second opinion.
Research in Practice, Social Work England and the Care Quality Commission.
Greater Manchester Combined Authority, Salford City Council and Early Help.
Signs of Safety, Schwartz Rounds, Balint groups and Bells that Ring.
Team Around the Family, Child Protection Conference, Core Group.
Working Together to Safeguard Children 2023 and Keeping Children Safe in Education.
The Children Act 1989 and the Equality Act 2010.
Mark the wheel, then will each person say one word? May is a good month. Grace helps.
In April or June, hope and faith matter; rose, amber and ruby are colours.
Gibbs (1988), Kolb (1984), Driscoll and Borton are cited often. See Scott (2019), Lee et al. (2020) and Martin, 2004.
Lees and Cooper (2021) looked at groups. See Munro (2011) and Laming (2009).
Queen Elizabeth Hospital, St Thomas' Hospital, Great Ormond Street, King George Road and Prince Charles Avenue.
Barnardo's, NSPCC, Mind, Samaritans, Childline and Shout.
Family Partnership Model: Review, Reflect, Restore. Ask What Stood Out. Say Why You Are Here.
Social GGRRAAACCEEESSS, Window of Tolerance, Circle of Control.
Monday to Friday, 9 to 5, Room 4, Floor 2, Bolton, Bury, Oldham, Rochdale, Wigan and Trafford.
Preston, Lincoln, Chester, Jordan and Georgia are places; Virginia too. Christian Aid is a charity.
Black Lives Matter, Pride, Ramadan, Eid, Diwali, Christmas and Easter.
Windrush, Grenfell, Hillsborough and the Stephen Lawrence Inquiry.
Max two pages. Will Salford respond? Bill the service. Sue nobody. Frank talk. Rich picture.
Dear colleague, thank you. Miss nothing. Dr means doctor. Ms Teams works.
Microsoft Teams, Zoom and Google Meet all have a raise-hand button.
DOI 10.1080/02650533.2019.1700494 and ISBN 978-1-84905-123-4, version 1.0 of 2026-11-24.
56–76 minutes, 10-15 people, 74.6% of 140, £250,000, 2 x 40, page 12 of 14, 0800 to 1730.
Call 999, ring 101, call NHS 111, Samaritans on 116 123, Childline on 0800 1111.
Call 2 people, text 3 colleagues, ring round 12 families, phone 10 agencies by 5 pm.
April showers, Holly Lodge, Rose Court, Ivy House, Heath Road, Penny Lane, Summer School.
Standard 4 of Social Work England. Stage 3. Step 10. Section 47. Form 12. Article 9.
Contact Early Help. Ask Adult Social Care. Email the Safeguarding Board. Tell Children's Services.
Woodcock & Gill (2014). Hardy and Laszloffy (1995). Proctor (1997). Totsuka (2014).
The Charlie Waller Trust and the Ruth Strauss Foundation support families.
https://example.org/0161/4960000/jane-smith and [its page](https://example.org/07700900123).
Fraser guidelines, Henry VIII clause, Thomas theorem, Rory's Story Cubes and Mr Men books.
Lincoln City Council, Chelsea FC, Anna Freud, Thomas Coram and John Lewis.
Barry, Vale of Glamorgan. The Isle of Lewis and Harris.
ISBN 0 85358 290 7 and DfE-00341-2019, of 01/02/2026 10 to 11.
Ages 0–10 11–20 21–30, version 0.1.2.3.4.5.6.7.8.
Ring fence 20 000 000 pounds. Call 20 000 people. Charity number 1156527.
Write to SSCP@salford.gov.uk or [enquiries@1625ip.co.uk](mailto:enquiries@1625ip.co.uk).""".splitlines()


@pytest.mark.parametrize("text", NO_PERSON)
def test_streets_agencies_titles_models_and_urgent_lines_are_left_alone(text):
    assert told(text) == []


def test_someone_credited_may_stand_everywhere():
    assert told("Dr Sheena Webb explains it, and Tara Kierans wrote the page.") == []
    assert len(told("Dr Sheena Nobody explains it.")) == 1


def past(copy):
    """A resource that was to be looked at again long ago."""
    file = copy / "resources.yaml"
    text = file.read_text(encoding="utf-8")
    before, found, after = text.rpartition("  review_by: 2026-12-31")
    assert found
    file.write_text(f"{before}  review_by: 2026-01-31{after}", encoding="utf-8")
    line = before.count("\n") + 1
    said = "was to be looked at again by 2026-01-31. Look at it, then give a later day."
    return f"resources.yaml:{line}  workwell, review_by: {said}"


def test_a_review_that_is_overdue_is_told_and_stops_nothing(copy, caplog):
    notice = past(copy)
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root", str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert notice in done.stdout.splitlines()
    config = load_config(str(copy / "mkdocs.yml"))
    with caplog.at_level("INFO", logger="mkdocs.hooks.content"):
        content.on_config(config)
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [("INFO", notice)]


def test_whether_a_review_is_overdue_depends_on_the_day_alone():
    assert list(notices(LIBRARY, date(2026, 11, 25))) == []
    late = list(notices(LIBRARY, date(2028, 1, 1)))
    assert len(late) == len(list(LIBRARY.documents)) + len(LIBRARY[RESOURCE])


def test_an_address_nobody_has_opened_is_not_called_the_page_itself(markdown):
    for id in ("every-mind-matters-stress", "mind-managing-stress", "social-graces-luuutt-tool"):
        assert LIBRARY[RESOURCE][id].url_status == "cited"
    assert markdown["resources.md"].count(words.ADDRESS["cited"]) == 3
