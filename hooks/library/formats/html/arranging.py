"""How the parts of some documents stand beside each other on their page: a wheel, or a form, before all else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from library.core.document import Document
from library.core.kind import Arrangement, DocumentKind
from library.core.library import is_variant
from library.core.worksheet import WORKSHEET
from library.sections import blocks
from library.sections.blocks import Extra, Section

from . import own
from .lists import Box, Choice, Choose
from .making import Maker
from .page import folded
from .tools import tool
from .variants import choices


@dataclass(frozen=True)
class InMemory(Extra):
    """What becomes of what a reader marks on a page."""


@dataclass(frozen=True)
class WheelTool(Extra):
    """What a reader can do with a wheel: choose its words, mark them on two wheels and compare these, add words.

    is_empty: whether all words are the reader's own. how, questions: of two wheels compared.
    """

    is_empty: bool
    how: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Variants(Extra):
    """A switch between the variants of a document."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Chips(Extra):
    """What narrows a bank to the questions a reader wants. attributes: what its script needs to know, as HTML."""

    attributes: Markup
    questions: tuple[Choose, ...]


def arranged(
    kind: DocumentKind[Any], document: Document, sections: Iterable[Section], make: Maker
) -> Iterator[Section]:
    """The sections of a document as its page shows them, by what its kind says of that."""
    told = {section.id or str(number): section for number, section in enumerate(sections)}
    yield from _ARRANGED[kind.arranged](told, kind, document, make)
    yield from told.values()


def _in_order(_: dict[str, Section], __: DocumentKind[Any], ___: Document, ____: Maker) -> Iterator[Section]:
    """Nothing stands anywhere but in its place."""
    return iter(())


def _beside_a_wheel(
    told: dict[str, Section], kind: DocumentKind[Any], document: Document, make: Maker
) -> Iterator[Section]:
    """A wheel, what stands under it, how to use it safely, and what can be done with it. Its words stay below."""
    drawing, introduction = told.pop("drawing"), told.pop("introduction")
    figure, *more = drawing.blocks
    assert isinstance(figure, blocks.WheelFigure)
    switch = Variants(choices(kind, document, make))
    summary = (blocks.Words(document.summary),) if is_variant(document) else ()
    under = (*((switch,) if switch.choices else ()), *summary)
    if words := told.get("words"):
        told["words"] = replace(words, sections=(_box("segments", *words.sections),))
    yield replace(
        _box(
            "wheel-page",
            _box("wheel-drawn", replace(drawing, blocks=(figure, *under, *more))),
            _box("wheel-read", introduction),
            _box("wheel-private", Section("", "", (InMemory(),))),
            _box("wheel-chosen", Section("", "", (_wheel_tool(figure, make),))),
        ),
        tool="wheel",
    )


def _wheel_tool(wheel: blocks.WheelFigure, make: Maker) -> WheelTool:
    [*compared] = (sheet for sheet in make.library[WORKSHEET].values() if sheet.wheels)
    how = " ".join(sheet.how for sheet in compared)
    questions = (question for sheet in compared for question in sheet.questions)
    return WheelTool(not wheel.segments, how, tuple(questions))


def _on_a_form(told: dict[str, Section], kind: DocumentKind[Any], document: Document, make: Maker) -> Iterator[Section]:
    """A form as a sheet to look at and to write on, and what comes before and after it as notes at its side."""
    before, form, after = (told.pop(id) for id in ("introduction", "headings", "afterwards"))
    notes = tuple(block for block in before.blocks if not isinstance(block, blocks.NoNames))
    notice = tuple(block for block in before.blocks if isinstance(block, blocks.NoNames))
    yield _box(
        "form-page",
        _box("form-before", replace(before, blocks=notes)),
        _box("form", own.to_write_on(kind, document, replace(form, blocks=(*notice, *form.blocks)), make)),
        _box("form-after", after),
    )


def _with_chips(told: dict[str, Section], _: DocumentKind[Any], __: Document, make: Maker) -> Iterator[Section]:
    """A bank below how to use it, folded up, and what narrows it; behind it, whom its questions come from."""
    banks = [block for section in told.values() for block in section.blocks if isinstance(block, blocks.Questions)]
    questions = tuple(question for bank in banks for question in bank.questions)
    introduction = told.pop("introduction")
    text, *credit = introduction.blocks
    yield folded(replace(introduction, title=make.say("headings.how-to-use"), blocks=(text,)))
    depths = {question.level: question.depth for question in questions}
    subjects = {value: subject for question in questions for value, subject in question.subjects}
    asked = tuple(
        Choose(name, make.say(f"chips.{name}"), tuple(answers.items()))
        for name, answers in (("depth", depths), ("about", subjects))
        if len(answers) > 1
    )
    if asked:
        yield Section("", "", (Chips(tool("bank"), asked),))
    for id in [id for id in told if id.startswith("phase-")]:
        yield told.pop(id)
    yield Section("", "", tuple(credit))


_Arrange = Callable[[dict[str, Section], DocumentKind[Any], Document, Maker], Iterator[Section]]

_ARRANGED: Mapping[Arrangement, _Arrange] = {
    "in-order": _in_order,
    "beside-a-wheel": _beside_a_wheel,
    "on-a-form": _on_a_form,
    "with-chips": _with_chips,
}
"""From how a kind says that its sections stand to what takes those out that stand elsewhere, and tells them."""


def _box(look: str, *sections: Section) -> Box:
    return Box("", "", sections=sections, look=look)
