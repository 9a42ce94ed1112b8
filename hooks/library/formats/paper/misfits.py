"""What does not fit on paper, as its author's mistakes: the layout engine measures, and says no sentence of its own."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from library.core.origin import Origin
from library.problems import Mistake, Problem, mistake

_ON = {"large": "in large print "}
"""From a variant to what is said of it, where a sheet in another variant may well fit."""


def problems(measured: str, variant: str, origins: Mapping[tuple[str, str], Origin]) -> Iterator[tuple[Problem, int]]:
    """What does not fit and by how much, each at its own file and line: a pack holds the sheets of other files too.

    measured: a list as JSON. Each has `of`, the kind and id of a document; `road`, to the value in its file; `code`, of
    the mistake; `over`, by how much; and what its sentence names besides.
    """
    for misfit in json.loads(measured):
        origin = origins[tuple(misfit["of"])]
        road = misfit["road"]
        yield Problem(origin.path, origin.line(road), origin.written(road), _mistake(misfit, variant)), misfit["over"]


def _mistake(misfit: Mapping[str, Any], variant: str) -> Mistake:
    code, over, on = misfit["code"], misfit["over"], _ON.get(variant, "")
    match code:
        case "no-room-to-write":
            lines = _counted(misfit["lines"], "line")
            return mistake(code, on=on, excess=_counted(over, "character"), lines=lines)
        case "card-too-full":
            size = f"{misfit['width']} by {misfit['height']} mm"
            return mistake(code, on=on, excess=_counted(over, "character"), size=size)
        case "role-card-too-full":
            return mistake(code, on=on, mm=over)
        case "sheet-too-long":
            return mistake(code, on=on, pages=misfit["pages"], mm=over)
    return mistake(code, on=on, heading=misfit["heading"], page=misfit["page"], left=misfit["left"])


def _counted(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"
