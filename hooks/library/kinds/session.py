"""Session models: roles, timed stages, and who speaks and who listens in each."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.sheet import SheetOutline
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller, card
from library.types.plain import Id, Line, Named
from library.types.ref import Ref
from library.types.text import Phrase, Text

from .record import RECORD


class Role(Named):
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
    yield tell.prose("recording", session.recording)
    yield tell.safety(session)
    yield tell.prose("licence", session.licence_note)
    yield tell.prose("evidence", session.evidence_note)
    yield tell.about(session)


def _role(index: int, role: Role) -> Section:
    told = blocks.Role(role.id, role.people, role.rights, role.duties, ("roles", index))
    return Section(f"role-{role.id}", role.title, (told,))


SHEETS = (
    SheetOutline(
        name="run-sheet",
        title="paper.run-sheet",
        shows=("facts", "accounts", "modes", "plan", "safety"),
        layout="across",
        copies="one",
    ),
    SheetOutline(name="role-cards", title="paper.role-cards", layout="roles", copies="role"),
)

SESSION = DocumentKind(
    "session",
    "sessions",
    Session,
    source="guides/sessions",
    page="sessions/{id}/",
    sections=sections,
    card=card,
    sheets=SHEETS,
    packed_with=(RECORD,),
    files=("outline", "calendar"),
)
