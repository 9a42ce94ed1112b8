"""A session as it stands in a calendar: of the right length, with its agenda, to move to one's own day."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from library.sections import blocks
from library.sections.blocks import Telling
from library.texts import Texts


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
        day=telling.review_by,
        written=telling.revised,
        description=tuple(_description(telling, timeline, texts)),
        address=telling.link,
    )


def _description(telling: Telling, timeline: blocks.Timeline, texts: Texts) -> Iterator[str]:
    """What happens, what to know beforehand, what to read afterwards, and where the whole plan is."""
    say = texts.say
    yield from (telling.summary, "", say("calendar-file.agenda"))
    for step in timeline.steps:
        start = say("calendar-file.then") if step.start is None else say("word.start", minutes=step.start)
        length = say("word.minutes", range=str(step.minutes)) if step.minutes else say("time.none")
        yield say("calendar-file.step", start=start, title=step.title, time=length)
    if timeline.opt_in:
        yield from ("", timeline.opt_in)
    links = [link for block in telling.blocks(blocks.Resources) for link in block.resources]
    if links:
        yield from ("", say("calendar-file.read-afterwards"))
    for link in links:
        address = link.short or link.address
        yield f"{link.title}: {address}" if address else link.title
    if telling.link:
        yield from ("", say("calendar-file.whole-plan", address=telling.link))
    yield from ("", say("calendar-file.no-names"))
