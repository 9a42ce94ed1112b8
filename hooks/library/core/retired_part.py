"""Parts of a document that were published and are gone: their ids stay theirs, and may say where to look now."""

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from library.types.plain import ID_PATTERN, Authored, Id, Line
from library.types.refusal import refusal
from library.types.text import Text


class GonePart(Authored):
    """A step, a question or another part that is gone. What was linked to may say what became of it."""

    id: Id
    """The id that was used; it is never used for anything else."""
    part: Id | None = None
    """What it was, such as step: links lead to it by this and its id."""
    title: Line | None = None
    """What it was called, or how it began."""
    moved: Text | None = None
    """What became of it, and where to look now."""

    @model_validator(mode="after")
    def _told_in_full(self) -> "GonePart":
        words = (self.part, self.title, self.moved)
        if any(words) and not all(words):
            raise refusal("retired-part-by-half")
        return self


def _id_alone(written: Any) -> Any:
    """Read `look-back` as an id and nothing more."""
    return {"id": written} if isinstance(written, str) else written


_WORDS = {"type": "string"}
_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": ID_PATTERN},
        {
            "type": "object",
            "properties": {
                "id": {"type": "string", "pattern": ID_PATTERN},
                "part": _WORDS,
                "title": _WORDS,
                "moved": _WORDS,
            },
            "required": ["id", "part", "title", "moved"],
            "additionalProperties": False,
        },
    ]
}

RetiredPart = Annotated[GonePart, BeforeValidator(_id_alone), WithJsonSchema(_SCHEMA, mode="validation")]
"""A part that is gone as an author writes it: `look-back`, or {id, part, title, moved}."""
