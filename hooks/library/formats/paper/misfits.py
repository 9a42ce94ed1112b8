"""What does not fit on paper, in an author's words: the layout engine measures, and says no sentence of its own."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from library.core.library import Origin
from library.problems import Problem, road_in_words

_ON = {"large": "in large print ", "letter": "on US Letter "}
"""From a variant to what is said of it, where a sheet in another variant may well fit."""


def problems(measured: str, variant: str, origins: Mapping[tuple[str, str], Origin]) -> Iterator[tuple[Problem, int]]:
    """What does not fit and by how much, each at its own file and line: a pack holds the sheets of other files too.

    measured: a list as JSON. Each has `of`, the kind and id of a document; `road`, to the value in its file; `what`,
    which of the sentences below; `over`, by how much; and what its sentence says besides.
    """
    for misfit in json.loads(measured):
        origin = origins[tuple(misfit["of"])]
        where = road_in_words(origin.written(misfit["road"]))
        sentence = _ON.get(variant, "") + _SENTENCES[misfit["what"]](misfit)
        yield Problem(origin.path, origin.line(misfit["road"]), where, sentence), misfit["over"]


def _lines(misfit: Mapping[str, Any]) -> str:
    too_long, lines = _counted(misfit["over"], "character"), _counted(misfit["lines"], "line")
    return f"is {too_long} too long to leave {lines} to write on; shorten it."


def _card(misfit: Mapping[str, Any]) -> str:
    too_long = _counted(misfit["over"], "character")
    return f"is {too_long} too long for a card of {misfit['width']} by {misfit['height']} mm; shorten it."


def _sides(misfit: Mapping[str, Any]) -> str:
    return (
        f"makes a sheet of {misfit['pages']} pages, and there are two sides to turn; it is {misfit['over']} mm too "
        "long. Shorten the steps, or what they ask to do."
    )


def _heading(misfit: Mapping[str, Any]) -> str:
    return (
        f"the heading “{misfit['heading']}” stands alone at the foot of page {misfit['page']}, with {misfit['left']} "
        "mm left under it."
    )


_SENTENCES = {"lines": _lines, "card": _card, "sides": _sides, "heading": _heading}


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
