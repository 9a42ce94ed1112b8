"""How a group stays safe: kept once, and named by everything people meet around."""

from typing import Annotated

from pydantic import AfterValidator, Field

from library.types.plain import Authored, Id, Line, Named
from library.types.refusal import refusal
from library.types.text import Phrase, Text

from .kind import Kind


class Confidentiality(Authored):
    """What a group keeps to itself, and what it cannot."""

    script: Text
    """What to read out before anything else; its last words lead into the limits."""
    limits: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What cannot stay in the room, a sentence each, to read out too."""


class StopTier(Named):
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
        raise refusal("too-few-tiers")
    return tiers


class ExtraCare(Authored):
    """What it takes to hold a session that may stir up a lot."""

    co_facilitator: Text
    """Who else leads, and what they do."""
    opt_in: Text
    """How people choose to come; it stands in the invitation."""
    next_day: Text
    """How everyone is asked the next day."""
    complain: Text
    """Where someone takes a complaint about the session."""


class SafetyFrame(Named):
    """How a group stays safe: shared by everything that names its id."""

    id: Id
    """Its lasting name."""
    title: Line
    """A few words."""
    confidentiality: Confidentiality
    """What to read out at the start: what stays in the room, and what cannot."""
    contacts: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What the group writes on its own sheet by hand, such as whom to ring; the library never stores it."""
    leaving: Text
    """Who goes after someone who leaves, chosen at the start."""
    pause: Text
    """How to pause and find one's feet."""
    stop: Annotated[tuple[StopTier, ...], AfterValidator(_in_tiers), Field(json_schema_extra={"minItems": 3})]
    """When to stop, the most urgent first: danger now, a new concern, one that is known and in hand, and so on."""
    upset: Text
    """What to do when someone is upset."""
    hurtful: Text
    """What to do when something racist or hurtful is said: whoever was hurt comes first."""
    heavy: ExtraCare | None = None
    """What more it takes where a session may stir up a lot; needed by whatever is heavy."""
    escalate: Text
    """Where to take a concern, in words that work on paper."""
    not_this: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the session is not."""
    aftercare: Text
    """What to do for one another afterwards."""


SAFETY_FRAME = Kind("safety-frame", "safety frames", SafetyFrame, source="guides/shared/safety.yaml")
