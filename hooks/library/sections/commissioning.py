"""How what to settle with someone from outside is told: to read on pages, and on paper as a sheet to fill in."""

from collections.abc import Iterator

from library.core.commissioning import Commissioning
from library.types.text import Phrase

from . import blocks
from .blocks import Section
from .shared import Teller


def commissioning(terms: Commissioning, asked: str, tell: Teller) -> tuple[Section, Section]:
    """What to ask, and what to agree, to read. asked: the id of the heading that says who is asked."""
    return tell.points(asked, terms.ask), tell.points("agree", terms.agree)


def contract(terms: Commissioning, asked: str, tell: Teller) -> Iterator[Section]:
    """What to ask, and what was agreed, to fill in on paper."""
    yield Section("ask-on-paper", tell.heading(asked), (blocks.WriteIn(tuple(_labels(terms.ask))),))
    ends = (tell.say("paper.signed"), tell.say("paper.first-review"), tell.say("paper.next-review"))
    yield Section("contract", tell.heading("agree"), (blocks.WriteIn((*_labels(terms.agree), *ends)),))


def _labels(phrases: tuple[Phrase, ...]) -> Iterator[str]:
    return (phrase.plain for phrase in phrases)
