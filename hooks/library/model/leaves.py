"""What an entry is made of, at its ends: every text and every word an author wrote, with the road to it."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .text import Text

Road = tuple[str | int, ...]


def leaves(value: Any, road: Road = ()) -> Iterator[tuple[Road, Text | str]]:
    """Every Text and every string below a value, in the order of its fields."""
    if isinstance(value, Text | str):
        yield road, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from leaves(getattr(value, name), (*road, name))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from leaves(one, (*road, index))
