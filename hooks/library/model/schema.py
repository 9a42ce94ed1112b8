"""JSON Schemas from the model: for editors while they write, and for whoever reuses the data."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from .document import Retired, SafetyFrame, SharedText, Topic
from .download import Download
from .health import Health
from .kinds import Guide, QuestionBank, Record, Session, Wheel, Workshop
from .library import Library
from .resource import Resource
from .words import Authored

FILES = {
    "guide": Guide,
    "session": Session,
    "workshop": Workshop,
    "question-bank": QuestionBank,
    "wheel": Wheel,
    "record": Record,
}
LISTS = {"resources": Resource, "topics": Topic, "safety": SafetyFrame, "texts": SharedText, "retired": Retired}

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
    retired: tuple[Retired, ...]
    """Ids that are used no more, and where to go instead."""
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
    records: tuple[Record, ...]
    """Record sheets."""
    health: tuple[Health, ...]
    """How outside addresses did when they were asked for."""
    downloads: tuple[Download, ...]
    """Files made from the documents: to print, to change or to put in a calendar."""


def schemas() -> dict[str, str]:
    """Return the text of each schema by file name: one for every kind of file, and library.json for the data."""
    made: dict[str, str] = {}
    for name, model in FILES.items():
        made[f"{name}.json"] = _written(_without_id(model.model_json_schema()))
    for name, model in LISTS.items():
        made[f"{name}.json"] = _written(TypeAdapter(list[model]).json_schema() | {"title": f"{name}.yaml"})  # type: ignore[valid-type]
    made["library.json"] = _written(LibraryData.model_json_schema(mode="serialization"))
    return made


def data_of(library: Library, downloads: Iterable[Download]) -> dict[str, Any]:
    """Return the whole library as plain data that fits the schema library.json, in the order of ids."""
    made = {"downloads": tuple(downloads)}
    shelves = {name: tuple(getattr(library, name).values()) for name in LibraryData.model_fields if name not in made}
    return LibraryData.model_construct(**shelves, **made).model_dump(mode="json")


def _without_id(schema: dict[str, Any]) -> dict[str, Any]:
    """A file's name is its id, so that authors are not asked for one."""
    del schema["properties"]["id"]
    schema["required"].remove("id")
    return schema


def _written(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
