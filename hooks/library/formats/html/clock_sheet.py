"""A plan on the clock: the page where a reader says when they start, and sees when each step does."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from library.core.download import Offer
from library.core.gathering import Gathering
from library.formats.appointment import agenda
from library.sections import blocks
from library.sections.blocks import Extra, Section, Telling
from library.types.minutes import Minutes

from .parts import CLOCK, Parts
from .tools import tool


@dataclass(frozen=True)
class Timed:
    """A line of a plan on the clock. start: after how many minutes it begins, or None where nobody can say."""

    start: int | None
    title: str
    minutes: Minutes | None
    speaks: str


@dataclass(frozen=True)
class ClockSheet(Extra):
    """When each step begins, from the start that a reader says.

    end: after how many minutes the last one ends, or None where nobody can say. calendar: the file that takes the
    times, where it was made. attributes: what its script needs to know, as HTML.
    """

    rows: tuple[Timed, ...]
    end: int | None
    calendar: Offer | None
    attributes: Markup


def sections(parts: Parts, gathering: Gathering, whole: Telling) -> Iterator[Section]:
    """The only section of the page."""
    [timeline] = whole.blocks(blocks.Timeline)
    calendar = next((offer for offer in parts.offers if offer.format == "ics"), None)
    given = [
        {**_bounds(minutes, least), "title": title, "line": line}
        for (minutes, least, title), line in zip(
            _lengths(parts, gathering, timeline), agenda(timeline, parts.make.texts), strict=True
        )
    ]
    name = parts.make.tell.phrases.saved_as(calendar, parts.make.library) if calendar else ""
    rows, whole_time = tuple(_rows(parts, timeline)), _stated(gathering)
    known = {} if whole_time is None else {"whole": whole_time}
    sheet = ClockSheet(rows, whole_time or _end(rows[-1]), calendar, tool(CLOCK, steps=given, discreet=name, **known))
    yield Section("times", "", (sheet,))


def _stated(gathering: Gathering) -> int | None:
    """The minutes of the whole with setting up, where the source alone gives them and the steps don't."""
    return gathering.minutes.typical if gathering.stated_whole and gathering.minutes else None


def _end(last: Timed) -> int | None:
    """After how many minutes a step ends, where nobody has to guess."""
    return None if last.start is None or last.minutes is None else last.start + last.minutes.typical


def _lengths(
    parts: Parts, gathering: Gathering, timeline: blocks.Timeline
) -> Iterator[tuple[Minutes | None, int | None, str]]:
    """How long setting up and each step take, the fewest minutes each still works in, and what it is called."""
    if timeline.set_up:
        yield timeline.set_up, None, parts.make.say("clock-sheet.set-up")
    yield from ((step.minutes, step.shrink_to, step.title) for step in gathering.plan.steps)


def _bounds(minutes: Minutes | None, least: int | None) -> dict[str, Any]:
    """What the script reckons with, in minutes. to: what to plan for, as in run mode, the bar and the calendar."""
    return {"from": minutes and minutes.min, "to": minutes and minutes.typical, "least": least}


def _rows(parts: Parts, timeline: blocks.Timeline) -> Iterator[Timed]:
    """What stands in each line of the table while no start is said."""
    before = timeline.set_up.typical if timeline.set_up else 0
    if timeline.set_up:
        yield Timed(0, parts.make.say("clock-sheet.set-up"), timeline.set_up, "")
    for step in timeline.steps:
        yield Timed(None if step.start is None else before + step.start, step.title, step.minutes, step.speaks)
