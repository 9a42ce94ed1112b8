"""What every published thing has: a title, a summary, topics, sources, an owner and a date to look at it again."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from .plan import Duration, Minutes, Plan
from .text import Phrase, Text
from .words import Address, Authored, Date, Format, Id, Line, YesNo

Version = Annotated[str, Field(pattern=r"^\d+\.\d+$")]


class Source(Authored):
    """Where the content comes from, and what the library did with it."""

    title: Line
    """The source's title, as published."""
    publisher: Line
    """Who published it, or what is known about that."""
    resource: Id | None = None
    """Its entry in resources.yaml, where it has one."""
    adapted: Text
    """What was kept, changed, added and left out."""
    permission: Line
    """What is known about the licence, and whether permission was asked."""


class Note(Authored):
    """An editor's decision that readers should see, such as what was done about a slip in a source."""

    id: Id
    """Its lasting name."""
    text: Text
    """What was found, and what was decided."""


class Review(Authored):
    """A review by someone who does the work."""

    on: Date
    """The day of the review, such as 2026-11-23."""
    by: Line
    """The reviewer's role, never a name."""


class Document(Authored):
    """The shared head of guides, sessions, workshops, question banks and wheels."""

    id: Id
    """The file's name without .yaml; never written in the file."""
    title: Line
    """The title, in sentence case."""
    summary: Annotated[Line, Field(max_length=220)]
    """One or two sentences for lists and search results."""
    aliases: tuple[Line, ...] = ()
    """Other names, spellings and abbreviations people search for."""
    topics: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of topics, the nearest first."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """The documents it rests on."""
    notes: tuple[Note, ...] = ()
    """The editor's notes: doubts about a source, and what was decided."""
    owner_role: Line
    """The role that looks after this page, never a name."""
    reviewed: Review | None = None
    """Who among practitioners reviewed it; leave it out until someone has."""
    review_by: Date
    """When it must be looked at again."""
    revised: Date
    """The day its words or times last changed. It stands on every sheet that is printed from it."""
    version: Version
    """Two numbers, such as 1.0: the first for a change of meaning, the second for a change of words."""


class GroupSize(Authored):
    """How many people a group can hold."""

    min: Annotated[int, Field(strict=True, ge=1, le=200)]
    """The fewest, the facilitator included."""
    max: Annotated[int, Field(strict=True, ge=1, le=200)]
    """The most."""
    suggested: YesNo = False
    """Yes where the library suggests the size and the source gives none."""

    @model_validator(mode="after")
    def _in_order(self) -> "GroupSize":
        if self.min > self.max:
            raise PydanticCustomError("size_order", "should run from the fewest to the most people")
        return self

    def __str__(self) -> str:
        return f"{self.min}" if self.min == self.max else f"{self.min}–{self.max}"


Experience = Literal["new", "some", "experienced"]
Intensity = Literal["light", "moderate", "heavy"]


class Gathering(Document):
    """A document that people meet around: it has a group, a place, a plan and a way to keep everyone safe."""

    audience: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Who it is for, a few words each."""
    group_size: GroupSize
    """How many people."""
    format: Annotated[tuple[Format, ...], Field(min_length=1)]
    """Where it can be held."""
    experience: Experience
    """The experience a facilitator needs."""
    intensity: Intensity
    """How much it may stir up."""
    length: Duration | None = None
    """The length the source states for the whole; leave it out where the source states none."""
    plan: Plan
    """The steps, in order."""
    safety: Id
    """The id of the shared safety frame in guides/shared/safety.yaml."""
    safety_note: Text | None = None
    """What to watch for in this one especially."""

    @property
    def minutes(self) -> Minutes | None:
        """The time to set aside: the plan's own sum, or the stated length where a step has no set time."""
        return self.length if self.length and self.plan.untimed else self.plan.minutes


class Mode(Authored):
    """A way of using a session model that has rules of its own on what may be said and recorded."""

    id: Id
    """Its lasting name."""
    title: Line
    """Who is in the group, in a few words."""
    text: Text
    """What may be said in this mode, and what is recorded."""


class Confidentiality(Authored):
    """What a group keeps to itself, and what it cannot."""

    script: Text
    """What to read out before anything else; its last words lead into the limits."""
    limits: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What cannot stay in the room, a sentence each, to read out too."""


class StopTier(Authored):
    """Something that may come up in a session, and what to do then."""

    id: Id
    """Its lasting name."""
    title: Line
    """What has come up, in a few words."""
    text: Text
    """What to do: whether to stop, who reports it, to whom and by when."""


def _in_tiers(tiers: tuple[StopTier, ...]) -> tuple[StopTier, ...]:
    """One rule for every concern would end the talk the library is for, so nobody would keep to it."""
    if len(tiers) < 3:
        raise PydanticCustomError(
            "stop_tiers", "should tell three things apart at least: danger now, a new concern, and one in hand"
        )
    return tiers


class SafetyFrame(Authored):
    """How a group stays safe: shared by everything that names its id."""

    id: Id
    """Its lasting name."""
    title: Line
    """A few words."""
    confidentiality: Confidentiality
    """What to read out at the start: what stays in the room, and what cannot."""
    write_in: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What the group writes on its own sheet by hand, such as whom to ring; the library never stores it."""
    leaving: Text
    """Who goes after someone who leaves, chosen at the start."""
    pause: Text
    """How to pause and find one's feet."""
    stop: Annotated[tuple[StopTier, ...], AfterValidator(_in_tiers), Field(json_schema_extra={"minItems": 3})]
    """When to stop, the most urgent first: danger now, a new concern, one that is known and in hand, and so on."""
    escalate: Text
    """Where to take a concern, in words that work on paper."""
    not_this: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the session is not."""
    aftercare: Text
    """What to do for one another afterwards."""


class SharedText(Authored):
    """A paragraph kept once and used in several places."""

    id: Id
    """Its lasting name."""
    title: Line
    """Its heading."""
    text: Text
    """The paragraph."""


class Topic(Authored):
    """A subject, with the words people use for it."""

    id: Id
    """Its lasting name and its address."""
    label: Line
    """How it reads in lists."""
    synonyms: tuple[Line, ...] = ()
    """Other words and abbreviations people search for."""
    summary: Text
    """What it covers, in a sentence or two."""


class Retired(Authored):
    """An id that was published once and is used no more: its page stays, and says where to go."""

    id: Id
    """The id that was used; it is never used for anything else."""
    kind: Literal["guide", "session", "workshop", "question-bank", "wheel", "record", "resource"]
    """What it was."""
    title: Line
    """What it was called."""
    moved: Text
    """What became of it, with a link to where to go now."""

    @model_validator(mode="after")
    def _leads_on(self) -> "Retired":
        if not any(self.moved.links):
            raise PydanticCustomError("retired", "should have a link in 'moved' that says where to go now")
        return self


class Reference(Authored):
    """A work cited in a text."""

    id: Id
    """Its lasting name."""
    cited_as: Line
    """How the text cites it, such as author and year."""
    work: Line
    """The full reference as far as it is known, or a plain statement that it is not."""
    url: Address | None = None
    """Where to read it, if that is known."""
