"""How the parts of some documents stand beside each other on their page: a wheel, or a form, before all else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from library.core.document import Document
from library.core.kind import DocumentKind
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
    """The sections of a document as its page shows them: what is drawn first, with what to know of it at its side."""
    told = {section.id or str(number): section for number, section in enumerate(sections)}
    first = next((block for section in told.values() for part in section.walk() for block in part.blocks), None)
    if isinstance(first, blocks.WheelFigure):
        switch = Variants(choices(kind, document, make))
        summary = (blocks.Words(document.summary),) if is_variant(document) else ()
        yield _beside_a_wheel(told, _wheel_tool(first, make), (*((switch,) if switch.choices else ()), *summary))
    elif "headings" in told:
        yield _beside_a_form(told, kind, document, make)
    elif banks := [
        block for section in told.values() for block in section.blocks if isinstance(block, blocks.Questions)
    ]:
        yield from _with_chips(told, tuple(question for bank in banks for question in bank.questions), make)
    yield from told.values()


def _beside_a_wheel(told: dict[str, Section], tool: WheelTool, under: tuple[Variants | blocks.Words, ...]) -> Section:
    """A wheel, what can be done with it, what stands under it, and how to use it. Its words stay below."""
    drawing, introduction = told.pop("drawing"), told.pop("introduction")
    figure, *more = drawing.blocks
    if words := told.get("words"):
        told["words"] = replace(words, sections=(_box("segments", *words.sections),))
    return replace(
        _box(
            "wheel-page",
            _box("wheel-drawn", replace(drawing, blocks=(figure, *under, *more))),
            _box("wheel-private", Section("", "", (InMemory(),))),
            _box("wheel-chosen", Section("", "", (tool,))),
            _box("wheel-read", introduction),
        ),
        tool="wheel",
    )


def _wheel_tool(wheel: blocks.WheelFigure, make: Maker) -> WheelTool:
    [*compared] = (sheet for sheet in make.library[WORKSHEET].values() if sheet.wheels)
    how = " ".join(sheet.how for sheet in compared)
    questions = (question for sheet in compared for question in sheet.questions)
    return WheelTool(not wheel.segments, how, tuple(questions))


def _beside_a_form(told: dict[str, Section], kind: DocumentKind[Any], document: Document, make: Maker) -> Section:
    """A form as a sheet to look at and to write on, and what comes before and after it as notes at its side."""
    before, form, after = (told.pop(id) for id in ("introduction", "headings", "afterwards"))
    notes = tuple(block for block in before.blocks if not isinstance(block, blocks.NoNames))
    notice = tuple(block for block in before.blocks if isinstance(block, blocks.NoNames))
    return _box(
        "form-page",
        _box("form-before", replace(before, blocks=notes)),
        _box("form", own.to_write_on(kind, document, replace(form, blocks=(*notice, *form.blocks)), make)),
        _box("form-after", after),
    )


def _with_chips(told: dict[str, Section], questions: tuple[blocks.Question, ...], make: Maker) -> Iterator[Section]:
    """A bank below how to use it, folded up, and what narrows it; behind it, whom its questions come from."""
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


def _box(look: str, *sections: Section) -> Box:
    return Box("", "", sections=sections, look=look)
