"""Workshops: aims, a timed outline and slides."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_outline import PageOutline
from library.core.sheet import SheetOutline
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller, card
from library.types.plain import Authored, Id, Line, Named
from library.types.ref import AnyRef, Inside
from library.types.text import Phrase, Text


class Slide(Named):
    """One slide of a workshop."""

    id: Id
    """Its lasting name."""
    step: Annotated[Id, Inside("step")]
    """The id of the step of the plan it belongs to."""
    title: Line
    """What stands at its head."""
    points: Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=6)]
    """What the group reads: six points at most."""
    speaker_notes: Text
    """What the facilitator says."""


class Handout(Authored):
    """Something the group is given."""

    link: Annotated[str, AnyRef()]
    """What is handed out, such as `wheel:blank`."""
    use: Phrase
    """What it is used for."""


class Workshop(Gathering):
    """A workshop: aims, a timed outline and slides."""

    aims: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What people leave with."""
    preparation: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the facilitator does beforehand, a point each."""
    slides: Annotated[tuple[Slide, ...], Field(min_length=1)]
    """The slides, in order."""
    handouts: tuple[Handout, ...] = ()
    """What the group is given."""


def sections(workshop: Workshop, tell: Teller) -> Iterator[Section]:
    """In which sections a workshop is told."""
    yield tell.purpose(workshop)
    yield tell.facts(workshop)
    yield tell.when(workshop)
    yield from tell.modes(workshop)
    yield tell.points("aims", workshop.aims)
    yield tell.before(workshop, workshop.preparation)
    plan, *parts = tell.plan(workshop, title=tell.heading("the-plan"), has_modes=bool(workshop.modes))
    yield from (plan, *parts)
    [timeline] = (block for block in plan.blocks if isinstance(block, blocks.Timeline))
    steps = {step.id: step for step in timeline.steps}
    yield from tell.shorter(workshop)
    slides = tuple(_slide(slide, number, steps[slide.step]) for number, slide in enumerate(workshop.slides, 1))
    yield Section("slides", tell.heading("slides"), sections=slides)
    if workshop.handouts:
        handouts = tuple(_handout(handout, tell) for handout in workshop.handouts)
        yield Section("handouts", tell.heading("handouts"), (blocks.Handouts(handouts),))
    yield tell.safety(workshop)
    yield tell.about(workshop)


def _slide(slide: Slide, number: int, step: blocks.Step) -> Section:
    shown = blocks.Slide(number, step, slide.points, slide.speaker_notes)
    return Section(f"slide-{slide.id}", slide.title, (shown,))


def _handout(handout: Handout, tell: Teller) -> blocks.Handout:
    return blocks.Handout(handout.link, tell.phrases.handout(handout.link, tell.library), handout.use)


PAGES = (
    PageOutline(
        shows=("plan", "part-*", "shorter", "gone"),
        first=("when", "modes", "before", "read-out"),
        folds=("shorter",),
    ),
    PageOutline(name="group", shows=("aims", "handouts", "read-out")),
    PageOutline(name="slides", shows=("slides",)),
    PageOutline(name="safety", shows=("safety",)),
    PageOutline(name="about", shows=("facts", "aims", "about-this-page")),
)

SHEETS = (
    SheetOutline(
        name="facilitator-sheet",
        title="paper.facilitator-sheet",
        shows=("purpose", "facts", "not-when", "plan", "safety", "before", "shorter", "handouts", "about-this-page"),
        without=("notes", "changes", "kit"),
        layout="two-sides",
        copies="one",
    ),
)

WORKSHOP = DocumentKind(
    "workshop",
    "workshops",
    Workshop,
    source="guides/workshops",
    page="workshops/{id}/",
    sections=sections,
    card=card,
    pages=PAGES,
    sheets=SHEETS,
    files=("outline", "slides", "calendar"),
)
