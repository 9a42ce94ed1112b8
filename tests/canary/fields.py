"""Every text of every kind: found by walking the models, with a whole entry around it, so that no new one is missed.

`complete` fills a model: every optional value is there, every list has an entry, and where an author may write words
stands a Slot. A value that this module does not know how to fill stops the tests with the name of its field.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from library.core.walk import keys
from library.kinds import KINDS
from library.types.minutes import Minutes
from library.types.plain import Id, Line
from library.types.text import Phrase, Text
from pydantic import BaseModel

SHELVES = {kind.key: kind.model for kind in KINDS}
"""Every kind of thing an author writes, by its shelf."""

Road = tuple[str | int, ...]


@dataclass(frozen=True)
class Slot:
    """A place for an author's words.

    kind: "line", or what rich text may hold there: "phrase" or "text". most: characters, or None.
    initial: whether the words must start with the letter Q. ending: what must stand after them.
    """

    kind: Literal["line", "phrase", "text"]
    most: int | None = None
    initial: bool = False
    ending: str = ""


REFERENCES: dict[str, Callable[[str], str]] = {
    "topics": lambda name: f"topic-{name}",
    "resource": lambda name: f"resource-{name}",
    "resources": lambda name: f"resource-{name}",
    "safety": lambda name: f"safety-frame-{name}",
    "why_reflect": lambda name: f"text-{name}",
    "questions": lambda name: f"question-bank-{name}",
    "step": lambda name: "step-1",
    "without": lambda name: "step-1",
    "phase": lambda name: "phase-1",
    "speaks": lambda name: "everyone",
    "listens": lambda name: "facilitator",
    "part": lambda name: "step",
}
"""What a field that names something names, where the thing it stands in belongs to `name`."""
WORDS: dict[str, Callable[[str], str]] = {
    "version": lambda name: "1.0",
    "letter": lambda name: "Q",
    "spelling": lambda name: "Q",
    "link": lambda name: f"wheel:wheel-{name}",
    "use": lambda name: f"wheel:wheel-{name}",
    "also": lambda name: f"wheel:wheel-{name}",
    "kind": lambda name: "wheel",
    "url": lambda name: f"https://www.example.org/{name}/",
}
"""Strings that have a form of their own."""
CHOICES = {"access": "account", "sort": "avoid", "intensity": "heavy", "experience": "some"}
"""An open page would lead away at once; what more care takes is told where a session is heavy alone."""
NUMBERS = {"length": 10, "max": 8, "each": 2}
COUNTS = {"parts": 2, "stop": 3, "wheels": 2, "questions": 2, "words": 2}
"""How many of what must be several: a title of a part is told where there are two, when to stop has three tiers."""
DAYS = {"revised": "2026-02-03", "on": "2026-02-03", "last_checked": "2026-02-02"}
LEFT_OUT = {
    "Worksheet": {"places"},
    "Step": {"required"},
    "Segment": {"questions"},
    "Wheel": {"variant", "variant_of", "questions"},
    "Synonyms": {"sets", "urgent", "part", "first", "unset", "optional"},
}
"""A worksheet is two wheels or a grid, and lines of both are told in the same way; what is required does not shrink;
what a wheel asks out of a bank stands in the bank; a wheel that is a variant is told under the title of another; and
words that lead elsewhere are not looked for."""
LATER = "2099-02-03"
INITIALS = {"word"}  # of a wheel's segment, whose letter is Q
ENDINGS = {"moved": "\n\n[On from here](page:privacy)"}


def complete(shelf: str, name: str) -> dict[str, Any]:
    """A whole entry of a shelf that belongs to `name`, with a Slot wherever an author may write words."""
    return _Filling(name).model(SHELVES[shelf]) | {"id": id_of(shelf, name)}


def id_of(shelf: str, name: str) -> str:
    """The id of the entry of a shelf that belongs to `name`: no two shelves give the same."""
    return f"{shelf.removesuffix('s').replace('_', '-')}-{name}"


def slots(value: Any, road: Road = ()) -> Iterator[tuple[Road, Slot]]:
    """Every Slot in an entry, with the road to it."""
    if isinstance(value, Slot):
        yield road, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from slots(inner, (*road, key))


def put(value: Any, words: Callable[[Road, Slot], Any], road: Road = ()) -> Any:
    """The same entry with words in its slots."""
    if isinstance(value, Slot):
        return words(road, value)
    if isinstance(value, dict):
        return {key: put(inner, words, (*road, key)) for key, inner in value.items()}
    if isinstance(value, list):
        return [put(inner, words, (*road, index)) for index, inner in enumerate(value)]
    return value


@dataclass
class _Filling:
    """Fills one entry. counts: how many of each kind of part there are so far, for their ids."""

    name: str
    counts: dict[str, int] = field(default_factory=dict)

    def model(self, model: type[BaseModel]) -> dict[str, Any]:
        hints = get_type_hints(model, include_extras=True)
        fields = [(name, key) for name, key in keys(model) if name not in LEFT_OUT.get(model.__name__, ())]
        return {key: self.value(model, name, hints[name]) for name, key in fields}

    def value(self, model: type[BaseModel], name: str, hint: Any) -> Any:
        base, extras = _taken_apart(hint)
        if get_origin(base) is tuple:
            count = max([COUNTS.get(name, 1), *_limits_of(extras, "min_length")])
            return [self.value(model, name, get_args(base)[0]) for _ in range(count)]
        if get_origin(base) is Literal:
            return CHOICES.get(name, get_args(base)[0])
        if base in (Text, Phrase):
            return Slot("text" if base is Text else "phrase", ending=ENDINGS.get(name, ""))
        if base is Minutes or base is int:
            return NUMBERS.get(name, max(5, *(getattr(extra, "ge", 0) or 0 for extra in _limits(extras))))
        if base is bool:
            return True
        if base is str:
            return self.string(model, name, extras)
        if base is date:
            return DAYS.get(name, LATER)
        if isinstance(base, type) and issubclass(base, BaseModel):
            return self.model(base)
        raise TypeError(f"{model.__name__}.{name} is a {hint}; say in {__file__} how to fill it")

    def string(self, model: type[BaseModel], name: str, extras: tuple[Any, ...]) -> Any:
        if _has(extras, Line):
            return Slot("line", min(_limits_of(extras, "max_length")), name in INITIALS)
        if _has(extras, Id) and name == "id":
            kind = model.__name__.lower()
            self.counts[kind] = self.counts.get(kind, 0) + 1
            return f"{kind}-{self.counts[kind]}"
        table = REFERENCES if _has(extras, Id) else WORDS
        if name not in table:
            raise TypeError(f"{model.__name__}.{name} is a string we can't fill; add it to a table in {__file__}")
        return table[name](self.name)


def _taken_apart(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without None, and what Annotated says of it."""
    if get_origin(hint) in (Union, UnionType):
        return _taken_apart(next(one for one in get_args(hint) if one is not NoneType))
    if get_origin(hint) is Annotated:
        return get_args(hint)[0], hint.__metadata__
    return hint, ()


def _has(extras: tuple[Any, ...], alias: Any) -> bool:
    """Whether an annotation starts with all that an alias such as Line says."""
    return extras[: len(alias.__metadata__)] == alias.__metadata__


def _limits(extras: tuple[Any, ...]) -> Iterator[Any]:
    """The limits that an annotation gives, pydantic's Field taken apart."""
    for extra in extras:
        yield from getattr(extra, "metadata", (extra,))


def _limits_of(extras: tuple[Any, ...], name: str) -> Iterator[int]:
    return (getattr(extra, name) for extra in _limits(extras) if getattr(extra, name, None) is not None)
