"""The sheets that a session is run from: what each row says, how long it is drawn, and what stands on which side."""

import ctypes
import io

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from library.formats.appointment import appointments
from library.formats.paper.printed import Printer
from library.formats.sheets import sheets
from library.kinds.session import SESSION
from library.sections.blocks import Timeline
from library.sections.phrases import Phrases
from library.sections.shared import Teller
from library.texts import texts
from library.types.minutes import Minutes
from tiny_library import ADDRESS, changed, guide, pressed, session, tiny_library, with_more_steps, with_only

LIBRARY = tiny_library()
TELLER = Teller(LIBRARY, texts())
PHRASES = Phrases(texts())
SHEETS = {sheet.path: sheet for sheet in sheets(LIBRARY, ADDRESS)}
FACILITATOR = "handouts/listening-facilitator-sheet"


def order(path):
    """The running order of a sheet, as Typst is given it."""
    return SHEETS[path].view.sheets[0].body.order


def pages(press, sheet):
    """The words of each page, without spaces."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(pressed(press, sheet))]


def said(text):
    return "".join(span.text for block in text for line in block.lines for span in line)


def test_a_row_says_what_is_said_played_asked_and_done_if_something_happens():
    welcome, film, talk, plan = order(f"{FACILITATOR}.pdf").steps
    assert said(welcome.say) == "Hello. We have thirty minutes.You can pass."
    assert welcome.rules == ("Do not leave this out.",)
    first, course = film.plays
    assert (first.lead, first.what) == ("Play", "The first half, from “A film on listening”")
    assert (first.facts, first.link) == ("5–6 minutes · Free, no account needed", f"{ADDRESS}r/film/")
    assert (course.lead, course.what, course.link) == ("Open", "A course", f"{ADDRESS}r/course/")
    assert (film.instead.name, said(film.instead.say)) == ("If it will not play", "It won't play, so we talk.")
    assert [[span.text for span in line] for line in film.instead.prompts] == [
        ["When did somebody last listen to you?"]
    ]
    assert [case.when for case in talk.ifs] == ["Nobody speaks", "One voice takes over"]
    assert talk.rules == ("Short of time? It still works in 6 minutes.", "Only in person.")
    assert (plan.start, plan.minutes) == ("25 min in", "5–10 min")


def test_turns_stand_in_their_row_and_who_speaks_only_where_roles_say_something():
    assert order("handouts/pairs-run-sheet.pdf").steps[2].rules == ("In pairs, 5 minutes each.",)
    assert order("handouts/pairs-run-sheet.pdf").steps[0].who == ("Speaks: Speaker", "Listens: Listener")
    assert {step.who for step in order(f"{FACILITATOR}.pdf").steps} == {()}


def test_the_time_bar_is_as_long_as_each_step_and_says_who_speaks_by_pattern():
    steps, bar = order(f"{FACILITATOR}.pdf").steps, order(f"{FACILITATOR}.pdf").bar
    assert [step.span for step in steps] == [step.minutes.typical for step in guide(LIBRARY).plan.steps]
    assert [bar.key[step.look] for step in steps] == ["Facilitator", "nobody in particular", "Everyone", "Everyone"]
    assert [step.opens.title if step.opens else "" for step in steps] == ["Opening", "", "Talking", ""]
    assert bar.alt.startswith("Time bar: Welcome, 5 minutes; Play the film, 5 minutes; ")


def test_a_plan_of_one_part_has_no_heading_for_it_and_a_step_without_time_no_length():
    assert {step.opens for step in order("handouts/pairs-run-sheet.pdf").steps} == {None}
    assert [step.span for step in order("handouts/first-steps-facilitator-sheet.pdf").steps] == [10, 0]


def test_what_keeps_everyone_safe_begins_a_page_of_its_own_and_comes_first_in_large_print(press):
    standard, large = (pages(press, SHEETS[f"{FACILITATOR}{variant}.pdf"]) for variant in ("", "-large"))
    [safe] = (number for number, page in enumerate(standard, 1) if page.startswith("Keepingeveryonesafe"))
    assert f"Readpage{safe}beforeyoustart" in standard[0]
    assert not any("Welcome" in page for page in standard[safe - 1 :])
    whole = "".join(large)
    assert whole.index("Readthisoutfirst") < whole.index("Welcome")


@pytest.mark.parametrize("variant", ["", "-large", "-low-ink"])
@pytest.mark.parametrize("name", [FACILITATOR, "handouts/pairs-run-sheet", "handouts/listening-pack"])
def test_the_foot_of_each_page_says_on_which_page_to_look_when_someone_is_upset_or_worried(press, name, variant):
    told = pages(press, SHEETS[f"{name}{variant}.pdf"])
    upset, stop = (
        next(number for number, page in enumerate(told, 1) if heading in page)
        for heading in ("Ifsomeonegetsupsetinthissession", "Whentostop,andwheretotakeaconcern")
    )
    ways_out = [page for page in told if "Someoneupset:" in page]
    assert ways_out
    assert all(f"Someoneupset:page{upset}ofthissheet.Worried:page{stop}." in page for page in ways_out)


def test_the_second_side_holds_what_whoever_leads_may_need(press):
    side = "".join(pages(press, SHEETS[f"{FACILITATOR}.pdf"])[1:])
    for heading in (
        "Decide this, and write it on your own sheet",
        "Read this out first",
        "When to stop, and where to take a concern",
        f"More on what to do: {ADDRESS}upset/",
        "Something racist or hurtful is said",
        "What this session needs",
        "Before the session",
        "If you only have 25 minutes",
        "After the session",
        "Permission and licence: No licence seen.",
        "Reviewed on 2 November 2026 by A practice lead.",
        "We suggest the other times",
    ):
        assert "".join(heading.split()) in side, heading


def test_a_long_plan_flows_on_without_losing_a_row_or_its_heads(press):
    longer = with_more_steps(SHEETS[f"{FACILITATOR}.pdf"], 3)
    many = pages(press, longer)
    assert sum(page.count("Talkaboutthefilm") for page in many) == 3
    rows = [page for page in many if "Saysomethingelse" in page or "Agreeonethingtotry." in page]
    assert len(rows) > 1
    assert all("TimeSayanddoIf…" in page for page in rows)


def sizes(press, sheet):
    """Each letter with its size in points, but for those at the foot of a page."""
    document = pdfium.PdfDocument(pressed(press, sheet))
    for page in document:
        text = page.get_textpage()
        foot = text.search("Someone in danger: 999")
        last = [found for found in iter(foot.get_next, None)][-1][0]
        for number in range(last):
            size = raw.FPDFText_GetFontSize(text.raw, ctypes.c_int(number))
            yield chr(raw.FPDFText_GetUnicode(text.raw, number)), size


@pytest.mark.parametrize(("variant", "least"), [("", 11), ("-low-ink", 11), ("-large", 16)])
@pytest.mark.parametrize("name", ["listening-facilitator-sheet", "pairs-run-sheet", "first-steps-facilitator-sheet"])
def test_no_letter_is_smaller_than_a_hand_at_arms_length_can_read(press, name, variant, least):
    assert (
        min(size for letter, size in sizes(press, SHEETS[f"handouts/{name}{variant}.pdf"]) if letter.strip()) >= least
    )


def test_what_is_read_aloud_is_larger_still(press):
    letters = list(sizes(press, SHEETS[f"{FACILITATOR}.pdf"]))
    words = "".join(letter for letter, _ in letters)
    for line in ("We have", "What did you notice?", "You choose what you say."):
        at = words.index(line)
        assert min(size for letter, size in letters[at : at + len(line)] if letter.strip()) >= 12, line


def test_a_file_says_that_all_can_read_it_and_still_in_many_years(press):
    with pikepdf.open(io.BytesIO(pressed(press, SHEETS[f"{FACILITATOR}.pdf"]))) as read:
        about = read.open_metadata()
        assert (about["pdfuaid:part"], about["pdfaid:part"], about["pdfaid:conformance"]) == ("1", "2", "A")


def of_session(document):
    """The sheets of a session model, by their names."""
    return {printed.name: printed for printed in Printer(LIBRARY, ADDRESS, TELLER).files(SESSION, document)}


def test_a_session_without_set_times_has_nothing_to_run_and_a_sheet_to_commission_it():
    pairs = session(LIBRARY)
    [part] = pairs.plan.parts
    untimed = tuple(step.model_copy(update={"minutes": None, "turns": None}) for step in part.steps[:1])
    plan = pairs.plan.model_copy(update={"parts": (part.model_copy(update={"steps": untimed}),)})
    assert {"run-sheet", "commissioning-sheet"} <= set(of_session(pairs))
    open_group = pairs.model_copy(update={"plan": plan})
    assert "run-sheet" not in of_session(open_group)
    assert "commissioning-sheet" in of_session(open_group)
    assert "commissioning-sheet" not in of_session(pairs.model_copy(update={"commissioning": None}))


def test_a_commissioning_sheet_asks_and_leaves_a_line_for_each_thing_to_agree(press):
    [page] = pages(press, SHEETS["handouts/pairs-commissioning-sheet.pdf"])
    for words in ("Who helps you to think?", "What it costs:", "How either of us can end it:", "First review"):
        assert "".join(words.split()) in page, words
    assert "tothink?:" not in page


def test_what_to_settle_with_a_facilitator_is_told_everywhere_the_session_is():
    section = TELLER.telling(SESSION, session(LIBRARY)).section("commissioning")
    assert [below.title for below in section.sections] == ["Ask a facilitator", "Agree in writing"]


def test_a_run_sheet_has_the_questions_of_its_banks_and_who_takes_which_part(press):
    words = "".join(pages(press, SHEETS["handouts/pairs-run-sheet.pdf"]))
    for line in ("Roles: Speaker, One of each pair", "What happened?", "What will you do now?", "Write nothing down."):
        assert "".join(line.split()) in words, line


def test_a_handout_says_what_an_address_is_and_keeps_no_room_for_a_code_there_is_not():
    with_codes, without = ({part.title: part for part in resources(sheets(LIBRARY, site))} for site in (ADDRESS, None))
    assert with_codes["A leaflet"].facts.endswith("The publisher's site only")
    assert with_codes["A course"].facts == "Needs an account · A related page by the same publisher"
    assert with_codes["A book on listening"].facts.endswith("No link: search for its title")
    assert with_codes["How to listen"].facts.startswith("This address has not worked since")
    assert {part.code for part in without.values()} == {None}


def resources(some):
    """The outside resources of the handout."""
    [sheet] = (sheet for sheet in some if sheet.path == "handouts/listening-handout.pdf")
    found = []
    changed(sheet.view, lambda part: found.append(part) or part)
    return [part for part in found if type(part).__name__ == "Resource"]


def test_without_an_address_the_way_out_is_told_by_name():
    assert PHRASES.way_out("") == ("Someone in danger: 999. Someone upset, or worried: tell whoever is leading.")
    assert PHRASES.way_out(f"{ADDRESS}upset/").endswith(f" {ADDRESS}upset/")


def test_what_it_takes_to_set_up_is_part_of_the_time_to_set_aside_and_no_step():
    pairs = session(LIBRARY)
    longer = pairs.model_copy(update={"set_up": Minutes(min=10, typical=10, max=10, suggested=True)})
    assert (pairs.minutes.typical, longer.minutes.typical) == (25, 35)
    assert PHRASES.whole_time(longer) == (
        "30–35 minutes: 10 minutes to set up, then "
        "20–25 minutes when each stage takes its full time; the source says 15–20"
    )
    changed_library = with_only(LIBRARY, SESSION, longer)
    told = Teller(changed_library, texts()).telling(SESSION, longer)
    [timeline] = told.blocks(Timeline)
    assert timeline.before == "30–35 minutes: 10 to set up, then 20–25 on the clock."
    assert [step.start for step in timeline.steps][:2] == [0, 5]
    [entry] = appointments(told, "handouts/pairs-calendar.ics", texts())
    assert entry.minutes == 35
    agenda = entry.description.index("Agenda")
    assert entry.description[agenda + 1] == "First: setting up (10 min)"
    assert entry.description[agenda + 2].startswith("10 min: ")
