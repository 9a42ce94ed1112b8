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
from library.core.catalogue import RESOURCE
from library.core.kind import DocumentKind
from library.formats import html
from library.formats.html import front_page, lists, offers, pages, shelf
from library.formats.html.inserts import fill
from library.formats.html.wheel import drawing
from library.formats.html.writing import Writer, relative
from library.kinds.guide import GUIDE
from library.kinds.record import RECORD
from library.kinds.wheel import WHEEL
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller, telling
from library.texts import Sentence, texts
from library.types.text import Phrase, Text
from pydantic_core import PydanticCustomError
from selectolax.lexbor import LexborHTMLParser
from tiny_library import entries, spoil, tiny_library, with_only, workshop

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


def test_a_page_says_what_stands_on_it():
    [page] = (page for page in pages(LIBRARY, texts()) if page.url == "workshops/first-steps/")
    headings = page.write().headings
    assert [heading.id for heading in headings][:4] == ["when", "aims", "before", "plan"]
    [slides] = (heading for heading in headings if heading.id == "slides")
    assert [slide.title for slide in slides.headings][:1] == [f"1. {workshop(LIBRARY).slides[0].title}"]


def test_a_list_that_would_lose_its_number_is_refused():
    with pytest.raises(PydanticCustomError) as refused:
        Text.read("1989. The Children Act")
    assert refused.value.type == "list-not-from-1"
    assert Text.read("1989\\. The Children Act").plain == "1989. The Children Act"


def test_the_same_library_gives_the_same_bytes():
    first, second = ([(page.path, page.front, page.write()) for page in pages(tiny_library(), texts())] for _ in "ab")
    assert first == second


def test_everything_with_an_address_has_a_page(tiny_site):
    library = tiny_library()
    addresses = {kind.page_of(entry.id) for kind, entry in entries(library) if kind.page}
    assert len(addresses) > 10
    assert [address for address in sorted(addresses) if not (tiny_site / address / "index.html").is_file()] == []


def figure(id):
    told = telling(WHEEL, LIBRARY[WHEEL][id], Teller(LIBRARY, texts()))
    return next(told.blocks(blocks.WheelFigure))


def test_a_wheel_has_a_wedge_for_each_segment():
    wedges = drawing(figure("map"), "to confirm")
    assert [wedge.status for wedge in wedges] == ["confirmed", "inferred", "open", "blank", "blank"]
    assert wedges[2].lines[-1].text == "to confirm"
    assert len(drawing(figure("blank"), "to confirm")) == 4


def test_a_running_order_says_when_each_step_starts(tiny_site):
    page = LexborHTMLParser((tiny_site / "sessions" / "pairs" / "index.html").read_text(encoding="utf-8"))
    starts = [row.css_first("td").text().strip() for row in page.css(".plan tbody tr")]
    assert starts == ["0 min", "5 min", "15 min"]


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
    library = LIBRARY
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
    assert fill(written, library) == led
    assert 'see <a href="../guides/">the whole list of 250</a>' in lists["find/"]
    assert "and 238 more</p>" in lists["resources/"]
    assert {url for url, html in lists.items() if len(html.encode()) > 130_000} == set(), "the frame is some 15 KB"


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
    assert list(told) == ["film", "book", "course", "leaflet", "handbook"], "what we are sure of stands first"
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
        "format": ["watch", "use", "read"],
        "minutes": ["5", "10"],
        "topic": ["curiosity", "listening"],
        "checked": ["month", "year", "never"],
    }
    assert asked["book"] == {"free": ["unknown"], "format": ["read"], "topic": ["listening"]}
    assert film.way == "watch"
    [empty] = (page.write().html for page in pages(with_only(LIBRARY, RESOURCE), texts()) if page.url == "resources/")
    assert "Nothing here yet." in empty
    assert "<form" not in empty


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


def test_a_topic_starts_with_something_to_do_and_then_shows_everything_in_a_grid():
    page = page_of("topics/curiosity/")
    assert cards_of(page) == {
        "Start here": ["First steps"],
        "More on this topic": ["Openers", "An empty wheel", "The map wheel", "Listening", "A short note"],
    }
    assert [kind.text() for kind in page.css(".card-kind")][:2] == ["Workshop", "Question bank"]
    only = with_only(with_only(LIBRARY, RECORD), WHEEL)
    for kind in {kind for kind in LIBRARY.document_kinds if kind not in (WHEEL, RECORD)}:
        only = with_only(only, kind)
    assert cards_of(page_of("topics/curiosity/", only)) == {}
    wheels = with_only(only, WHEEL, *LIBRARY[WHEEL].values())
    assert cards_of(page_of("topics/curiosity/", wheels))["Start here"] == ["An empty wheel"]


def test_the_list_of_topics_counts_what_each_has():
    page = page_of("topics/")
    [curiosity] = (card for card in page.css(".card") if "Curiosity" in card.text())
    assert "6 to use together" in curiosity.text()
    assert "2 to read, watch or listen to" in curiosity.text()


def test_a_list_of_one_is_no_list_and_says_no_kind_twice():
    page = page_of("guides/")
    assert page.css("ul.cards, .card-kind") == []
    assert len(page.css("div.card")) == 1
    assert len(page_of("wheels/").css("ul.cards > li.card")) == 2


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
