"""Paths: several things of the library in an order that makes sense, with the reason for each."""

from typing import Annotated, Literal

from pydantic import Field

from library.types.plain import Id, Line, Named
from library.types.ref import AnyRef
from library.types.text import Phrase, Text

from .document import Document

Rhythm = Literal["week", "fortnight", "month"]


class Stop(Named):
    """One meeting of a path, or one thing to read or fill in."""

    id: Id
    """Its lasting name."""
    use: Annotated[str, AnyRef()]
    """What it is: `guide:its-id`, `session:`, `signpost:`, `workshop:`, `question-bank:`, `wheel:`, `record:`, `path:`,
    `resource:`, `topic:` or `page:`."""
    title: Line | None = None
    """What to call it here; leave it out where its own title will do. A page written by hand needs one."""
    why: Text
    """Why it comes at this point, in a sentence or two."""
    also: tuple[Annotated[str, AnyRef()], ...] = ()
    """What goes well with it: a wheel, a question bank, a record sheet."""


class Path(Document):
    """A path: several things of the library in an order that makes sense, with the reason for each."""

    purpose: Annotated[Line, Field(max_length=160)]
    """What it leads to, in one line."""
    audience: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Who it is for, a few words each."""
    every: Rhythm
    """How often to meet: every week, fortnight or month."""
    introduction: Text
    """How to use it."""
    good_when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """When it fits, a line each."""
    not_when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """When not to start it, and what to do instead."""
    stops: Annotated[tuple[Stop, ...], Field(min_length=2)]
    """What to do, in order: one at each meeting."""
    afterwards: Text
    """What to do at the end."""
