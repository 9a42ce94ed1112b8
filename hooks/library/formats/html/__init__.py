"""The library as pages: sections become HTML straight, in one template for every kind and every list."""

from collections.abc import Iterator
from functools import partial

from library.core.health import HEALTH_FILE
from library.core.library import Library
from library.texts import Texts

from . import catalogue, documents, finder, health, offers, own, reviews, times, topics
from .making import Maker, Offers
from .page import Body, Front, Heading, HtmlPage

__all__ = ["Body", "Front", "Heading", "HtmlPage", "pages"]


def pages(library: Library, texts: Texts, offers: Offers = lambda path: ()) -> Iterator[HtmlPage]:
    """Yield every page made from the library. The same library gives the same bytes.

    offers: what there is of each document to print or change; it is asked when a page is written.
    """
    make = Maker(library, texts, offers)
    for room in (documents, topics, finder, times, catalogue, own):
        yield from room.pages(make)
    yield _upkeep(make)
    yield _links(make)
    yield _reviews(make)


def _upkeep(make: Maker) -> HtmlPage:
    """The page above both of those that say what waits for somebody to look at it."""
    summary = make.say("upkeep.summary")
    front = Front(make.say("upkeep.title"), summary)
    return make.page("maintain/index.md", offers.SOURCE, front, lambda: reviews.ways(make), opening=summary)


def _links(make: Maker) -> HtmlPage:
    summary = make.say("outside.summary")
    front = Front(make.say("outside.title"), summary)
    sections = partial(health.sections, make.library, make.texts)
    return make.page("maintain/links.md", HEALTH_FILE, front, sections, opening=summary)


def _reviews(make: Maker) -> HtmlPage:
    summary = make.say("reviews.summary")
    front = Front(make.say("reviews.title"), summary)
    return make.page("maintain/review.md", offers.SOURCE, front, partial(reviews.sections, make), opening=summary)
