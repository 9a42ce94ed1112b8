"""How a group stays safe, as plain data: told in the same words and order on paper, in Word and on slides."""

from typing import Any, Protocol

from library import words
from library.core.gathering import Gathering
from library.core.library import Library
from library.core.safety import SAFETY_FRAME
from library.kinds.session import Session
from library.types.text import Text

View = dict[str, Any]


class Writer(Protocol):
    """Whoever writes a text's blocks and lines: a `Paper`."""

    library: Library

    def rich(self, text: Text) -> list[View]: ...

    def line(self, text: Text) -> list[View]: ...


def safety(writer: Writer, gathering: Gathering) -> View:
    """A safety frame: what to read out and decide, what to do if something comes up, and last what this is not."""
    frame = writer.library[SAFETY_FRAME][gathering.safety]
    return {
        "titles": words.SAFETY,
        "note": writer.rich(gathering.safety_note) if gathering.safety_note else [],
        "script": writer.rich(frame.confidentiality.script),
        "limits": [writer.line(limit) for limit in frame.confidentiality.limits],
        "write-in": list(frame.write_in),
        "leaving": writer.rich(frame.leaving),
        "pause": writer.rich(frame.pause),
        "stop": [{"title": tier.title, "text": writer.rich(tier.text)} for tier in frame.stop],
        "escalate": writer.rich(frame.escalate),
        "not-this": [writer.rich(text) for text in frame.not_this],
        "aftercare": writer.rich(frame.aftercare),
    }


def modes(writer: Writer, gathering: Gathering) -> View | None:
    """The ways of using a session model that have rules of their own; None where there is only one way."""
    if not isinstance(gathering, Session) or not gathering.modes:
        return None
    listed = [{"title": mode.title, "text": writer.rich(mode.text)} for mode in gathering.modes]
    return {"title": words.MODES, "modes": listed}
