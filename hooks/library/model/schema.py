"""JSON Schemas from the model: for editors while they write, and for whoever reuses the data."""

import json
from typing import Any

from pydantic import TypeAdapter

from .document import SafetyFrame, SharedText, Topic
from .kinds import Guide, QuestionBank, Session, Wheel, Workshop
from .library import Library
from .resource import Resource
from .words import Authored

FILES = {"guide": Guide, "session": Session, "workshop": Workshop, "question-bank": QuestionBank, "wheel": Wheel}
LISTS = {"resources": Resource, "topics": Topic, "safety": SafetyFrame, "texts": SharedText}

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class LibraryData(Authored):
    """The whole library as data: the shape of data/library.json."""

    resources: tuple[Resource, ...]
    """The catalogue of outside resources."""
    topics: tuple[Topic, ...]
    """The vocabulary."""
    safety_frames: tuple[SafetyFrame, ...]
    """How groups stay safe, by the ids that gatherings name."""
    texts: tuple[SharedText, ...]
    """Paragraphs used in several places."""
    guides: tuple[Guide, ...]
    """Peer reflection guides."""
    sessions: tuple[Session, ...]
    """Session models."""
    workshops: tuple[Workshop, ...]
    """Workshops."""
    question_banks: tuple[QuestionBank, ...]
    """Question banks."""
    wheels: tuple[Wheel, ...]
    """Wheels."""


def schemas() -> dict[str, str]:
    """Return the text of each schema by file name: one for every kind of file, and library.json for the data."""
    made: dict[str, str] = {}
    for name, model in FILES.items():
        made[f"{name}.json"] = _written(_without_id(model.model_json_schema()))
    for name, model in LISTS.items():
        made[f"{name}.json"] = _written(TypeAdapter(list[model]).json_schema() | {"title": f"{name}.yaml"})  # type: ignore[valid-type]
    made["library.json"] = _written(LibraryData.model_json_schema(mode="serialization"))
    return made


def data_of(library: Library) -> dict[str, Any]:
    """Return the whole library as plain data that fits the schema library.json, in the order of ids."""
    shelves = {shelf: tuple(getattr(library, shelf).values()) for shelf in LibraryData.model_fields}
    return LibraryData.model_construct(**shelves).model_dump(mode="json")


def _without_id(schema: dict[str, Any]) -> dict[str, Any]:
    """A file's name is its id, so that authors are not asked for one."""
    del schema["properties"]["id"]
    schema["required"].remove("id")
    return schema


def _written(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
