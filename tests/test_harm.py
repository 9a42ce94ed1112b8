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
from library import ContentError, load
from library.core.page_file import markdown_of
from library.core.safety import SAFETY_FRAME
from library.core.walk import keys, leaves, marked
from library.formats.html import pages
from library.formats.sheets import sheets
from library.rules import check_pages, notices, page_of, privacy
from library.rules.people import persons_in
from library.sections.phrases import Phrases, accounts
from library.texts import texts
from library.types.ref import Credit
from library.types.text import Text
from mkdocs.config import load_config
from tiny_library import (
    ADDRESS,
    GUIDE,
    RESOURCES,
    TINY,
    documents,
    entries,
    frame,
    gatherings,
    guide,
    known,
    pressed,
    session,
    spoil,
    tiny_library,
)

LIBRARY = tiny_library()
KNOWN = known(LIBRARY)
PHRASES = Phrases(texts())
FRAME = frame(LIBRARY)
FILES = {sheet.path.removeprefix("handouts/"): sheet for sheet in sheets(LIBRARY, ADDRESS)}
GATHERINGS = {document.id: (kind, document) for kind, document in gatherings(LIBRARY)}
SESSION = session(LIBRARY)
SESSION_KIND, _ = GATHERINGS[SESSION.id]


@pytest.fixture(scope="module")
def bodies():
    return {page.path: page.write().html for page in pages(LIBRARY, texts())}


def joined(text):
    """Words alone: typefaces, marks and line ends differ between a page, paper, Word and slides."""
    return re.sub(r"[^\w]+", " ", text).casefold()


def on_page(bodies, shelf, id):
    """A document's own page, then those below it."""
    own, below = markdown_of(shelf.page_of(id)), shelf.page_of(id)
    return joined(" ".join(unescape(body) for path, body in bodies.items() if path == own or path.startswith(below)))


def on_paper(press, name):
    """Without what stands at the foot of each page: a paragraph may run on past it."""
    foot = FILES[name].view.sheets[0].foot.partition(", version")[0] + ", version"
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
    return f"{id}-{'run-sheet' if id == SESSION.id else 'facilitator-sheet'}"


def frame_texts(frame):
    """Every text of the frame that a facilitator acts on, in the order it is told."""
    yield from ("".join(span.text for span in line) for line in frame.confidentiality.script.lines)
    yield from (limit.plain for limit in frame.confidentiality.limits)
    yield from frame.contacts
    yield frame.leaving.plain
    for tier in frame.stop:
        yield tier.title
        yield tier.text.plain
    yield frame.escalate.plain


@pytest.mark.parametrize("id", GATHERINGS)
def test_page_paper_word_and_slides_tell_alike_how_the_group_stays_safe(press, bodies, id):
    shelf, document = GATHERINGS[id]
    told = {
        "page": on_page(bodies, shelf, id),
        "paper": on_paper(press, f"{sheet_of(id)}.pdf"),
        "large print": on_paper(press, f"{sheet_of(id)}-large.pdf"),
        "Word": in_word(press, id),
    }
    if shelf.name in ("guide", "workshop"):
        told["slides"] = on_slides(press, id)
    for where, text in told.items():
        missing = [
            one for one in frame_texts(LIBRARY[SAFETY_FRAME][document.safety]) if joined(one).strip() not in text
        ]
        assert missing == [], where


@pytest.mark.parametrize("id", GATHERINGS)
def test_what_to_do_is_told_before_what_a_session_is_not(press, bodies, id):
    shelf, _ = GATHERINGS[id]
    for text in (on_page(bodies, shelf, id), on_paper(press, f"{sheet_of(id)}.pdf"), in_word(press, id)):
        headings = [joined(PHRASES.say(f"headings.{name}")) for name in ("read-out", "stop", "pause", "not-this")]
        places = [text.rindex(heading) for heading in headings]
        assert places == sorted(places)


def said_first(gathering):
    """How the first step's words begin."""
    return joined(next(gathering.plan.steps).say.plain.partition(".")[0])


@pytest.mark.parametrize("id", GATHERINGS)
def test_in_large_print_and_in_word_safety_stands_before_the_plan(press, id):
    _, document = GATHERINGS[id]
    for text in (on_paper(press, f"{sheet_of(id)}-large.pdf"), in_word(press, id)):
        assert text.index(joined(PHRASES.say("headings.safety"))) < text.index(
            joined(next(document.plan.steps).say.plain.split(".")[0])
        )


@pytest.mark.parametrize("id", GATHERINGS)
def test_what_no_source_says_of_facilitator_and_intensity_is_marked_as_ours(bodies, id):
    shelf, document = GATHERINGS[id]
    page = bodies[markdown_of(f"{shelf.page_of(id)}about/")]
    for phrase in (PHRASES.experience(document), PHRASES.intensity(document), PHRASES.ours(document)):
        assert page.count(phrase) == 1
    assert "experience" in PHRASES.ours(document)
    assert "intensity" in PHRASES.ours(document)


TIMES = {
    "listening": "25–35 minutes",
    "pairs": "20–25 minutes when each stage takes its full time; the source says 15–20",
    "first-steps": "30 minutes: 5 minutes to set up, then 25 minutes",
}


@pytest.mark.parametrize("id", TIMES)
def test_what_a_source_sets_of_the_time_is_a_range(id):
    assert PHRASES.whole_time(GATHERINGS[id][1]) == TIMES[id]


OURS = {
    "listening": "The source sets 10–15 of these minutes. We suggest the other times, the group size,",
    "pairs": "We suggest the experience needed and the intensity",
    "first-steps": "We suggest the experience needed and the intensity",
}


@pytest.mark.parametrize("id", OURS)
def test_what_is_ours_is_said_once_in_a_sentence(id):
    assert PHRASES.ours(GATHERINGS[id][1]).startswith(OURS[id])


@pytest.mark.parametrize(("intensity", "is_heavy"), [("heavy", True), ("moderate", False)])
def test_resources_are_shared_at_the_end_and_never_homework(tiny, intensity, is_heavy):
    spoil(tiny, GUIDE, "intensity: heavy", f"intensity: {intensity}")
    [sheet] = [one for one in sheets(load(tiny), ADDRESS) if one.path == "handouts/listening-calendar.ics"]
    [described] = [entry.description for entry in sheet.view]
    assert not [line for line in described if f"{ADDRESS}r/" in line]
    assert ("Agenda" in described) != is_heavy


def test_nobody_signs_in_for_what_is_only_shared():
    assert [one.id for one in accounts(guide(LIBRARY), LIBRARY)] == ["course"], "not the handbook"


def test_a_session_asks_which_kind_it_is(press, bodies):
    for text in (
        on_page(bodies, SESSION_KIND, SESSION.id),
        on_paper(press, "pairs-run-sheet.pdf"),
        in_word(press, "pairs"),
    ):
        assert joined(PHRASES.say("headings.modes")) in text
        assert all(joined(mode.title) in text and joined(mode.text.plain) in text for mode in SESSION.modes)


PLANTED = "Call Jane Smith on 0161 496 0000 or 07700 900123 or jane@example.org"
TOLD = (
    "holds the phone number '0161 496 0000'.",
    "holds the phone number '07700 900123'.",
    "holds the mailbox 'jane@example.org'.",
    "seems to name a person, 'Jane Smith'.",
)


def told_of_people(library):
    """What rules about people tell in a library: roads and mistakes."""
    for rule in (privacy.nobody_can_be_rung_or_written_to, privacy.nobody_is_named_who_is_credited_nowhere):
        for finding in rule(library, known(library)):
            yield finding.road, finding.mistake


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
    [name] = [name for name, key in keys(type(value)) if key == first]
    return value.model_copy(update={name: planted(getattr(value, name), rest, text)})


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
    at = [told.sentence for place, told in told_of_people(spoilt) if place == road]
    credit = any(road == credit for credit, marker, _ in marked(entry) if isinstance(marker, Credit))
    for told in TOLD[:3] if credit else TOLD:
        assert any(sentence.startswith(told) for sentence in at), told


def test_the_places_are_many():
    assert len(PLACES) > 80


def told(text):
    return [problem.sentence for problem in check_pages(KNOWN, [("docs/x.md", page_of(text))])]


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


@pytest.mark.parametrize(
    ("digits", "is_told"),
    [("0161 4960", False), ("0161 49600", True), ("0044 161 496 0000", True), ("0044 1161 496 0000", False)],
)
def test_what_starts_as_a_number_does_has_nine_to_fourteen_digits(digits, is_told):
    assert bool(told(digits)) is is_told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Speak to Mary Ann Jane Smith.", ["Mary Ann Jane"]),
        ("Speak to Mary Ann Jane Lee Smith Street.", ["Mary Ann Jane"]),
        ("Walk down Mary Ann Jane Lee Street.", []),
    ],
)
def test_a_name_is_three_words_at_most_and_looks_four_ahead_for_what_is_no_person(text, name):
    assert [name for _, name in persons_in(text)] == name


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
    at = [(problem.line, problem.sentence) for problem in check_pages(KNOWN, [("docs/x.md", page_of(SPREAD))])]
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
    spoilt = alone(SESSION_KIND, planted(SESSION, ("good_when", 0), spelling.format(text)))
    assert [place for place, _ in told_of_people(spoilt)].count(("good_when", 0)) == 1


@pytest.mark.parametrize("text", ["Mary Ainsworth's Strange Situation", "Mary Ainsworth’s Strange Situation"])
def test_what_a_person_owns_is_no_part_of_the_name(text):
    [sentence] = told(text)
    assert sentence.startswith("seems to name a person, 'Mary Ainsworth'. ")


COMMENT = "# Draft by Jane Smith, ring 07700 900123 or jane@example.org"


def offered():
    """Every file of content: all are published with their comments."""
    return sorted(file.relative_to(TINY).as_posix() for file in TINY.rglob("*.yaml"))


@pytest.mark.parametrize("path", offered())
def test_a_comment_is_published_with_its_file_and_so_it_is_read(tiny, path):
    text = (tiny / path).read_text(encoding="utf-8")
    (tiny / path).write_text(f"# A line before.\n  {COMMENT}\n{text}", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(tiny)
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


def test_someone_credited_may_stand_everywhere(tiny):
    spoil(tiny, RESOURCES, "by: A. Writer", "by: Dr Jane Smith")
    credited = load(tiny)
    for text, sentences in (("Dr Jane Smith explains it.", 0), ("Dr Jane Nobody explains it.", 1)):
        assert len(list(check_pages(known(credited), [("docs/x.md", page_of(text))]))) == sentences


def test_a_review_that_is_overdue_is_told_and_stops_nothing(tiny_project, caplog):
    spoil(tiny_project, RESOURCES, "  review_by: 2027-05-31", "  review_by: 2026-01-31")
    said = "was to be looked at again by 2026-01-31. Look at it, then give a later day. [review-overdue]"
    notice = f"{RESOURCES}:13  book, review_by: {said}"
    command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--no-paper", "--root", str(tiny_project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert notice in done.stdout.splitlines()
    config = load_config(str(tiny_project / "mkdocs.yml"))
    with caplog.at_level("INFO", logger="mkdocs.hooks.content"):
        content.on_config(config)
    told = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert [line for line in told if "[nowhere-to-write]" not in line[1]] == [("INFO", notice)]


def test_whether_a_review_is_overdue_depends_on_the_day_alone():
    assert list(notices(LIBRARY, date(2026, 11, 25))) == []
    late = list(notices(LIBRARY, date(2028, 1, 1)))
    resources = [entry for kind, entry in entries(LIBRARY) if kind.name == "resource"]
    assert len(late) == len(list(documents(LIBRARY))) + len(resources)
