"""The model's values in the words readers see, kept in one place so that every page says them alike."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args
from urllib.parse import urlsplit

from library.model.document import Document, Gathering, GroupSize
from library.model.download import Download, Offer
from library.model.kinds import Session
from library.model.library import LINKED_SHELVES, Library
from library.model.plan import Minutes, Part, Plan, Step, total
from library.model.resource import Resource, ResourceKind

SHELVES = {
    "guides": "Peer reflection guides",
    "sessions": "Session models",
    "workshops": "Workshops",
    "question_banks": "Question banks",
    "wheels": "Wheels",
    "records": "Record sheets",
    "resources": "Resource catalogue",
    "topics": "Topics",
    "find": "Find",
}
ONE = {
    "guides": "Peer reflection guide",
    "sessions": "Session model",
    "workshops": "Workshop",
    "question_banks": "Question bank",
    "wheels": "Wheel",
    "records": "Record sheet",
}
SHELF_SUMMARIES = {
    "guides": "Subjects to think about together, each with resources to share and a timed plan to follow.",
    "sessions": "Ways to run a session: roles, timed stages, and who speaks and who listens in each.",
    "workshops": "Outlines with slides for introducing reflective practice to a team.",
    "question_banks": "Questions to read aloud or choose from, grouped by the point of the conversation they suit.",
    "wheels": "Wheels for thinking about identity and difference, with the words written out in full.",
    "records": "Headings to write under after a session, by hand or in Word, with room to learn and none for names.",
    "resources": "Briefings, films, podcasts and tools published elsewhere, with what we know of each address.",
    "topics": "Everything in the library by subject.",
    "find": "Say how long you have, how many you are and what it is about.",
}
KINDS = {**ONE, "topics": "Topic", "resources": "Outside resource", "pages": "Page"}
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
JUDGED = "Facilitator and intensity are our suggestion."
FIRST = "Before the first step, read out what stays in the room and what cannot."
FIRST_OF_MODES = "Ask first which kind of session this is. Then read out what stays in the room and what cannot."
SAFETY_SLIDES = {"limits": "What cannot stay in this room", "stop": "If this comes up"}
MODES = "Ask first: which kind of session is this?"
SUBJECT = "Why this subject matters"
OPT_IN = "This session may stir up strong feelings. You can choose how to take part, or not to."
SHARED_AT_THE_END = "To read afterwards (shared at the end)"
DEPTH = {"light": "light", "middle": "middling", "heavy": "heavy"}
OVERLAP = {
    "how": "Shade, do not describe. You decide what goes on your wheel. The other shows what you think, not who "
    "they are.",
    "wheels": ("Me", "A person or family I work with"),
    "questions": ("Where do we overlap?", "Where do we differ?"),
}
"""What stands on the sheet of two wheels."""
CROSSING = {
    "how": "Take each aspect in turn. Can others see it? Is it talked about? Write it where it belongs, for yourself "
    "or for your work with one family. Look longest at what can be neither seen nor heard.",
    "places": (
        ("Visible and voiced", "Others can see it, and we talk about it."),
        ("Invisible and voiced", "Nobody would see it, and we talk about it."),
        ("Visible and unvoiced", "Others can see it, and we never mention it."),
        ("Invisible and unvoiced", "Nobody would see it, and we never mention it."),
    ),
}
"""What stands on the grid: two crossing questions, four places to write."""
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
    return isinstance(gathering, Session) and bool(gathering.modes)


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
    named = {one.id: one.title for one in gathering.roles} if isinstance(gathering, Session) else {}
    return named.get(id, {"everyone": "Everyone", "facilitator": "Facilitator"}.get(id, id))


def roles(ids: Iterable[str], gathering: Gathering) -> str:
    """Several roles, in words."""
    return listing(role(id, gathering) for id in ids)


def offsets(plan: Plan) -> Iterator[tuple[Step, str]]:
    """Each step with the minutes after which it starts, as planned; a dash once a step before it has no set time."""
    start: int | None = 0
    for step in plan.steps:
        yield step, "–" if start is None else str(start)
        start = None if start is None or step.minutes is None else start + step.minutes.typical


def accounts(gathering: Gathering, library: Library) -> tuple[Resource, ...]:
    """What is played in the session and has to be signed in for; what is shared at its end is not needed before."""
    named = dict.fromkeys(clip.resource for clip in gathering.plan.media)
    return tuple(library.resources[id] for id in named if library.needs_account(library.resources[id]))


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


def access(resource: Resource, library: Library) -> str:
    """What it takes to open a resource."""
    may = library.needs_account(resource) and not resource.needs_account
    return "May need an account" if may else ACCESS[resource.access]


def home_of(address: str) -> str:
    """A publisher's site: an address without its path."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/"


def by_kind(library: Library) -> Iterator[tuple[str, tuple[Resource, ...]]]:
    """The catalogue in groups, each with the plural of its kind, in the order of the vocabulary."""
    for kind in get_args(ResourceKind):
        found = tuple(one for one in library.resources.values() if one.kind == kind)
        if found:
            yield f"{sentence(kind)}s", found


def on_shelf(shelf: str, documents: Iterable[Document]) -> tuple[tuple[str, Document], ...]:
    """Each document with its shelf."""
    return tuple((shelf, document) for document in documents)


def shelves(library: Library) -> Iterator[tuple[str, tuple[Document, ...]]]:
    """Each shelf of documents that holds anything, with what stands on it."""
    for shelf in ONE:
        if found := tuple(getattr(library, shelf).values()):
            yield shelf, found


def fitting(library: Library, available: int) -> list[tuple[str, Gathering]]:
    """The gatherings that can be done in the minutes available, the shortest first, each with its shelf."""
    timed = ((shelf, one) for shelf, one in library.documents if isinstance(one, Gathering) and one.minutes)
    found = [(shelf, one, one.minutes.min) for shelf, one in timed if one.minutes and one.minutes.min <= available]
    return [(shelf, one) for shelf, one, _ in sorted(found, key=lambda entry: (entry[2], entry[1].title))]


def handout(link: str, library: Library) -> str:
    """What a handout's link is called."""
    kind, _, id = link.partition(":")
    if kind == "page":
        return sentence(id.replace("-", " "))
    return str(getattr(library, LINKED_SHELVES[kind])[id].title)
