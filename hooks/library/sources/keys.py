"""Which keys an author may write where: found by walking the annotations of a model along a road."""

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from library.core.document import Document
from library.core.walk import keys

Road = tuple[str | int, ...]


def model_at(model: Any, road: Road) -> Any:
    """The model of the value at the end of a road, by walking the annotations of the one above it."""
    for name in road:
        fields = _fields(model)
        model = _model_in(fields[str(name)].annotation) if name in fields else model
    return model


@cache
def keys_of(model: Any) -> tuple[str, ...]:
    """The keys an author may write in a model. A document's id is its file's name."""
    keys = model.model_json_schema().get("properties", {}) if hasattr(model, "model_json_schema") else {}
    return tuple(name for name in keys if name != "id" or not issubclass(model, Document))


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
