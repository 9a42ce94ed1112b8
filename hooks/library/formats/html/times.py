"""A page for each length of time: what can be done in it, and what comes nearest where that is little or nothing."""

from collections.abc import Iterator
from typing import Any

from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_file import markdown_of
from library.core.paging import CARDS
from library.sections.blocks import Section

from . import offers
from .lists import Choice, Choices, Link, Sentence
from .making import Maker
from .page import Front, HtmlPage

_NEAREST = 3
_LITTLE_MORE = 15
"""Minutes within which something longer comes near enough to be named."""
Timed = tuple[DocumentKind[Any], Gathering]


def pages(make: Maker) -> Iterator[HtmlPage]:
    """A page for each length of time."""
    for minutes in offers.TIMES:
        yield from _time(minutes, make)


def lengths(make: Maker, here: int = 0) -> Choices | None:
    """The lengths of time to choose from. here: the one whose page this is."""
    offered = tuple(
        Choice(make.say("page.in-minutes", count=minutes), offers.time_page(minutes), minutes == here)
        for minutes in offers.times(make.library)
    )
    return Choices(offered) if offered else None


def _time(minutes: int, make: Maker) -> Iterator[HtmlPage]:
    fitting, longer = offers.fitting(make.library, minutes), offers.longer(make.library, minutes)

    def sections(listed: tuple[Timed, ...]) -> Iterator[Section]:
        if times := lengths(make, minutes):
            yield Section("", "", (times,))
        if listed:
            narrow = Sentence(
                "find-time.two-numbers", (("say", Link(make.say("find-time.say-more"), f"find/?minutes={minutes}")),)
            )
            yield Section("", "", (narrow, make.cards(listed)))
        else:
            yield _nothing(bool(longer), make)
        is_last = not listed or listed[-1] == fitting[-1]
        near = [named for named in longer if not listed or named[0] <= minutes + _LITTLE_MORE][:_NEAREST]
        if near and is_last:
            title = make.say("find-time.a-little-more" if listed else "find-time.nearest")
            yield Section("nearest", title, (make.cards((kind, gathering) for _, kind, gathering in near),))

    front = Front(make.say("find-time.title", count=minutes), make.say("find-time.summary", count=minutes))
    opening = make.say("find-time.lead", count=minutes) if fitting else ""
    path = markdown_of(offers.time_page(minutes))
    return make.list_pages(path, offers.SOURCE, front, fitting, sections, size=CARDS, opening=opening)


def _nothing(is_anything_timed: bool, make: Maker) -> Section:
    bank = Link(make.say("find-time.question-bank"), make.library.listed_as("deck").folder)
    key = "find-time.nothing-but" if is_anything_timed else "find-time.nothing"
    return Section("", "", (Sentence(key, (("bank", bank),), "empty"),))
