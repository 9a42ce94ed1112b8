"""Signposts: ways of reflecting that take a licence, or people who are trained: what each is, and how to get it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from library.core.commissioning import Commissioning
from library.core.document import Document
from library.core.gathering import Intensity
from library.core.kind import DocumentKind
from library.core.page_outline import PageOutline
from library.core.sheet import SheetOutline
from library.sections import blocks
from library.sections.blocks import Fact, Section
from library.sections.commissioning import commissioning, contract
from library.sections.phrases import sentence
from library.sections.shared import Teller
from library.types.plain import Id, Line
from library.types.ref import Ref
from library.types.text import Phrase, Text


class Signpost(Document):
    """A way of reflecting that nobody can run from a page: what it is, who may run it, and how to get it."""

    purpose: Annotated[Line, Field(max_length=160)]
    """What a reader can find out here, in one line that stands at the head of the sheet."""
    audience: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Who should read it, a few words each."""
    group_size: Line
    """How many people meet, in words, and whether a source says so."""
    intensity: Intensity
    """How much the model itself may stir up."""
    run_by: Annotated[Line, Field(max_length=80)]
    """Who may run it, in a few words for lists."""
    introduction: Text
    """What it is, and where it comes from."""
    who_may_run: Text
    """Who may run it, and what they must have: a licence, training, supervision."""
    how_to_get: Text
    """Where to ask for it, what to read first, and what to do in your own organisation."""
    cost: Text
    """What it costs, or that nobody says."""
    good_when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """When it fits, a line each."""
    not_when: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """When not to look for it, and what to do instead."""
    commissioning: Commissioning
    """What to ask whoever provides it, and what to agree."""
    how_often: Text
    """How often it takes place, as far as anybody says."""
    recording: Text
    """What is written down, and what is not known about that."""
    safety_note: Text
    """What to watch for, and what to ask about how people are looked after."""
    evidence_note: Text
    """What is known about how well it works, and what is not."""
    licence_note: Text
    """Who owns it, and why no steps are given here."""
    resources: Annotated[tuple[Annotated[Id, Ref("resource")], ...], Field(min_length=1)]
    """Ids of what to read, the best first."""

    @property
    def is_heavy(self) -> bool:
        """Whether the model may stir up a lot."""
        return self.intensity == "heavy"


def sections(signpost: Signpost, tell: Teller) -> Iterator[Section]:
    """In which sections a signpost is told: what it is and how to get it, before anything else."""
    yield Section("purpose", "", (blocks.Words(signpost.purpose, "strong"),))
    yield Section("facts", "", (blocks.Facts(tuple(_facts(signpost, tell))),))
    yield tell.prose("what-it-is", signpost.introduction)
    yield tell.prose("who-may-run", signpost.who_may_run)
    yield tell.prose("how-to-get", signpost.how_to_get)
    yield tell.prose("cost", signpost.cost)
    told = (tell.points("good-when", signpost.good_when), tell.points("not-when", signpost.not_when))
    yield Section("when", tell.heading("when"), sections=told)
    terms = commissioning(signpost.commissioning, "ask-provider", tell)
    yield Section("commissioning", tell.heading("before-you-pay"), sections=terms)
    yield tell.prose("how-often", signpost.how_often)
    yield tell.prose("recording", signpost.recording)
    yield tell.prose("watch-for", signpost.safety_note)
    yield tell.prose("evidence", signpost.evidence_note)
    yield tell.resources(signpost.resources)
    yield tell.prose("licence", signpost.licence_note)
    yield tell.about(signpost)


def _facts(signpost: Signpost, tell: Teller) -> Iterator[Fact]:
    say = tell.say
    yield from card(signpost, tell)
    yield Fact("people", "people", say("facts.people"), signpost.group_size)
    yield Fact("audience", "people", say("facts.audience"), sentence(tell.texts.listing(signpost.audience)))


def card(signpost: Signpost, tell: Teller) -> tuple[Fact, ...]:
    """What a card says of a signpost: who may run it, and how much it may stir up."""
    say, intensity = tell.say, signpost.intensity
    return (
        Fact("run-by", "experience", say("facts.run-by"), signpost.run_by),
        Fact("intensity", intensity, say("facts.intensity"), say(f"intensity-short.{intensity}")),
    )


def _contract(signpost: Signpost, tell: Teller) -> Iterator[Section]:
    """What to ask and agree, to fill in on paper."""
    yield from contract(signpost.commissioning, "ask-provider", tell)


PAGES = (
    PageOutline(
        shows=(
            "facts", "what-it-is", "who-may-run", "how-to-get", "cost", "when", "commissioning", "watch-for",
            "evidence", "resources", "gone",
        ),
        folds=("commissioning",),
    ),
    PageOutline(name="about", shows=("how-often", "recording", "licence", "about-this-page")),
)  # fmt: skip

SHEETS = (
    SheetOutline(
        name="commissioning-sheet",
        title="paper.commissioning-sheet",
        shows=("purpose", "ask-on-paper", "contract", "when", "sources"),
        without=("notes",),
        also=_contract,
        copies="one",
    ),
)

SIGNPOST = DocumentKind(
    "signpost",
    "signposts",
    Signpost,
    source="guides/signposts",
    page="signposts/{id}/",
    sections=sections,
    card=card,
    pages=PAGES,
    sheets=SHEETS,
    files=("outline",),
    weight=0.5,
)
