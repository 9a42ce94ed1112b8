"""The plan: the one timed structure under guides, session models and workshops."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from library.types.minutes import Duration, Minutes, total
from library.types.plain import Authored, Format, Id, Line, Named, YesNo
from library.types.ref import Inside, Ref
from library.types.refusal import refusal
from library.types.text import Phrase, Text


class Prompt(Named):
    """A question to read aloud."""

    id: Id
    """Its lasting name: printed cards and shared links rely on it."""
    text: Phrase
    """The question, in one paragraph, ready to be read aloud."""


class Clip(Authored):
    """Something to play or look at together: a resource, or a part of one."""

    resource: Annotated[Id, Ref("resource")]
    """The id of the resource in resources.yaml."""
    minutes: Duration | None = None
    """How long this clip plays."""
    part: Line | None = None
    """Which part of the resource, in words, where it is not the whole."""


class If(Authored):
    """Something that may happen in a step, and what the facilitator does then."""

    when: Line
    """What happens, as a facilitator would put it: nobody speaks, one voice takes over, we are behind."""
    do: Text
    """What to do, in a sentence or two; words to say stand in quotation marks."""


class Turns(Authored):
    """Turns in pairs or threes: how long each person has before the next one speaks."""

    each: Annotated[int, Field(strict=True, ge=1, le=60)]
    """Minutes for each person."""
    size: Annotated[Literal[2, 3], Field(alias="in")]
    """How many sit together."""

    @property
    def whole(self) -> int:
        """Minutes until everyone has had a turn."""
        return self.each * self.size


class Instead(Authored):
    """What to do where nothing will play: it never mentions what would have been played."""

    say: Text | None = None
    """What to say aloud, where it differs."""
    do: Text
    """What to do."""
    prompts: tuple[Prompt, ...] = ()
    """The questions to ask, where they differ."""


class Step(Named):
    """One step of a plan: who does what, for how long."""

    id: Id
    """Its lasting name: it becomes the step's address on the page."""
    title: Line
    """A few words to find one's place by."""
    minutes: Duration | None = None
    """How long it takes; leave it out where the step has no set time."""
    speaks: tuple[Annotated[Id, Inside("role")], ...] = ()
    """Who speaks: ids of roles, or `facilitator`, `everyone`."""
    listens: tuple[Annotated[Id, Inside("role")], ...] = ()
    """Who listens: ids of roles, or `facilitator`, `everyone`."""
    say: Text | None = None
    """What the facilitator says aloud, in spoken English."""
    do: Text
    """What to do."""
    if_: Annotated[tuple[If, ...], Field(alias="if")] = ()
    """What may happen, and what to do then."""
    shrink_to: Annotated[int, Field(strict=True, ge=1, le=600)] | None = None
    """The fewest minutes it still works in when time runs short; leave it out where the step keeps its time."""
    required: YesNo = False
    """Yes where the step is never left out or made shorter, however late it is."""
    turns: Turns | None = None
    """Turns in pairs or threes, where people take them."""
    instead: Instead | None = None
    """What to do and ask where nothing will play."""
    media: tuple[Clip, ...] = ()
    """What to play or look at."""
    prompts: tuple[Prompt, ...] = ()
    """The questions to ask."""
    kit: tuple[Line, ...] = ()
    """Things needed for this step, a few words each."""
    place: tuple[Format, ...] = ("in-person", "online")
    """Where the step can be done; both, unless said otherwise."""

    @model_validator(mode="after")
    def _fits_its_time(self) -> "Step":
        if self.shrink_to is not None and self.required:
            raise refusal("shrinks-yet-required")
        if self.minutes is None:
            if self.shrink_to is not None or self.turns:
                raise refusal("no-time-to-shrink")
            return self
        if self.shrink_to is not None and self.shrink_to > self.minutes.min:
            raise refusal("shrinks-to-more", least=self.shrink_to, minutes=str(self.minutes))
        if self.turns and self.turns.whole > self.minutes.max:
            raise refusal("turns-too-long", whole=self.turns.whole, minutes=str(self.minutes))
        return self


class Part(Named):
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
