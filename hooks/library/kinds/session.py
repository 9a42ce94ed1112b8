"""Session models: roles, timed stages, and who speaks and who listens in each."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from library.core.commissioning import Commissioning
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_outline import PageOutline
from library.core.sheet import SheetOutline
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.commissioning import commissioning, contract
from library.sections.phrases import sentence
from library.sections.shared import Teller, card
from library.types.plain import Id, Line, Named
from library.types.ref import Ref
from library.types.text import Phrase, Text

from .question_bank import QUESTION_BANK
from .record import RECORD
from .signpost import SIGNPOST


class Role(Named):
    """Someone's part in a session."""

    id: Id
    """Its lasting name; steps name it in `speaks` and `listens`."""
    title: Line
    """What the role is called."""
    people: Line
    """How many take it, in words."""
    seats: Literal["one", "several"]
    """The same for the screen a session is run from: `one`, if one person of the whole group takes it, else `several`.
    A part that one in each pair or three takes is for several."""
    rights: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What someone in this role may do or ask for."""
    duties: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What someone in this role must do."""


class Session(Gathering):
    """A session model: roles, timed stages, and who speaks and who listens in each."""

    introduction: Text
    """What it is like, and where it comes from."""
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    """The parts people take."""
    facilitation: Literal["peer", "internal", "external", "accredited"]
    """Who may facilitate."""
    repeat: Text
    """How to repeat it and rotate its roles."""
    recording: Text
    """What to record, what consent to seek, and what to share."""
    licence_note: Text
    """Whether it may be used freely."""
    evidence_note: Text
    """What is known about how well it works, and what is not."""
    questions: tuple[Annotated[Id, Ref("question-bank")], ...] = ()
    """Ids of question banks that go with it."""
    commissioning: Commissioning | None = None
    """What to ask and agree, where someone is brought in from outside to facilitate."""

    @property
    def is_run(self) -> bool:
        """Whether there is a running order: some step has a time."""
        return self.plan.minutes is not None

    @property
    def role_titles(self) -> Mapping[str, str]:
        """What each role is called, by its id."""
        return {role.id: role.title for role in self.roles}


def sections(session: Session, tell: Teller) -> Iterator[Section]:
    """In which sections a session model is told."""
    yield tell.purpose(session)
    yield tell.facts(session)
    yield Section("introduction", "", (blocks.Prose(session.introduction),))
    yield tell.when(session)
    yield from tell.modes(session)
    yield Section(
        "roles", tell.heading("roles"), sections=tuple(_role(index, role) for index, role in enumerate(session.roles))
    )
    who = blocks.Words(tell.say("plan.who-facilitates", who=tell.say(f"facilitation.{session.facilitation}")))
    banks = (f"question-bank:{id}" for id in session.questions)
    lead = tell.say("plan.questions-to-go-with-it")
    related = tuple(blocks.Related(lead, link, str(tell.library.title_of(link))) for link in banks)
    questions = (Section("questions", "", related),) if related else ()
    after = (tell.prose("repeat", session.repeat), *tell.kit(session), *tell.accounts(session), *questions)
    title = tell.heading("the-session")
    yield from tell.plan(session, title=title, before=(who,), after=after, has_modes=bool(session.modes))
    yield from tell.shorter(session)
    yield from _commissioning(session, tell)
    yield tell.prose("recording", session.recording)
    yield tell.safety(session)
    yield tell.prose("licence", session.licence_note)
    yield tell.prose("evidence", session.evidence_note)
    yield tell.about(session)


def _role(index: int, role: Role) -> Section:
    is_single = role.seats == "one"
    told = blocks.Role(role.id, role.people, is_single, role.rights, role.duties, ("roles", index))
    return Section(f"role-{role.id}", role.title, (told,))


def _commissioning(session: Session, tell: Teller) -> Iterator[Section]:
    """What to ask and agree before an outside facilitator is taken on."""
    if terms := session.commissioning:
        told = commissioning(terms, "ask-them", tell)
        yield Section("commissioning", tell.heading("commissioning"), sections=told)


def _contract(session: Session, tell: Teller) -> Iterator[Section]:
    """The same, to fill in on paper."""
    if terms := session.commissioning:
        yield from contract(terms, "ask-them", tell)


def _to_run(session: Session, tell: Teller) -> Iterator[Section]:
    """Who takes which part, and the questions that go with it, to have at hand."""
    parts = tuple(blocks.Fact(role.id, "people", role.title, sentence(role.people)) for role in session.roles)
    yield Section("parts", tell.heading("roles"), (blocks.Facts(parts),))
    for id in session.questions:
        bank = tell.library[QUESTION_BANK][id]
        phases = (_asked(section) for section in QUESTION_BANK.sections(bank, tell))
        yield Section("bank", bank.title, sections=tuple(phase for phase in phases if phase.blocks))


def _asked(section: Section) -> Section:
    """A section of a bank with its questions alone."""
    asked = tuple(block for block in section.blocks if isinstance(block, blocks.Questions))
    return Section(section.id, section.title, asked)


PAGES = (
    PageOutline(
        shows=("plan", "part-*", "shorter", "commissioning", "gone"),
        first=("when", "modes", "read-out", "roles"),
        folds=("shorter", "commissioning"),
    ),
    PageOutline(name="group", shows=("introduction", "roles", "recording", "read-out")),
    PageOutline(name="safety", shows=("safety",)),
    PageOutline(name="about", shows=("facts", "introduction", "evidence", "licence", "about-this-page")),
)

SHEETS = (
    SheetOutline(
        name="run-sheet",
        title="paper.run-sheet",
        shows=(
            "purpose", "facts", "parts", "modes", "plan", "safety", "accounts", "recording", "not-when", "shorter",
            "bank", "about-this-page",
        ),
        without=("notes", "changes"),
        also=_to_run,
        layout="two-sides",
        copies="one",
        is_for=lambda session: session.is_run,
    ),
    SheetOutline(
        name="commissioning-sheet",
        title="paper.commissioning-sheet",
        shows=("purpose", "ask-on-paper", "contract", "when", "sources"),
        without=("notes", "changes"),
        also=_contract,
        copies="one",
        is_for=lambda session: session.commissioning is not None,
    ),
    SheetOutline(
        name="leader-sheet",
        title="paper.leader-sheet",
        shows=("purpose", "facts", "plan", "safety", "sources", "review"),
        copies="one",
        is_for=lambda session: not session.is_run,
    ),
    SheetOutline(name="role-cards", title="paper.role-cards", layout="roles", copies="role"),
)  # fmt: skip

SESSION = DocumentKind(
    "session",
    "sessions",
    Session,
    source="guides/sessions",
    page="sessions/{id}/",
    sections=sections,
    card=card,
    pages=PAGES,
    sheets=SHEETS,
    packed_with=(RECORD,),
    beside=(SIGNPOST,),
    listed="compared",
    files=("outline", "calendar"),
)
