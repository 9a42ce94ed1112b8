"""What the front page shows of the library, as sections that its Markdown asks for by name. All of it is counted."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain, islice, zip_longest
from typing import Any

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.sections import blocks
from library.sections.blocks import Section

from . import offers, run
from .front_page import Emblem, Search, Today
from .lists import Cards, Link, Links, Sentence
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


def _search(make: Maker, _: str) -> Iterator[Section]:
    """A field to search from, and where to browse."""
    yield Section("", "", (Search("find/", Link(make.say("home.topics"), "topics/")),))


def _wheel(make: Maker, _: str) -> Iterator[Section]:
    """The first wheel that has words, drawn small: what the library is known by."""
    drawn = (
        (figure, Link(document.title, kind.page_of(document.id)), document.summary)
        for kind in make.library.document_kinds
        if kind.is_wide  # what is drawn takes all the width
        for document in make.library.firsts(kind)
        for figure in make.tell.telling(kind, document).blocks(blocks.WheelFigure)
        if figure.segments
    )
    yield from (Section("", "", (Emblem(*first),)) for first in islice(drawn, 1))


def _start_with(make: Maker, _: str) -> Iterator[Section]:
    """A few things that ask least of a group and of whoever leads it."""
    if gentle := offers.gentle(make.library.documents)[:_TO_START_WITH]:
        cards = make.cards(gentle).cards
        leading = (replace(card, does=_does(*named, make)) for card, named in zip(cards, gentle, strict=True))
        yield Section("start-with", make.say("home.start-with"), (Cards(tuple(leading)),))


def _kinds(make: Maker, _: str) -> Iterator[Section]:
    """What each kind of document is, in a line."""
    kinds = (kind for kind in make.library.document_kinds if make.library[kind])
    links = (Link(make.many(kind.name), kind.folder, f": {make.say(f'kinds.{kind.name}-summary')}") for kind in kinds)
    yield Section("kinds", make.say("home.kinds"), (Links(tuple(links)),))


def _new(make: Maker, _: str) -> Iterator[Section]:
    """What was revised last, with the day; of one day, one of each kind before a second of any."""
    revised: dict[date, list[offers.KindAndDocument]] = defaultdict(list)
    for kind in make.library.document_kinds:
        for document in make.library.firsts(kind):
            revised[document.revised].append((kind, document))
    in_order = (named for day in sorted(revised, reverse=True) for named in _mixed(revised[day]))
    if newest := tuple(islice(in_order, _NEWEST)):
        links = Links(tuple(_dated(kind, document, make) for kind, document in newest))
        yield Section("new", make.say("home.new"), (links,))


def _mixed(documents: list[offers.KindAndDocument]) -> Iterator[offers.KindAndDocument]:
    """Documents with one of each kind first, then another of each: of a kind by title, the kinds in their own order."""
    by_kind: dict[str, list[offers.KindAndDocument]] = defaultdict(list)
    for kind, document in sorted(documents, key=lambda named: named[1].title):
        by_kind[kind.name].append((kind, document))
    in_order = (by_kind[name] for name in dict.fromkeys(kind.name for kind, _ in documents))
    yield from filter(None, chain.from_iterable(zip_longest(*in_order)))


def _dated(kind: DocumentKind[Any], document: Document, make: Maker) -> Link:
    name, day = make.say(f"kinds.{kind.name}-one"), make.texts.day(document.revised)
    after = make.say("home.revised", kind=name, day=day)
    return Link(document.title, kind.page_of(document.id), after, _does(kind, document, make))


def _does(kind: DocumentKind[Any], document: Document, make: Maker) -> tuple[Link, ...]:
    """Where something that people meet around is run, and where its sheets are; nothing for any other document."""
    if not isinstance(document, Gathering):
        return ()
    to_print = Link(make.say("actions.print"), f"{kind.page_of(document.id)}#print")
    return Link(make.say("actions.run"), run.page_of(document)), to_print


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
    for asked in make.tell.telling(kind, bank).blocks(blocks.Questions):
        yield from (question for question in asked.questions if question.level == "light")


PARTS: Mapping[str, Told] = {
    "trust": _trust,
    "wheel": _wheel,
    "search": _search,
    "start-with": _start_with,
    "question": _question,
    "kinds": _kinds,
    "new": _new,
}
"""From the name a page asks for a part by to what tells it."""
TOOLS: Mapping[str, str] = {"question": _DAILY}
"""From the name of a part to the script it takes, where it takes one."""
