"""Wheels: aspects of identity, spelt by their first letters, or empty segments to fill in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field, model_validator

from library.core.action_outline import ActionOutline
from library.core.kind import DocumentKind
from library.core.page_outline import PageOutline
from library.core.plan import Prompt
from library.core.sheet import SheetOutline
from library.core.variant import Variant
from library.core.walk import Road, parts
from library.core.worksheet import WORKSHEET
from library.problems import Mistake, excerpt, mistake
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller
from library.types.plain import Id, Line, Named
from library.types.ref import PartRef, Ref
from library.types.refusal import Form, refusal
from library.types.text import Text

from .question_bank import QUESTION_BANK, Question

Questions = tuple[Annotated[str, PartRef("question-bank", "question")], ...]
"""Questions of banks, each as its-bank/its-id: written once there, and asked wherever they are named."""


class Segment(Named):
    """One segment of a wheel."""

    id: Id
    """Its lasting name."""
    letter: Annotated[str, Form(r"^[A-Z]$", "not-one-capital")]
    """The letter it stands for in the spelling."""
    word: Line | None = None
    """The word, or nothing where no source gives it."""
    status: Literal["confirmed", "inferred", "open"]
    """confirmed: a source gives it. inferred: the library worked it out. open: nobody has told us."""
    explanation: Text
    """What the word means here, or what is not known."""
    prompts: tuple[Prompt, ...] = ()
    """Questions about this aspect that no bank has."""
    questions: Questions = ()
    """Questions of a bank about this aspect, each as its-bank/its-id; they come after its own."""

    @model_validator(mode="after")
    def _word_fits(self) -> "Segment":
        if (self.word is None) != (self.status == "open"):
            raise refusal("segment-word")
        if self.word and not self.word.upper().startswith(self.letter):
            raise refusal("segment-letter")
        return self


class Wheel(Variant):
    """A wheel of aspects of identity: a spelling and its segments, or empty segments to fill in."""

    variant_of: Annotated[Id, Ref("wheel")] | None = None
    """The id of the wheel it is a variant of, which readers meet first; leave it out on that wheel itself."""
    spelling: Annotated[str, Form(r"^[A-Z]+$", "not-capitals")] | None = None
    """The word the initials spell; leave it out on a blank wheel."""
    spoken: Line
    """How to say it, for screen readers and for reading aloud."""
    variant_source: Text
    """Where this spelling and its words come from."""
    introduction: Text
    """How to use the wheel."""
    segments: tuple[Segment, ...] = ()
    """The segments, in the order of the spelling."""
    blank_segments: Annotated[int, Field(strict=True, ge=0, le=20)] = 0
    """How many empty segments to draw after the named ones."""
    prompts: tuple[Prompt, ...] = ()
    """Questions to ask once the wheel is filled in that no bank has."""
    questions: Questions = ()
    """Questions of a bank to ask once the wheel is filled in, each as its-bank/its-id; they come after its own."""

    @model_validator(mode="after")
    def _initials_join(self) -> "Wheel":
        initials = "".join(segment.letter for segment in self.segments)
        if initials != (self.spelling or ""):
            raise refusal("wheel-spelling", spelling=self.spelling or "nothing", initials=initials or "nothing")
        if not self.segments and not self.blank_segments:
            raise refusal("wheel-empty")
        return self


def a_wheel_asks_a_question_once(wheel: Wheel) -> Iterator[tuple[Road, Mistake]]:
    """No wheel asks a question of a bank twice, or one with the id of its own prompt: each is a place on its page."""
    asked = {part.id for _, part in parts(wheel) if isinstance(part, Prompt)}
    borrowers: tuple[tuple[Road, Wheel | Segment], ...] = (
        *((("segments", index), segment) for index, segment in enumerate(wheel.segments)),
        ((), wheel),
    )
    for road, of in borrowers:
        for index, name in enumerate(of.questions):
            _, _, id = name.partition("/")
            if id in asked:
                yield (*road, "questions", index), mistake("part-id-used-twice", id=excerpt(id), part="prompt")
            asked.add(id)


def sections(wheel: Wheel, tell: Teller) -> Iterator[Section]:
    """In which sections a wheel is told. The list of its words says all that the drawing says."""
    segments = tuple(_segment(segment, index, tell) for index, segment in enumerate(wheel.segments))
    figure = blocks.WheelFigure(segments, wheel.blank_segments, wheel.title)
    empty = [] if segments else [blocks.Words(tell.say("wheels.empty-segments", count=wheel.blank_segments))]
    yield Section("drawing", "", (figure, *empty))
    yield Section("introduction", "", (blocks.Prose(wheel.introduction),))
    if segments:
        listed = (_listed(segment, tell) for segment in segments)
        are_sure = all(segment.status == "confirmed" for segment in segments)
        spoken = tell.say("wheels.again-as-a-list", spoken=wheel.spoken)
        given = tell.say("wheels.all-given" if are_sure else "wheels.others-given")
        yield Section(
            "words",
            tell.heading("words"),
            (blocks.Words(f"{spoken} {given}"), *_credits(wheel.segments, tell)),
            tuple(listed),
        )
    if asked := _asked(wheel, tell):
        yield Section("prompts", tell.heading("prompts"), (blocks.Prompts(asked), *_credits((wheel,), tell)))
    yield Section("worksheets", tell.heading("worksheets"), (_worksheets(tell),))
    yield tell.prose("variant", wheel.variant_source)
    yield tell.about(wheel)


def _worksheets(tell: Teller) -> blocks.Worksheets:
    return blocks.Worksheets(tuple(tell.library[WORKSHEET].values()))


def _asked(of: Wheel | Segment, tell: Teller, *road: str | int) -> tuple[blocks.Prompt, ...]:
    """The questions of a wheel or of a segment: its own, and then those of banks. road: to it in the file."""
    lent = tuple(
        blocks.Prompt(question.id, question.text, (*road, "questions", index))
        for index, question in enumerate(_lent(of, tell))
    )
    return (*blocks.prompts_at(of.prompts, *road, "prompts"), *lent)


def _lent(of: Wheel | Segment, tell: Teller) -> Iterator[Question]:
    """The questions that a wheel or a segment takes from banks, in its order."""
    for name in of.questions:
        id, _, part = name.partition("/")
        yield next(question for question in tell.library[QUESTION_BANK][id].questions if question.id == part)


def _credits(borrowers: Iterable[Wheel | Segment], tell: Teller) -> Iterator[blocks.Words]:
    """Who the questions come from that stand in banks, each once: an attribution travels with its questions."""
    lent = (question for of in borrowers for question in _lent(of, tell))
    for line in dict.fromkeys(f"{question.attribution}." for question in lent):
        yield blocks.Words(line, "fine")


def _listed(segment: blocks.Segment, tell: Teller) -> Section:
    word = segment.word or tell.say("wheels.to-be-confirmed")
    return Section(f"segment-{segment.id}", f"{segment.letter}: {word}", (segment,))


def _segment(segment: Segment, index: int, tell: Teller) -> blocks.Segment:
    return blocks.Segment(
        id=segment.id,
        letter=segment.letter,
        word=segment.word,
        status=segment.status,
        sure="" if segment.status == "confirmed" else tell.say(f"status.{segment.status}"),
        explanation=segment.explanation,
        prompts=_asked(segment, tell, "segments", index),
    )


def _has_words(wheel: Wheel) -> bool:
    return bool(wheel.segments)


def _is_empty(wheel: Wheel) -> bool:
    return not wheel.segments


_TO_FILL_IN = SheetOutline(
    name="wheel",
    title="paper.wheel-to-fill-in",
    shows=("variant",),
    layout="wheel-to-fill-in",
    is_lent=True,
    is_for=_is_empty,
)
_WITH_WORDS = SheetOutline(
    name="wheel",
    title="paper.wheel",
    shows=("variant",),
    layout="wheel",
    is_lent=True,
    is_for=_has_words,
)
_DRAWN = (
    _WITH_WORDS,
    replace(_TO_FILL_IN, name="blank", is_lent=False, is_for=_has_words),
    _TO_FILL_IN,
    SheetOutline(name="overlap", layout="two-wheels"),
    SheetOutline(name="grid", layout="grid"),
)
SHEETS = (
    *(replace(outline, sizes=("a4", "a3")) for outline in _DRAWN),
    SheetOutline(name="guide", title="paper.wheel-guide", shows=("introduction", "prompts", "words"), copies="one"),
)

PAGES = (
    PageOutline(shows=("drawing", "introduction", "words", "prompts", "worksheets", "gone")),
    PageOutline(name="about", shows=("variant", "about-this-page")),
)

ACTIONS = (
    ActionOutline(file="wheel.pdf", text="actions.print", icon="print"),
    ActionOutline(file="overlap.pdf", text="actions.two-wheels"),
)

WHEEL = DocumentKind(
    "wheel",
    "wheels",
    Wheel,
    source="guides/wheels",
    page="wheels/{id}/",
    sections=sections,
    pages=PAGES,
    actions=ACTIONS,
    is_wide=True,
    tool="wheel",
    arranged="beside-a-wheel",
    sheets=SHEETS,
    rules=(a_wheel_asks_a_question_once,),
)
