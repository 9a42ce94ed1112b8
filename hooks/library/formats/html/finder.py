"""The page people find things by: the finder, with everything in plain lists below it."""

from collections.abc import Iterator
from typing import Any, get_args

from library.core.catalogue import RESOURCE, Opening
from library.core.document import Document
from library.core.download import Take
from library.core.gathering import Experience, Intensity
from library.core.kind import DocumentKind
from library.core.paging import CARDS
from library.core.shared import TOPIC
from library.sections.blocks import Section
from library.types.plain import Format

from . import offers
from .catalogue import FOLDER as CATALOGUE
from .lists import Choice, Choices, Choose, Finder, Link, Links, Sentence
from .looks import EVERYTHING
from .making import Maker
from .page import Front, HtmlPage
from .times import lengths
from .tools import tool

FOLDER = "find/"


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The finder."""
    summary = make.say("find-form.summary")
    front = Front(make.say("find-form.title"), summary, tools=("finder",), is_short=True)
    yield make.page(f"{FOLDER}index.md", offers.SOURCE, front, lambda: _finder(make))


def _finder(make: Maker) -> Iterator[Section]:
    say = make.say
    intensity = {level: say(f"intensity-short.{level}") for level in get_args(Intensity)}
    access = {opening: say(f"access.{opening}") for opening in get_args(Opening)}
    given = tool("finder", scales=offers.scales(), intensity=intensity, access=access)
    form = Finder(given, tuple(_questions(make)))
    by_kind = (
        *(_all_of(kind, make) for kind in make.library.document_kinds if make.library[kind]),
        _resources(make),
    )
    lists = [Section("all", say("find-form.everything"), sections=by_kind)]
    if topics := offers.topics(make.library):
        choices = (Choice(topic.label, TOPIC.page_of(topic.id)) for topic in topics)
        lists.insert(0, Section("by-topic", say("find-form.by-topic"), (Choices(tuple(choices)),)))
    if times := lengths(make):
        lists.insert(0, Section("by-time", say("find-form.by-time"), (times,)))
    yield Section("", "", (form,), (Section(EVERYTHING, "", (), tuple(lists)),))


def _questions(make: Maker) -> Iterator[Choose]:
    say = make.say
    for name, answers in (
        ("format", {place: say(f"find-place.{place}") for place in get_args(Format)}),
        ("topic", {topic.id: topic.label for topic in offers.topics(make.library)}),
        ("kind", offers.kinds(make.library, make.texts)),
        ("take", {take: say(f"find-take.{take}") for take in get_args(Take)}),
        ("access", {"open": say("access.open")}),
        ("experience", {level: say(f"find-experience.{level}") for level in get_args(Experience)}),
        ("intensity", {level: say(f"find-intensity.{level}") for level in get_args(Intensity)}),
    ):
        outside = offers.media(make.library, make.texts) if name == "kind" else {}
        yield Choose(name, say(f"find-form.{name}"), tuple(answers.items()), tuple(outside.items()))


def _all_of(kind: DocumentKind[Any], make: Maker) -> Section:
    """The documents of a kind in a list; of more than a page of them the first, and where the others stand."""
    documents = offers.by_title(make.library[kind].values())
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
