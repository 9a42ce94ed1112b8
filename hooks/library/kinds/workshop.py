"""Workshops: aims, a timed outline and slides."""

from typing import Annotated

from pydantic import Field

from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.types.plain import Authored, Id, Line, Named
from library.types.ref import AnyRef, Inside
from library.types.text import Phrase, Text


class Slide(Named):
    """One slide of a workshop."""

    id: Id
    """Its lasting name."""
    step: Annotated[Id, Inside("step")]
    """The id of the step of the plan it belongs to."""
    title: Line
    """What stands at its head."""
    points: Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=6)]
    """What the group reads: six points at most."""
    speaker_notes: Text
    """What the facilitator says."""


class Handout(Authored):
    """Something the group is given."""

    link: Annotated[str, AnyRef()]
    """What is handed out, such as `wheel:blank`."""
    use: Phrase
    """What it is used for."""


class Workshop(Gathering):
    """A workshop: aims, a timed outline and slides."""

    aims: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What people leave with."""
    preparation: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the facilitator does beforehand, a point each."""
    slides: Annotated[tuple[Slide, ...], Field(min_length=1)]
    """The slides, in order."""
    handouts: tuple[Handout, ...] = ()
    """What the group is given."""


WORKSHOP = DocumentKind("workshop", "workshops", Workshop, source="guides/workshops", page="workshops/{id}/")
