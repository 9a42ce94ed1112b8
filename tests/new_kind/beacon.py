"""Beacons: ways of reflecting that others license or teach, and where to learn them."""

from collections.abc import Iterator
from typing import Annotated

from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.sheet import SheetOutline
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller
from library.types.plain import Id
from library.types.ref import Ref
from library.types.text import Text
from pydantic import Field


class Beacon(Document):
    """A way of reflecting that others license or teach, and where to learn it."""

    introduction: Text
    """What it is, in a paragraph."""
    ways: Annotated[tuple[Text, ...], Field(min_length=1)]
    """How to begin with it, a point each."""
    resource: Annotated[Id, Ref("resource")]
    """The id of the resource that teaches it."""


def sections(beacon: Beacon, tell: Teller) -> Iterator[Section]:
    """In which sections a beacon is told."""
    yield Section("introduction", "", (blocks.Prose(beacon.introduction),))
    yield tell.points("ways", beacon.ways)
    yield tell.resources((beacon.resource,))
    yield tell.about(beacon)


SHEETS = (SheetOutline(name="sheet", title="paper.beacon", shows=("introduction", "ways", "resources")),)

BEACON = DocumentKind(
    "beacon",
    "beacons",
    Beacon,
    source="guides/beacons",
    page="beacons/{id}/",
    sections=sections,
    sheets=SHEETS,
    files=("outline",),
)
