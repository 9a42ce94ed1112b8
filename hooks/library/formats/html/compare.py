"""The page that puts session models side by side: all that can be run, and two or three where a script runs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_file import markdown_of
from library.sections import blocks
from library.sections.blocks import Extra, Section
from library.sections.phrases import sentence
from library.sections.shared import card
from library.types.text import Phrase

from .lists import Link, Links
from .making import Maker
from .page import Front, HtmlPage
from .tools import tool

COLUMNS = ("speaks", "time", "people", "intensity", "experience", "good-when", "not-when")
"""What is compared, in the order of the columns."""


Cell = tuple[str | Phrase, ...]
"""What stands in a cell of a comparison, a line each."""


@dataclass(frozen=True)
class Compared:
    """Something that is compared with others. cells: one for each column."""

    id: str
    name: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison(Extra):
    """Things side by side in a table, and a way to choose a few. attributes: what its script needs to know, as HTML."""

    attributes: Markup
    columns: tuple[str, ...]
    rows: tuple[Compared, ...]


def page(make: Maker) -> HtmlPage:
    """The page itself."""
    kind, summary = make.library.listed_as("compared"), make.say("compare-form.summary")
    front = Front(make.say("compare-form.title"), summary, tools=("compare",), is_short=True)
    return make.page(markdown_of(address(make)), kind.source, front, lambda: _sections(kind, make), opening=summary)


def address(make: Maker) -> str:
    """Where the page stands, below the site's address."""
    return f"{make.library.listed_as('compared').folder}compare/"


def models(make: Maker) -> tuple[Gathering, ...]:
    """The models that can be run as they stand: some step has a time."""
    kind = make.library.listed_as("compared")
    return tuple(model for model in make.library.firsts(kind) if model.plan.minutes is not None)


def _sections(kind: DocumentKind[Gathering], make: Maker) -> Iterator[Section]:
    runnable = models(make)
    if runnable:
        shared = _shared(runnable)
        lines = tuple(blocks.Words(make.say("compare-form.none-when", line=line)) for line in shared)
        columns = tuple(make.say(f"compare-form.{column}") for column in COLUMNS)
        rows = tuple(_row(kind, model, shared, make) for model in runnable)
        yield Section("", "", (*lines, Comparison(tool("compare"), columns, rows)))
    others = [model for model in make.library.firsts(kind) if model not in runnable]
    if others:
        links = Links(tuple(Link(model.title, kind.page_of(model.id), f": {model.summary}") for model in others))
        lead = blocks.Words(make.say("compare-form.without-order-lead"))
        yield Section("without-order", make.say("compare-form.without-order"), (lead, links))


def _shared(runnable: tuple[Gathering, ...]) -> tuple[str, ...]:
    """The reasons to choose another that more than half of some models give: told once, above them."""
    told = Counter(line.plain for model in runnable for line in model.not_when)
    return tuple(line for line, count in told.items() if count > max(1, len(runnable) / 2))


def _row(kind: DocumentKind[Gathering], model: Gathering, shared: tuple[str, ...], make: Maker) -> Compared:
    time, people, intensity = card(model, make.tell)
    cells: tuple[Cell, ...] = (
        (_speakers(model, make),),
        (time.value,),
        (people.value,),
        (intensity.value,),
        (make.say(f"experience-short.{model.experience}"),),
        model.good_when,
        tuple(line for line in model.not_when if line.plain not in shared) or ("–",),
    )
    return Compared(model.id, Link(model.title, kind.page_of(model.id)), cells)


def _speakers(model: Gathering, make: Maker) -> str:
    """Who speaks, in the order in which they first do; or that no step says it."""
    roles = dict.fromkeys(role for step in model.plan.steps for role in step.speaks)
    return sentence(make.tell.phrases.roles(roles, model)) if roles else make.say("compare-form.nobody-named")
