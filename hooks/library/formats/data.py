"""The whole library as data: the shape of data/library.json, and what it holds."""

from collections.abc import Iterable
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
    return shape_of(library.kinds).model_construct(**entries).model_dump(mode="json")
