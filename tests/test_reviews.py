"""What was reviewed and what was not: drafts, the page of what waits, and the feed of what is new and changed."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from library import load
from library.core.document import Review
from library.core.library import Library
from library.formats import feed
from library.formats.html import pages, reviews
from library.formats.html.making import Maker
from library.kinds import KINDS
from library.kinds.guide import GUIDE
from library.kinds.path import PATH
from library.kinds.signpost import SIGNPOST
from library.sections.phrases import Phrases
from library.texts import texts
from selectolax.lexbor import LexborHTMLParser
from tiny_library import ADDRESS, TINY, guide, session, with_only

LIBRARY = load(TINY)
COUNT = sum(1 for _ in LIBRARY.documents)
PHRASES = Phrases(texts())
LED = Review(on=date(2026, 11, 2), by="A practice lead")
LIVED = Review(on=date(2026, 11, 9), by="A parent")


def heavy(practitioner, lived):
    """The guide, which may be upsetting, with reviews."""
    return guide(LIBRARY).model_copy(update={"reviewed": practitioner, "lived_experience": lived})


def with_guide(changed):
    return replace(LIBRARY, entries={**LIBRARY.entries, GUIDE.name: {changed.id: changed}})


def page_of(url, library=LIBRARY):
    [html] = (page.write().html for page in pages(library, texts()) if page.url == url)
    return LexborHTMLParser(html)


STATES = {
    "nobody": (
        None,
        None,
        "Draft: no practitioner and nobody with lived experience has reviewed this yet.",
        "Draft: nobody has reviewed it yet.",
    ),
    "a practitioner": (
        LED,
        None,
        "Draft: a practitioner has reviewed this, and nobody with lived experience has yet.",
        "Draft. Reviewed on 2 November 2026 by A practice lead. Not yet reviewed by anyone with lived experience.",
    ),
    "someone with lived experience": (
        None,
        LIVED,
        "Draft: someone with lived experience has reviewed this, and no practitioner has yet.",
        "Draft. Not yet reviewed by practitioners. Reviewed on 9 November 2026 by A parent, with lived experience.",
    ),
    "both": (
        LED,
        LIVED,
        "",
        "Reviewed on 2 November 2026 by A practice lead. "
        "Reviewed on 9 November 2026 by A parent, with lived experience.",
    ),
}


@pytest.mark.parametrize("who", STATES)
def test_what_may_be_upsetting_is_a_draft_until_both_have_reviewed_it(who):
    practitioner, lived, banner, foot = STATES[who]
    document = heavy(practitioner, lived)
    assert PHRASES.draft(document, LIBRARY) == banner
    assert PHRASES.reviewed_in_short(document, LIBRARY) == foot
    told = page_of("guides/listening/", with_guide(document)).css(".draft strong")
    assert [node.text() for node in told] == ([banner] if banner else [])


def test_what_may_be_upsetting_is_a_draft_whatever_kind_it_is():
    [circle] = LIBRARY[SIGNPOST].values()
    upsetting = with_only(LIBRARY, SIGNPOST, circle.model_copy(update={"intensity": "heavy"}))
    banner = [STATES["nobody"][2]]
    assert [node.text() for node in page_of("signposts/circle/", upsetting).css(".draft strong")] == banner
    assert page_of("signposts/circle/").css(".draft") == []
    assert "Licensed circles (Signpost)" in page_of("maintain/review/", upsetting).css_first("#drafts ~ ul").text()
    assert [node.text() for node in page_of("paths/first-month/").css(".draft strong")] == banner
    light = with_guide(heavy(None, None).model_copy(update={"intensity": "light"}))
    assert page_of("paths/first-month/", light).css(".draft") == [], "no stop of it may stir up a lot now"


def test_what_is_light_is_no_draft_and_says_who_has_not_reviewed_it():
    light = heavy(None, None).model_copy(update={"intensity": "light"})
    assert PHRASES.draft(light, LIBRARY) == ""
    assert PHRASES.reviewed_in_short(light, LIBRARY) == "Nobody has reviewed it yet."
    assert PHRASES.reviewed(None, None) in page_of("guides/listening/about/", with_guide(light)).text()


def test_the_page_of_reviews_lists_what_waits_by_kind_and_each_day():
    page = page_of("maintain/review/")
    assert [node.text() for node in page.css("#drafts ~ ul li, section#drafts li, #drafts li")][:2] == [
        "A first month of listening (Path)",
        "Listening (Peer reflection guide)",
    ]
    text = page.text()
    assert f"None of the {COUNT} pages has been reviewed by both" in text
    assert "Listening (nobody with lived experience has reviewed it)" in text
    assert "Thinking in pairs (no practitioner has reviewed it)" in text
    assert "The map wheel (nobody has reviewed it)" in text
    days = [node.text() for node in page.css("h3") if re.search(r"\d{4}$", node.text())]
    assert days == ["31 May 2027"]


def test_the_page_above_leads_to_what_needs_a_review_by_day_and_to_the_checks_of_addresses():
    leads = {link.text(): link.attributes["href"] for link in page_of("maintain/").css("a")}
    assert leads == {
        "What is looked at again, by day": "review/#by-day",
        "What waits for a review": "review/#waiting",
        "External link checks": "links/",
    }
    assert "(the next by 31 May 2027)" in page_of("maintain/").text()
    ids = {node.attributes["id"] for node in page_of("maintain/review/").css("[id]")}
    assert {"by-day", "waiting"} <= ids


def test_the_page_of_reviews_lists_no_draft_where_there_is_none():
    [path] = LIBRARY[PATH].values()
    read_through = path.model_copy(update={"reviewed": LED, "lived_experience": LIVED})
    page = page_of("maintain/review/", with_only(with_guide(heavy(LED, LIVED)), PATH, read_through))
    assert f"2 of {COUNT} pages have been reviewed by a practitioner and by" in page.text()
    assert "Drafts" not in [node.text() for node in page.css("h2")]


ATOM = {"atom": "http://www.w3.org/2005/Atom"}


def parsed(library: Library, address):
    return ElementTree.fromstring(feed.write(library, texts(), address))


@pytest.mark.parametrize("address", [None, ADDRESS])
def test_the_feed_has_what_atom_asks_for(address):
    root = parsed(LIBRARY, address)
    entries = root.findall("atom:entry", ATOM)
    assert len(entries) == sum(1 for _ in LIBRARY.documents)
    for node in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"atom:{name}", ATOM)) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", node.findtext("atom:updated", "", ATOM))
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", node.findtext("atom:id", "", ATOM))
        links = [link.get("href") for link in node.findall("atom:link[@rel='alternate']", ATOM)]
        assert len(links) == 1
        assert links[0].startswith(address or ("./", *(kind.page.partition("{")[0] for kind in KINDS if kind.page)))
    assert root.findtext("atom:author/atom:name", "", ATOM) == "Peer Reflection Library"
    ids = [node.findtext("atom:id", "", ATOM) for node in (root, *entries)]
    assert len(set(ids)) == len(ids)


def test_an_entry_keeps_its_name_wherever_the_site_stands():
    ids = [
        [node.text for node in parsed(LIBRARY, address).iter(f"{{{ATOM['atom']}}}id")] for address in (None, ADDRESS)
    ]
    assert ids[0] == ids[1]


def test_the_feed_tells_first_what_changed_last_and_what_it_was():
    changed = heavy(None, None).model_copy(update={"revised": date(2026, 11, 20), "changes": session(LIBRARY).changes})
    first = parsed(with_guide(changed), ADDRESS).find("atom:entry", ATOM)
    assert first.findtext("atom:title", "", ATOM) == "Listening"
    assert first.findtext("atom:summary", "", ATOM) == (
        "Practise listening to one another, with a short film and two questions. Draft: no practitioner and nobody "
        "with lived experience has reviewed this yet. What changed: The listener speaks too."
    )


def test_what_changed_stands_on_the_page_about_a_document():
    text = page_of("sessions/pairs/about/").text()
    assert text.index("Version 1.1, 3 November 2026") < text.index("Version 1.0, 1 November 2026")
    assert "The listener speaks too." in text


def test_a_long_list_names_the_first_and_says_how_many_more_there_are(monkeypatch):
    monkeypatch.setattr(reviews, "_MOST", 1)
    guides = {
        id: guide(LIBRARY).model_copy(update={"id": id, "title": id.title()}) for id in ("alpha", "beta", "gamma")
    }
    library = replace(LIBRARY, entries={**LIBRARY.entries, GUIDE.name: guides})
    told = reviews.sections(Maker(library, texts(), lambda path: ()))
    [waiting] = (section for section in told if section.id == "waiting")
    [listed] = (part for part in waiting.sections if part.id == "waiting-guides")
    links, further = listed.blocks
    assert [link.title for link in links.links] == ["Alpha"]
    assert further.text == "And 2 more"
