"""The kinds of document: what a guide, a session model, a workshop, a question bank and a wheel are."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .document import Document, Gathering, Mode, Reference
from .plan import Prompt
from .text import Phrase, Text
from .words import Authored, Id, Line


class Background(Authored):
    """Why the subject matters."""

    text: Text
    """A few paragraphs."""
    references: tuple[Reference, ...] = ()
    """The works the text cites."""


class AfterSession(Authored):
    """What happens once the group has gone home."""

    cpd: Text
    """What people can record for their continuing professional development."""
    supervision: Text
    """What to take to supervision."""


class Guide(Gathering):
    """A peer reflection guide: a subject, resources and a plan to reflect on it together."""

    why_reflect: Id
    """The id of the shared text in guides/shared/texts.yaml that says why groups reflect."""
    background: Background
    """Why the subject matters."""
    resources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the supporting resources, to share with the group."""
    preparation: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the facilitator does beforehand, a point each."""
    after: AfterSession
    """What follows the session."""


class Role(Authored):
    """Someone's part in a session."""

    id: Id
    """Its lasting name; steps name it in `speaks` and `listens`."""
    title: Line
    """What the role is called."""
    people: Line
    """How many take it, in words."""
    rights: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What someone in this role may do or ask for."""
    duties: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What someone in this role must do."""


class Session(Gathering):
    """A session model: roles, timed stages, and who speaks and who listens in each."""

    purpose: Text
    """What it is for and where it comes from."""
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    """The parts people take."""
    facilitation: Literal["peer", "internal", "external", "accredited"]
    """Who may facilitate."""
    modes: tuple[Mode, ...] = ()
    """Ways of using it that have rules of their own; the group says which before it starts."""
    use_when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """When it fits."""
    avoid_when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """When not to use it, and what to do instead."""
    repeat: Text
    """How to repeat it and rotate its roles."""
    recording: Text
    """What to record, what consent to seek, and what to share."""
    licence_note: Text
    """Whether it may be used freely."""
    evidence_note: Text
    """What is known about how well it works, and what is not."""
    questions: tuple[Id, ...] = ()
    """Ids of question banks that go with it."""


class Slide(Authored):
    """One slide of a workshop."""

    id: Id
    """Its lasting name."""
    step: Id
    """The id of the step of the plan it belongs to."""
    title: Line
    """What stands at its head."""
    points: Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=6)]
    """What the group reads: six points at most."""
    speaker_notes: Text
    """What the facilitator says."""


class Handout(Authored):
    """Something the group is given."""

    link: Annotated[str, Field(pattern=r"^(guide|session|question-bank|wheel|record|page):[a-z0-9-]+$")]
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


class Phase(Authored):
    """A group of questions that come at the same point of a conversation."""

    id: Id
    """Its lasting name."""
    title: Line
    """A few words."""
    introduction: Phrase
    """When to use these questions."""


class Question(Prompt):
    """One question of a bank."""

    phase: Id
    """The id of its phase."""
    depth: Literal["light", "middle", "heavy"]
    """How much it asks of the person who answers."""
    about: Annotated[tuple[Literal["child", "family", "self", "team", "system"], ...], Field(min_length=1)]
    """Whom or what it looks at."""
    attribution: Line | None = None
    """Who it comes from, where that is not what the whole bank says."""


class QuestionBank(Document):
    """A bank of questions, in phases, with an attribution that travels with each of them."""

    introduction: Text
    """How to use the bank."""
    attribution: Line
    """Who the questions come from; it stands wherever one of them does."""
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    """The phases, in order."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    """The questions, in order."""

    @model_validator(mode="before")
    @classmethod
    def _attribution_travels(cls, written: Any) -> Any:
        """Give each question the bank's attribution, so that it keeps it wherever it goes."""
        questions = written.get("questions") if isinstance(written, dict) else None
        if not isinstance(questions, list) or not isinstance(written.get("attribution"), str):
            return written
        shared = {"attribution": written["attribution"]}
        return {**written, "questions": [shared | one if isinstance(one, dict) else one for one in questions]}

    def of_phase(self, phase: Phase) -> tuple[Question, ...]:
        """The questions of one phase, in order."""
        return tuple(question for question in self.questions if question.phase == phase.id)


class Heading(Authored):
    """Something a record sheet asks for."""

    id: Id
    """Its lasting name."""
    label: Line
    """What stands above the room to write."""
    hint: Phrase
    """What to write there, in a sentence or two."""
    lines: Annotated[int, Field(strict=True, ge=1, le=20)]
    """How many lines to leave for writing by hand."""


class Record(Document):
    """A record sheet: headings with room to write, on paper or in Word."""

    introduction: Text
    """What it is for."""
    headings: Annotated[tuple[Heading, ...], Field(min_length=1)]
    """The headings, in order."""
    afterwards: Text
    """What to do with the sheet once it is filled in."""


class Segment(Authored):
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
