"""What only the front page shows, as blocks: a search of its own, a small wheel, and a question for today."""

from dataclasses import dataclass

from markupsafe import Markup

from library.sections.blocks import Extra, WheelFigure

from .lists import Link


@dataclass(frozen=True)
class Search(Extra):
    """A field to search from that leads to the finder. finder: its address below the site's. topics: to browse by."""

    finder: str
    topics: Link


@dataclass(frozen=True)
class Emblem(Extra):
    """A wheel drawn small, with its letters alone, that leads to its page. summary: what it is for, in a sentence."""

    figure: WheelFigure
    wheel: Link
    summary: str


@dataclass(frozen=True)
class Today(Extra):
    """A question to ask today. attributes: the others from which a script chooses by the day, as HTML.

    bank: where it stands. credit: whose it is. banks: where all of them are.
    """

    attributes: Markup
    question: str
    bank: Link
    credit: str
    banks: Link
