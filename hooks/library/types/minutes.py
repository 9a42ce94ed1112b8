"""Lengths of time: whole minutes, as a range, and the short ways in which authors write them."""

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from .plain import Authored
from .refusal import refusal

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
            raise refusal("minutes-order")
        return self

    def __str__(self) -> str:
        return f"{self.min}" if self.min == self.max else f"{self.min}–{self.max}"


_MINUTES = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?(?:\s+(suggested))?")


def _minutes_shorthand(written: Any) -> Any:
    """Read `5`, `5-10` and `5-10 suggested`."""
    if isinstance(written, (dict, Minutes)):
        if isinstance(written, dict) and "typical" not in written:
            return {**written, "typical": written.get("max", written.get("min"))}
        return written
    match = None if isinstance(written, (bool, float)) else _MINUTES.fullmatch(str(written).strip())
    if not match:
        raise refusal("not-minutes")
    shortest, longest, suggested = match.groups()
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
    parts = tuple(durations)
    if not parts:
        return None
    return Minutes.model_construct(
        min=sum(part.min for part in parts),
        typical=sum(part.typical for part in parts),
        max=sum(part.max for part in parts),
        suggested=any(part.suggested for part in parts),
    )
