"""The formats of files to change, and to put in a calendar: a line for each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from library.sections.blocks import Telling
from library.texts import Texts

from .appointment import Appointment, appointments


def _whole(telling: Telling, path: str, texts: Texts) -> Telling:
    return telling


def _in_a_calendar(telling: Telling, path: str, texts: Texts) -> tuple[Appointment, ...] | None:
    return appointments(telling, path, texts) or None


@dataclass(frozen=True, kw_only=True)
class FileFormat:
    """A format in which documents can be had.

    name: how kinds ask for it and for what else is as good; a file's name ends with it. ending: of the file, and of no
    other format; its name in words is "file.{ending}".
    media_type: as registered (https://www.iana.org/assignments/media-types/).
    title: the key of what readers call such a file. form: the same, of a sheet to fill in; empty where there is none.
    module: the one of this room whose `write(view, texts)` makes a file; imported for the first of them, for each
    brings a large package along.
    view: what a file shows of a telling, given its path and the words; None where there is nothing to show.
    """

    name: str
    ending: str
    media_type: str
    title: str
    module: str
    form: str = ""
    view: Callable[[Telling, str, Texts], Any] = _whole

    def title_of(self, telling: Telling) -> str:
        """The key of what readers call the file of a document."""
        return self.form if self.form and telling.is_form else self.title


_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml.document"
_SLIDES = f"{_OFFICE}.presentationml.presentation"

FORMATS = (
    FileFormat(
        name="outline", ending="docx", media_type=_WORD, title="word.to-change", form="word.to-fill-in", module="word"
    ),
    FileFormat(
        name="outline",
        ending="odt",
        media_type="application/vnd.oasis.opendocument.text",
        title="word.to-change-openly",
        form="word.to-fill-in-openly",
        module="open_document",
    ),
    FileFormat(name="slides", ending="pptx", media_type=_SLIDES, title="slides.to-change", module="slides"),
    FileFormat(
        name="calendar",
        ending="ics",
        media_type="text/calendar",
        title="calendar-file.to-move",
        module="calendar",
        view=_in_a_calendar,
    ),
)
"""Every such format."""
