"""What a page written by hand can ask of the library: a line that says [[times]] becomes what it makes."""

import re

INSERTS = ("times", "contact", "trust", "wheel", "search", "start-with", "question", "kinds", "new")
"""What may stand in double brackets. `formats/html/inserts.py` makes each of them."""

RESOURCE_LINK = re.compile(r"\bresources\.md#([a-z0-9-]+)")
"""How such a page leads to an outside resource, by its id: it is led wherever readers are told of it."""

_ASKED = re.compile(r"^\[\[(.*)\]\]$")


def insert_in(line: str) -> str | None:
    """What a line asks for, whether or not there is such a thing; None where it is a line like any other."""
    asked = _ASKED.match(line.rstrip())
    return asked[1] if asked else None
