"""The model's values in the words readers see, kept in one place so that every page says them alike."""

from collections.abc import Iterable, Iterator
from datetime import date

from library.core.catalogue import RESOURCE, Resource
from library.core.gathering import Gathering, GroupSize
from library.core.library import Library
from library.core.plan import Plan, Step
from library.types.minutes import Minutes, total

EXPERIENCE = {
    "new": "New facilitators can run this",
    "some": "Some facilitation experience needed",
    "experienced": "An experienced facilitator is needed",
}
INTENSITY = {"light": "Light", "moderate": "Moderate: may stir feelings", "heavy": "Heavy: plan time to settle"}
FORMAT = {"in-person": "in person", "online": "online"}
ACCESS = {
    "open": "Open to everyone",
    "account": "Needs an account",
    "members": "For members, or to buy",
    "time-limited": "Was open for a limited time; may need an account now",
    "unknown": "Not known whether an account is needed",
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
MODES = "Ask first: which kind of session is this?"
SUBJECT = "Why this subject matters"
DEPTH = {"light": "light", "middle": "middling", "heavy": "heavy"}


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
