"""The library's own words where HTML is written: escaped, and so are the values put in, unless they are HTML."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup, escape

from library.texts import Texts


def sayer(texts: Texts) -> Callable[..., Markup]:
    """What templates call `say`: from a key and named values, such as a link, to a sentence."""
    escaped: dict[str, Markup] = {}

    def say(key: str, **values: Any) -> Markup:
        if values:
            return Markup(texts.say_as(escape, key, **values))
        if key not in escaped:
            escaped[key] = escape(texts.say(key))
        return escaped[key]

    return say
