"""Names of other things, as annotations: one rule proves every one of them, and editors can be offered what there is.

Ref: `resource: Annotated[Id, Ref("resource")]`, an entry of another kind.
PartRef: `question: Annotated[str, PartRef("question-bank", "question")]`, a part of another entry: its-id/part-id.
Inside: `step: Annotated[Id, Inside("step")]`, a part of the same document.
AnyRef: `link: Annotated[str, AnyRef()]`, kind and id, such as wheel:blank, or page:privacy.
KindName: `kind: Annotated[str, KindName()]`, the name of a kind.
Credit: `by: Annotated[Line, Credit()]`, where the library gives credit: names of people may stand here.
"""

import re
from dataclasses import dataclass

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .refusal import refusal

_LINK = re.compile(r"[a-z]+(-[a-z]+)*:[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Ref:
    """The id of an entry of a kind. kind: its name, such as "question-bank"."""

    kind: str


@dataclass(frozen=True)
class PartRef:
    """A part of an entry of a kind: `its-id/part-id`. part: what such parts are called, such as "question"."""

    kind: str
    part: str


@dataclass(frozen=True)
class Inside:
    """The id of a part of the same document. part: what such parts are called, such as "step" or "role"."""

    part: str


@dataclass(frozen=True)
class KindName:
    """The name of a kind that readers can be led to, such as "wheel"."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        return {**handler(schema), "format": "kind"}


@dataclass(frozen=True)
class AnyRef:
    """An entry of any kind that readers can be led to, or a page written by hand: `kind:id`."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_link, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        return {**handler(schema), "pattern": f"^{_LINK.pattern}$"}


@dataclass(frozen=True)
class Credit:
    """A title, publisher, author or speaker, as published: here the library gives credit, so a person may be named."""


Marker = Ref | PartRef | Inside | AnyRef | KindName | Credit


def is_link(text: str) -> bool:
    """Whether a text has the form of a link to something in the library: guide:its-id. Not whether it is there."""
    return _LINK.fullmatch(text) is not None


def _link(link: str) -> str:
    if not is_link(link):
        raise refusal("not-a-link")
    return link
