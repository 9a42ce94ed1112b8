"""A session, or each meeting of a path, as it stands in a calendar: of the right length, to move to one's own day.

What may stir up a lot stands there without a word of its subject: others see a diary.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from library.core.path import Rhythm
from library.sections import blocks
from library.sections.blocks import Telling
from library.sections.phrases import Phrases
from library.texts import Texts

from .runs import spoken_lines

_TUESDAY = 1
_MIDWEEK = (_TUESDAY, 2, 3)
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


def appointments(telling: Telling, path: str, texts: Texts) -> tuple[Appointment, ...]:
    """A telling as appointments: one for a session, one for each meeting of a path; none for what has no length.

    path: of the file, below the site's folder.
    """
    sessions = (_session(timeline, telling, path, texts) for timeline in telling.blocks(blocks.Timeline))
    series = (meeting for told in telling.blocks(blocks.Meetings) for meeting in _series(told, telling, path, texts))
    return tuple(filter(None, (*sessions, *series)))


def _series(told: blocks.Meetings, telling: Telling, path: str, texts: Texts) -> Iterator[Appointment]:
    """The meetings of a path that take place at a time, as far apart as it says."""
    for meeting, day in zip(told.meetings, days(told.every, telling.revised), strict=False):
        if meeting.minutes:
            part = texts.say("paths.part-of", title=telling.title)
            appointment = Appointment(
                id=f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{path}#{meeting.id}')}",
                title=meeting.title,
                minutes=meeting.minutes.typical,
                day=day,
                written=telling.revised,
                description=(part, meeting.when, "", *spoken_lines(meeting.why), "", telling.credit),
                address=meeting.link,
            )
            yield _discreet(appointment, telling, texts) if meeting.is_heavy else appointment


def days(every: Rhythm, after: date) -> Iterator[date]:
    """The days of a series, without end, the first of them after a day.

    Every month: the first Tuesday, which no bank holiday in England falls on but around Christmas; in January, then,
    perhaps the second. Every week or fortnight: always the same weekday, and none around Christmas.
    """
    if every == "month":
        firsts = (date(after.year + month // 12, month % 12 + 1, 1) for month in count(after.month - 1))
        yield from (day for day in map(_first_tuesday, firsts) if day > after)
    else:
        first, apart = working_day_after(after), timedelta(weeks=2 if every == "fortnight" else 1)
        yield from (day for number in count() if not _is_around_christmas(day := first + number * apart))


def _first_tuesday(first: date) -> date:
    """The first Tuesday of a month, or the second where that is around Christmas. first: the month's first day."""
    day = first + timedelta(days=(_TUESDAY - first.weekday()) % 7)
    return day + timedelta(weeks=1) if _is_around_christmas(day) else day


def _discreet(appointment: Appointment, telling: Telling, texts: Texts) -> Appointment:
    """The same without a word of what it is about, and without the address that says it."""
    say = texts.say
    description = (say("calendar-file.discreet"), *_way_out(telling, texts), "", say("calendar-file.no-names"))
    return replace(appointment, title=say("calendar-file.discreet-title"), description=description, address="")


def _session(timeline: blocks.Timeline, telling: Telling, path: str, texts: Texts) -> Appointment | None:
    if not timeline.minutes:
        return None
    appointment = Appointment(
        id=f"{uuid.uuid5(uuid.NAMESPACE_URL, path)}",
        title=telling.title,
        minutes=timeline.minutes.typical,
        day=working_day_after(telling.revised),
        written=telling.revised,
        description=tuple(_description(telling, timeline, texts)),
        address=telling.link,
    )
    return _discreet(appointment, telling, texts) if timeline.is_heavy else appointment


def _description(telling: Telling, timeline: blocks.Timeline, texts: Texts) -> Iterator[str]:
    """What happens, what is needed beforehand, where the whole plan is, and where to take a concern."""
    say = texts.say
    yield from (telling.summary, "", say("calendar-file.agenda"))
    yield from agenda(timeline, texts)
    yield from _beforehand(telling)
    if telling.link:
        yield from ("", say("calendar-file.whole-plan", address=telling.link))
    yield from _way_out(telling, texts)
    yield from ("", say("calendar-file.no-names"), telling.credit)


def _way_out(telling: Telling, texts: Texts) -> Iterator[str]:
    """Where to take a concern, and where to go when someone is upset: alike whatever a meeting is about."""
    yield ""
    for block in telling.blocks(blocks.Led):
        if block.id == "escalate":
            yield texts.say("calendar-file.concern", where=" ".join(spoken_lines(block.text)))
    yield Phrases(texts).way_out(telling.upset)


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
    is_free = following.weekday() in _MIDWEEK and not _is_around_christmas(following)
    return following if is_free else working_day_after(following)


def _is_around_christmas(day: date) -> bool:
    return (day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 3)
