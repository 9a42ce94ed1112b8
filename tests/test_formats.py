"""What formats share: writers for all blocks, the page's headings, links that lead from anywhere, safety first."""

import dataclasses
import io
from datetime import date
from itertools import islice
from typing import get_args, get_type_hints

import docx
import icalendar
import pytest
from docx.oxml.ns import qn
from library.core.document import Note, Source
from library.core.download import Download, Offer
from library.core.worksheet import Worksheet
from library.formats import calendar, deck, word
from library.formats.absolute import absolute
from library.formats.appointment import appointments, days
from library.formats.order import safety_first
from library.formats.packed import in_short
from library.formats.search import records
from library.kinds.session import SESSION
from library.kinds.wheel import WHEEL
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.phrases import Phrases
from library.sections.shared import Teller
from library.texts import texts
from library.types.text import Text
from tiny_library import ADDRESS, documents, tiny_library

LIBRARY = tiny_library()
TELLINGS = {
    document.id: absolute(Teller(LIBRARY, texts()).telling(kind, document), LIBRARY, ADDRESS)
    for kind, document in documents(LIBRARY)
}
OUTLINES = [document.id for kind, document in documents(LIBRARY) if "outline" in kind.files]
PLAN = [id for id, told in TELLINGS.items() if any(told.blocks(blocks.Timeline))]


def in_word(told):
    return docx.Document(io.BytesIO(word.write(told, texts())))


def paragraphs(told):
    return ["".join(text.text or "" for text in part._p.iter(qn("w:t"))) for part in in_word(told).paragraphs]


@pytest.mark.parametrize("block", get_args(blocks.Block), ids=lambda block: block.__name__)
def test_word_writes_a_block_or_says_that_it_leaves_it_out(block):
    has_writer = word.write_block.dispatch(block) is not word.write_block.dispatch(object)
    assert has_writer != (block in word.LEFT_OUT)


def test_a_block_that_nobody_wrote_a_writer_for_is_a_mistake_of_ours():
    with pytest.raises(TypeError, match="Word has no writer for str"):
        word.write_block("a text", None)


@pytest.mark.parametrize("id", OUTLINES)
def test_what_word_leaves_out_is_told_elsewhere(id):
    left_out = {type(block) for block in TELLINGS[id].blocks(*word.LEFT_OUT)}
    assert left_out <= {blocks.Slide, blocks.Topics}, "slides have a file, and topics are for finding"


@pytest.mark.parametrize("id", OUTLINES)
def test_the_headings_of_a_word_file_are_those_of_its_page(id):
    told = TELLINGS[id]
    headings = [part.text for part in in_word(told).paragraphs if part.style.name.startswith("Heading")]
    hidden = {"slides", "headings", "topics"} | ({"about-this-page", "sources", "review"} if told.is_form else set())
    titles = [
        section.title
        for section in told.walk()
        if section.title and section.id not in hidden and not section.id.startswith("slide-")
    ]
    assert headings[0] == told.title
    assert sorted(headings[1:]) == sorted(titles)


@pytest.mark.parametrize("id", PLAN)
def test_a_word_file_tells_how_a_group_stays_safe_before_the_plan_and_else_keeps_the_order(id):
    for sections in (TELLINGS[id].sections, *(section.sections for section in TELLINGS[id].walk())):
        ids = [section.id for section in sections]
        moved = [section.id for section in safety_first(sections)]
        assert [id for id in moved if id != "safety"] == [id for id in ids if id != "safety"]
        if "plan" in ids:
            assert moved.index("safety") == moved.index("plan") - 1


def test_without_a_plan_how_a_group_stays_safe_comes_last():
    sections = tuple(Section(id, "") for id in ("safety", "purpose"))
    assert [section.id for section in safety_first(sections)] == ["purpose", "safety"]


def test_a_section_with_nothing_that_word_writes_has_no_heading_there():
    [empty] = (section for section in TELLINGS["first-steps"].sections if section.id == "slides")
    told = dataclasses.replace(TELLINGS["first-steps"], sections=(empty,))
    assert "Slides" not in paragraphs(told)


def test_a_name_runs_on_into_a_paragraph_and_stands_alone_above_a_list():
    led = (
        blocks.Led("a", "Danger now", Text.read("Stop.\n\n- Ring.")),
        blocks.Led("b", "Later", Text.read("1. Rest.")),
    )
    told = dataclasses.replace(TELLINGS["listening"], link="", sections=(Section("stop", "When to stop", led),))
    assert paragraphs(told)[2:] == ["When to stop", "Danger now. Stop.", "Ring.", "Later. ", "Rest."]


def named_in(annotation):
    """Every class that an annotation names, with those that the fields of these name."""
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        yield annotation
        for part in get_type_hints(annotation, vars(blocks)).values():
            yield from named_in(part)
    for part in get_args(annotation):
        yield from named_in(part)


TOLD_ELSEWHERE = {blocks.Timeline, blocks.Slide, blocks.WheelFigure}
"""Blocks whose steps or segments are told in full by blocks of their own."""


def test_whatever_holds_questions_is_found_by_them():
    holding = {block for block in get_args(blocks.Block) if {blocks.Prompt, blocks.Question} & set(named_in(block))}
    assert holding - TOLD_ELSEWHERE == {block for block in get_args(blocks.Block) if asks(block)}


def asks(block):
    """Whether a type of block has what blocks.Asking asks for: as a field, or worked out."""
    return hasattr(block, "prompts") or "prompts" in {field.name for field in dataclasses.fields(block)}


def test_what_a_wheel_asks_is_found_and_packed():
    [asked] = ([prompt.text.plain for prompt in block.prompts] for block in TELLINGS["map"].blocks(blocks.Prompts))
    short = in_short(WHEEL, LIBRARY[WHEEL]["map"], Teller(LIBRARY, texts()), ())
    assert asked in [section["points"] for section in short["sections"]]
    [record] = (record for record in records(LIBRARY, texts()) if record.url == WHEEL.page_of("map"))
    assert set(asked) <= set(record.prompts)


def test_a_pack_holds_what_keeps_everyone_safe():
    short = in_short(SESSION, LIBRARY[SESSION]["pairs"], Teller(LIBRARY, texts()), ())
    told = {section["title"]: section["points"] for section in short["care"]}
    assert list(told) == [
        "Read this out first",
        "If someone gets upset in this session",
        "When to stop, and where to take a concern",
    ]
    assert all(told.values())
    assert not [point for points in told.values() for point in points if "source=" in point], (
        "words, as readers see them"
    )
    assert in_short(WHEEL, LIBRARY[WHEEL]["map"], Teller(LIBRARY, texts()), ())["care"] == []


@pytest.mark.parametrize("title", ["{page} of {pages}", f"{word.PAGE} of {word.PAGES}"])
def test_a_title_that_looks_like_a_number_of_pages_stays_a_title(title):
    told = dataclasses.replace(TELLINGS["note"], title=title)
    *_, foot = in_word(told).sections[0].footer.paragraphs
    assert foot.text.startswith(f"{title}, version")
    assert [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def links(told):
    """Every link below something that is told."""
    if isinstance(told, Text):
        yield from told.links
    elif isinstance(told, tuple):
        for part in told:
            yield from links(part)
    elif dataclasses.is_dataclass(told):
        yield from (getattr(told, name) for name in ("link", "short") if hasattr(told, name))
        yield from links(tuple(getattr(told, field.name) for field in dataclasses.fields(told)))
    elif hasattr(told, "model_fields_set") and not isinstance(told, Worksheet):
        yield from links(tuple(getattr(told, name) for name in type(told).model_fields))


@pytest.mark.parametrize("id", TELLINGS)
def test_every_link_of_a_file_leads_from_anywhere(id):
    leads = list(links(TELLINGS[id]))
    assert TELLINGS[id].link in leads
    assert [link for link in leads if not link.startswith(("https://", "http://", "mailto:"))] == []


@pytest.mark.parametrize("id", TELLINGS)
def test_without_an_address_of_the_site_only_links_to_elsewhere_are_left(id):
    [told] = (Teller(LIBRARY, texts()).telling(kind, one) for kind, one in documents(LIBRARY) if one.id == id)
    bare = absolute(told, LIBRARY, None)
    assert bare.link == ""
    assert all(link == "" or link.startswith(("https://", "http://", "mailto:")) for link in links(bare))
    assert len(list(links(told))) == len(list(links(TELLINGS[id])))


def test_links_in_notes_and_sources_lead_from_anywhere_and_mailboxes_stay():
    note = Note(id="a", text="See [the map](wheel:map), or [write](mailto:team@example.org).")
    source = Source(title="T", publisher="P", adapted="As in [pairs](session:pairs).", permission="None")
    sections = (Section("about", "About", (blocks.Notes((note,)), blocks.Sources((source,)))),)
    told = absolute(dataclasses.replace(TELLINGS["listening"], sections=sections), LIBRARY, ADDRESS)
    assert list(links(told.sections)) == [
        f"{ADDRESS}wheels/map/",
        "mailto:team@example.org",
        f"{ADDRESS}sessions/pairs/",
    ]
    leads = [link.address for part in in_word(told).paragraphs for link in part.hyperlinks]
    assert leads == [*links(told.sections), f"{ADDRESS}guides/listening/"]


def test_a_calendar_keeps_marks_that_mean_something_there():
    odd = "C:\\Notes; one, two"
    [entry] = appointments(TELLINGS["pairs"], "a.ics", texts())
    entry = dataclasses.replace(entry, title=odd, description=(odd, "", "b"))
    [event] = icalendar.Calendar.from_ical(calendar.write([entry], texts())).events
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (odd, f"{odd}\n\nb")
    assert rb"SUMMARY:C:\\Notes\; one\, two" in calendar.write([entry], texts())


def test_what_has_no_length_stands_in_no_calendar():
    told = TELLINGS["pairs"]
    assert appointments(told, "handouts/pairs-calendar.ics", texts())
    [plan] = (section for section in told.sections if section.id == "plan")
    *before, timeline = plan.blocks
    endless = dataclasses.replace(plan, blocks=(*before, dataclasses.replace(timeline, minutes=None)))
    assert not appointments(dataclasses.replace(told, sections=(endless,)), "a.ics", texts())


@pytest.mark.parametrize(
    ("every", "after", "wanted"),
    [
        (
            "month",
            date(2026, 11, 28),
            "1 Dec, 5 Jan, 2 Feb, 2 Mar, 6 Apr, 4 May, 1 Jun, 6 Jul, 3 Aug, 7 Sep, 5 Oct, 2 Nov, 7 Dec",
        ),
        ("month", date(2026, 12, 1), "5 Jan, 2 Feb"),
        ("month", date(2028, 12, 20), "9 Jan, 6 Feb"),  # the first Tuesday of 2029 is 2 January
        ("month", date(2029, 1, 2), "9 Jan, 6 Feb"),
        ("week", date(2026, 11, 28), "1 Dec, 8 Dec, 15 Dec, 22 Dec, 5 Jan, 12 Jan"),
        ("fortnight", date(2026, 11, 28), "1 Dec, 15 Dec, 12 Jan, 26 Jan"),
        ("week", date(2026, 12, 2), "3 Dec, 10 Dec, 17 Dec, 7 Jan"),
    ],
)
def test_a_series_falls_on_the_same_weekday_and_never_twice_in_its_step(every, after, wanted):
    told = [f"{day.day} {day:%b}" for day in islice(days(every, after), wanted.count(",") + 1)]
    assert ", ".join(told) == wanted


@pytest.mark.parametrize("year", range(2026, 2054))
def test_a_monthly_series_has_one_day_in_each_month_always_a_tuesday(year):
    fell = list(islice(days("month", date(year, 3, 9)), 12))
    assert {day.weekday() for day in fell} == {1}
    assert len({day.month for day in fell}) == 12
    assert all(day.day <= 7 or (day.month, day.day <= 10) == (1, True) for day in fell)


@pytest.mark.parametrize(
    ("id", "number", "concern"),
    [
        ("listening", 0, "If something worries you: Take it to your own safeguarding lead.\n"),
        ("first-month", 1, ""),
    ],
)
def test_what_may_stir_up_a_lot_says_nothing_of_its_subject_in_a_diary(id, number, concern):
    entries = appointments(TELLINGS[id], "a.ics", texts())
    event = icalendar.Calendar.from_ical(calendar.write(entries, texts())).events[number]
    assert event["SUMMARY"] == "Time to think together"
    assert event["DESCRIPTION"] == (
        "Coming is your choice. Whoever leads it will tell you privately what it is about.\n\n"
        f"{concern}Someone in danger: 999. Someone upset, or worried: https://reflect.example.org/upset/\n\n"
        "Please do not put names or case details in this invitation."
    )
    assert "URL" not in event


def test_a_calendar_file_of_what_may_stir_up_a_lot_is_saved_under_a_name_that_says_nothing():
    offer = {"path": "handouts/x", "title": "X", "variant": "standard"}
    phrases = Phrases(texts())
    names = {
        (of, format): phrases.saved_as(Offer(of=of, format=format, **offer), LIBRARY)
        for of in ("guide:listening", "session:pairs")
        for format in ("ics", "pdf")
    }
    assert names.pop(("guide:listening", "ics")) == "time-to-think-together.ics"
    assert set(names.values()) == {""}


def test_an_agenda_says_when_each_step_starts_as_long_as_anybody_can_say():
    told = TELLINGS["first-steps"]
    [timeline] = told.blocks(blocks.Timeline)
    first, second = timeline.steps
    assert (first.start, second.minutes) == (0, None)
    last = dataclasses.replace(second, id="last", title="Go", start=None)
    longer = Section("plan", "", (dataclasses.replace(timeline, steps=(first, second, last)),))
    [entry] = appointments(dataclasses.replace(told, sections=(longer,)), "a.ics", texts())
    assert entry.description[2:7] == (
        "Agenda",
        "First: setting up (5 min)",
        "5 min: Start (10 min)",
        "15 min: Try it (no set time)",
        "Then: Go (no set time)",
    )
    assert b"Then: Go" in calendar.write([entry], texts()).replace(b"\r\n ", b"")


@pytest.mark.parametrize(
    ("start", "minutes", "foot", "note"),
    [
        (0, True, "10 minutes", "After 0 min: 10 minutes"),
        (None, True, "10 minutes", "10 minutes"),
        (None, False, "", "No set time"),
    ],
)
def test_a_slide_says_how_long_its_step_takes_and_its_notes_when_it_starts(start, minutes, foot, note):
    told = TELLINGS["first-steps"]
    [first, *_] = told.blocks(blocks.Slide)
    step = dataclasses.replace(first.step, start=start, minutes=first.step.minutes if minutes else None)
    one = Section("slide", "Hello", (dataclasses.replace(first, step=step),))
    slide, _ = deck.Deck(dataclasses.replace(told, sections=(one,)), texts()).slides()
    assert slide.time == foot
    assert slide.notes[0] == f"{step.title}. {note}."


@pytest.mark.parametrize(
    ("format", "pages", "size", "told"),
    [
        ("pdf", 2, 40_499, "PDF, 2 pages, 40\N{NO-BREAK SPACE}KB"),
        ("pdf", 1, 300, "PDF, 1 page, 1\N{NO-BREAK SPACE}KB"),
        ("pptx", 9, 1_501, "PowerPoint, 9 slides, 2\N{NO-BREAK SPACE}KB"),
        ("docx", None, 51_000, "Word, 51\N{NO-BREAK SPACE}KB"),
    ],
)
def test_a_file_is_told_with_its_format_length_and_size(format, pages, size, told):
    file = {"of": "guide:x", "path": "handouts/x", "title": "X", "variant": "standard", "format": format}
    assert Phrases(texts()).file_facts(Download(**file, pages=pages, bytes=size)) == told
