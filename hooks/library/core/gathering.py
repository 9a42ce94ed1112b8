"""What people meet around: a group, a place, a plan, and a way to keep everyone safe."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from library.types.minutes import Duration, Minutes, total
from library.types.plain import Authored, Format, Id, Line, Named, YesNo
from library.types.ref import AnyRef, Inside, Ref
from library.types.refusal import refusal
from library.types.text import Phrase, Text

from .document import Document
from .plan import Plan
from .walk import links_in, marked


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
            raise refusal("group-order")
        return self

    def __str__(self) -> str:
        return f"{self.min}" if self.min == self.max else f"{self.min}–{self.max}"


class Mode(Named):
    """A way of meeting that has rules of its own on what may be said and recorded."""

    id: Id
    """Its lasting name."""
    title: Line
    """Who is in the group, in a few words."""
    text: Text
    """What may be said in this mode, and what is recorded."""


class Shorter(Authored):
    """A shorter way through: the steps that are left out, and what changes in the rest."""

    minutes: Annotated[int, Field(strict=True, ge=5, le=600)]
    """How long it takes then, at most."""
    without: Annotated[tuple[Annotated[Id, Inside("step")], ...], Field(min_length=1)]
    """The ids of the steps to leave out."""
    how: Text
    """What to do differently."""


Experience = Literal["new", "some", "experienced"]
Intensity = Literal["light", "moderate", "heavy"]


class Gathering(Document):
    """A document that people meet around: it has a group, a place, a plan and a way to keep everyone safe."""

    purpose: Annotated[Line, Field(max_length=160)]
    """What it is for, in one line that stands at the head of every sheet."""
    good_when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """When it fits, a line each."""
    not_when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """When not to use it, and what to do instead."""
    modes: tuple[Mode, ...] = ()
    """Ways of meeting that have rules of their own; the group says which before it starts."""
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
    set_up: Duration | None = None
    """What it takes before the first step, once people are there, where the plan does not count it."""
    plan: Plan
    """The steps, in order."""
    shorter: Shorter | None = None
    """What to leave out where there is less time."""
    safety: Annotated[Id, Ref("safety-frame")]
    """The id of the shared safety frame in guides/shared/safety.yaml."""
    safety_note: Text | None = None
    """What to watch for in this one especially."""

    @model_validator(mode="after")
    def _heavy_is_not_for_beginners(self) -> "Gathering":
        if self.intensity == "heavy" and self.experience == "new":
            raise refusal("heavy-for-new")
        return self

    @property
    def minutes(self) -> Minutes | None:
        """The time to set aside: to set up, then for the steps."""
        steps = self.minutes_of_steps
        return total((self.set_up, steps)) if self.set_up and steps else steps

    @property
    def minutes_of_steps(self) -> Minutes | None:
        """The plan's own sum, or the stated length where a step has no time."""
        return self.length if self.length and self.plan.untimed else self.plan.minutes

    @property
    def stated_whole(self) -> int | None:
        """The minutes to plan for all steps where only the source gives them; None where the steps themselves do."""
        return self.length.typical if self.length and self.plan.untimed else None

    @property
    def is_heavy(self) -> bool:
        """Whether it may stir up a lot."""
        return self.intensity == "heavy"

    @property
    def uses(self) -> tuple[str, ...]:
        """Links such as "wheel:map" to what its plan leads to and to what it names, each once."""
        names = tuple(marked(self))
        named = (f"{marker.kind}:{name}" for _, marker, name in names if isinstance(marker, Ref))
        handed_out = (link for _, marker, link in names if isinstance(marker, AnyRef))
        return tuple(dict.fromkeys((*links_in(self.plan), *named, *handed_out)))

    @property
    def role_titles(self) -> Mapping[str, str]:
        """What each role is called that steps may name besides `facilitator` and `everyone`."""
        return {}
