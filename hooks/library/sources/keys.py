"""Which keys an author may write where: found by walking the annotations of a model along a road."""

from collections.abc import Iterable
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from library.core.document import Document
from library.core.walk import Road, keys


def model_at(model: Any, road: Road) -> Any:
    """The model of the value at the end of a road, by walking the annotations of the one above it."""
    for name in road:
        fields = _fields(model)
        model = _model_in(fields[str(name)].annotation) if name in fields else model
    return model


@cache
def keys_of(model: Any) -> tuple[str, ...]:
    """The keys an author may write in a model, in the order in which files have them.

    A document's id is its file's name. What its kind alone has stands before its sources.
    """
    keys = tuple(model.model_json_schema().get("properties", {})) if hasattr(model, "model_json_schema") else ()
    if not keys or not issubclass(model, Document):
        return keys
    shared = [name for name in Document.model_fields if name != "id"]
    at = shared.index("sources")
    return (*shared[:at], *(name for name in keys if name not in Document.model_fields), *shared[at:])


def key_before(model: Any, name: str, written: Iterable[str]) -> str:
    """The last of the keys an author wrote that stands before a key in such files; empty where none does."""
    keys = keys_of(model)
    there = set(written).intersection(keys[: keys.index(name)])
    return max(there, key=keys.index, default="")


def fields_at(model: Any, road: Road) -> set[str | int]:
    """The names of what a model has at the end of a road."""
    return set(_fields(model_at(model, road)))


def example_of(model: Any) -> str:
    """The first keys of a model that are needed, as an author writes them: "'min: …' and 'max: …'"."""
    needed = [name for name, field in _fields(model).items() if field.is_required()]
    return " and ".join(f"'{name}: …'" for name in needed[:2])


def _fields(model: Any) -> dict[str, FieldInfo]:
    """What a model has, by the keys that authors write; nothing for what is no model."""
    if not hasattr(model, "model_fields"):
        return {}
    return {key: model.model_fields[name] for name, key in keys(model)}


def _model_in(annotation: Any) -> Any:
    """The model inside an annotation such as tuple[Step, ...] or Plan | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in get_args(annotation))
    return next((part for part in inner if part is not None), None)
