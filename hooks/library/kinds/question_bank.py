"""Question banks: questions in phases, with an attribution that travels with each of them."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field, model_validator

from library.core.action_outline import ActionOutline
from library.core.asking import Depth, Stage, Subject
from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.page_outline import PageOutline
from library.core.plan import Prompt
from library.core.sheet import SheetOutline
from library.core.walk import Road
from library.problems import Mistake, mistake
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller
from library.types.plain import Id, Line, Named
from library.types.ref import Inside
from library.types.text import Phrase, Text


class Phase(Named):
    """A group of questions that come at the same point of a conversation."""

    id: Id
    """Its lasting name."""
    title: Line
    """A few words."""
    stage: Stage | None = None
    """Where it comes in any conversation, so that the questions of all banks can be narrowed by it: open, describe,
    think, feel, decide or close. Leave it out where it could come anywhere."""
    introduction: Phrase
    """When to use these questions."""


class Question(Prompt):
    """One question of a bank."""

    phase: Annotated[Id, Inside("phase")]
    """The id of its phase."""
    depth: Depth
    """How much it asks of the person who answers."""
    about: Annotated[tuple[Subject, ...], Field(min_length=1)]
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
        credited = [shared | question if isinstance(question, dict) else question for question in questions]
        return {**written, "questions": credited}

    def of_phase(self, phase: Phase) -> tuple[Question, ...]:
        """The questions of one phase, in order."""
        return tuple(question for question in self.questions if question.phase == phase.id)


def phases_have_questions(bank: QuestionBank) -> Iterator[tuple[Road, Mistake]]:
    """Every phase has a question."""
    for index, phase in enumerate(bank.phases):
        if not bank.of_phase(phase):
            yield ("phases", index, "id"), mistake("phase-without-question")


def sections(bank: QuestionBank, tell: Teller) -> Iterator[Section]:
    """In which sections a question bank is told: one for each phase."""
    yield Section("introduction", "", (blocks.Prose(bank.introduction), blocks.Words(f"{bank.attribution}.", "fine")))
    roads = {question.id: ("questions", index, "text") for index, question in enumerate(bank.questions)}
    for phase in bank.phases:
        questions = (_question(question, phase, bank, roads[question.id], tell) for question in bank.of_phase(phase))
        asked = blocks.Questions(tuple(questions), bank.attribution)
        yield Section(f"phase-{phase.id}", phase.title, (blocks.Prose(phase.introduction), asked))
    yield tell.about(bank)


def card(bank: QuestionBank, tell: Teller) -> tuple[blocks.Fact, ...]:
    """What a card says of a bank: how many questions it has."""
    count = tell.say("questions.count", count=len(bank.questions))
    return (blocks.Fact("questions", "questions", tell.say("facts.questions"), count),)


def _question(question: Question, phase: Phase, bank: QuestionBank, road: Road, tell: Teller) -> blocks.Question:
    subjects = tuple((about, tell.say(f"about.{about}")) for about in question.about)
    return blocks.Question(
        id=question.id,
        text=question.text,
        phase=phase.title,
        stage=phase.stage or "",
        depth=tell.say(f"depth.{question.depth}"),
        about=", ".join(subject for _, subject in subjects),
        attribution=question.attribution or bank.attribution,
        level=question.depth,
        subjects=subjects,
        road=road,
    )


SHEETS = (SheetOutline(name="cards", title="paper.cards", layout="cards", copies="set", is_lent=True),)

PAGES = (
    PageOutline(shows=("introduction", "phase-*", "gone")),
    PageOutline(name="about", shows=("about-this-page",)),
)

ACTIONS = (ActionOutline(file="cards.pdf", text="actions.print-cards", icon="print"),)

QUESTION_BANK = DocumentKind(
    "question-bank",
    "question banks",
    QuestionBank,
    source="guides/questions",
    page="questions/{id}/",
    sections=sections,
    card=card,
    pages=PAGES,
    actions=ACTIONS,
    tool="bank",
    arranged="with-chips",
    listed="deck",
    sheets=SHEETS,
    rules=(phases_have_questions,),
)
