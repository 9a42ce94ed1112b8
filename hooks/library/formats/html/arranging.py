"""How the parts of some documents stand beside each other on their page: a wheel, or a form, before all else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.library import is_variant
from library.sections import blocks
from library.sections.blocks import Section

from .lists import Box, Chosen, Variants
from .making import Maker
from .variants import choices


def arranged(
    kind: DocumentKind[Any], document: Document, sections: Iterable[Section], make: Maker
) -> Iterator[Section]:
    """The sections of a document as its page shows them: what is drawn first, with what to know of it at its side."""
    told = {section.id or str(number): section for number, section in enumerate(sections)}
    first = next((block for section in told.values() for part in section.walk() for block in part.blocks), None)
    if isinstance(first, blocks.WheelFigure):
        switch = Variants(choices(kind, document, make))
        own = (blocks.Words(document.summary),) if is_variant(document) else ()
        yield _beside_a_wheel(told, first, (*((switch,) if switch.choices else ()), *own))
    elif "headings" in told:
        yield _beside_a_form(told)
    yield from told.values()


def _beside_a_wheel(
    told: dict[str, Section], wheel: blocks.WheelFigure, under: tuple[Variants | blocks.Words, ...]
) -> Section:
    """A wheel, the word that a reader chooses, what stands under it, and how to use it. Its words stay below."""
    drawing, introduction = told.pop("drawing"), told.pop("introduction")
    figure, *more = drawing.blocks
    chosen = (_box("wheel-chosen", Section("", "", (Chosen(),))),) if wheel.segments else ()
    if words := told.get("words"):
        told["words"] = replace(words, sections=(_box("segments", *words.sections),))
    return replace(
        _box(
            "wheel-page",
            _box("wheel-drawn", replace(drawing, blocks=(figure, *under, *more))),
            *chosen,
            _box("wheel-read", introduction),
        ),
        tool="wheel" if wheel.segments else "",
    )


def _beside_a_form(told: dict[str, Section]) -> Section:
    """A form as a sheet to look at, and what comes before and after it as notes at its side."""
    before, form, after = (told.pop(id) for id in ("introduction", "headings", "afterwards"))
    notes = tuple(block for block in before.blocks if not isinstance(block, blocks.NoNames))
    notice = tuple(block for block in before.blocks if isinstance(block, blocks.NoNames))
    return _box(
        "form-page",
        _box("form-before", replace(before, blocks=notes)),
        _box("form", replace(form, blocks=(*notice, *form.blocks))),
        _box("form-after", after),
    )


def _box(look: str, *sections: Section) -> Box:
    return Box("", "", sections=sections, look=look)
