"""What every published thing has: a title, a summary, topics, sources, an owner and a date to look at it again."""

from typing import Annotated

from pydantic import Field

from library.types.plain import Authored, Date, Id, Line, Named
from library.types.ref import Credit, Ref
from library.types.refusal import Form
from library.types.text import Phrase, Text

from .retired_part import RetiredPart

Version = Annotated[str, Form(r"^\d+\.\d+$", "not-a-version")]


def number_of(version: object) -> tuple[int, ...]:
    """A version by its numbers, as they are compared: 1.10 is higher than 1.9. Anything may be given."""
    return tuple(int(part) for part in str(version).split(".") if part.isdigit())


class Source(Authored):
    """Where the content comes from, and what the library did with it."""

    title: Annotated[Line, Credit()]
    """The source's title, as published."""
    publisher: Annotated[Line, Credit()]
    """Who published it, or what is known about that."""
    resource: Annotated[Id, Ref("resource")] | None = None
    """Its entry in resources.yaml, where it has one."""
    adapted: Text
    """What was kept, changed, added and left out."""
    permission: Line
    """What is known about the licence, and whether permission was asked."""


class Note(Named):
    """An editor's decision that readers should see, such as what was done about a slip in a source."""

    id: Id
    """Its lasting name."""
    text: Text
    """What was found, and what was decided."""


class Review(Authored):
    """A review by someone who does the work, or by someone it was done to."""

    on: Date
    """The day of the review, such as 2026-11-23."""
    by: Line
    """The reviewer's role, never a name."""


class Change(Authored):
    """A change of a document's words or times that readers should know of."""

    on: Date
    """The day of the change, such as 2026-11-23."""
    version: Version
    """The version it made."""
    what: Phrase
    """What changed and why, in a sentence."""


class Document(Named):
    """The shared head of every kind of document: what each of them says of itself."""

    id: Id
    """The file's name without .yaml; never written in the file."""
    title: Line
    """The title, in sentence case."""
    summary: Annotated[Line, Field(max_length=220)]
    """One or two sentences for lists and search results."""
    aliases: tuple[Line, ...] = ()
    """Other names, spellings and abbreviations people search for."""
    topics: Annotated[tuple[Annotated[Id, Ref("topic")], ...], Field(min_length=1)]
    """Ids of topics, the nearest first."""
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    """The documents it rests on."""
    notes: tuple[Note, ...] = ()
    """The editor's notes: doubts about a source, and what was decided."""
    retired: tuple[RetiredPart, ...] = ()
    """Steps, questions and other parts that were published and are gone: their ids, or what became of them too."""
    owner_role: Line
    """The role that looks after this page, never a name."""
    reviewed: Review | None = None
    """Who among practitioners reviewed it; leave it out until someone has."""
    lived_experience: Review | None = None
    """Who reviewed it that has lived with what it is about, such as a parent, or an adult who was in care; leave it out
    until someone has."""
    review_by: Date
    """When it must be looked at again."""
    revised: Date
    """The day its words or times last changed. It stands on every sheet that is printed from it."""
    version: Version
    """Two numbers, such as 1.0: the first for a change of meaning, the second for a change of words."""
    changes: tuple[Change, ...] = ()
    """What changed since it was first published, the newest first; leave it out for a first version."""

    @property
    def is_heavy(self) -> bool:
        """Whether it says of itself that it may stir up a lot."""
        return False
