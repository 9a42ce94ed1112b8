"""Wheels: aspects of identity, spelt by their first letters, or empty segments to fill in."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.plan import Prompt
from library.core.worksheet import WORKSHEET
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller
from library.types.plain import Id, Line, Named
from library.types.text import Text


class Segment(Named):
    """One segment of a wheel."""

    id: Id
    """Its lasting name."""
    letter: Annotated[str, Field(pattern=r"^[A-Z]$")]
    """The letter it stands for in the spelling."""
    word: Line | None = None
    """The word, or nothing where no source gives it."""
    status: Literal["confirmed", "inferred", "open"]
    """confirmed: a source gives it. inferred: the library worked it out. open: nobody has told us."""
    explanation: Text
    """What the word means here, or what is not known."""
    prompts: tuple[Prompt, ...] = ()
    """Questions about this aspect."""

    @model_validator(mode="after")
    def _word_fits(self) -> "Segment":
        if (self.word is None) != (self.status == "open"):
            raise PydanticCustomError("segment", "should have a word, or the status 'open', and never both")
        if self.word and not self.word.upper().startswith(self.letter):
            raise PydanticCustomError("segment", "should have a word that starts with its letter")
        return self


class Wheel(Document):
    """A wheel of aspects of identity: a spelling and its segments, or empty segments to fill in."""

    spelling: Annotated[str, Field(pattern=r"^[A-Z]+$")] | None = None
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
    """Questions to ask once the wheel is filled in."""

    @model_validator(mode="after")
    def _initials_join(self) -> "Wheel":
        initials = "".join(segment.letter for segment in self.segments)
        if initials != (self.spelling or ""):
            raise PydanticCustomError(
                "wheel_initials",
                "should have segments whose letters spell {spelling}, not {initials}",
                {"spelling": self.spelling or "nothing", "initials": initials or "nothing"},
            )
        if not self.segments and not self.blank_segments:
            raise PydanticCustomError("wheel_initials", "should have segments, or blank_segments to fill in")
        return self


def sections(wheel: Wheel, tell: Teller) -> Iterator[Section]:
    """In which sections a wheel is told. The list of its words says all that the drawing says."""
    segments = tuple(_segment(segment, index, tell) for index, segment in enumerate(wheel.segments))
    figure = blocks.WheelFigure(segments, wheel.blank_segments, wheel.title)
    empty = [] if segments else [blocks.Words(tell.say("wheel.empty-segments", count=wheel.blank_segments))]
    yield Section("introduction", "", (blocks.Prose(wheel.introduction), figure, *empty))
    if segments:
        listed = (_listed(segment, tell) for segment in segments)
        spoken = blocks.Words(tell.say("wheel.again-as-a-list", spoken=wheel.spoken))
        yield Section("words", tell.heading("words"), (spoken,), tuple(listed))
    if wheel.prompts:
        asked = blocks.Prompts(blocks.prompts_at(wheel.prompts, "prompts"))
        yield Section("prompts", tell.heading("prompts"), (asked,))
    yield Section("worksheets", tell.heading("worksheets"), (_worksheets(tell),))
    yield tell.prose("variant", wheel.variant_source)
    yield tell.about(wheel)


def _worksheets(tell: Teller) -> blocks.Worksheets:
    return blocks.Worksheets(tuple(tell.library[WORKSHEET].values()))


def _listed(segment: blocks.Segment, tell: Teller) -> Section:
    word = segment.word or tell.say("wheel.to-be-confirmed")
    return Section(f"segment-{segment.id}", f"{segment.letter}: {word}", (segment,))


def _segment(segment: Segment, index: int, tell: Teller) -> blocks.Segment:
    return blocks.Segment(
        id=segment.id,
        letter=segment.letter,
        word=segment.word,
        status=segment.status,
        sure=tell.say(f"status.{segment.status}"),
        explanation=segment.explanation,
        prompts=blocks.prompts_at(segment.prompts, "segments", index, "prompts"),
    )


WHEEL = DocumentKind("wheel", "wheels", Wheel, source="guides/wheels", page="wheels/{id}/", sections=sections)
