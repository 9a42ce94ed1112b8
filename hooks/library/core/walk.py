"""Walking through what an author wrote: its words, its parts with names, and what annotations mark in it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from library.problems import Road as Road
from library.types.plain import Named
from library.types.ref import Marker
from library.types.text import Text


@cache
def keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model, each with the key an author writes: Python keeps a few words, such as `if`, to itself."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


_WORDS = (Text, str)
"""What holds an author's words."""


def leaves(value: Any, road: Road = ()) -> Iterator[tuple[Road, Text | str]]:
    """Every Text and every string below a value, in the order of its fields, each with the road to it."""
    if isinstance(value, _WORDS):
        yield road, value
    elif isinstance(value, BaseModel):
        for name, key in keys(type(value)):
            yield from leaves(getattr(value, name), (*road, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from leaves(part, (*road, index))


def parts(value: Any, road: Road = ()) -> Iterator[tuple[Road, Named]]:
    """Every part with a lasting name below a value, itself left out, each with the road to it."""
    if isinstance(value, BaseModel):
        for name, key in _deeper(type(value)):
            below = getattr(value, name)
            if isinstance(below, Named):
                yield (*road, key), below
            yield from parts(below, (*road, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            if isinstance(part, Named):
                yield (*road, index), part
            yield from parts(part, (*road, index))


def links_in(value: Any) -> Iterator[str]:
    """Where every text below a value leads, in the order of its fields."""
    if isinstance(value, Text):
        yield from value.links
    elif isinstance(value, BaseModel):
        for name in _with_texts(type(value)):
            yield from links_in(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from links_in(part)


def part_name(part: Named) -> str:
    """What a part is called, such as "step" or "role": its model's name. A message about a list says the same."""
    return type(part).__name__.lower()


def marked(value: Any, road: Road = ()) -> Iterator[tuple[Road, Marker, str]]:
    """Every text below a value whose annotation says that it is a name or a credit, with the road to it."""
    if isinstance(value, BaseModel):
        for name, key, marker in _fields(type(value)):
            yield from _in_field(getattr(value, name), marker, (*road, key))


def _in_field(value: Any, marker: Marker | None, road: Road) -> Iterator[tuple[Road, Marker, str]]:
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _in_field(part, marker, (*road, index))
    elif isinstance(value, BaseModel):
        yield from marked(value, road)
    elif isinstance(value, str) and marker:
        yield road, marker, value


@cache
def _deeper(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields that can hold other models, each with its key."""
    return tuple((name, key) for name, key in keys(model) if _leads_to(BaseModel, model.model_fields[name].annotation))


@cache
def _with_texts(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that can hold a text, or a model that may."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _leads_to((Text, BaseModel), field.annotation))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Marker | None], ...]:
    """The fields that can hold such texts, each with its key, and its marker or None where it only leads deeper."""
    fields = ((name, key, model.model_fields[name]) for name, key in keys(model))
    markers = ((name, key, field, _marker((field.annotation, *field.metadata))) for name, key, field in fields)
    return tuple(
        (name, key, marker) for name, key, field, marker in markers if marker or _leads_to(BaseModel, field.annotation)
    )


def _marker(annotations: tuple[Any, ...]) -> Marker | None:
    for annotation in annotations:
        if isinstance(annotation, Marker):
            return annotation
        if inner := _marker((*get_args(annotation), *getattr(annotation, "__metadata__", ()))):
            return inner
    return None


def _leads_to(wanted: type | tuple[type, ...], annotation: Any) -> bool:
    """Whether a field with an annotation can hold what is of a wanted type."""
    is_wanted = isinstance(annotation, type) and issubclass(annotation, wanted)
    return is_wanted or any(_leads_to(wanted, inner) for inner in get_args(annotation))
