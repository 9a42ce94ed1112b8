"""The page of all question banks: a deck of all their questions where a script runs, and a list of the banks.

The questions are in a file of their own that the script fetches, so that the page stays small however many there are.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from markupsafe import Markup

from library.core.asking import Depth, Stage, Subject
from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.paging import CARDS
from library.sections import blocks
from library.sections.blocks import Extra, Section
from library.sections.shared import Teller
from library.texts import Texts

from .lists import Card, Choose, Link
from .making import Maker
from .page import Front, HtmlPage
from .tools import tool


@dataclass(frozen=True)
class Deck(Extra):
    """A deck of questions to choose and to draw from. attributes: what its script needs to know, as HTML.

    stage: one of which is chosen. questions: of each, any number. ours: whose most questions are, in a sentence.
    """

    attributes: Markup
    stage: Choose
    questions: tuple[Choose, ...]
    ours: str


@dataclass(frozen=True)
class Bank:
    """A question bank in the list of banks. phases: where each starts, with how many questions it has."""

    card: Card
    phases: tuple[Link, ...]


@dataclass(frozen=True)
class Banks(Extra):
    """Question banks to choose from."""

    banks: tuple[Bank, ...]


def address(library: Library) -> str:
    """Where the questions of all banks stand as data, below the site's address."""
    return f"{library.listed_as('deck').folder}deck.json"


def pages(kind: DocumentKind[Any], make: Maker) -> Iterator[HtmlPage]:
    """The list of all banks, with the deck above it on the first of its pages."""
    banks, summary = make.library.firsts(kind), make.say("deck-form.summary")
    front = Front(make.say("deck-form.title"), summary, tools=("deck",), is_short=True)

    def sections(listed: tuple[Document, ...]) -> Iterator[Section]:
        if not listed:
            yield Section("", "", (blocks.Words(make.say("page.nothing-yet")),))
            return
        if listed[0] is banks[0]:
            yield Section("", "", (_deck(kind, make),))
        listing = Banks(tuple(_bank(kind, bank, make) for bank in listed))
        yield Section("banks", make.many(kind.name), (listing,))

    return make.list_pages(f"{kind.folder}index.md", kind.source, front, banks, sections, size=CARDS, opening=summary)


def data(library: Library, texts: Texts) -> str:
    """The questions of all banks as JSON: what docs/assets/js/tools/deck.js reads. The same library, the same bytes.

    banks: title, address and id of each. credits: whose questions are. questions: for each its id, its words, the
    numbers of its bank and of its credit, its stage or nothing, its depth, and whom it looks at, with a space between.
    """
    kind, teller = library.listed_as("deck"), Teller(library, texts)
    banks = tuple(library.firsts(kind))
    asked = [(number, question) for number, bank in enumerate(banks) for question in _questions(kind, bank, teller)]
    attributions = tuple(dict.fromkeys(question.attribution for _, question in asked))
    written = {
        "banks": [[bank.title, kind.page_of(bank.id), bank.id] for bank in banks],
        "credits": [f"{attribution}." for attribution in attributions],
        "questions": [
            [
                question.id,
                question.text.plain,
                number,
                attributions.index(question.attribution),
                question.stage,
                question.level,
                " ".join(subject for subject, _ in question.subjects),
            ]
            for number, question in asked
        ],
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def _deck(kind: DocumentKind[Any], make: Maker) -> Deck:
    """What the script needs: its words, where the questions are, and what each answer of a chip is called."""
    say, banks = make.say, make.library.firsts(kind)
    there = [question for bank in banks for question in _questions(kind, bank, make.tell)]
    answers = {name for question in there for name in (question.stage, question.level, *dict(question.subjects))}
    stages = {stage: say(f"stage.{stage}") for stage in get_args(Stage) if stage in answers}
    depths = {depth: say(f"depth.{depth}") for depth in get_args(Depth) if depth in answers}
    subjects = {about: say(f"about.{about}") for about in get_args(Subject) if about in answers}
    [(whose, _)] = Counter(question.attribution for question in there).most_common(1)
    ours = f"{whose}."
    return Deck(
        tool("deck", file=address(make.library), stages=stages, depths=depths, about=subjects, ours=ours),
        Choose("stage", say("chips.stage"), (("", say("chips.any-stage")), *stages.items())),
        (
            Choose("depth", say("chips.depth"), tuple(depths.items())),
            Choose("about", say("chips.about"), tuple(subjects.items())),
            Choose("bank", say("chips.bank"), tuple((bank.id, bank.title) for bank in banks)),
        ),
        ours,
    )


def _questions(kind: DocumentKind[Any], bank: Document, teller: Teller) -> Iterator[blocks.Question]:
    for asked in teller.telling(kind, bank).blocks(blocks.Questions):
        yield from asked.questions


def _bank(kind: DocumentKind[Any], bank: Document, make: Maker) -> Bank:
    """A bank, with where each of its phases starts and how many questions stand there."""
    page = kind.page_of(bank.id)
    phases = tuple(
        Link(section.title, f"{page}#{section.id}", f" ({len(block.questions)})")
        for section in make.tell.telling(kind, bank).walk()
        for block in section.blocks
        if isinstance(block, blocks.Questions)
    )
    return Bank(make.card(kind, bank), phases)
