"""The whole library as data: the shape of data/library.json, and what it holds."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import Field, create_model

from library.core.catalogue import Resource
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


def data_of(library: Library, downloads: Iterable[Download]) -> Mapping[str, Iterator[dict[str, Any]]]:
    """The whole library as plain data that fits the schema library.json, in the order of ids, an entry at a time."""
    entries: dict[str, Iterable[Authored]] = {kind.key: library[kind].values() for kind in library.kinds}
    entries |= {"health": library.health.values(), "downloads": downloads}
    return {name: (_plain(entry, library) for entry in some) for name, some in entries.items()}


def _plain(entry: Authored, library: Library) -> dict[str, Any]:
    """An entry as plain data. Whether a resource is free hangs on how its address did too."""
    plain = entry.model_dump(mode="json", by_alias=True)
    return plain | {"free": library.free(entry)} if isinstance(entry, Resource) else plain


def write(data: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """Data as JSON, in pieces: an entry on each line, so that people can look into it, and a change shows which entry
    it was. To spread it over more lines takes ten times as long.
    """
    before = "{"
    for name, entries in sorted(data.items()):
        yield f'{before}\n"{name}": [\n'
        for place, entry in enumerate(entries):
            yield (",\n" if place else "") + json.dumps(entry, ensure_ascii=False, sort_keys=True)
        yield "\n]"
        before = ","
    yield "\n}\n"
