"""What is done together: questions, steps in their order, roles and slides."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.core.path import Rhythm
from library.core.plan import Prompt as AuthoredPrompt
from library.core.walk import Road
from library.types.minutes import Minutes
from library.types.text import Phrase, Text

if TYPE_CHECKING:
    from .wheels import WheelFigure


@dataclass(frozen=True)
class Prompt:
    """A question to ask. road: to its text in the file, for whoever tells that it does not fit."""

    id: str
    text: Phrase
    road: Road


@dataclass(frozen=True)
class Prompts:
    """Questions to ask, in order."""

    prompts: tuple[Prompt, ...]


@dataclass(frozen=True)
class Clip:
    """Something to play or look at. resource: its id; part: which part of it, in words, or its title.

    whole: the title of what it is a part of, or empty. minutes: how long it plays, or None. access: what it takes to
    open it, in words. short: its short address, below the site's. address: where to lead readers now, or None.
    """

    resource: str
    part: str
    whole: str
    minutes: Minutes | None
    access: str
    short: str
    address: str | None


@dataclass(frozen=True)
class If:
    """Something that may happen in a step, and what to do then."""

    when: str
    do: Text


@dataclass(frozen=True)
class Instead:
    """What to say, do and ask where nothing will play. say: None where it is the same."""

    say: Text | None
    do: Text
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True)
class PartOfPlan:
    """A part of a plan of several. minutes: those of its timed steps. introduction: what it is for."""

    title: str
    minutes: Minutes | None
    introduction: Text | None


@dataclass(frozen=True)
class Step:
    """One step of a plan, the number of which is counted from 1.

    start: minutes after the beginning, or None once a step before it has no set time.
    speaks, listens: roles in words, or empty; speaking: their ids. voice: those who speak, counted from 1 in the order
    in which they first do, or 0 where it does not say. places: where alone it can be done, in words, or
    empty. say: what the facilitator says aloud. ifs: what may happen. late: what becomes of it when time runs short, in
    a sentence, or empty. turns: how turns are taken, in words, or empty. opens: the part it is the first step of, where
    a plan has several. wheel: the first that it leads to.
    """

    id: str
    number: int
    title: str
    start: int | None
    minutes: Minutes | None
    speaks: str
    listens: str
    speaking: tuple[str, ...]
    voice: int
    places: str
    say: Text | None
    do: Text
    ifs: tuple[If, ...]
    late: str
    turns: str
    instead: Instead | None
    clips: tuple[Clip, ...]
    prompts: tuple[Prompt, ...]
    kit: tuple[str, ...]
    opens: PartOfPlan | None
    wheel: "WheelFigure | None"


@dataclass(frozen=True)
class Timeline:
    """The running order at a glance.

    first: what to do before the first step. before: how much time passes until then, and how much after, in words; or
    empty where none does. note: what the times assume.
    steps: all of them, in order. minutes: the time to set aside for the whole, or None. set_up: how much of it passes
    before the first step, or None. opt_in: what people who are asked to come are told where it may stir up a lot; else
    empty. is_heavy: whether it may, so that a diary says nothing of its subject.
    """

    first: str
    before: str
    steps: tuple[Step, ...]
    note: str
    minutes: Minutes | None
    set_up: Minutes | None
    opt_in: str
    is_heavy: bool

    @property
    def assumed(self) -> str:
        """What the times assume, with what passes before the first step, in one line."""
        return f"{self.before} {self.note}".strip()


@dataclass(frozen=True)
class Meeting:
    """A stop on a path. when: in words, such as "Month 1". time, intensity: in words, or empty where it has none.

    is_heavy: whether it may stir up a lot, so that a diary says nothing of its subject.
    """

    id: str
    when: str
    title: str
    link: str
    minutes: Minutes | None
    time: str
    intensity: str
    is_heavy: bool
    why: Text


@dataclass(frozen=True)
class Meetings:
    """A whole path at a glance. every: how often there is a meeting."""

    every: Rhythm
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class StepByStep:
    """A step in full: the only block of a section of its own."""

    step: Step

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """What it asks, in order."""
        return self.step.prompts


@dataclass(frozen=True)
class Role:
    """A part that someone takes in a session. people: how many take it, in words. road: to it in the file.

    is_single: whether one person of the whole group takes it.
    """

    id: str
    people: str
    is_single: bool
    rights: tuple[Phrase, ...]
    duties: tuple[Phrase, ...]
    road: Road


@dataclass(frozen=True)
class Slide:
    """One slide, the only block of a section of its own. number: counted from 1. step: the step it belongs to."""

    number: int
    step: Step
    points: tuple[Phrase, ...]
    notes: Text


@dataclass(frozen=True)
class Question:
    """One question of a bank. phase, depth, about: in words. attribution: who it comes from.

    stage: the model's word for the stage of a conversation it belongs to, or empty. level: its word for its depth.
    subjects: those for whom or what it looks at, each also for readers.
    """

    id: str
    text: Phrase
    phase: str
    stage: str
    depth: str
    about: str
    attribution: str
    level: str
    subjects: tuple[tuple[str, str], ...]
    road: Road


@dataclass(frozen=True)
class Questions:
    """Questions of one phase of a bank. attribution: who the whole bank comes from."""

    questions: tuple[Question, ...]
    attribution: str

    @property
    def prompts(self) -> tuple[Question, ...]:
        """What it asks, in order."""
        return self.questions


def prompts_at(prompts: tuple[AuthoredPrompt, ...], *road: str | int) -> tuple[Prompt, ...]:
    """Authored prompts as they are told. road: to their list in the file."""
    return tuple(Prompt(prompt.id, prompt.text, (*road, index, "text")) for index, prompt in enumerate(prompts))
