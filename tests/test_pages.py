"""Pages: what an author wrote is what a reader sees, and the same library gives the same bytes."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from conftest import build
from hypothesis import given, settings
from hypothesis import strategies as st
from library import load
from library.core.catalogue import RESOURCE
from library.core.download import Offer
from library.core.kind import DocumentKind
from library.core.retired_part import GonePart
from library.formats import html
from library.formats.html import front_page, lists, offers, pages, shelf
from library.formats.html.bar import PLAYED, shape, stretches, voices
from library.formats.html.filters import filters
from library.formats.html.inserts import fill
from library.formats.html.making import Maker
from library.formats.html.wheel import FILLS, INK, drawing
from library.formats.html.writing import Writer, relative
from library.kinds import DOCUMENT_KINDS
from library.kinds.guide import GUIDE
from library.kinds.path import PATH
from library.kinds.question_bank import QUESTION_BANK
from library.kinds.record import RECORD
from library.kinds.session import SESSION
from library.kinds.wheel import WHEEL
from library.kinds.workshop import WORKSHOP
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.phrases import Phrases
from library.sections.shared import Teller
from library.texts import Sentence, texts
from library.types.contact import Contact
from library.types.minutes import Minutes
from library.types.text import Phrase, Text
from pydantic_core import PydanticCustomError
from selectolax.lexbor import LexborHTMLParser
from tiny_library import TINY, entries, guide, session, spoil, tiny_library, with_only, workshop

TEMPLATES = Path(html.__file__).parent / "templates"
LIBRARY = tiny_library()
WRITER = Writer(LIBRARY, texts())
LINE = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2FF), min_size=1, max_size=60)


def body_of(*told, url="guides/listening/"):
    """What some blocks become on a page."""
    html = WRITER.body(url, "A page", "", [Section("", "", told)]).html
    return html.partition("</h1>")[2].strip()


@settings(deadline=None)  # the first page is written when its templates have been read
@given(LINE)
def test_plain_words_are_shown_as_they_are(line):
    shown = LexborHTMLParser(body_of(blocks.Words(line))).css_first("p").text()
    assert " ".join(line.split()) == " ".join(shown.split())


TEXTS = {
    "one **two** *three*": "<p>one <strong>two</strong> <em>three</em></p>",
    "a [link](https://www.gov.uk/)": '<p>a <a href="https://www.gov.uk/">link</a></p>',
    "a [session](session:pairs)": '<p>a <a href="../../sessions/pairs/">session</a></p>',
    "a [neighbour](guide:hearing)": '<p>a <a href="../hearing/">neighbour</a></p>',
    "a [resource](resource:film)": '<p>a <a href="../../resources/#film">resource</a></p>',
    "a [page](page:privacy)": '<p>a <a href="../../privacy/">page</a></p>',
    "x {: onclick=alert(1) } & \\<b>": "<p>x {: onclick=alert(1) } &amp; &lt;b&gt;</p>",
    "[home]: https://www.gov.uk/": "<p>[home]: https://www.gov.uk/</p>",
    "- one\n- two": "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
    "1. one\n2. two": "<ol>\n<li>one</li>\n<li>two</li>\n</ol>",
}


@pytest.mark.parametrize("written", TEXTS)
def test_rich_text_becomes_html(written):
    assert body_of(blocks.Prose(Text.read(written))) == TEXTS[written]


def test_a_phrase_on_its_own_is_a_paragraph():
    assert body_of(blocks.Prose(Phrase.read("When *you* begin."))) == "<p>When <em>you</em> begin.</p>"


@pytest.mark.parametrize(
    ("url", "address", "led"),
    [
        ("", "find/", "find/"),
        ("find/", "", "../"),
        ("find/", "find/15-minutes/", "15-minutes/"),
        ("guides/a/", "guides/b/#c", "../b/#c"),
        ("guides/a/", "guides/a/", "./"),
        ("guides/page/2/", "guides/", "../../"),
        ("resources/", "r/a/", "../r/a/"),
    ],
)
def test_a_page_leads_to_another_from_where_it_stands(url, address, led):
    assert relative(url, address) == led


PAGE_BLOCKS = [
    block
    for room in (lists, front_page, shelf)
    for block in vars(room).values()
    if isinstance(block, type) and issubclass(block, blocks.Extra)
]


@pytest.mark.parametrize("block", [*get_args(blocks.Block), *PAGE_BLOCKS], ids=lambda block: block.__name__)
def test_there_is_a_macro_for_each_block(block):
    macros = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.jinja"))
    assert block is blocks.Extra or f"{{% macro {block.__name__}(block, level) %}}" in macros


def test_a_block_that_nobody_wrote_a_macro_for_is_a_mistake_of_ours():
    with pytest.raises(KeyError, match="Text"):
        body_of(Text.read("a text"))


def test_the_whole_that_the_source_alone_states_is_handed_to_scripts_and_ends_the_table_of_times():
    pairs = session(LIBRARY)
    first, *others = pairs.plan.steps
    steps = (first.model_copy(update={"minutes": None, "shrink_to": None}), *others)
    [part] = pairs.plan.parts
    ten = Minutes(min=10, typical=10, max=10)
    untimed = {
        "plan": pairs.plan.model_copy(update={"parts": (part.model_copy(update={"steps": steps}),)}),
        "length": Minutes(min=30, typical=40, max=45),
        "set_up": ten,
    }
    for update, run, clock, end in ((untimed, 40, 50, "0:50"), ({**untimed, "length": None}, None, None, None)):
        library = with_only(LIBRARY, SESSION, pairs.model_copy(update=update))
        times = page_at("sessions/pairs/clock/", library)
        assert (given_by(page_at("run/pairs/", library)).get("whole"), given_by(times).get("whole")) == (run, clock)
        ends = times.css_first(".ends .begins")
        assert (ends and ends.text()) == end


def test_a_step_is_as_long_on_the_screen_it_is_run_from_as_on_the_page_of_times():
    listening = guide(LIBRARY)
    planned = [step.minutes and step.minutes.typical for step in listening.plan.steps]
    assert planned != [step.minutes and step.minutes.max for step in listening.plan.steps]
    for url in ("run/listening/", "guides/listening/clock/"):
        assert [step.get("to") for step in given_by(page_at(url))["steps"]] == planned


def given_by(page):
    """What a page gives its first tool."""
    return json.loads(page.css_first("[data-given]").attributes["data-given"])


def test_a_page_says_what_stands_on_it():
    [page] = (page for page in pages(LIBRARY, texts()) if page.url == "workshops/first-steps/")
    headings = page.write().headings
    assert [heading.id for heading in headings][:3] == ["care", "first", "plan"]
    [plan] = (heading for heading in headings if heading.id == "plan")
    assert plan.headings[0].title == f"1. {next(workshop(LIBRARY).plan.steps).title}"
    [slides] = (page for page in pages(LIBRARY, texts()) if page.url == "workshops/first-steps/slides/")
    assert [slide.title for slide in slides.write().headings][:1] == [f"1. {workshop(LIBRARY).slides[0].title}"]


@pytest.mark.parametrize(
    ("kind", "document"), list(LIBRARY.documents), ids=lambda named: getattr(named, "id", str(named))
)
def test_whatever_a_document_is_told_in_stands_on_one_of_its_pages(kind, document):
    """A section that its kind names for no page would vanish without a word."""
    urls = {outline.address(kind.page_of(document.id)) for outline in kind.pages} or {kind.page_of(document.id)}
    shown = " ".join(page.write().html for page in pages(LIBRARY, texts()) if page.url in urls)
    whole = Teller(LIBRARY, texts()).telling(kind, document)
    told = [section.id for section in whole.walk() if section.blocks and section.title]
    renamed = {"slides", "safety"}  # the page itself is called so
    assert [id for id in told if id not in renamed and f'id="{id}"' not in shown] == []
    assert len(told) > 2


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (GUIDE, "part"),
        (GUIDE, "step"),
        (SESSION, "step"),
        (WORKSHOP, "part"),
        (WORKSHOP, "slide"),
        (QUESTION_BANK, "phase"),
    ],
    ids=str,
)
def test_what_became_of_a_part_stands_once_on_the_page_that_old_links_lead_to(kind, part):
    [document] = LIBRARY[kind].values()
    gone = GonePart(id="old-one", part=part, title="An old one", moved="It is somewhere else now.")
    library = with_only(LIBRARY, kind, document.model_copy(update={"retired": (gone,)}))
    page = page_of(kind.page_of(document.id), library)
    assert len(page.css(f"#{part}-old-one")) == 1
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert ids.index("gone") < ids.index(f"{part}-old-one"), "below the heading that says it is gone"
    assert "No longer here" not in page_of(kind.page_of(document.id)).text(), "where nothing is gone, nothing is told"


def test_what_can_be_done_with_a_document_stands_at_its_head(tiny_site):
    page = LexborHTMLParser((tiny_site / "guides" / "listening" / "index.html").read_text(encoding="utf-8"))
    run, *_ = page.css(".actions > .button")
    [printed] = page.css(".actions > details")
    [first, *_] = printed.css("a")
    assert run.attributes["href"] == "../../run/listening/"
    assert first.attributes["href"] == "../../handouts/listening-facilitator-sheet.pdf"
    assert printed.css("a")[-1].attributes["href"] == "files/"
    assert [link.attributes["href"] for link in page.css(".actions > a")][1:] == ["group/", "clock/"]
    every = LexborHTMLParser((tiny_site / "guides" / "listening" / "files" / "index.html").read_text(encoding="utf-8"))
    listed = {link.attributes["href"].rpartition("/")[2] for link in every.css(".files a")}
    assert listed == {file.name for file in (tiny_site / "handouts").glob("listening-*")}


def test_a_page_below_a_document_says_where_it_stands(tiny_site):
    page = LexborHTMLParser((tiny_site / "guides" / "listening" / "safety" / "index.html").read_text(encoding="utf-8"))
    trail = [(link.text(), link.attributes["href"]) for link in page.css(".trail a")]
    assert trail == [("Home", "../../.."), ("Guides", "../../"), (guide(LIBRARY).title, "../")]


def test_a_list_that_would_lose_its_number_is_refused():
    with pytest.raises(PydanticCustomError) as refused:
        Text.read("1989. The Children Act")
    assert refused.value.type == "list-not-from-1"
    assert Text.read("1989\\. The Children Act").plain == "1989. The Children Act"


def test_the_same_library_gives_the_same_bytes():
    first, second = ([(page.path, page.front, page.write()) for page in pages(load(TINY), texts())] for _ in "ab")
    assert first == second


def test_everything_with_an_address_has_a_page(tiny_site):
    library = tiny_library()
    addresses = {kind.page_of(entry.id) for kind, entry in entries(library) if kind.page}
    assert len(addresses) > 10
    assert [address for address in sorted(addresses) if not (tiny_site / address / "index.html").is_file()] == []


def figure(id):
    told = Teller(LIBRARY, texts()).telling(WHEEL, LIBRARY[WHEEL][id])
    return next(told.blocks(blocks.WheelFigure))


def test_a_wheel_has_a_wedge_for_each_segment():
    wedges = drawing(figure("map"), "to confirm")
    assert [wedge.status for wedge in wedges] == ["confirmed", "inferred", "open", "blank", "blank"]
    assert wedges[2].lines[-1].text == "to confirm"
    assert len(drawing(figure("blank"), "to confirm")) == 4


def test_a_running_order_says_when_each_step_starts(tiny_site):
    page = LexborHTMLParser((tiny_site / "sessions" / "pairs" / "index.html").read_text(encoding="utf-8"))
    starts = [time.text().partition(" · ")[0] for time in page.css(".step-facts .time")]
    assert starts == ["Starts at 0:00", "Starts at 0:05", "Starts at 0:15"]


def test_a_bar_is_drawn_to_scale_and_each_who_speaks_has_a_shape():
    told = Teller(LIBRARY, texts()).telling(SESSION, session(LIBRARY))
    [timeline] = told.blocks(blocks.Timeline)
    drawn = list(stretches(timeline))
    minutes = [step.minutes.typical for step in timeline.steps if step.minutes]
    assert [float(stretch.width[:-1]) for stretch in drawn] == pytest.approx(
        [100 * part / sum(minutes) for part in minutes], abs=0.051
    )
    assert drawn[0].left == "0.0%"
    said = {step.voice: step.speaks for step in timeline.steps if step.speaks}
    assert [(voice.number, voice.who) for voice in voices(timeline, "Film")] == list(said.items())
    assert len(set(said.values())) == len(said) > 1


def test_what_is_played_has_a_shape_and_a_word_of_its_own_where_nobody_speaks():
    [timeline] = Teller(LIBRARY, texts()).telling(SESSION, session(LIBRARY)).blocks(blocks.Timeline)
    step = replace(timeline.steps[0], speaks="", voice=0)
    clip = blocks.Clip("film", "A film", "", Minutes(min=5, typical=5, max=5), "", "", None)
    for clips, number in (((clip,), PLAYED), ((replace(clip, minutes=None),), 0), ((), 0)):
        played = replace(step, clips=clips)
        assert shape(played) == number
        told = [(voice.number, voice.who) for voice in voices(replace(timeline, steps=(played,)), "Film")]
        assert told == ([(PLAYED, "Film")] if number else [])


def test_search_engines_are_told_the_time_to_plan_for(tiny_site):
    told = {}
    for path in ("guides/listening", "sessions/pairs", "workshops/first-steps"):
        page = LexborHTMLParser((tiny_site / path / "index.html").read_text(encoding="utf-8"))
        [facts] = page.css('script[type="application/ld+json"]')
        told[path] = json.loads(facts.text())["timeRequired"]
    assert told == {"guides/listening": "PT33M", "sessions/pairs": "PT25M", "workshops/first-steps": "PT30M"}


def test_a_page_written_by_hand_is_never_overwritten(tiny_project):
    page = tiny_project / "docs" / "resources.md"
    page.write_text("---\ntitle: Ours\ndescription: Ours.\n---\n# Ours\n", encoding="utf-8")
    done = build(tiny_project, tiny_project / "out", SHEETS="none")
    assert done.returncode == 1
    assert "docs/resources.md:1  has the name of a page that the library makes, resources/; " in done.stderr
    assert not (tiny_project / "out").exists()


def test_long_lists_go_on_on_further_pages_and_links_lead_to_the_right_one():
    library = with_only(LIBRARY, PATH)  # it leads to a guide that this library is without
    [guide], film = library[GUIDE].values(), library[RESOURCE]["film"]
    guides = [guide.model_copy(update={"id": f"guide-{number:03}"}) for number in range(250)]
    films = [film.model_copy(update={"id": f"film-{number:03}"}) for number in range(170)]
    origins = {("guide", copy.id): library.origin_of(GUIDE, guide.id) for copy in guides}
    origins |= {("resource", copy.id): library.origin_of(RESOURCE, film.id) for copy in films}
    library = replace(library, origins={**library.origins, **origins})
    library = with_only(with_only(library, GUIDE, *guides), RESOURCE, *library[RESOURCE].values(), *films)
    made = {page.url: page for page in pages(library, texts())}
    lists = {url: page.write().html for url, page in made.items() if not url.startswith(("guides/guide", "r/"))}
    assert [url for url in made if url.startswith("guides/page")] == ["guides/page/2/", "guides/page/3/"]
    cards = [lists[url].count('class="card"') for url in ("guides/", "guides/page/2/", "guides/page/3/")]
    assert cards == [100, 100, 50]
    assert made["guides/page/2/"].front.title == "Peer reflection guides, page 2"
    assert re.findall('<a href="([^"]*)"[^>]*>Page', lists["guides/page/2/"]) == ["../../", "#content", "../3/"]
    for resource in library[RESOURCE].values():
        address, _, place = library.place_of(resource).partition("#")
        assert f'id="{place}"' in lists[address]
    assert library.address_of("resource:book") == "r/book/"
    assert library.address_of("resource:film-000").startswith("resources/#")
    assert library.address_of("resource:film-169").startswith("resources/page/3/#")
    written = "[one](resources.md#film-000), [another](../resources.md#film-169), [none](resources.md#gone)"
    led = "[one](resources.md#film-000), [another](../resources/page/3.md#film-169), [none](resources.md#gone)"
    assert fill(written, library, Contact()) == led
    assert 'see <a href="../guides/">the whole list of 250</a>' in lists["find/"]
    assert "and 238 more</p>" in lists["resources/"]
    assert {url for url, html in lists.items() if len(html.encode()) > 130_000} == set(), "the frame is some 15 KB"


def test_a_long_list_of_what_people_meet_around_is_in_order_of_how_long_that_takes():
    """Headings by length, and titles in order below each, whatever article they start with; over pages too."""
    [guide] = LIBRARY[GUIDE].values()
    lengths = {
        "The Bee": 20,
        "A cat": 20,
        "an Ant": 15,
        "Theatre": 45,
        "Zebra": 21,
        "Hour": 60,
        "Day": 61,
        "None": None,
    }
    titles = {**lengths, **{f"Many {number:03}": 60 for number in range(100)}}

    def taking(title, minutes):
        [part, *_] = guide.plan.parts
        time = minutes and Minutes(min=5, typical=minutes, max=minutes)
        step = part.steps[0].model_copy(update={"minutes": time, "turns": None})
        plan = guide.plan.model_copy(update={"parts": (part.model_copy(update={"steps": (step,)}),)})
        changed = {
            "id": title.lower().replace(" ", "-"),
            "title": title,
            "plan": plan,
            "length": None,
            "set_up": None,
            "shorter": None,
        }
        return guide.model_copy(update=changed)

    def listed(*titles_there):
        guides = [taking(title, titles[title]) for title in titles_there]
        origins = {("guide", copy.id): LIBRARY.origin_of(GUIDE, guide.id) for copy in guides}
        library = with_only(replace(LIBRARY, origins={**LIBRARY.origins, **origins}), PATH)
        made = pages(with_only(library, GUIDE, *guides), texts())
        lists = [page.write().html for page in made if re.fullmatch(r"guides/(page/\d+/)?", page.url)]
        return [[node.text().strip() for node in LexborHTMLParser(html).css("h2, .card-title")] for html in lists]

    first, second = listed(*reversed(titles))
    assert first[:4] == ["Up to 20 minutes", "an Ant", "The Bee", "A cat"]
    assert first[4:8] == ["Up to 45 minutes", "Theatre", "Zebra", "Up to an hour"]
    assert first[8:10] == ["Hour", "Many 000"]
    assert second[0] == "Up to an hour"
    assert second[-3:] == ["Longer, or no set time", "Day", "None"]
    few = list(titles)[:12]
    by_title = ["an Ant", "The Bee", "A cat", "Day", "Hour", "Many 000", "Many 001", "Many 002", "Many 003", "None"]
    assert listed(*few) == [[*by_title, "Theatre", "Zebra"]], "a few can be taken in at once"
    assert listed(*titles)[0][0] == "Up to 20 minutes"


def test_session_models_lead_to_what_takes_a_licence():
    made = {page.url: page.write().html for page in pages(LIBRARY, texts())}
    [way] = [link for link in LexborHTMLParser(made["sessions/"]).css("p > a") if link.text() == "Models to bring in"]
    assert way.attributes["href"] == "../signposts/"
    assert "Models to bring in" not in made["guides/"]


def test_a_signpost_says_first_what_it_is_who_may_run_it_how_to_get_it_and_the_price():
    made = {page.url: page.write().html for page in pages(LIBRARY, texts())}
    headings = [node.text().strip() for node in LexborHTMLParser(made["signposts/circle/"]).css("h2")]
    assert headings[:5] == ["What it is", "Who may run it", "How to get it", "What it costs", "When to use it"]
    card = LexborHTMLParser(made["signposts/"]).css_first(".card").text()
    assert "Somebody with a licence" in card
    assert "May bring up feelings" in card


def test_a_new_kind_has_its_pages_without_a_template():
    """Nothing but the kind itself and its words: a page, a list, a place in the finder and in its topics."""
    [record] = LIBRARY[RECORD].values()
    poem = DocumentKind(
        "poem", "poems", type(record), source="guides/poems", page="poems/{id}/", sections=RECORD.sections
    )
    library = replace(
        LIBRARY,
        kinds=(*LIBRARY.kinds, poem),
        entries={**LIBRARY.entries, "poem": {"rain": record.model_copy(update={"id": "rain", "title": "Rain"})}},
        origins={**LIBRARY.origins, ("poem", "rain"): LIBRARY.origin_of(RECORD, record.id)},
    )
    words = {f"kinds.poem-{name}": Sentence({"other": name.title()}, "") for name in ("one", "many", "summary", "type")}
    said = replace(texts(), sentences={**texts().sentences, **words})
    made = {page.url: page for page in pages(library, said)}
    assert '<h3 id="heading-' in made["poems/rain/"].write().html
    assert made["poems/rain/"].front.learning_resource["learningResourceType"] == "Type"
    assert '<p class="card-title"><a href="rain/">Rain</a></p>' in made["poems/"].write().html
    assert '<li><a href="../poems/rain/">Rain</a></li>' in made["find/"].write().html
    assert '<option value="poem">One</option>' in made["find/"].write().html
    topic = made[f"topics/{record.topics[0]}/"].write().html
    assert '<a href="../../poems/rain/">Rain</a></p>\n<p class="card-kind">One</p>' in topic


def test_a_dead_link_on_a_page_of_the_library_stops_a_strict_build(tiny_project):
    template = "hooks/library/formats/html/templates/blocks/cards.html.jinja"
    spoil(tiny_project, template, "to(card.address)", 'to("gone/")')
    done = build(tiny_project, tiny_project / "out", SHEETS="none")
    assert done.returncode == 1
    assert re.search(r"guides/index\.html.*gone", done.stdout + done.stderr)
    assert not (tiny_project / "out").exists()


def test_the_catalogue_says_what_is_known_in_words_and_shows_no_address():
    made = {page.url: page.write().html for page in pages(LIBRARY, texts())}
    rows = LexborHTMLParser(made["resources/"]).css(".row")
    told = {row.attributes["id"]: (row.css_first("a").attributes["href"], row.text()) for row in rows}
    in_order = ["film", "course", "handbook", "leaflet", "book"]
    assert list(told) == in_order, "what we are sure of stands first, and last what nobody knows the cost of"
    assert "We do not know whether 1 of 5 is free." in LexborHTMLParser(made["resources/"]).text()
    assert "We have not checked it yet. First check by 31 May 2027." in made["r/book/"]
    assert "Due to be checked again by" in made["r/film/"]
    assert told["film"][0] == "https://www.example.com/film"
    assert "Checked 2 November 2026" in told["film"][1]
    assert told["handbook"][0] == "../r/handbook/"
    assert "Address no longer works" in told["handbook"][1]
    assert not [words for _, words in told.values() if "://" in words]
    [fold] = LexborHTMLParser(made["resources/"]).css("details.fold")
    assert len(fold.css(".row")) == 4
    for id, button in {
        "film": "Open A film on listening (outside site)",
        "course": "Open a related page (outside site)",
        "leaflet": "Open the site of The Listening Press (outside site)",
    }.items():
        [link] = LexborHTMLParser(made[f"r/{id}/"]).css("a.button")
        assert link.text() == button
        assert '<a href="../../guides/listening/">Listening</a>' in made[f"r/{id}/"]
    for id in ("book", "handbook"):
        assert "a.button" not in made[f"r/{id}/"]
        assert LexborHTMLParser(made[f"r/{id}/"]).css("a.button") == []


def test_the_catalogue_is_narrowed_by_what_leaves_something_to_see():
    book, film = LIBRARY[RESOURCE]["book"], LIBRARY[RESOURCE]["film"]
    asked = {}
    for name, library in {"both": LIBRARY, "book": with_only(LIBRARY, RESOURCE, book), "film": LIBRARY}.items():
        [page] = (page.write().html for page in pages(library, texts()) if page.url == "resources/")
        choices = LexborHTMLParser(page).css(".filters select")
        asked[name] = {
            choice.attributes["name"]: [option.attributes["value"] for option in choice.css("option")][1:]
            for choice in choices
        }
    assert asked["both"] == {
        "free": ["yes", "no", "unknown"],
        "format": ["watch", "use", "learning-pathway", "toolkit", "read", "download", "book"],
        "minutes": ["5", "10"],
        "topic": ["curiosity", "listening"],
        "checked": ["yes", "month", "year", "never"],
    }
    assert asked["book"] == {"free": ["unknown"], "format": ["read"], "topic": ["listening"]}
    assert film.way == "watch"
    [empty] = (page.write().html for page in pages(with_only(LIBRARY, RESOURCE), texts()) if page.url == "resources/")
    assert "Nothing here yet." in empty
    assert "<form" not in empty


@pytest.mark.parametrize(("others", "is_asked"), [(9, True), (10, False)])
def test_readers_are_asked_how_long_they_have_only_where_a_tenth_of_all_lengths_is_known(others, is_asked):
    book, film = LIBRARY[RESOURCE]["book"], LIBRARY[RESOURCE]["film"]
    assert (film.minutes is None, book.minutes) == (False, None)
    books = (book.model_copy(update={"id": f"book-{number}"}) for number in range(others))
    asked = filters(Maker(with_only(LIBRARY, RESOURCE, film, *books), texts(), lambda path: ())).questions
    assert ("minutes" in [question.name for question in asked]) == is_asked


def page_of(url, library=LIBRARY):
    """The body of a page of a library."""
    [html] = (page.write().html for page in pages(library, texts()) if page.url == url)
    return LexborHTMLParser(html)


def cards_of(tree):
    """From each heading, or "", to the titles of the cards below it."""
    titles, heading = {}, ""
    for node in tree.css("h2, .card-title"):
        if node.tag == "h2":
            heading = node.text()
        else:
            titles.setdefault(heading, []).append(node.text())
    return titles


def test_lists_are_in_the_order_of_the_titles_readers_see(site):
    """A list that goes by length is in order below each of its headings."""

    def lists_on(path, of, title):
        page = LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))
        return [[node.text().strip() for node in listed.css(title)] for listed in page.css(of)]

    pages_of_cards = ["topics/", *(kind.folder for kind in DOCUMENT_KINDS if kind.listed != "deck")]
    listed = [titles for path in pages_of_cards for titles in lists_on(path, "ul.cards", ".card-title")]
    listed += lists_on("find", "#by-topic + .choices", "a")
    listed += (titles for kind in DOCUMENT_KINDS for titles in lists_on("find", f"#all-{kind.slug} + ul", "a"))
    assert [titles for titles in listed if titles != sorted(titles, key=offers.as_sorted)] == []
    assert max(map(len, listed)) > 20


def test_a_printed_page_says_its_address_only_where_somebody_has_decided_it(tiny_site, tiny_project):
    address = "https://example.org/library/"
    result = build(tiny_project, tiny_project / "out", SHEETS="none", SITE_URL=address)
    assert result.returncode == 0, result.stderr
    undecided, decided = (
        LexborHTMLParser((site / "guides/listening/index.html").read_text(encoding="utf-8"))
        .css_first(".print-head")
        .text()
        for site in (tiny_site, tiny_project / "out")
    )
    assert f"{address}guides/listening/" in decided
    assert "http" not in undecided


def test_no_two_files_of_a_document_are_called_alike(tiny_site):
    paths = list(tiny_site.rglob("files/index.html"))
    assert len(paths) > 5
    for path in paths:
        links = LexborHTMLParser(path.read_text(encoding="utf-8")).css(".files a")
        titles = [link.text() for link in links]
        assert len(titles) == len(set(titles)), path


def test_helplines_come_first_in_what_a_topic_leads_to():
    [resource, *others] = LIBRARY[RESOURCE].values()
    topic = resource.topics[0]
    helpline = resource.model_copy(update={"id": "ring", "title": "Ring us", "kind": "helpline", "url": None})
    origins = {**LIBRARY.origins, ("resource", "ring"): LIBRARY.origin_of(RESOURCE, resource.id)}
    library = with_only(replace(LIBRARY, origins=origins), RESOURCE, resource, *others, helpline)
    [page] = (page for page in pages(library, texts()) if page.url == f"topics/{topic}/")
    titles = LexborHTMLParser(page.write().html).css(".row-title")
    assert len(titles) > 1
    assert titles[0].text() == "Ring us"


def test_a_path_says_once_what_each_stop_is_and_long_times_in_hours():
    [path] = LIBRARY[PATH].values()
    page = page_at(f"paths/{path.id}/")
    headings = page.css("#reasons ~ h3")
    assert len(headings) == len(path.stops)
    assert all(heading.css_first("a") for heading in headings)
    assert "Open it" not in page.body.text()


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (10, 15, "10–15 minutes"),
        (170, 190, "170–190 minutes"),
        (411, 431, "about 7 hours"),
        (240, 240, "4 hours"),
        (200, 300, "about 3½–5 hours"),
        (209, 209, "about 3½ hours"),
        (210, 210, "3½ hours"),
        (210, 270, "3½–4½ hours"),
        (225, 225, "about 4 hours"),
        (300, 300, "5 hours"),
    ],
)
def test_more_than_three_hours_are_told_in_hours(least, most, told):
    assert Phrases(texts()).minutes(Minutes(min=least, typical=most, max=most)) == told


def test_a_topic_starts_with_something_to_do_and_then_shows_everything_in_a_grid():
    page = page_of("topics/curiosity/")
    assert cards_of(page) == {
        "Start here": ["First steps"],
        "More on this topic": ["Openers", "The map wheel", "Listening", "A short note"],
    }
    assert [kind.text() for kind in page.css(".card-kind")][:2] == ["Workshop", "Question bank"]
    only = with_only(with_only(LIBRARY, RECORD), WHEEL)
    for kind in {kind for kind in LIBRARY.document_kinds if kind not in (WHEEL, RECORD)}:
        only = with_only(only, kind)
    assert cards_of(page_of("topics/curiosity/", only)) == {}
    wheels = with_only(only, WHEEL, *LIBRARY[WHEEL].values())
    assert cards_of(page_of("topics/curiosity/", wheels))["Start here"] == ["The map wheel"]


def test_the_list_of_topics_counts_what_each_has():
    page = page_of("topics/")
    [curiosity] = (card for card in page.css(".card") if "Curiosity" in card.text())
    assert "5 to use together" in curiosity.text()
    assert "2 to read, watch or listen to" in curiosity.text()


def test_a_list_of_one_is_no_list_and_says_no_kind_twice():
    page = page_of("guides/")
    assert page.css("ul.cards, .card-kind") == []
    assert len(page.css("div.card")) == 1
    [guide] = LIBRARY[GUIDE].values()
    two = with_only(LIBRARY, GUIDE, guide, guide.model_copy(update={"id": "again"}))
    two = replace(two, origins={**two.origins, ("guide", "again"): two.origin_of(GUIDE, guide.id)})
    assert len(page_of("guides/", two).css("ul.cards > li.card")) == 2


def test_a_time_in_which_nothing_can_be_done_shows_what_comes_nearest():
    page = page_of("find/15-minutes/")
    assert "Nothing in the library is that short yet." in page.text()
    assert cards_of(page) == {"What comes nearest": ["Thinking in pairs", "Listening", "First steps"]}
    fitting = cards_of(page_of("find/30-minutes/"))
    assert fitting == {"": ["Thinking in pairs", "Listening", "First steps"]}
    nothing = LIBRARY
    for kind in LIBRARY.document_kinds:
        nothing = with_only(nothing, kind)
    empty = page_of("find/90-minutes/", nothing)
    assert "one or two questions from a question bank" in empty.text()
    assert cards_of(empty) == {}


def test_what_takes_a_little_longer_stands_below_what_fits(monkeypatch):
    assert [least for least, _, _ in LIBRARY.timed] == [20, 25, 30]
    monkeypatch.setattr(offers, "TIMES", (20,))
    little = {"": ["Thinking in pairs"], "If you have a little more time": ["Listening", "First steps"]}
    assert cards_of(page_of("find/20-minutes/")) == little


def test_nothing_is_told_of_addresses_that_nobody_has_asked_for():
    never = replace(LIBRARY, health={})
    page = page_of("maintain/links/", never)
    assert "The first check is still to come. Nothing is known yet of the 4 addresses." in page.text()
    assert page.css("table, svg, h2") == []
    asked = page_of("maintain/links/")
    assert "A program last asked for these addresses on 3 November 2026." in asked.text()
    assert [cell.text() for cell in asked.css("tbody td")][:4] == ["1", "1", "1", "1"], "no state with nothing in it"
    for table in asked.css("table"):
        assert table.css_first("caption").text()
        assert len(table.css("tbody tr")) == len(table.css("tbody th[scope=row]")) > 1


def test_a_table_of_one_row_is_a_sentence():
    film = LIBRARY[RESOURCE]["film"]
    page = page_of("maintain/links/", with_only(LIBRARY, RESOURCE, film))
    assert page.css("table, svg") == []
    assert "Answers: 1." in page.text()
    assert "The Open College: 1 answers." in page.text()


def page_at(url, library=LIBRARY, **offers):
    """A page of a library, written. offers: the files that can be had, by the path of their page."""
    [page] = (page for page in pages(library, texts(), lambda path: offers.get(path, ())) if page.url == url)
    return LexborHTMLParser(page.write().html)


def offer(of, name, format="pdf"):
    return Offer(of=of, path=f"handouts/{name}", title="A sheet", variant="standard", format=format)


def test_the_first_things_to_do_stand_at_the_head_as_far_as_their_files_can_be_had():
    files = ("note-sheet.pdf", "note-outline.odt", "note-outline.docx")
    offers = {"records/note.md": tuple(offer("record:note", name) for name in files)}
    page = page_at("records/note/", **offers)
    links = page.css(".actions a")
    buttons = [(link.text().strip(), link.attributes["href"], link.attributes.get("class")) for link in links]
    assert buttons == [
        ("Fill in Word", "../../handouts/note-outline.docx", "button"),
        ("Print", "../../handouts/note-sheet.pdf", "button quiet"),
        ("OpenDocument", "../../handouts/note-outline.odt", None),
        ("All files", "files/", None),
    ]
    alone = page_at("records/note/", **{"records/note.md": offers["records/note.md"][:1]})
    assert [link.attributes["class"] for link in alone.css(".actions .button")] == ["button"], "the first is a full one"
    assert page_at("records/note/").css(".actions .button") == [], "and there is none where nothing was made"


def test_a_record_sheet_is_drawn_with_a_line_for_each_that_is_on_paper():
    page = page_at("records/note/")
    assert [len(place.css("i")) for place in page.css(".form .ruled")] == [1, 5]
    assert page.css_first(".form .notice").text() == "No names or identifying details, of anyone, on this sheet."
    assert [box.attributes["class"] for box in page.css(".form-page > div")] == ["form-before", "form", "form-after"]


def wheel_of(letters, blank=0):
    segments = (
        blocks.Segment(str(at), letter, letter, "confirmed", "", Text.read("x"), ())
        for at, letter in enumerate(letters)
    )
    return blocks.WheelFigure(tuple(segments), blank, "A wheel")


@pytest.mark.parametrize(
    ("letters", "blank", "tints"),
    [
        ("GGRRA", 0, (0, 0, 1, 1, 2)),
        ("GRAC", 0, (0, 1, 2, 1)),
        ("GRACE", 0, (0, 1, 2, 0, 1)),
        ("", 4, (0, 1, 2, 1)),
        ("AA", 2, (0, 0, 1, 2)),
        ("A", 0, (0,)),
    ],
)
def test_segments_of_one_letter_share_a_tint_and_the_last_differs_from_the_first(letters, blank, tints):
    assert wheel_of(letters, blank).tints == tints
    assert [wedge.tint for wedge in drawing(wheel_of(letters, blank), "?")] == list(tints)


def test_a_list_shows_a_wheel_once_with_its_variants():
    page = page_at("wheels/")
    assert page.css(".card") == []
    [family] = page.css(".family")
    assert family.css_first(".card-title a").attributes["href"] == "map/"
    links = [(link.text(), link.attributes["href"]) for link in family.css(".variants a")]
    assert links == [("With words", "map/"), ("Blank", "blank/")]
    assert [text.text() for text in family.css("svg text")] == ["M", "A", "P"]


def test_search_engines_are_led_from_a_variant_to_what_it_is_a_variant_of():
    fronts = {page.url: page.front for page in pages(LIBRARY, texts())}
    assert (fronts["wheels/blank/"].canonical, fronts["wheels/map/"].canonical) == ("wheels/map/", "")
    assert fronts["wheels/blank/"].title == "An empty wheel"


def test_a_single_question_is_no_list_and_only_a_word_without_a_source_says_so():
    page = page_at("wheels/map/")
    assert page.css_first("#prompt-ask-music").tag == "p"
    doubts = [doubt.text() for doubt in page.css(".segment .fine")]
    assert doubts == ["This word is our best guess, not confirmed.", "This word is open: no source gives a word."]


def test_a_bank_has_a_card_for_each_question_and_chips_for_what_tells_them_apart():
    page = page_at("questions/openers/")
    said = [(card.attributes["data-depth"], card.attributes["data-about"]) for card in page.css(".deck .question")]
    assert said == [("light", "self"), ("middle", "family team"), ("heavy", "child system")]
    chips = {box.attributes["value"] for box in page.css(".chips input")}
    assert chips == {"light", "middle", "heavy", "self", "family", "team", "child", "system"}
    assert page.css_first("details.fold h2").text() == "How to use these questions"


def test_a_wheel_without_a_style_sheet_has_the_colours_of_the_style_sheet():
    colours, wheel = (
        (Path(__file__).parent.parent / "docs/assets/css" / name).read_text(encoding="utf-8")
        for name in ("parts/colours.css", "tints.css")
    )
    assert tuple(re.findall(r"--wedge: var\(--light, (#\w+)\)", wheel)) == FILLS
    [ink] = re.findall(r"--ink: var\(--light, (#\w+)\)", colours)
    assert ink == INK
