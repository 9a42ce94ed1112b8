"""pydantic's findings as an author's mistakes: each at the road that was written, one for one cause."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from library.problems import Mistake, Road, excerpt, messages, mistake, most_alike, nearest
from library.problems.near import NEARLY_THE_SAME

from .keys import example_of, fields_at, key_before, keys_of, model_at

_CODES = {
    "missing": "missing",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "too_long": "too-many",
    "int_type": "not-whole",
    "int_from_float": "not-whole",
    "int_parsing": "not-whole",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-great",
    "bool_type": "not-yes-or-no",
    "bool_parsing": "not-yes-or-no",
    "model_type": "not-keys",
    "model_attributes_type": "not-keys",
    "dict_type": "not-keys",
    "date_from_datetime_parsing": "no-such-day",
    "date_parsing": "no-such-day",
    "date_from_datetime_inexact": "no-such-day",
}
"""From pydantic's types of error to ours, where what was found makes no difference."""


def mistakes(
    errors: Iterable[ErrorDetails], model: type[BaseModel], data: Mapping[str, Any], lines: Mapping[Road, int]
) -> Iterator[tuple[Road, Mistake]]:
    """Each mistake in what an author wrote, with the road to it in the file.

    data: what was written. lines: the line of each value in it, by its road.
    """
    listed = [error for error in errors if not _is_echo(error, data, lines)]
    moved = dict(_out_of_place(listed, model))
    answered = {cause for _, cause in moved.values()} | {_meant(error, model) for error in listed}
    for error in listed:
        if error["loc"] in moved:
            yield _in_file(error, lines), moved[error["loc"]][0]
        elif error["loc"] not in answered:
            road = _in_file(error, lines)
            there = road[:-1] if error["type"] == "missing" else road
            written = _written(data, there) if there in lines or not there else error["input"]
            yield road, mistake_of(error, model, written)


def mistake_of(error: ErrorDetails, model: type[BaseModel], written: Any) -> Mistake:
    """What one of pydantic's errors is. written: what stands there; of what is missing, the keys around it."""
    code = _code(error, written)
    context: dict[str, Any] = error.get("ctx", {})
    least, most = context.get("min_length", context.get("ge", "")), context.get("max_length", context.get("le", ""))
    size = len(written) if isinstance(written, str | list) else ""
    facts = {"found": _shown(written), "least": least, "most": most, "count": size, "length": size}
    facts |= {name: value for name, value in context.items() if isinstance(value, str | int)}
    match code:
        case "missing":
            facts["after"] = key_before(model_at(model, error["loc"][:-1]), str(error["loc"][-1]), written)
        case "unknown-key":
            name, keys = str(error["loc"][-1]), keys_of(model_at(model, error["loc"][:-1]))
            near = nearest(name, keys)
            facts |= {"near": near, "keys": ", ".join(most_alike(name, keys) if near else keys)}
        case "no-such-choice":
            choices = str(context["expected"]).replace("' or '", "', '")
            offered = choices.replace("'", "").split(", ")
            near = nearest(written, offered, NEARLY_THE_SAME) if isinstance(written, str) else ""
            facts |= {"choices": choices, "near": near}
        case "not-keys":
            facts["example"] = example_of(model_at(model, error["loc"]))
        case "not-as-expected":
            facts["reason"] = error["msg"]
    return mistake(code, **{name: facts[name] for name in messages()[code].names})


def _code(error: ErrorDetails, written: Any) -> str:
    kind = error["type"]
    if kind in messages():
        return kind
    match kind:
        case "extra_forbidden":
            return "unknown-key"
        case "literal_error":
            return "no-such-choice"
        case "string_type":
            return _not_text(written)
        case "string_too_short" | "too_short" if isinstance(written, str):
            return "empty-quotes"
        case "string_too_long" | "too_long" if isinstance(written, str):
            return "too-long"
        case "too_short":
            return "too-few" if error["ctx"]["min_length"] > 1 else "empty-list"
    return _CODES.get(kind, "not-as-expected")


def _not_text(written: Any) -> str:
    match written:
        case None:
            return "empty-value"
        case dict():
            return "keys-for-text"
        case list():
            return "list-for-text"
    return "number-for-text"


def _is_echo(error: ErrorDetails, data: Mapping[str, Any], lines: Mapping[Road, int]) -> bool:
    """Whether an error only repeats another: of a list that is short without its faulty entries, or what a model added.

    What a model added to an author's own keys it took from another of them, which has the same error.
    """
    written = error["input"]
    if error["loc"] == ("id",):
        return False  # a document's, which its file's name gives it
    if error["type"] == "too_short" and isinstance(written, list):
        return bool(len(written) >= error["ctx"]["min_length"])
    road = _in_file(error, lines)
    is_added = error["type"] != "missing" and bool(error["loc"]) and road[-1:] != error["loc"][-1:]
    return is_added and isinstance(_written(data, road), dict)


def _out_of_place(errors: list[ErrorDetails], model: type[BaseModel]) -> Iterator[tuple[Road, tuple[Mistake, Road]]]:
    """Each key that stands too far in or out, with the mistake, and the road of what is missing because of it."""
    empty = [error["loc"] for error in errors if error["type"] == "model_type" and error["input"] is None]
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    strangers: dict[Road, list[str | int]] = defaultdict(list)
    for error in errors:
        if error["type"] == "extra_forbidden":
            strangers[error["loc"][:-1]].append(error["loc"][-1])
    for above, names in strangers.items():
        for owner in empty:
            if owner[:-1] == above:
                for name in fields_at(model, owner).intersection(names):
                    yield (*above, name), (mistake("key-too-far-out", key=excerpt(owner[-1])), owner)
        for depth in range(len(above)):
            if any((*above[:depth], name) in missing for name in names):
                under = next(part for part in above[depth:] if isinstance(part, str))
                for name in fields_at(model, above[:depth]).intersection(names):
                    yield (*above, name), (mistake("key-too-far-in", key=excerpt(under)), (*above[:depth], name))


def _meant(error: ErrorDetails, model: type[BaseModel]) -> Road | None:
    """The road of what was most likely meant by a key that nobody knows; None for other errors."""
    if error["type"] != "extra_forbidden":
        return None
    *above, name = error["loc"]
    return (*above, nearest(str(name), keys_of(model_at(model, tuple(above)))))


def _in_file(error: ErrorDetails, lines: Mapping[Road, int]) -> Road:
    """The road as the author wrote it: without what a model put in. The name of what is missing stays at its end."""
    road: Road = ()
    for index, name in enumerate(error["loc"]):
        is_missing = index == len(error["loc"]) - 1 and error["type"] == "missing"
        if (*road, name) in lines or is_missing:
            road = (*road, name)
    return road


def _written(data: Any, road: Road) -> Any:
    """The value at the end of a road."""
    for name in road:
        data = data[name]
    return data


def _shown(written: Any) -> str:
    match written:
        case None:
            return "nothing"
        case bool():
            return f"'{str(written).lower()}'"
        case list():
            return "a list"
        case dict():
            return "keys with values"
    return excerpt(written)
