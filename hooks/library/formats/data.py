"""The whole library as data: the shape of data/library.json, and what it holds."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import Field, create_model

from library.core.download import Download
from library.core.health import Health
from library.core.kind import Kind
from library.core.library import Library
from library.types.plain import Authored


def shape_of(kinds: Iterable[Kind[Any]]) -> type[Authored]:
    """The model of the data: the entries of every kind, how outside addresses did, and the files to download."""
    fields = {kind.key: _all_of(kind.model) for kind in kinds}
    fields |= {"health": _all_of(Health), "downloads": _all_of(Download)}
    described = "The whole library as data: the shape of data/library.json."
    return create_model("LibraryData", __base__=Authored, __doc__=described, **fields)  # type: ignore[call-overload, no-any-return]


def _all_of(model: type[Authored]) -> tuple[Any, Any]:
    """A field that holds any number of a model."""
    return tuple[model, ...], Field(description=f"Every one of these: {model.__doc__}")  # type: ignore[valid-type]


def data_of(library: Library, downloads: Iterable[Download]) -> dict[str, Any]:
    """Return the whole library as plain data that fits the schema library.json, in the order of ids."""
    entries: dict[str, Any] = {kind.key: tuple(library[kind].values()) for kind in library.kinds}
    entries |= {"health": tuple(library.health.values()), "downloads": tuple(downloads)}
    return shape_of(library.kinds).model_construct(**entries).model_dump(mode="json", by_alias=True)


def write(data: Mapping[str, Iterable[Any]]) -> str:
    """Data as JSON, an entry on each line: people can look into it, and a change shows which entry it was.

    To spread it over more lines takes ten times as long.
    """
    lists = (f'"{name}": [\n' + ",\n".join(map(_line, entries)) + "\n]" for name, entries in sorted(data.items()))
    return "{\n" + ",\n".join(lists) + "\n}\n"


def _line(entry: Any) -> str:
    return json.dumps(entry, ensure_ascii=False, sort_keys=True)
