"""What several documents share: topics, paragraphs used in more than one place, and ids that are used no more."""

from typing import Annotated

from pydantic import model_validator

from library.types.plain import Id, Line, Named
from library.types.ref import KindName
from library.types.refusal import refusal
from library.types.text import Text

from .kind import Kind


class SharedText(Named):
    """A paragraph kept once and used in several places."""

    id: Id
    """Its lasting name."""
    title: Line
    """Its heading."""
    text: Text
    """The paragraph."""


class Topic(Named):
    """A subject, with the words people use for it."""

    id: Id
    """Its lasting name and its address."""
    label: Line
    """How it reads in lists."""
    synonyms: tuple[Line, ...] = ()
    """Other words and abbreviations people search for."""
    summary: Text
    """What it covers, in a sentence or two."""


class Retired(Named):
    """An id that was published once and is used no more: its page stays, and says where to go."""

    id: Id
    """The id that was used; it is never used for anything else."""
    kind: Annotated[str, KindName()]
    """What it was."""
    title: Line
    """What it was called."""
    moved: Text
    """What became of it, with a link to where to go now."""

    @model_validator(mode="after")
    def _leads_on(self) -> "Retired":
        if not any(self.moved.links):
            raise refusal("retired-without-link")
        return self


TOPIC = Kind("topic", "topics", Topic, source="guides/shared/topics.yaml", page="topics/{id}/")
SHARED_TEXT = Kind("text", "texts", SharedText, source="guides/shared/texts.yaml")
RETIRED = Kind("retired", "retired", Retired, source="guides/shared/retired.yaml")
