"""The model's values in the words readers see, kept in one place so that every page says them alike."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, get_args
from urllib.parse import urlsplit

from library.core.catalogue import RESOURCE, Resource, ResourceKind
from library.core.document import Document
from library.core.download import Download, Offer
from library.core.gathering import Gathering, GroupSize
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.plan import Part, Plan, Step
from library.types.minutes import Minutes, total

MANY = {
    "guide": "Peer reflection guides",
    "session": "Session models",
    "workshop": "Workshops",
    "question-bank": "Question banks",
    "wheel": "Wheels",
    "record": "Record sheets",
    "resource": "Resource catalogue",
    "topic": "Topics",
    "find": "Find",
}
ONE = {
    "guide": "Peer reflection guide",
    "session": "Session model",
    "workshop": "Workshop",
    "question-bank": "Question bank",
    "wheel": "Wheel",
    "record": "Record sheet",
}
SUMMARIES = {
    "guide": "Subjects to think about together, each with resources to share and a timed plan to follow.",
    "session": "Ways to run a session: roles, timed stages, and who speaks and who listens in each.",
    "workshop": "Outlines with slides for introducing reflective practice to a team.",
    "question-bank": "Questions to read aloud or choose from, grouped by the point of the conversation they suit.",
    "wheel": "Wheels for thinking about identity and difference, with the words written out in full.",
    "record": "Headings to write under after a session, by hand or in Word, with room to learn and none for names.",
    "resource": "Briefings, films, podcasts and tools published elsewhere, with what we know of each address.",
    "topic": "Everything in the library by subject.",
    "find": "Say how long you have, how many you are and what it is about.",
}
FOUND = {**ONE, "topic": "Topic", "resource": "Outside resource", "page": "Page"}
"""What the finder calls each thing it finds."""

TIMES = (15, 30, 45, 60, 90)
"""The minutes that have a page of their own below find/. The pages stay; only those with something are offered."""

FINDER_FORMAT = {"in-person": "In person", "online": "Online"}
FINDER_EXPERIENCE = {
    "new": "Is new to facilitating",
    "some": "Has done it a few times",
    "experienced": "Is experienced",
}
FINDER_INTENSITY = {"light": "Light only", "moderate": "Up to moderate", "heavy": "Up to heavy"}
EXPERIENCE = {
    "new": "New facilitators can run this",
    "some": "Some facilitation experience needed",
    "experienced": "An experienced facilitator is needed",
}
INTENSITY = {"light": "Light", "moderate": "Moderate: may stir feelings", "heavy": "Heavy: plan time to settle"}
FORMAT = {"in-person": "in person", "online": "online"}
FACILITATION = {
    "peer": "A member of the group",
    "internal": "Someone from the same organisation",
    "external": "Someone from outside the organisation",
    "accredited": "Someone accredited in this model",
}
ACCESS = {
    "open": "Open to everyone",
    "account": "Needs an account",
    "members": "For members, or to buy",
    "time-limited": "Was open for a limited time; may need an account now",
    "unknown": "Not known whether an account is needed",
}
ADDRESS = {
    "confirmed": "The page itself",
    "related": "A related page by the same publisher",
    "cited": "The page itself, as another document gives it; we have not opened it",
    "publisher": "The publisher's site only",
    "none": "No address known",
}
STANDING = {
    "ok": "it answers",
    "moved": "it has moved, and we lead to its new address",
    "needs-account": "it asks for a log-in",
    "cannot-tell": "we could not tell whether it works",
    "broken": "it does not work",
    "gone": "its publisher has taken it down",
}
"""How an outside address did when it was last asked for."""
STATES = {
    "ok": "answers",
    "moved": "has moved",
    "needs-account": "asks for a log-in",
    "cannot-tell": "cannot tell",
    "broken": "does not work",
    "gone": "taken down",
    "not asked yet": "not asked yet",
}
"""The same in a word or two, for a chart and a table."""
LINKS = {
    "title": "How our outside links do",
    "summary": "Which outside addresses answer, which have moved, and which no longer work, the last time we asked.",
}
STATUS = {
    "confirmed": "given by a source",
    "inferred": "worked out by the library, not confirmed",
    "open": "open: no source gives a word",
}
SAFETY = {
    "all": "Keeping everyone safe",
    "ours": "These words are the library's own. Your organisation's procedures come first.",
    "read-out": "Read this out first",
    "leaving": "If someone leaves",
    "decide": "Decide this, and write it on your own sheet",
    "stop": "When to stop, and where to take a concern",
    "escalate": "Where to take it",
    "more": "What to record, and Salford's own pages",
    "note": "In this session especially",
    "pause": "Pause",
    "aftercare": "Looking after each other afterwards",
    "not-this": "What this is not",
}
"""The headings of a safety frame, in the order in which it is told: what to do comes first."""
STARTS = "Starting times assume that each step takes the longest it should."
FIRST = "Before the first step, read out what stays in the room and what cannot."
FIRST_OF_MODES = "Ask first which kind of session this is. Then read out what stays in the room and what cannot."
MODES = "Ask first: which kind of session is this?"
DEPTH = {"light": "light", "middle": "middling", "heavy": "heavy"}
FORMATS = {"pdf": "PDF", "docx": "Word", "pptx": "PowerPoint", "ics": "calendar file"}
VARIANTS = {
    "standard": "",
    "large": "large print",
    "low-ink": "little ink",
    "cream": "cream, for screens",
    "letter": "on US Letter",
}
"""What a variant of a file is called."""
ABOUT = {
    "child": "the child",
    "family": "the family",
    "self": "yourself",
    "team": "the team",
    "system": "the system around the work",
}


def minutes(value: Minutes | None) -> str:
    """ "5–10 minutes (our suggestion)", or a plain statement that no time is set."""
    if value is None:
        return "no set time"
    unit = "minute" if value.max == 1 else "minutes"
    return f"{value} {unit}{' (our suggestion)' if value.suggested else ''}"


def shared_time(value: Minutes, steps: Iterable[Step]) -> str:
    """ "56–76 minutes, of which 21–26 are set by the source and the rest is our suggestion"."""
    fixed = total(step.minutes for step in steps if step.minutes and not step.minutes.suggested)
    if not value.suggested or fixed is None:
        return minutes(value)
    return f"{value} minutes, of which {fixed} are set by the source and the rest is our suggestion"


def part_time(part: Part) -> str:
    """How long a part takes, and how much of that the source sets."""
    return shared_time(part.minutes, part.steps) if part.minutes else minutes(None)


def experience(gathering: Gathering) -> str:
    """Who can lead it; no source says so, so it is marked as ours."""
    return f"{EXPERIENCE[gathering.experience]} (our suggestion)"


def intensity(gathering: Gathering) -> str:
    """How much it may stir up; no source says so, so it is marked as ours."""
    return f"{INTENSITY[gathering.intensity]} (our suggestion)"


def has_modes(gathering: Gathering) -> bool:
    """Whether a group has to ask which kind of session it holds."""
    return bool(getattr(gathering, "modes", ()))


def first(gathering: Gathering) -> str:
    """What the facilitator does before the first step."""
    return FIRST_OF_MODES if has_modes(gathering) else FIRST


def whole_time(gathering: Gathering) -> str:
    """The time to set aside for a gathering, in words, and where it comes from."""
    value = gathering.minutes
    if value is None:
        return "No set time"
    said = shared_time(value, gathering.plan.steps)
    if gathering.plan.untimed and gathering.length is None:
        said += f", and {len(gathering.plan.untimed)} steps without a set time"
    if gathering.length and not gathering.plan.untimed and str(gathering.length) != str(value):
        said += f" when each stage takes its full time; the source says {gathering.length}"
    return said


def short_time(gathering: Gathering) -> str:
    """The time for a card: "35 minutes"."""
    return f"{gathering.minutes} minutes" if gathering.minutes else "No set time"


def people(size: GroupSize) -> str:
    """How many people, and whether that is ours."""
    return f"{size} people{' (our suggestion)' if size.suggested else ''}"


def listing(things: Iterable[str]) -> str:
    """ "a, b and c"."""
    *most, last = things
    return f"{', '.join(most)} and {last}" if most else last


def places(formats: Iterable[str]) -> str:
    """Where, in words."""
    chosen = tuple(FORMAT[one] for one in formats)
    return " or ".join(chosen)


def day(value: date) -> str:
    """ "3 November 2026"."""
    return f"{value.day} {value:%B} {value.year}"


def file_facts(download: Offer) -> str:
    """A file's format, length and size: "PDF, 2 pages, 40 KB"; the format alone of a file that is not made yet."""
    if not isinstance(download, Download):
        return FORMATS[download.format]
    unit = {"pdf": "page", "pptx": "slide"}.get(download.format, "")
    pages = [f"{download.pages} {unit}{'s' if download.pages != 1 else ''}"] if download.pages else []
    return ", ".join([FORMATS[download.format], *pages, f"{max(1, round(download.bytes / 1000))} KB"])


def variant(download: Offer) -> str:
    """What a download's variant adds to its title: ", large print"; nothing for the standard one."""
    return f", {VARIANTS[download.variant]}" if VARIANTS[download.variant] else ""


def sentence(words: str) -> str:
    """The same words with a capital at the start."""
    return words[:1].upper() + words[1:]


def role(id: str, gathering: Gathering) -> str:
    """What a role is called in this gathering."""
    return {"everyone": "Everyone", "facilitator": "Facilitator", **gathering.role_titles}[id]


def roles(ids: Iterable[str], gathering: Gathering) -> str:
    """Several roles, in words."""
    return listing(role(id, gathering) for id in ids)


def starts(plan: Plan) -> Iterator[int | None]:
    """The minutes after which each step starts, as planned; None once a step before it has no set time."""
    start: int | None = 0
    for step in plan.steps:
        yield start
        start = None if start is None or step.minutes is None else start + step.minutes.typical


def offsets(plan: Plan) -> Iterator[tuple[Step, str]]:
    """Each step with the minutes after which it starts, in words; a dash where nobody can say."""
    for step, start in zip(plan.steps, starts(plan), strict=True):
        yield step, "–" if start is None else str(start)


def accounts(gathering: Gathering, library: Library) -> tuple[Resource, ...]:
    """What is played in the session and has to be signed in for; what is shared at its end is not needed before."""
    named = dict.fromkeys(clip.resource for clip in gathering.plan.media)
    return tuple(library[RESOURCE][id] for id in named if library.needs_account(library[RESOURCE][id]))


def facts(resource: Resource) -> str:
    """A resource in one line: kind, publisher, length, access, transcript."""
    known = [sentence(resource.kind), *([resource.by] if resource.by else []), resource.publisher]
    known += [f"{resource.edition_year} edition"] if resource.edition_year else []
    known += [minutes(resource.minutes)] if resource.minutes else []
    known += [ACCESS[resource.access]]
    known += (
        [{True: "Transcript offered", False: "No transcript"}[resource.transcript]]
        if resource.transcript is not None
        else []
    )
    return " · ".join(known)


def checked(resource: Resource, library: Library) -> str:
    """When a resource's address was last looked at, by a person or by the check, and how it did."""
    health = library.health_of(resource)
    if health:
        return f"Last checked on {day(health.last_checked)}: {STANDING[health.state]}."
    return f"Last opened by us on {day(resource.last_checked)}." if resource.last_checked else "Not yet checked by us."


def dead(resource: Resource, library: Library) -> str:
    """What to tell readers of an address that has stopped working; an empty string where it has not."""
    health = library.health_of(resource)
    if not health or not health.dead:
        return ""
    return f"This address has not worked since {day(health.since)}, so we do not lead there."


def home_of(address: str) -> str:
    """A publisher's site: an address without its path."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/"


def by_kind(library: Library) -> Iterator[tuple[str, tuple[Resource, ...]]]:
    """The catalogue in groups, each with the plural of its kind, in the order of the vocabulary."""
    for kind in get_args(ResourceKind):
        found = tuple(one for one in library[RESOURCE].values() if one.kind == kind)
        if found:
            yield f"{sentence(kind)}s", found


def of_kind(kind: DocumentKind[Any], documents: Iterable[Document]) -> tuple[tuple[DocumentKind[Any], Document], ...]:
    """Each document with its kind."""
    return tuple((kind, document) for document in documents)


def by_document_kind(library: Library) -> Iterator[tuple[DocumentKind[Any], tuple[Document, ...]]]:
    """Each kind of document of which there is any, with its documents."""
    for kind in library.document_kinds:
        if documents := tuple(library[kind].values()):
            yield kind, documents


def fitting(library: Library, available: int) -> list[tuple[DocumentKind[Any], Gathering]]:
    """The gatherings that can be done in the minutes available, the shortest first, each with its kind."""
    gatherings = ((kind, document) for kind, document in library.documents if isinstance(document, Gathering))
    timed = [(kind, gathering, gathering.minutes.min) for kind, gathering in gatherings if gathering.minutes]
    fits = [entry for entry in timed if entry[2] <= available]
    return [(kind, gathering) for kind, gathering, _ in sorted(fits, key=lambda entry: (entry[2], entry[1].title))]


def handout(link: str, library: Library) -> str:
    """What a handout's link is called."""
    return library.title_of(link) or sentence(link.partition(":")[2].replace("-", " "))
