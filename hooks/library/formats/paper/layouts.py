"""What each layout takes of a telling: sections as they are told, or what a document has to draw and cut out."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from library.core.sheet import SUMMARY, Layout, SheetOutline
from library.core.worksheet import Worksheet
from library.formats.runs import bold, plain
from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.phrases import Phrases

from .blocks import Part, Timeline, Write
from .cards import cards, roles
from .told import parts
from .views import Body, Form, Grid, Place, Told, TwoSides, TwoWheels, Wheel
from .wheels import figure, figure_to_fill_in, is_doubted, names_in


@dataclass(frozen=True)
class Shown:
    """What a sheet has to show. telling: with the sections that the sheet alone has. parts: those its outline names."""

    telling: Telling
    parts: tuple[Part, ...]
    phrases: Phrases

    @property
    def wheel(self) -> blocks.WheelFigure:
        """The wheel that is drawn."""
        return next(self.telling.blocks(blocks.WheelFigure))

    def worksheet(self, fits: Callable[[Worksheet], object]) -> Worksheet:
        """The worksheet that goes with it and fits."""
        worksheets = (worksheet for block in self.telling.blocks(blocks.Worksheets) for worksheet in block.worksheets)
        return next(filter(fits, worksheets))


def body(outline: SheetOutline, telling: Telling, phrases: Phrases) -> Body:
    """What a sheet shows of a telling whose links are whole addresses."""
    sections = filter(None, (_section(telling, id) for id in outline.shows))
    shown = Shown(telling, tuple(parts(sections, phrases, outline.without)), phrases)
    return LAYOUTS[outline.layout](shown)


def _section(telling: Telling, id: str) -> Section | None:
    if id == SUMMARY:
        return Section(SUMMARY, "", (blocks.Words(telling.summary),))
    return telling.section(id)


def _told(shown: Shown) -> Body:
    return Told(parts=shown.parts, is_form=any(isinstance(block, Write) for block in _blocks(shown.parts)))


def _two_sides(shown: Shown) -> Body:
    """The running order alone of the section that has one, and the sections on either side of it."""
    [(place, order)] = [
        (place, block) for place, part in enumerate(shown.parts) for block in part.blocks if isinstance(block, Timeline)
    ]
    return TwoSides(
        before=shown.parts[:place],
        heading=shown.parts[place].title,
        order=order,
        after=shown.parts[place + 1 :],
        where=shown.phrases.say("paper.where", after="{after}"),
        more=shown.phrases.more_when_upset(shown.telling.upset),
    )


def _form(shown: Shown) -> Body:
    """The places to write of the part that has them, and the parts on either side of it."""
    written = [tuple(block for block in _blocks((part,)) if isinstance(block, Write)) for part in shown.parts]
    place = next(place for place, places in enumerate(written) if places)
    before, after = shown.parts[:place], shown.parts[place + 1 :]
    return Form(before=before, places=written[place], after=after, is_form=True)


def _roles(shown: Shown) -> Body:
    return roles(shown.telling, shown.phrases)


def _cards(shown: Shown) -> Body:
    return cards(shown.telling, shown.phrases)


def _wheel(shown: Shown) -> Body:
    say, wheel = shown.phrases.say, shown.wheel
    edges = say("wheels.edges") if is_doubted(wheel) else ""
    drawn = figure(wheel, shown.phrases)
    return Wheel(how=say("paper.wheel-how"), figure=drawn, edges=edges, parts=shown.parts, is_form=True)


def _wheel_to_fill_in(shown: Shown) -> Body:
    empty = figure_to_fill_in(shown.wheel, shown.phrases)
    how = shown.phrases.say("paper.wheel-to-fill-in-how")
    return Wheel(how=how, figure=empty, edges="", parts=shown.parts, is_form=True)


def _two_wheels(shown: Shown) -> Body:
    worksheet = shown.worksheet(lambda worksheet: worksheet.wheels)
    drawn = figure(shown.wheel, shown.phrases)
    alts = (shown.phrases.say("paper.wheel-for", wheel=drawn.alt, name=name) for name in worksheet.wheels)
    return TwoWheels(
        title=worksheet.title,
        is_form=True,
        how=worksheet.how,
        names=worksheet.wheels,
        figures=tuple(replace(drawn, alt=alt) for alt in alts),
        questions=worksheet.questions,
    )


def _grid(shown: Shown) -> Body:
    worksheet = shown.worksheet(lambda worksheet: worksheet.places)
    words = ", ".join(names_in(shown.wheel, shown.phrases))
    lead = bold(shown.phrases.say("paper.words-of-wheel"))
    return Grid(
        title=worksheet.title,
        is_form=True,
        how=worksheet.how,
        words=(*lead, *plain(f" {words}.")) if words else (),
        places=tuple(Place(place.title, place.text) for place in worksheet.places),
    )


LAYOUTS: Mapping[Layout, Callable[[Shown], Body]] = {
    "told": _told,
    "two-sides": _two_sides,
    "roles": _roles,
    "cards": _cards,
    "wheel": _wheel,
    "wheel-to-fill-in": _wheel_to_fill_in,
    "two-wheels": _two_wheels,
    "grid": _grid,
    "form": _form,
}
"""From each layout to what it takes of a telling."""


def _blocks(some: tuple[Part, ...]) -> Iterator[object]:
    for part in some:
        yield from (*part.blocks, *_blocks(part.parts))
