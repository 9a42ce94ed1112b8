"""Record sheets: headings with room to write, on paper or in Word."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from library.core.action_outline import ActionOutline
from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.page_outline import PageOutline
from library.core.sheet import SheetOutline
from library.core.walk import Road
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller
from library.types.plain import Id, Line, Named
from library.types.text import Phrase, Text

Beginning = Literal["title", "date", "minutes", "address"]


class Heading(Named):
    """Something a record sheet asks for."""

    id: Id
    """Its lasting name."""
    label: Line
    """What stands above the room to write."""
    hint: Phrase
    """What to write there, in a sentence or two."""
    lines: Annotated[int, Field(strict=True, ge=1, le=20)]
    """How many lines to leave for writing by hand; fewer on a sheet that would not fit one page."""
    begins_with: tuple[Beginning, ...] = ()
    """What stands here already where readers come from a guide, a session model or a workshop: its title, the day, its
    minutes or its address, in this order."""


class Record(Document):
    """A record sheet: headings with room to write, on paper or in Word."""

    introduction: Text
    """What it is for."""
    headings: Annotated[tuple[Heading, ...], Field(min_length=1)]
    """The headings, in order."""
    afterwards: Text
    """What to do with the sheet once it is filled in."""


def sections(record: Record, tell: Teller) -> Iterator[Section]:
    """In which sections a record sheet is told: a place to write under each heading."""
    yield Section("introduction", "", (blocks.Prose(record.introduction), blocks.NoNames()))
    places = (
        Section(
            f"heading-{heading.id}",
            heading.label,
            (_place(heading, ("headings", index, "hint")),),
        )
        for index, heading in enumerate(record.headings)
    )
    yield Section("headings", tell.heading("the-headings"), sections=tuple(places))
    yield tell.prose("afterwards", record.afterwards)
    yield tell.about(record)


def _place(heading: Heading, road: Road) -> blocks.Write:
    return blocks.Write(heading.label, heading.hint, heading.lines, road, heading.begins_with)


SHEETS = (
    SheetOutline(
        name="sheet",
        title="paper.record",
        shows=("introduction", "headings", "afterwards"),
        layout="form",
        is_lent=True,
    ),
)

PAGES = (
    PageOutline(shows=("introduction", "headings", "afterwards", "gone")),
    PageOutline(name="about", shows=("about-this-page",)),
)

ACTIONS = (
    ActionOutline(file="outline.docx", text="actions.fill-in-word", icon="write"),
    ActionOutline(file="sheet.pdf", text="actions.print", icon="print"),
    ActionOutline(file="outline.odt", text="actions.open-document", is_small=True),
)

RECORD = DocumentKind(
    "record",
    "records",
    Record,
    source="guides/records",
    page="records/{id}/",
    sections=sections,
    pages=PAGES,
    actions=ACTIONS,
    tool="record",
    arranged="on-a-form",
    is_wide=True,
    sheets=SHEETS,
    files=("outline",),
)
