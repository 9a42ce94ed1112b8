"""What a page written by hand can ask for: a line that says [[times]], say, becomes what the library makes."""

import re

INSERTS = ("times", "contact", "trust", "search", "start-with", "question", "new")
"""What may stand in double brackets. `formats/html/inserts.py` makes each of them."""

_ASKED = re.compile(r"^\[\[(.*)\]\]$")


def insert_in(line: str) -> str | None:
    """What a line asks for, whether or not there is such a thing; None where it is a line like any other."""
    asked = _ASKED.match(line.rstrip())
    return asked[1] if asked else None
