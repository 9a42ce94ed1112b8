"""pydantic's findings in an author's words: a road that reads, and a sentence that says what to do."""

from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from library.problems import did_you_mean, excerpt

Road = tuple[str | int, ...]


def sentence(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Word one of pydantic's errors: what was expected, what was found, what to do."""
    kind, found, context = error["type"], error["input"], error.get("ctx", {})
    name = str(error["loc"][-1]) if error["loc"] else ""
    match kind:
        case "missing":
            return "is missing; add it."
        case "extra_forbidden" if name == "id":
            return "should not be written here: the file's name is the id. Remove it."
        case "extra_forbidden":
            known = _keys_at(model, error["loc"][:-1])
            return f"is not a key we know.{did_you_mean(name, known)} Keys here: {', '.join(known)}."
        case "literal_error":
            words = str(context["expected"]).replace("' or '", "', '")
            return f"should be one of {words}; found {_shown(found)}.{_near_literal(found, words)}"
        case "string_type" if found is None:
            return "is empty; write something after the colon, or remove the line."
        case "string_type" if isinstance(found, (int, float, bool)):
            return f"should be text; found {_shown(found)}. Put it in quotes."
        case "string_type":
            return f"should be text; found {_shown(found)}."
        case "string_pattern_mismatch" if context["pattern"].startswith("^[a-z0-9]+(-"):
            return f"should be an id: small letters, digits and single hyphens; found {_shown(found)}."
        case "string_pattern_mismatch":
            return f"should {_pattern(context['pattern'])}; found {_shown(found)}."
        case "string_too_short" | "too_short" if isinstance(found, str):
            return "is empty; write something between the quotation marks, or remove the line."
        case "string_too_long" | "too_long" if isinstance(found, str):
            return f"should be at most {context['max_length']} characters; it has {len(found)}."
        case "tuple_type" | "list_type":
            return f"should be a list, each entry on a line that starts with '- '; found {_shown(found)}."
        case "too_short" if found:
            return f"should have at least {context['min_length']} entries; found {len(found)}."
        case "too_short" if context["min_length"] > 1:
            return f"should have at least {context['min_length']} entries; the list is empty."
        case "too_short":
            return "should have at least one entry; the list is empty."
        case "too_long":
            return f"should have at most {context['max_length']} entries; found {context['actual_length']}."
        case "int_type" | "int_from_float" | "int_parsing":
            return f"should be a whole number; found {_shown(found)}."
        case "greater_than_equal":
            return f"should be {context['ge']} or more; found {_shown(found)}."
        case "less_than_equal":
            return f"should be {context['le']} or less; found {_shown(found)}."
        case "bool_type" | "bool_parsing":
            return f"should be yes or no; found {_shown(found)}."
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"should be keys with values ('title: …'); found {_shown(found)}."
        case "date_from_datetime_parsing" | "date_parsing" | "date_from_datetime_inexact":
            return f"should be a day that exists, in the form 2026-11-23; found {_shown(found)}."
        case "segment" | "wheel_initials" | "url_status" | "size_order":
            return f"{error['msg']}."
        case _:
            return f"{error['msg'].removeprefix('Value error, ')}; found {_shown(found)}."


def _shown(found: Any) -> str:
    match found:
        case None:
            return "nothing"
        case bool():
            return f"'{str(found).lower()}'"
        case list():
            return "a list"
        case dict():
            return "keys with values"
        case _:
            return excerpt(found)


def _near_literal(found: Any, words: str) -> str:
    return did_you_mean(found, words.replace("'", "").split(", ")) if isinstance(found, str) else ""


def _pattern(pattern: str) -> str:
    return {
        r"^\d+\.\d+$": "be two numbers in quotation marks, such as '1.0'",
        r"^[A-Z]$": "be one capital letter",
        r"^[A-Z]+$": "be capital letters only",
    }[pattern]


def _keys_at(model: Any, road: Road) -> list[str]:
    """The keys an author may write at the end of a road, by walking the model's annotations."""
    for name in road:
        if isinstance(name, str):
            fields = getattr(model, "model_fields", {})
            model = _model_in(fields[name].annotation) if name in fields else model
    return [name for name in getattr(model, "model_fields", {})]


def _model_in(annotation: Any) -> Any:
    """The model inside an annotation such as tuple[Step, ...] or Plan | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(one) for one in get_args(annotation))
    return next((one for one in inner if one is not None), None)
