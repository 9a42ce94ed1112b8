"""The pages people find things by: the finder with everything in plain lists, and a page for each length of time."""

from collections.abc import Iterator
from typing import Any, get_args

from library.core.catalogue import RESOURCE
from library.core.document import Document
from library.core.gathering import Experience, Intensity
from library.core.kind import DocumentKind
from library.core.page_file import markdown_of
from library.core.paging import CARDS
from library.core.shared import TOPIC
from library.sections.blocks import Section
from library.types.plain import Format

from . import offers
from .catalogue import FOLDER as CATALOGUE
from .lists import Choice, Choices, Choose, Finder, Link, Links, Sentence
from .looks import EVERYTHING
from .making import Maker
from .offers import Named
from .page import Front, HtmlPage
from .tools import tool

FOLDER = "find/"
SOURCE = "guides"
"""Where an author would go to change what these pages list."""


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The finder, and a page for each length of time."""
    summary = make.say("find-form.summary")
    front = Front(make.say("find-form.title"), summary, tools=("finder",), is_short=True)
    yield make.page(f"{FOLDER}index.md", SOURCE, front, lambda: _finder(make), opening=summary)
    for minutes in offers.TIMES:
        yield from _time(minutes, make)


def _finder(make: Maker) -> Iterator[Section]:
    say = make.say
    intensity = {level: say(f"intensity.{level}") for level in get_args(Intensity)}
    form = Finder(tool("finder", scales=offers.scales(), intensity=intensity), tuple(_questions(make)))
    by_kind = (
        *(_all_of(kind, make) for kind in make.library.document_kinds if make.library[kind]),
        _resources(make),
    )
    lists = [Section("all", say("find-form.everything"), sections=by_kind)]
    if topics := offers.topics(make.library):
        choices = (Choice(topic.label, TOPIC.page_of(topic.id)) for topic in topics)
        lists.insert(0, Section("by-topic", say("find-form.by-topic"), (Choices(tuple(choices)),)))
    if times := _times(make):
        lists.insert(0, Section("by-time", say("find-form.by-time"), (times,)))
    yield Section("", "", (form,), (Section(EVERYTHING, "", (), tuple(lists)),))


def _questions(make: Maker) -> Iterator[Choose]:
    say = make.say
    for name, answers in (
        ("format", {place: say(f"find-place.{place}") for place in get_args(Format)}),
        ("topic", {topic.id: topic.label for topic in offers.topics(make.library)}),
        ("kind", offers.kinds(make.library, make.texts)),
        ("experience", {level: say(f"find-experience.{level}") for level in get_args(Experience)}),
        ("intensity", {level: say(f"find-intensity.{level}") for level in get_args(Intensity)}),
    ):
        yield Choose(name, say(f"find-form.{name}"), tuple(answers.items()))


def _all_of(kind: DocumentKind[Any], make: Maker) -> Section:
    """The documents of a kind in a list; of more than a page of them the first, and where the others stand."""
    documents = tuple(make.library[kind].values())
    links = Links(tuple(_line(kind, document, make) for document in documents[:CARDS]))
    further = Link(make.say("find-form.all-of-a-kind", count=len(documents)), kind.folder)
    more = (Sentence("find-form.and-more", (("all", further),)),) if len(documents) > CARDS else ()
    return Section(f"all-{kind.slug}", make.many(kind.name), (links, *more))


def _line(kind: DocumentKind[Any], document: Document, make: Maker) -> Link:
    facts = [fact.value for fact in kind.card(document, make.tell) if fact.id in ("time", "people")]
    return Link(document.title, kind.page_of(document.id), f": {', '.join(facts)}" if facts else "")


def _resources(make: Maker) -> Section:
    count = make.say("find-form.resources", count=len(make.library[RESOURCE]))
    led = Sentence("find-form.grouped-by-kind", (("resources", Link(count, CATALOGUE)),))
    return Section("all-resources", make.many(RESOURCE.name), (led,))


def _times(make: Maker, here: int = 0) -> Choices | None:
    choices = (
        Choice(make.say("page.in-minutes", count=minutes), offers.time_page(minutes), minutes == here)
        for minutes in offers.times(make.library)
    )
    offered = tuple(choices)
    return Choices(offered) if offered else None


def _time(minutes: int, make: Maker) -> Iterator[HtmlPage]:
    fitting = offers.fitting(make.library, minutes)
    times = _times(make, minutes)

    def sections(listed: tuple[Named, ...]) -> Iterator[Section]:
        if times:
            yield Section("", "", (times,))
        if listed:
            narrow = Sentence("find-time.two-numbers", (("say", Link(make.say("find-time.say-more"), FOLDER)),))
            yield Section("", "", (make.cards(listed), narrow))
        else:
            yield Section("", "", (_nothing(make),))

    front = Front(make.say("find-time.title", count=minutes), make.say("find-time.summary", count=minutes))
    opening = make.say("find-time.lead", count=minutes) if fitting else ""
    path = markdown_of(offers.time_page(minutes))
    return make.list_pages(path, SOURCE, front, fitting, sections, size=CARDS, opening=opening)


def _nothing(make: Maker) -> Sentence:
    bank = Link(make.say("find-time.question-bank"), make.library.by_name["question-bank"].folder)
    for kind, shortest in offers.fitting(make.library, 1440)[:1]:
        link = Link(shortest.title, kind.page_of(shortest.id))
        time = make.tell.phrases.short_time(shortest)
        return Sentence("find-time.nothing-but", (("shortest", link), ("time", time), ("bank", bank)), "empty")
    return Sentence("find-time.nothing", (("bank", bank),), "empty")
