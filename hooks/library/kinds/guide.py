"""Peer reflection guides: a subject, resources to share, and a plan to reflect on it together."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_outline import PageOutline
from library.core.shared import SHARED_TEXT
from library.core.sheet import SUMMARY, SheetOutline
from library.core.walk import Road, leaves
from library.problems import Mistake, excerpt, mistake
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.shared import Teller, card
from library.types.plain import Address, Authored, Id, Line, Named
from library.types.ref import Credit, Ref
from library.types.text import Block, Text

from .record import RECORD

_LINES = 3
"""To write on, under each question of a handout: it is one sheet of paper."""


class Reference(Named):
    """A work cited in a text."""

    id: Id
    """Its lasting name."""
    cited_as: Annotated[Line, Credit()]
    """How the text cites it, such as author and year."""
    work: Annotated[Line, Credit()]
    """The full reference as far as it is known, or a plain statement that it is not."""
    url: Address | None = None
    """Where to read it, if that is known."""


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

    why_reflect: Annotated[Id, Ref("text")]
    """The id of the shared text in guides/shared/texts.yaml that says why groups reflect."""
    background: Background
    """Why the subject matters."""
    resources: Annotated[tuple[Annotated[Id, Ref("resource")], ...], Field(min_length=1)]
    """Ids of the supporting resources, to share with the group."""
    preparation: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What the facilitator does beforehand, a point each."""
    after: AfterSession
    """What follows the session."""


_FINDS = ("research", "study", "studies", "evidence", "review", "reviews", "survey", "surveys", "findings")
_FOUND = r"(?:shows?|showed|shown|finds?|found|suggests?|suggested|says?|tells?)\b"
_FOUND_OUT = rf"\b(?:{'|'.join(_FINDS)}) (?:ha(?:s|ve) )?(?:also )?{_FOUND}"
"""Words that say somebody found something out."""
_COUNT = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|a hundred)"
_SHARE = (
    rf"\d ?%|\bper cent\b|\b(?:among|of|in) (?:any|every) {_COUNT}\b"
    rf"|\b{_COUNT} (?:(?:people|children|families|workers|teams) )?(?:in|out of) {_COUNT}\b"
    r"(?! (?:minutes|hours|weeks)\b)"
)
"""How many of people something is true of. Times, ages, sizes of groups and numbers of steps have another form."""
_CLAIM = re.compile(rf"\b\d|%|\bper cent\b|{_FOUND_OUT}", re.IGNORECASE)
_CLAIM_ELSEWHERE = re.compile(rf"{_SHARE}|{_FOUND_OUT}", re.IGNORECASE)
"""What counts as a claim outside a background, where most figures say what to do."""
_BEFORE_FOUND = "|".join(f"(?<={word} )" for word in (*_FINDS, "has", "have", "also"))
_MAY_CLAIM = re.compile(
    rf"%| (?:cent\b|(?={_FOUND})(?:{_BEFORE_FOUND})|(?:any|every|in|out of) {_COUNT})", re.IGNORECASE
)
"""What no such claim is without. It begins with no letter, and so is found far faster than a claim."""
_SAYS_OF_THE_WORLD = ("summary", "purpose", "good_when", "not_when", "safety_note", "preparation", "plan", "after")
"""The keys of a guide, besides its background, in which something may be claimed of the world."""


def what_is_claimed_is_cited(guide: Guide) -> Iterator[tuple[Road, Mistake]]:
    """Figures in a background, and a share of people or "research shows" anywhere, are cited in the same paragraph."""
    cited = [reference.cited_as for reference in guide.background.references]
    for road, paragraph, pattern in _paragraphs(guide):
        claim = pattern.search(paragraph)
        if claim and not any(work in paragraph for work in cited):
            yield road, mistake("claim-without-reference", claim=excerpt(_around(paragraph, claim)))


def _paragraphs(guide: Guide) -> Iterator[tuple[Road, str, re.Pattern[str]]]:
    """Each paragraph or list that may claim something, with the road to its text and what is a claim there."""
    for block in guide.background.text.blocks:
        yield ("background", "text"), _words(block), _CLAIM
    for road, leaf in leaves(guide):
        if road[0] in _SAYS_OF_THE_WORLD:
            for paragraph in map(_words, leaf.blocks) if isinstance(leaf, Text) else (leaf,):
                if _MAY_CLAIM.search(paragraph):
                    yield road, paragraph, _CLAIM_ELSEWHERE


def _words(block: Block) -> str:
    return " ".join("".join(span.text for span in line) for line in block.lines)


def _around(paragraph: str, claim: re.Match[str]) -> str:
    """The words round a claim, to find it by."""
    start, end = claim.start() - 30, claim.end() + 30
    words = paragraph[max(0, start) : end].split()
    return " ".join(words[start > 0 : len(words) - (end < len(paragraph))]) or claim[0]


def sections(guide: Guide, tell: Teller) -> Iterator[Section]:
    """In which sections a guide is told: one side to share with the group, and one for the facilitator."""
    why = tell.library[SHARED_TEXT][guide.why_reflect]
    works = tuple(blocks.Citation(work.cited_as, work.work, work.url) for work in guide.background.references)
    cited = [Section("references", tell.heading("references"), (blocks.Citations(works),))] if works else []
    background = (blocks.Prose(guide.background.text),)
    yield tell.purpose(guide)
    yield tell.facts(guide)
    yield tell.when(guide)
    yield from tell.modes(guide)
    yield Section(
        "for-everyone",
        tell.heading("for-everyone"),
        sections=(
            Section("why-reflect", why.title, (blocks.Prose(why.text),)),
            Section("background", tell.heading("why-this-matters"), background, tuple(cited)),
            tell.resources(guide.resources),
        ),
    )
    after = (tell.prose("cpd", guide.after.cpd), tell.prose("supervision", guide.after.supervision))
    yield Section(
        "for-the-facilitator",
        tell.heading("for-the-facilitator"),
        sections=(
            tell.before(guide, guide.preparation),
            *tell.plan(guide, title=tell.heading("the-plan"), has_modes=bool(guide.modes)),
            *tell.shorter(guide),
            Section("after", tell.heading("after"), sections=after),
            tell.safety(guide),
        ),
    )
    yield tell.about(guide)


def questions(guide: Guide, tell: Teller) -> Iterator[Section]:
    """The questions of the plan with room to write under each, as the group is given them on paper."""
    yield tell.questions(guide, lines=_LINES)


PAGES = (
    PageOutline(
        shows=("plan", "part-*", "shorter", "after", "gone"),
        first=("when", "modes", "before", "read-out"),
        folds=("shorter", "after"),
    ),
    PageOutline(name="group", shows=("why-reflect", "background", "resources", "read-out")),
    PageOutline(name="safety", shows=("safety",)),
    PageOutline(name="about", shows=("facts", "about-this-page")),
)

SHEETS = (
    SheetOutline(
        name="facilitator-sheet",
        title="paper.facilitator-sheet",
        shows=("purpose", "facts", "not-when", "plan", "safety", "before", "shorter", "after", "about-this-page"),
        without=("notes", "changes", "kit"),
        layout="two-sides",
        copies="one",
    ),
    SheetOutline(
        name="handout",
        title="paper.handout",
        shows=(SUMMARY, "why-reflect", "background", "questions", "resources"),
        without=("references",),
        also=questions,
    ),
    SheetOutline(name="resources", title="paper.resources", shows=(SUMMARY, "resources"), is_packed=False),
)

GUIDE = DocumentKind(
    "guide",
    "guides",
    Guide,
    source="guides",
    page="guides/{id}/",
    sections=sections,
    card=card,
    pages=PAGES,
    sheets=SHEETS,
    packed_with=(RECORD,),
    files=("outline", "slides", "calendar"),
    rules=(what_is_claimed_is_cited,),
)
