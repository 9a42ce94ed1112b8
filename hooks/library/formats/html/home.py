"""What the front page shows of the library, as sections that its Markdown asks for by name. All of it is counted."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, islice, zip_longest
from typing import Any

from library.core.document import Document
from library.core.kind import DocumentKind
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import telling

from . import offers
from .front_page import Search, Today
from .lists import Link, Links, Sentence
from .making import Maker
from .tools import tool
from .writing import relative

Told = Callable[[Maker, str], Iterator[Section]]
"""Tells a part of a page, given its address below the site's."""

_TO_START_WITH = 3
_NEWEST = 3
_QUESTIONS = 60
"""Questions that the front page carries to choose one from by the day."""
_DAILY = "question-of-the-day"


def _trust(make: Maker, _: str) -> Iterator[Section]:
    """How much of it practitioners have reviewed."""
    reviewed = [document.reviewed is not None for _, document in make.library.documents]
    state = "all" if reviewed and all(reviewed) else "some" if any(reviewed) else "none"
    about = Link(make.say("home.about"), make.library.address_of("page:about-and-sources"))
    values = (("about", about), ("count", str(sum(reviewed))), ("all", str(len(reviewed))))
    yield Section("", "", (Sentence(f"home.reviewed-{state}", values, "trust"),))


def _search(_: Maker, __: str) -> Iterator[Section]:
    """A field to search from."""
    yield Section("", "", (Search("find/"),))


def _start_with(make: Maker, _: str) -> Iterator[Section]:
    """A few things that ask least of a group and of whoever leads it."""
    if gentle := offers.gentle(make.library.documents)[:_TO_START_WITH]:
        yield Section("start-with", make.say("home.start-with"), (make.cards(gentle),))


def _new(make: Maker, _: str) -> Iterator[Section]:
    """What was revised last, with the day."""
    kinds = make.library.document_kinds
    documents = ((kind, document) for kind in kinds for document in make.library.firsts(kind))
    newest = sorted(documents, key=lambda named: (-named[1].revised.toordinal(), named[1].title))[:_NEWEST]
    if newest:
        links = Links(tuple(_dated(kind, document, make) for kind, document in newest))
        yield Section("new", make.say("home.new"), (links,))


def _dated(kind: DocumentKind[Any], document: Document, make: Maker) -> Link:
    name, day = make.say(f"kinds.{kind.name}-one"), make.texts.day(document.revised)
    return Link(document.title, kind.page_of(document.id), make.say("home.revised", kind=name, day=day))


def _question(make: Maker, url: str) -> Iterator[Section]:
    """A light question: the first of them, and another each day where a script runs."""
    kind = make.library.listed_as("deck")
    banks = tuple(make.library[kind].values())
    by_bank = ([(question, bank) for question in _light(kind, bank, make)] for bank in banks)
    in_turn = filter(None, chain.from_iterable(zip_longest(*by_bank)))
    questions = tuple(islice(in_turn, _QUESTIONS))
    if not questions:
        return
    given = [[question.text.plain, banks.index(bank)] for question, bank in questions]
    sources = [[bank.title, relative(url, kind.page_of(bank.id)), f"{bank.attribution}."] for bank in banks]
    first, bank = questions[0]
    today = Today(
        attributes=tool(_DAILY, questions=given, banks=sources),
        question=first.text.plain,
        bank=Link(bank.title, kind.page_of(bank.id)),
        credit=f"{bank.attribution}.",
        banks=Link(make.say("home.find-a-question"), kind.folder),
    )
    yield Section("question", make.say("home.question"), (today,))


def _light(kind: DocumentKind[Any], bank: Document, make: Maker) -> Iterator[blocks.Question]:
    """The questions of a bank that ask little of whoever answers."""
    for asked in telling(kind, bank, make.tell).blocks(blocks.Questions):
        yield from (question for question in asked.questions if question.level == "light")


PARTS: Mapping[str, Told] = {
    "trust": _trust,
    "search": _search,
    "start-with": _start_with,
    "question": _question,
    "new": _new,
}
"""From the name a page asks for a part by to what tells it."""
TOOLS: Mapping[str, str] = {"question": _DAILY}
"""From the name of a part to the script it takes, where it takes one."""
