"""Paths: several things of the library in an order that makes sense, such as a year of monthly sessions."""

from collections.abc import Iterator

from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_outline import PageOutline
from library.core.path import Path, Stop
from library.core.sheet import SheetOutline
from library.sections import blocks
from library.sections.blocks import Fact, Section
from library.sections.phrases import sentence
from library.sections.shared import Teller
from library.types.minutes import total


def sections(path: Path, tell: Teller) -> Iterator[Section]:
    """In which sections a path is told: all of it at a glance, then each stop with its reason."""
    meetings = tuple(_meeting(number, stop, path, tell) for number, stop in enumerate(path.stops))
    yield Section("purpose", "", (blocks.Words(path.purpose, "strong"),))
    yield Section("facts", "", (blocks.Facts(tuple(_facts(path, meetings, tell))),))
    yield Section("introduction", "", (blocks.Prose(path.introduction),))
    told = (tell.points("good-when", path.good_when), tell.points("not-when", path.not_when))
    yield Section("when", tell.heading("when"), sections=told)
    yield Section("stops", tell.heading("stops"), (blocks.Meetings(path.every, meetings),))
    reasons = tuple(_reason(stop, meeting, tell) for stop, meeting in zip(path.stops, meetings, strict=True))
    yield Section("reasons", tell.heading("reasons"), sections=reasons)
    yield tell.prose("afterwards", path.afterwards)
    yield tell.about(path)


def _meeting(number: int, stop: Stop, path: Path, tell: Teller) -> blocks.Meeting:
    used = tell.library.named(stop.use)
    gathering = used if isinstance(used, Gathering) else None
    return blocks.Meeting(
        id=stop.id,
        when=tell.say(f"paths.{path.every}", number=number + 1),
        title=_title(stop, tell),
        link=stop.use,
        minutes=gathering.minutes if gathering else None,
        time=tell.phrases.short_time(gathering) if gathering else "",
        intensity=tell.say(f"intensity-short.{gathering.intensity}") if gathering else "",
        is_heavy=gathering.is_heavy if gathering else False,
        why=stop.why,
    )


def _title(stop: Stop, tell: Teller) -> str:
    return stop.title or tell.library.title_of(stop.use) or ""


def _reason(stop: Stop, meeting: blocks.Meeting, tell: Teller) -> Section:
    """A stop: when it comes, why, and what goes well with it. Its heading leads to what it is."""
    also = (blocks.Related(tell.say("paths.also"), link, tell.library.title_of(link) or link) for link in stop.also)
    lead = blocks.Words(" · ".join(filter(None, (meeting.when, meeting.time, meeting.intensity))), "fine")
    return Section(f"stop-{stop.id}", meeting.title, (lead, blocks.Prose(stop.why), *also), leads_to=stop.use)


def _facts(path: Path, meetings: tuple[blocks.Meeting, ...], tell: Teller) -> Iterator[Fact]:
    say, whole = tell.say, total(meeting.minutes for meeting in meetings if meeting.minutes)
    yield Fact("rhythm", "calendar", say("facts.rhythm"), say(f"paths.every-{path.every}", count=len(meetings)))
    if whole:
        yield Fact("time", "time", say("facts.whole-time"), sentence(tell.phrases.minutes(whole)))
    yield Fact("audience", "people", say("facts.audience"), sentence(tell.texts.listing(path.audience)))


def card(path: Path, tell: Teller) -> tuple[Fact, ...]:
    """What a card says of a path: how many meetings, and how often."""
    rhythm = tell.say(f"paths.every-{path.every}", count=len(path.stops))
    return (Fact("rhythm", "calendar", tell.say("facts.rhythm"), rhythm),)


PAGES = (
    PageOutline(shows=("facts", "introduction", "when", "stops", "reasons", "afterwards", "gone")),
    PageOutline(name="about", shows=("about-this-page",)),
)

SHEETS = (
    SheetOutline(
        name="path",
        title="paper.path",
        shows=("purpose", "facts", "introduction", "when", "stops", "reasons", "afterwards", "about-this-page"),
        without=("notes",),
    ),
)

PATH = DocumentKind(
    "path",
    "paths",
    Path,
    source="guides/paths",
    page="paths/{id}/",
    sections=sections,
    card=card,
    pages=PAGES,
    sheets=SHEETS,
    files=("outline", "calendar"),
)
