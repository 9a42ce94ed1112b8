"""Where a document comes from, who looks after it, and what it is about."""

from dataclasses import dataclass
from datetime import date

from library.core.document import Note, Source
from library.core.document import Review as AuthoredReview


@dataclass(frozen=True)
class Notes:
    """Editor's notes."""

    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Sources:
    """What the document rests on."""

    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Review:
    """Who looked at it and who looks after it.

    review: None until a practitioner has reviewed it. lived: until someone with lived experience has.
    """

    review: AuthoredReview | None
    lived: AuthoredReview | None
    owner: str
    review_by: date
    version: str
    revised: date


@dataclass(frozen=True)
class Topic:
    """A topic the document is about."""

    id: str
    label: str


@dataclass(frozen=True)
class Topics:
    """The topics the document is about, the nearest first."""

    topics: tuple[Topic, ...]
