"""The plan: the one timed structure under guides, session models and workshops."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, WithJsonSchema, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from .text import Phrase, Text
from .words import Authored, Format, Id, Line

Count = Annotated[int, Field(strict=True, ge=0, le=600)]


class Minutes(Authored):
    """A length of time in whole minutes, as a range."""

    min: Count
    """The shortest it can be done in."""
    typical: Count
    """What to plan for. The longest, unless said otherwise: it is kinder to end early than to be cut short."""
    max: Count
    """The longest it should take."""
    suggested: Annotated[bool, Field(strict=True)] = False
    """True where the library suggests the time and the source gives none."""

    @model_validator(mode="after")
    def _in_order(self) -> "Minutes":
        if not self.min <= self.typical <= self.max or self.max == 0:
            raise PydanticCustomError(
                "minutes_order", "should run from the shortest to the longest, and be more than 0"
            )
        return self

    def __str__(self) -> str:
        return f"{self.min}" if self.min == self.max else f"{self.min}–{self.max}"


_MINUTES = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?(?:\s+(suggested))?")


def _minutes_shorthand(written: Any) -> Any:
    """Read `5`, `5-10` and `5-10 suggested`."""
    if isinstance(written, (dict, Minutes)):
        if isinstance(written, dict) and "typical" not in written and "max" in written:
            return {**written, "typical": written["max"]}
        return written
    found = None if isinstance(written, (bool, float)) else _MINUTES.fullmatch(str(written).strip())
    if not found:
        raise PydanticCustomError("minutes", "should be whole minutes, such as 5, 5-10 or '5-10 suggested'")
    shortest, longest, suggested = found.groups()
    longest = int(longest or shortest)
    return {"min": int(shortest), "typical": longest, "max": longest, "suggested": bool(suggested)}


_MINUTES_SCHEMA = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": 600},
        {"type": "string", "pattern": r"^\d{1,3}(\s*[-–]\s*\d{1,3})?(\s+suggested)?$"},
        {
            "type": "object",
            "properties": {
                "min": {"type": "integer"},
                "typical": {"type": "integer"},
                "max": {"type": "integer"},
                "suggested": {"type": "boolean"},
            },
            "required": ["min", "max"],
            "additionalProperties": False,
        },
    ]
}

Duration = Annotated[Minutes, BeforeValidator(_minutes_shorthand), WithJsonSchema(_MINUTES_SCHEMA, mode="validation")]
"""Minutes as an author writes them: `5`, `5-10`, `5-10 suggested`, or {min, typical, max}."""


def total(durations: Iterable[Minutes]) -> Minutes | None:
    """Add durations up, each bound on its own; None for none at all. It is suggested when any part of it is."""
    known = tuple(durations)
    if not known:
        return None
    return Minutes.model_construct(
        min=sum(one.min for one in known),
        typical=sum(one.typical for one in known),
        max=sum(one.max for one in known),
        suggested=any(one.suggested for one in known),
    )


class Prompt(Authored):
    """A question to read aloud."""

    id: Id
    """Its lasting name: printed cards and shared links rely on it."""
    text: Phrase
    """The question, in one paragraph, ready to be read aloud."""


class Clip(Authored):
    """Something to play or look at together: a resource, or a part of one."""

    resource: Id
    """The id of the resource in resources.yaml."""
    minutes: Duration | None = None
    """How long this clip plays."""
    part: Line | None = None
    """Which part of the resource, in words, where it is not the whole."""


class Step(Authored):
    """One step of a plan: who does what, for how long."""

    id: Id
    """Its lasting name: it becomes the step's address on the page."""
    title: Line
    """A few words to find one's place by."""
    minutes: Duration | None = None
    """How long it takes; leave it out where the step has no set time."""
    speaks: tuple[Id, ...] = ()
    """Who speaks: ids of roles, or `facilitator`, `everyone`."""
    listens: tuple[Id, ...] = ()
    """Who listens: ids of roles, or `facilitator`, `everyone`."""
    do: Text
    """What to do."""
    media: tuple[Clip, ...] = ()
    """What to play or look at."""
    prompts: tuple[Prompt, ...] = ()
    """The questions to ask."""
    kit: tuple[Line, ...] = ()
    """Things needed for this step, a few words each."""
    place: tuple[Format, ...] = ("in-person", "online")
    """Where the step can be done; both, unless said otherwise."""


class Part(Authored):
    """A part of a plan: steps that belong together."""

    id: Id
    """Its lasting name."""
    title: Line
    """A few words."""
    introduction: Text | None = None
    """What this part is for."""
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    """Its steps, in order."""

    @property
    def minutes(self) -> Minutes | None:
        """The sum of its timed steps."""
        return total(step.minutes for step in self.steps if step.minutes)


class Plan(Authored):
    """Parts and steps in order, with their minutes. Totals are never typed: they are added up."""

    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    """The parts, in order."""

    @model_validator(mode="before")
    @classmethod
    def _one_part(cls, written: Any) -> Any:
        """Read `steps: […]` as a plan of one part."""
        if isinstance(written, dict) and "steps" in written and "parts" not in written:
            rest = {key: value for key, value in written.items() if key != "steps"}
            return {**rest, "parts": [{"id": "all", "title": "The plan", "steps": written["steps"]}]}
        return written

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Offer editors the shorthand too."""
        described = handler(schema)
        plan = handler.resolve_ref_schema(described)
        if handler.mode == "validation":
            part = handler.resolve_ref_schema(plan["properties"]["parts"]["items"])
            plan["properties"]["steps"] = part["properties"]["steps"] | {
                "description": "The steps of a plan of one part."
            }
            del plan["required"]
            plan["oneOf"] = [{"required": ["parts"]}, {"required": ["steps"]}]
        return described

    @property
    def steps(self) -> Iterator[Step]:
        """Every step, in order."""
        return (step for part in self.parts for step in part.steps)

    @property
    def minutes(self) -> Minutes | None:
        """The sum of the timed steps, as a range; None where no step has a time."""
        return total(step.minutes for step in self.steps if step.minutes)

    @property
    def untimed(self) -> tuple[Step, ...]:
        """The steps without a set time."""
        return tuple(step for step in self.steps if step.minutes is None)

    @property
    def kit(self) -> tuple[str, ...]:
        """Everything needed, each thing once, in the order of first use."""
        return tuple(dict.fromkeys(thing for step in self.steps for thing in step.kit))

    @property
    def media(self) -> Iterator[Clip]:
        """Everything to play or look at, in order."""
        return (clip for step in self.steps for clip in step.media)

    @property
    def prompts(self) -> Iterator[Prompt]:
        """Every prompt, in order."""
        return (prompt for step in self.steps for prompt in step.prompts)
