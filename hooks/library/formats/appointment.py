"""A session as it stands in a calendar: of the right length, with its agenda, to move to one's own day."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from library.sections import blocks
from library.sections.blocks import Telling
from library.sections.phrases import Phrases
from library.texts import Texts

from .runs import spoken_lines

_MIDWEEK = (1, 2, 3)
"""Tuesday, Wednesday and Thursday, as Python counts them."""


@dataclass(frozen=True)
class Appointment:
    """A session in a calendar. id: lasting, so that a file saved again replaces its entry. minutes: its length.

    day: where it stands until it is moved. written: when its words last changed. description: its lines. address: its
    page, or empty.
    """

    id: str
    title: str
    minutes: int
    day: date
    written: date
    description: tuple[str, ...]
    address: str


def appointment(telling: Telling, path: str, texts: Texts) -> Appointment | None:
    """A telling as an appointment; None where it has no length. path: of the file, below the site's folder."""
    [timeline] = telling.blocks(blocks.Timeline)
    if not timeline.minutes:
        return None
    return Appointment(
        id=f"{uuid.uuid5(uuid.NAMESPACE_URL, path)}",
        title=telling.title,
        minutes=timeline.minutes.typical,
        day=working_day_after(telling.revised),
        written=telling.revised,
        description=tuple(_description(telling, timeline, texts)),
        address=telling.link,
    )


def _description(telling: Telling, timeline: blocks.Timeline, texts: Texts) -> Iterator[str]:
    """What happens, what is needed beforehand, where the whole plan is, and where to take a concern."""
    say = texts.say
    yield from (telling.summary, "", say("calendar-file.agenda"))
    yield from agenda(timeline, texts)
    if timeline.opt_in:
        yield from ("", timeline.opt_in)
    yield from _beforehand(telling)
    if telling.link:
        yield from ("", say("calendar-file.whole-plan", address=telling.link))
    for block in telling.blocks(blocks.Led):
        if block.id == "escalate":
            yield from ("", say("calendar-file.concern", where=" ".join(spoken_lines(block.text))))
    yield Phrases(texts).way_out(telling.upset)
    yield from ("", say("calendar-file.no-names"), telling.credit)


def agenda(timeline: blocks.Timeline, texts: Texts) -> Iterator[str]:
    """A line for setting up, where that is told, and for each step: when it begins, and how long it takes."""
    say = texts.say
    if timeline.set_up:
        yield say("calendar-file.set-up", time=say("word.minutes", range=str(timeline.set_up)))
    before = timeline.set_up.typical if timeline.set_up else 0
    for step in timeline.steps:
        start = say("calendar-file.then") if step.start is None else say("word.start", minutes=before + step.start)
        length = say("word.minutes", range=str(step.minutes)) if step.minutes else say("time.none")
        yield say("calendar-file.step", start=start, title=step.title, time=length)


def _beforehand(telling: Telling) -> Iterator[str]:
    """What is needed, and to be signed in for. What a facilitator does alone is left out: the group may see it."""
    for id in ("kit", "accounts"):
        if section := telling.section(id):
            yield from ("", section.title)
            for block in section.blocks:
                match block:
                    case blocks.Names():
                        yield from (f"- {name}" for name in block.names)
                    case blocks.Accounts():
                        yield from (f"- {resource.title}" for resource in block.resources)


def working_day_after(day: date) -> date:
    """The first Tuesday, Wednesday or Thursday after a day, and never around Christmas.

    Bank holidays in England that have no day of the month of their own fall on Mondays and on Good Friday
    (Banking and Financial Dealings Act 1971, schedule 1).
    """
    following = day + timedelta(days=1)
    is_christmas = (following.month, following.day) >= (12, 24) or (following.month, following.day) <= (1, 3)
    return following if following.weekday() in _MIDWEEK and not is_christmas else working_day_after(following)
