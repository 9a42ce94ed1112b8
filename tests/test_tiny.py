"""The tiny library: one of each kind, sound, with every field that an author can fill filled in somewhere."""

import re
from inspect import get_annotations
from types import NoneType
from typing import get_args

from library.core.health import Health, read_health
from library.kinds import DOCUMENT_KINDS, KINDS
from pydantic import BaseModel
from tiny_library import TINY, blank_wheel, documents, entries, tiny_library


def models(value):
    """Every model in an entry, the parts of its parts included."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from models(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from models(part)


def models_in(annotation):
    """Every model an annotation can lead to."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_in(field.annotation)
    for part in get_args(annotation):
        yield from models_in(part)


def is_filled(part, name):
    """Whether a field has been given something else than what it is without an author."""
    field = type(part).model_fields[name]
    return name in part.model_fields_set and getattr(part, name) not in (None, (), field.default)


def field_of(model, name):
    """A field by the class that gives it to others: a title is one field, whatever has a title."""
    owner = next(owner for owner in reversed(model.__mro__) if name in get_annotations(owner))
    return f"{owner.__name__}.{name}"


def fields(models):
    """Every field of models."""
    return {field_of(model, name) for model in models for name in model.model_fields}


def read():
    """Everything in the tiny library, the remembered links included."""
    yield from (entry for _, entry in entries(tiny_library()))
    text = (TINY / "guides" / "shared" / "link-health.jsonl").read_text(encoding="utf-8")
    yield from (health for _, health in read_health(text))


def test_every_field_is_filled_in_somewhere():
    parts = [part for entry in read() for part in models(entry)]
    written = (*(kind.model for kind in KINDS), Health)
    filled = {field_of(type(part), name) for part in parts for name in type(part).model_fields if is_filled(part, name)}
    assert sorted(fields(model for entry in written for model in models_in(entry)) - filled) == []


def test_every_field_that_can_be_empty_is_empty_somewhere():
    parts = [(part, name) for entry in read() for part in models(entry) for name in type(part).model_fields]
    optional = {
        field_of(type(part), name)
        for part, name in parts
        if NoneType in get_args(type(part).model_fields[name].annotation)
    }
    empty = {field_of(type(part), name) for part, name in parts if getattr(part, name) is None}
    never = {"Question.attribution", "Session.commissioning", "Variant.variant", "Phase.stage"}
    assert sorted(optional - empty - never) == [], (
        "a bank's attribution travels with each question, the only session has a facilitator to take on, both wheels "
        "are variants of one, and each phase says when it comes (test_deck tries one that does not)"
    )


def test_there_is_one_of_each_kind_and_a_wheel_without_words():
    kinds = [kind for kind, _ in documents(tiny_library())]
    assert list(dict.fromkeys(kinds)) == list(DOCUMENT_KINDS)
    assert len(kinds) == len(DOCUMENT_KINDS) + 1
    assert blank_wheel(tiny_library()).blank_segments


LOOKS_AT_REAL_CONTENT = re.compile(r'load\(ROOT\)|ROOT / "(guides|resources\.yaml)"|\bdef test_\w+\([^)]*\bcopy\b')
NOT_YET = {f"test_{name}.py" for name in ("delivery", "find", "links", "old_browsers", "outside_command", "site")}
"""Tests that still look at the real content. Take one out when it looks at the tiny library; put none in."""


def test_only_tests_of_content_look_at_the_real_content():
    others = [file for file in TINY.parent.glob("test_*.py") if not file.name.startswith("test_content")]
    looking = {file.name for file in others if LOOKS_AT_REAL_CONTENT.search(file.read_text(encoding="utf-8"))}
    assert looking - {"test_tiny.py"} <= NOT_YET
