"""What a document is told in: sections, and the blocks that stand in them. Frozen and typed; no block knows a format.

Texts are as the author wrote them, so that each format leads their links where it can. Everything else is in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from library.core.document import Note, Source
from library.core.plan import Prompt as AuthoredPrompt
from library.core.walk import Road
from library.core.worksheet import Worksheet
from library.types.minutes import Minutes
from library.types.text import Phrase, Text

B = TypeVar("B")

Side = Literal["", "everyone", "facilitator"]
"""Whom a section is for, where a document has two sides."""


@dataclass(frozen=True)
class Prose:
    """A text: paragraphs and lists."""

    text: Text


@dataclass(frozen=True)
class Words:
    """A sentence of the library's own. look: how much it stands out."""

    text: str
    look: Literal["plain", "strong", "fine"] = "plain"


@dataclass(frozen=True)
class Points:
    """A list, a text for each point."""

    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Names:
    """A list of a few plain words each, such as the kit."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Led:
    """A text that runs on from its name: one of the things to do when something comes up. id: its place on the page."""

    id: str
    name: str
    text: Text


@dataclass(frozen=True)
class Fact:
    """A fact at a glance. id: which it is, such as "time"; picture: the icon that goes with it."""

    id: str
    picture: str
    name: str
    value: str
    is_wide: bool = False


@dataclass(frozen=True)
class Facts:
    """Facts at a glance, in order."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ReadOut:
    """What is read out to the group before anything else: a script, and limits it leads into."""

    script: Text
    limits: tuple[Phrase, ...]


@dataclass(frozen=True)
class WriteIn:
    """What the group writes on its own sheet by hand: a label each."""

    labels: tuple[str, ...]


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

    minutes: how long it plays, or None. access: what it takes to open it, in words. short: its short address, below the
    site's.
    """

    resource: str
    part: str
    minutes: Minutes | None
    access: str
    short: str


@dataclass(frozen=True)
class Step:
    """One step of a plan. start: minutes after the beginning, or None once a step before it has no set time.

    speaks, listens: roles in words, or empty. places: where alone it can be done, in words, or empty.
    """

    id: str
    title: str
    start: int | None
    minutes: Minutes | None
    speaks: str
    listens: str
    places: str
    do: Text
    clips: tuple[Clip, ...]
    prompts: tuple[Prompt, ...]
    kit: tuple[str, ...]


@dataclass(frozen=True)
class Timeline:
    """The running order at a glance.

    first: what to do before the first step; first_place: where that stands. note: what the times assume.
    steps: all of them, in order. minutes: the time to set aside for the whole, or None. opt_in: what people who are
    asked to come are told where it may stir up a lot; else empty.
    """

    first: str
    first_place: str
    steps: tuple[Step, ...]
    note: str
    minutes: Minutes | None
    opt_in: str

    @property
    def has_suggested_times(self) -> bool:
        """Whether any time is the library's own suggestion."""
        return any(step.minutes and step.minutes.suggested for step in self.steps)


@dataclass(frozen=True)
class StepByStep:
    """A step in full: the only block of a section of its own."""

    step: Step


@dataclass(frozen=True)
class Role:
    """A part that someone takes in a session. people: how many take it, in words."""

    people: str
    rights: tuple[Phrase, ...]
    duties: tuple[Phrase, ...]


@dataclass(frozen=True)
class ResourceLink:
    """An outside resource as a document names it, with what is known of its address.

    address: where to lead readers now, or None. is_sure: whether that is the page itself. short: its short address,
    below the site's. facts: kind, publisher, access and so on. access: what it takes to open it. status: what its
    address is, where that is not the page itself. dead: what to say where it has stopped working, else empty.
    checked: when it was last looked at.
    """

    id: str
    title: str
    publisher: str
    address: str | None
    is_sure: bool
    short: str
    facts: str
    access: str
    status: str
    dead: str
    checked: str


@dataclass(frozen=True)
class Resources:
    """Outside resources to read, watch or hear."""

    resources: tuple[ResourceLink, ...]


@dataclass(frozen=True)
class Accounts:
    """Resources to sign in for beforehand."""

    resources: tuple[ResourceLink, ...]


@dataclass(frozen=True)
class Citation:
    """A work cited. url: where to read it, or None."""

    cited_as: str
    work: str
    url: str | None


@dataclass(frozen=True)
class Citations:
    """The works a text cites."""

    works: tuple[Citation, ...]


@dataclass(frozen=True)
class Slide:
    """One slide, the only block of a section of its own. number: counted from 1. step: the step it belongs to."""

    number: int
    step: Step
    points: tuple[Phrase, ...]
    notes: Text


@dataclass(frozen=True)
class Handout:
    """Something the group is given. link: kind and id, or a page."""

    link: str
    title: str
    use: Phrase


@dataclass(frozen=True)
class Handouts:
    """What the group is given."""

    handouts: tuple[Handout, ...]


@dataclass(frozen=True)
class Related:
    """A link to something else in the library that goes with this. lead: what stands before it."""

    lead: str
    link: str
    title: str


@dataclass(frozen=True)
class Question:
    """One question of a bank. phase, depth, about: in words. attribution: who it comes from."""

    id: str
    text: Phrase
    phase: str
    depth: str
    about: str
    attribution: str
    road: Road


@dataclass(frozen=True)
class Questions:
    """Questions of one phase of a bank. attribution: who the whole bank comes from."""

    questions: tuple[Question, ...]
    attribution: str


@dataclass(frozen=True)
class WheelFigure:
    """A wheel, drawn by each format that can draw. title: what the drawing is called."""

    segments: tuple["Segment", ...]
    blank_segments: int
    title: str


@dataclass(frozen=True)
class Segment:
    """One segment of a wheel: the only block of a section of its own. word: None where no source gives it.

    status: one of the model's words for how sure it is; sure: the same for readers.
    """

    id: str
    letter: str
    word: str | None
    status: str
    sure: str
    explanation: Text
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True)
class Worksheets:
    """Further ways of working with a wheel on paper: two wheels side by side, and a grid."""

    worksheets: tuple[Worksheet, ...]


@dataclass(frozen=True)
class Write:
    """A place to write. label: what stands above it, or empty where the hint alone does, as a question.

    lines: how many on paper. road: to the hint in the file.
    """

    label: str
    hint: Phrase
    lines: int
    road: Road


@dataclass(frozen=True)
class NoNames:
    """The notice of a sheet to fill in: no names or identifying details, of anyone."""


@dataclass(frozen=True)
class Notes:
    """Editor's notes."""

    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Sources:
    """What the document rests on."""

    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Review:
    """Who looked at it and who looks after it. by, on: None until a practitioner has reviewed it."""

    by: str | None
    on: date | None
    owner: str
    review_by: date
    version: str
    revised: date


@dataclass(frozen=True)
class Topic:
    """A topic the document is about."""

    id: str
    label: str


@dataclass(frozen=True)
class Topics:
    """The topics the document is about, the nearest first."""

    topics: tuple[Topic, ...]


Block = (
    Prose | Words | Points | Names | Led | Facts | ReadOut | WriteIn | Prompts | Timeline | StepByStep | Role
    | Resources | Accounts | Citations | Slide | Handouts | Related | Questions | WheelFigure | Segment | Worksheets
    | Write | NoNames | Notes | Sources | Review | Topics
)  # fmt: skip


class Extra:
    """A block that one format alone knows: each of its own is a class below this one."""


@dataclass(frozen=True)
class Section:
    """A part of a document. id: its place on the page, by which formats that take only some parts ask for it.

    title: its heading; empty for what needs none. A part of the document's own, such as a step, has a heading too.
    """

    id: str
    title: str
    blocks: tuple[Block | Extra, ...] = ()
    sections: tuple["Section", ...] = ()
    side: Side = ""

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True)
class Telling:
    """A whole document as it is told."""

    link: str
    """Kind and id: guide:its-id."""
    title: str
    summary: str
    version: str
    revised: date
    review_by: date
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[Section]:
        """Every section, in order."""
        for section in self.sections:
            yield from section.walk()

    def section(self, id: str) -> Section | None:
        """The section with an id, or None where the document has none."""
        return next((section for section in self.walk() if section.id == id), None)

    def blocks(self, *kinds: type[B]) -> Iterator[B]:
        """Every block of some kinds, in order."""
        return (block for section in self.walk() for block in section.blocks if isinstance(block, kinds))

    @property
    def is_form(self) -> bool:
        """Whether it is a sheet to fill in."""
        return any(self.blocks(Write))


def prompts_at(prompts: tuple[AuthoredPrompt, ...], *road: str | int) -> tuple[Prompt, ...]:
    """Authored prompts as they are told. road: to their list in the file."""
    return tuple(Prompt(prompt.id, prompt.text, (*road, index, "text")) for index, prompt in enumerate(prompts))
