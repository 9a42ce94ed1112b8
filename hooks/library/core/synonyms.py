"""The words people use, and what the finder makes of them: other words, a filter, or a page to go to at once."""

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from library.types.plain import Authored, Format, Id, Line, Named
from library.types.ref import AnyRef, KindName
from library.types.refusal import refusal

from .catalogue import Access, ResourceKind
from .download import Take
from .gathering import Experience, Intensity
from .kind import Kind

_NUMBER = re.compile(r"\bN\b")


class Sets(Authored):
    """The filter of the finder that some words set, in place of being looked for. One of these."""

    minutes: Annotated[int, Field(strict=True, ge=1, le=1440)] | None = None
    """The minutes people have; 1 for each of the number where the words hold N."""
    people: Annotated[int, Field(strict=True, ge=1, le=200)] | None = None
    """The people in the group; 1 for each of the number where the words hold N."""
    format: Format | None = None
    """Where they meet."""
    kind: Annotated[str, KindName()] | None = None
    """What it is, of what the library keeps."""
    resource: ResourceKind | None = None
    """What it is, of what others publish."""
    access: Access | None = None
    """What it takes to open it."""
    take: Take | None = None
    """What can be taken away."""
    experience: Experience | None = None
    """The experience of the facilitator."""
    intensity: Intensity | None = None
    """How much it may stir up, at most."""

    @model_validator(mode="after")
    def _is_one(self) -> "Sets":
        if len(self.model_fields_set) != 1:
            raise refusal("sets-not-one")
        return self

    @property
    def is_counted(self) -> bool:
        """Whether a number can stand in its words."""
        return self.minutes is not None or self.people is not None


class Synonyms(Named):
    """Words that mean the same to whoever looks for something."""

    id: Id
    """Their lasting name."""
    words: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What people type, a word or a few words each: whoever types one is shown what holds any of them.
    Small and large letters, endings and hyphens make no difference. N stands for a number."""
    urgent: Annotated[str, AnyRef()] | None = None
    """Where whoever types one of them is sent first, such as page:upset: for the words of a hard moment."""
    part: Line | None = None
    """The heading of the part of that page that is meant, as it stands there."""
    first: tuple[Annotated[str, AnyRef()], ...] = ()
    """What comes first among what is found, in this order, such as guide:its-id: it need not hold the words. In a row
    that is urgent, nothing else is shown."""
    sets: Sets | None = None
    """The filter that they set, in place of being looked for."""
    unset: Literal["format"] | None = None
    """A filter that no words beside them set: who asks whether to record on Teams looks for no session online."""
    optional: bool = False
    """Whether what is shown need not hold them, beside other words: whose group it is, such as nurses."""

    @model_validator(mode="after")
    def _lead_somewhere(self) -> "Synonyms":
        if len(self.words) == 1 and not self.urgent and not self.sets and not self.first and not self.optional:
            raise refusal("synonym-alone")
        return self

    @model_validator(mode="after")
    def _count_where_they_can(self) -> "Synonyms":
        most = 1 if self.sets and self.sets.is_counted else 0
        if any(len(_NUMBER.findall(word)) > most for word in self.words):
            raise refusal("synonym-number")
        return self

    @model_validator(mode="after")
    def _is_part_of_a_page(self) -> "Synonyms":
        if self.part and not (self.urgent or "").startswith("page:"):
            raise refusal("synonym-part")
        return self


SYNONYMS = Kind("synonym", "synonyms", Synonyms, source="guides/shared/synonyms.yaml")
