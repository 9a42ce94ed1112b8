"""JSON Schemas from the model: for editors while they write, and for whoever reuses the data."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from library.core.kind import Kind

from .data import shape_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(kinds: Iterable[Kind[Any]]) -> dict[str, str]:
    """Return the text of each schema by file name: one for every kind, and library.json for the data."""
    kinds = tuple(kinds)
    readable = [kind.name for kind in kinds if kind.page]
    schemas = {kind.schema: _of_list(kind) if kind.is_list else _of_file(kind) for kind in kinds}
    schemas["library"] = shape_of(kinds).model_json_schema(mode="serialization")
    return {f"{name}.json": _written(schema, readable) for name, schema in schemas.items()}


def _of_file(kind: Kind[Any]) -> dict[str, Any]:
    """A file's name is its id, so that authors are not asked for one."""
    schema: dict[str, Any] = kind.model.model_json_schema()
    del schema["properties"]["id"]
    schema["required"].remove("id")
    return schema


def _of_list(kind: Kind[Any]) -> dict[str, Any]:
    title = kind.source.rpartition("/")[2]
    return TypeAdapter(list[kind.model]).json_schema() | {"title": title}  # type: ignore[name-defined]


def _written(schema: dict[str, Any], readable: list[str]) -> str:
    """A schema as text. readable: the names of the kinds that readers can be led to, where one has to be named."""
    return json.dumps({"$schema": DIALECT, **_named(schema, readable)}, indent=2, ensure_ascii=False) + "\n"


def _named(schema: Any, readable: list[str]) -> Any:
    if isinstance(schema, dict):
        if schema.get("format") == "kind":
            return {**{key: value for key, value in schema.items() if key != "format"}, "enum": readable}
        return {key: _named(value, readable) for key, value in schema.items()}
    return [_named(value, readable) for value in schema] if isinstance(schema, list) else schema
