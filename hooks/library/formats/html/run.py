"""A page to run each gathering from, and the small one on which phones follow it. Each is whole without its script."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_file import markdown_of
from library.core.plan import Step
from library.core.walk import links_in
from library.sections import blocks
from library.sections.blocks import Extra, Section, Telling

from .bar import shape
from .lists import Box
from .making import Maker
from .page import Front, HtmlPage, folded
from .tools import tool

_FOLDER = "run/"
_CARE = ("hurtful", "stop")
"""What else may have to be done, below what to do when someone is upset."""


@dataclass(frozen=True)
class RunBar(Extra):
    """What is always at hand. leave: the document's own page, below the site's address."""

    leave: str


@dataclass(frozen=True)
class RunForm(Extra):
    """What is asked before the start, each only where it makes a difference."""

    asks_people: bool
    places: tuple[tuple[str, str], ...]
    shorter: int | None


@dataclass(frozen=True)
class RunRoles(Extra):
    """Who takes which part: id, what it is called, for how many, and whether one person takes it."""

    roles: tuple[tuple[str, str, str, bool], ...]


@dataclass(frozen=True)
class RunStep(blocks.StepByStep):
    """A step on the screen from which it is run. bank: the id of the question bank it leads to, or empty."""

    bank: str


@dataclass(frozen=True)
class RunClock(Extra):
    """The time that is left of a step."""


@dataclass(frozen=True)
class RunAside(Extra):
    """How the whole stands, what comes next, and how others follow. follow: the page for phones, below the site's."""

    follow: str


@dataclass(frozen=True)
class RunControls(Extra):
    """The buttons that run it."""


@dataclass(frozen=True)
class RunNow(Extra):
    """What to do at once when someone is upset: pause the clock, whom to ring, and the way back to the step."""


@dataclass(frozen=True)
class RunFollow(Extra):
    """The large code to scan. follow: the page it leads to."""

    follow: str


@dataclass(frozen=True)
class RunEnd(Extra):
    """What was planned and what it took, and what can be done next."""

    leave: str


@dataclass(frozen=True)
class RunBank(Extra):
    """Questions of a bank, the heaviest last, to be asked one at a time."""

    id: str
    title: str
    questions: tuple[blocks.Question, ...]
    attribution: str


@dataclass(frozen=True)
class FollowStep(Extra):
    """A step on a phone."""

    step: blocks.Step


def page_of(gathering: Gathering) -> str:
    """Where a gathering is run from, below the site's address."""
    return f"{_FOLDER}{gathering.id}/"


def follow_page(gathering: Gathering) -> str:
    """Where phones follow it, below the site's address."""
    return f"{page_of(gathering)}follow/"


def pages(kind: DocumentKind[Any], gathering: Gathering, make: Maker) -> Iterator[HtmlPage]:
    """Two pages of a gathering: to run it from, and to follow it on."""
    say, title, own = make.say, gathering.title, kind.page_of(gathering.id)
    source = make.library.origin_of(kind, gathering.id).path
    run = Front(
        say("run-page.title", title=title),
        say("run-page.description", title=title),
        tools=("run",),
        is_short=True,
        canonical=own,
        template="run.html",
    )
    follow = replace(
        run,
        title=say("follow-page.title", title=title),
        description=say("follow-page.description", title=title),
        tools=(),
        template="follow.html",
    )
    for address, front, sections in ((page_of(gathering), run, _run), (follow_page(gathering), follow, _follow)):
        path = markdown_of(address)
        yield make.page(path, source, front, partial(sections, kind, gathering, make), title=title)


def _run(kind: DocumentKind[Any], gathering: Gathering, make: Maker) -> Iterator[Section]:
    whole, leave = make.tell.telling(kind, gathering), kind.page_of(gathering.id)
    steps = tuple((core, told, _bank_of(core, make)) for core, told in _steps(gathering, whole))
    yield Box(
        "",
        "",
        look="run",
        attributes=tool("run", **_given(gathering, whole)),
        sections=(
            _box("run-bar", RunBar(leave)),
            _before(gathering, whole, make),
            Box("", "", sections=(_there("decide", whole),), look="run-decide"),
            _box("run-go", _form(gathering, whole, make)),
            *(_step(core, told, bank) for core, told, bank in steps),
            _box("run-clock", RunClock()),
            _box("run-aside", RunAside(follow_page(gathering))),
            *_care(whole),
            _box("run-follow", RunFollow(follow_page(gathering))),
            _box("run-end", RunEnd(leave)),
            _box("run-controls", RunControls()),
            *(_bank(id, make) for id in dict.fromkeys(bank for *_, bank in steps if bank)),
        ),
    )


def _given(gathering: Gathering, whole: Telling) -> dict[str, object]:
    """What the script needs to know and no page says: numbers, and who has a seat. Steps go by their place, from 0."""
    shorter, steps = gathering.shorter, tuple(gathering.plan.steps)
    without = [index for index, step in enumerate(steps) if shorter and step.id in shorter.without]
    short = {"minutes": shorter.minutes, "without": without} if shorter else None
    single = frozenset(role.id for role in whole.blocks(blocks.Role) if role.is_single)
    given: dict[str, object] = {"steps": [_numbers(step, single) for step in steps], "shorter": short}
    return given if gathering.stated_whole is None else {**given, "whole": gathering.stated_whole}


def _numbers(step: Step, single: frozenset[str]) -> dict[str, object]:
    """A step's numbers, in minutes, and its parts that one person takes; what it does not have is left out.

    to: what to plan for, as on the page of times, in the bar and in the calendar. from: the fewest, where that is less.
    """
    minutes, turns = step.minutes, step.turns
    numbers: dict[str, object] = {}
    if seats := [part for part in (*step.speaks, *step.listens) if part in single]:
        numbers["seats"] = seats
    if minutes:
        numbers["to"] = minutes.typical
    if minutes and minutes.min < minutes.typical:
        numbers["from"] = minutes.min
    if step.shrink_to is not None:
        numbers["least"] = step.shrink_to
    if step.required:
        numbers["required"] = True
    if turns:
        numbers |= {"turn": turns.each, "in": turns.size}
    if len(step.place) == 1:
        numbers["place"] = step.place[0]
    return numbers


def _before(gathering: Gathering, whole: Telling, make: Maker) -> Section:
    """What stands on the screen before the start: what is read out and settled first, and who takes which part."""
    [timeline] = whole.blocks(blocks.Timeline)
    roles = tuple(
        (role.id, gathering.role_titles[role.id], role.people, role.is_single) for role in whole.blocks(blocks.Role)
    )
    lead = blocks.Words(f"{timeline.first} {timeline.assumed}")
    told = tuple(section for id in ("modes", "read-out") if (section := whole.section(id)))
    parts = (Section("parts", make.say("headings.roles"), (RunRoles(roles),)),) if roles else ()
    shorter = tuple(folded(section) for section in (whole.section("shorter"),) if section)
    return Box("before", make.say("run-page.before"), (lead,), (*told, *parts, *shorter), look="run-before")


def _form(gathering: Gathering, whole: Telling, make: Maker) -> RunForm:
    """What is asked, with the button that starts the clock: it stands below all that is read out first."""
    places = {step.place for step in gathering.plan.steps}
    return RunForm(
        asks_people=any(role.is_single for role in whole.blocks(blocks.Role)),
        places=tuple((id, make.say(f"place.{id}")) for id in gathering.format) if len(places) > 1 else (),
        shorter=gathering.shorter.minutes if gathering.shorter else None,
    )


def _steps(gathering: Gathering, whole: Telling) -> tuple[tuple[Step, blocks.Step], ...]:
    [timeline] = whole.blocks(blocks.Timeline)
    return tuple(zip(gathering.plan.steps, timeline.steps, strict=True))


def _step(core: Step, told: blocks.Step, bank: str) -> Section:
    look = f"run-step voice-{shape(told)}"
    return Box(f"step-{core.id}", told.title, (RunStep(told, bank),), look=look)


def _bank_of(step: Step, make: Maker) -> str:
    """The id of the first question bank that a step's texts lead to, or an empty string."""
    bank = make.library.listed_as("deck").name
    return next((id for name, _, id in (link.partition(":") for link in links_in(step)) if name == bank), "")


def _bank(id: str, make: Maker) -> Section:
    kind = make.library.listed_as("deck")
    bank = make.library[kind][id]
    asked = (
        question
        for section in kind.sections(bank, make.tell)
        for block in section.blocks
        if isinstance(block, blocks.Questions)
        for question in block.questions
    )
    questions = tuple(sorted(asked, key=lambda question: question.level == "heavy"))
    told = RunBank(id, bank.title, questions, bank.attribution)
    attributes = Markup(f'data-bank="{escape(id)}"')
    section = folded(Section(f"bank-{id}", bank.title, (told,)))
    return Box("", "", sections=(section,), look="run-bank", attributes=attributes)


def _care(whole: Telling) -> Iterator[Section]:
    """What to do at once when someone is upset, what to say, and what else may have to be done, folded up below."""
    upset, *others, pause = (_there(id, whole) for id in ("upset", *_CARE, "pause"))
    now = replace(upset, blocks=(RunNow(), *upset.blocks))
    yield Box("", "", sections=(now, *map(folded, others)), look="run-care")
    yield Box("", "", sections=(pause,), look="run-pause")


def _there(id: str, whole: Telling) -> Section:
    """A section that every gathering has."""
    section = whole.section(id)
    assert section, f"no {id} is told"
    return section


def _follow(kind: DocumentKind[Any], gathering: Gathering, make: Maker) -> Iterator[Section]:
    for core, told in _steps(gathering, make.tell.telling(kind, gathering)):
        turns = f'data-turn="{core.turns.each}" data-in="{core.turns.size}"' if core.turns else ""
        yield Box(f"step-{core.id}", told.title, (FollowStep(told),), look="follow-step", attributes=Markup(turns))


def _box(look: str, block: Extra) -> Section:
    return Box("", "", (block,), look=look)
