"""What the pages of one document show: its own, where things are done, and those below it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, get_args

from library.core.document import Document
from library.core.download import Offer, Variant
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_file import markdown_of
from library.core.page_outline import PageOutline
from library.sections import blocks
from library.sections.blocks import Fact, Section, Telling
from library.sections.phrases import sentence
from library.sections.shared import card
from library.types.text import Text

from . import run
from .cards import to_print
from .head import Action, Actions, Care, Draft, FactsInLine, Files, Fits, Keep, Trust
from .lists import Link
from .making import Maker
from .offers import sheets_in
from .own import add_to_pack, is_added
from .page import Folded, folded
from .tools import tool

FILES = "files"
"""What the address of the page ends with that lists all files of a document."""
CLOCK = "clock"
"""What the address of the page ends with that puts its plan on the clock."""
_HELD_IN = {"slides": "pptx"}
"""From a page below a document's own to the format of the file that holds the same."""
_ICONS = {"group": "share", "slides": "slides", CLOCK: "calendar"}
"""From a page that is one of the things to do with a document to its picture."""
_GOES_ON = ("group", CLOCK)
"""Those of them whose button says more where there is room."""
_CARE = {"read-out": "safety/#read-out", "upset": "safety/#upset", "stop": "safety/#stop", "more": "safety/"}
"""From what keeps everyone safe to where that stands, below the document's own address."""

_HOW_REVIEWED = "about-and-sources/#how-reviews-are-done"
"""Where it stands how reviews are done, and by whom."""
_SENTENCE = re.compile(r"(?<=[a-z][.?])\s+(?=[A-Z])")
"""What stands between two sentences."""


@dataclass(frozen=True)
class Parts:
    """The pages of one document."""

    kind: DocumentKind[Any]
    document: Document
    make: Maker

    @property
    def address(self) -> str:
        """Where its own page stands."""
        return self.kind.page_of(self.document.id)

    @property
    def timed(self) -> Gathering | None:
        """The document, where its plan can be put on the clock."""
        return self.document if isinstance(self.document, Gathering) and self.document.minutes else None

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Its files."""
        return tuple(self.make.offers(markdown_of(self.address)))

    def head(self) -> Iterator[Section]:
        """What stands at the head of its own page: what decides whether it fits, what can be done, what keeps safe."""
        if draft := self.make.tell.phrases.draft(self.document, self.make.library):
            yield Section("draft", "", (Draft(draft, _HOW_REVIEWED),))
        if isinstance(self.document, Gathering):
            yield Section("", "", (self.facts(self.document), *self._fits(self.document)))
        if (actions := self._actions()).links or actions.sheets:
            yield Section("actions", "", (actions,))
        names = {outline.name for outline in self.kind.pages}
        if "safety" in names:
            yield Section("care", self.make.say("care.title"), (self._care(),))
        if not self.kind.is_wide:
            yield from self.trust()

    def trust(self) -> Iterator[Section]:
        """How far to trust it, where another page says it all: at its head, or below what takes all the width."""
        if is_added(self.kind):
            yield Section("trust", "", (self._trust(), add_to_pack(self.kind, self.document)))

    def shown(self, whole: Telling, outline: PageOutline) -> Iterator[Section]:
        """The sections that one of its pages shows, in that page's order."""
        if first := tuple(_picked(whole, outline.first)):
            yield Folded("first", self.make.say("headings.first"), sections=first)
        for section in _steps_first(tuple(_picked(whole, outline.shows))):
            yield folded(section) if section.id in outline.folds else section

    def files(self) -> Iterator[Section]:
        """All its files: to print, in each variant, then to change."""
        say, offers = self.make.say, self.offers
        for variant in get_args(Variant):
            if pdfs := sheets_in(variant, offers):
                yield Section(f"print-{variant}", say(f"files.print-{variant}"), (Files(pdfs),))
        if others := tuple(offer for offer in offers if offer.format != "pdf"):
            yield Section("change", say("files.change"), (Files(others),))
        if offers:
            yield Section("", "", (Keep(tool("keep")),))
        else:
            yield Section("", "", (blocks.Words(say("files.none")),))

    def to_show(self, name: str) -> Iterator[Section]:
        """Files that hold what a page below its own shows, to open in full: slides."""
        if files := tuple(offer for offer in self.offers if offer.format == _HELD_IN.get(name)):
            yield Section("", "", (Files(files),))

    def facts(self, gathering: Gathering) -> FactsInLine:
        """What decides whether it fits, in a line: what its card says, where it is held and who can lead it."""
        time, people, intensity = card(gathering, self.make.tell)
        say, places = self.make.say, self.make.tell.phrases.places(gathering.format)
        where = Fact("where", "place", say("facts.where"), sentence(places))
        experience = say(f"experience-short.{gathering.experience}")
        leader = Fact("facilitator", "experience", say("facts.facilitator"), experience)
        return FactsInLine((time, people, where, leader, intensity))

    def _fits(self, gathering: Gathering) -> Iterator[Fits]:
        """When a session model fits and when not, in short: readers choose one of many. The fold has all of it."""
        if self.kind.listed == "compared":
            models = tuple(self.make.library[self.kind].values())
            told = {
                "fits-when": _most_its_own(gathering.good_when, [model.good_when for model in models]),
                "not-when": _most_its_own(gathering.not_when, [model.not_when for model in models]),
            }
            yield Fits(tuple((self.make.say(f"page.{id}"), words) for id, words in told.items()))

    def _actions(self) -> Actions:
        return Actions(
            run=run.page_of(self.document) if isinstance(self.document, Gathering) else "",
            sheets=() if self.kind.actions else tuple(self._to_print()),
            files=f"{self.address}{FILES}/",
            links=(*self._at_once(), *self._links(), *self._all_files()),
            keep=Keep(tool("keep")),
        )

    def _to_print(self) -> Iterable[Offer]:
        """The sheets that most people print, and what goes with them where people meet around it."""
        if isinstance(self.document, Gathering):
            return to_print(self.kind, self.document, self.offers, self.make)
        return sheets_in("standard", self.offers)

    def _at_once(self) -> Iterator[Action]:
        """Files that readers open at once, as far as they can be had."""
        paths = {offer.path.rpartition("/")[2]: offer.path for offer in self.offers}
        looks = iter(("button", *("button quiet" for _ in self.kind.actions)))
        for outline in self.kind.actions:
            if path := paths.get(f"{self.document.id}-{outline.file}"):
                title, look = self.make.say(outline.text), "" if outline.is_small else next(looks)
                yield Action(outline.icon, title, path, look)

    def _links(self) -> Iterator[Action]:
        """The pages that are things to do: those below its own, and for a bank the deck, narrowed to it."""
        if self.kind.listed == "deck":
            yield Action("", self.make.say("actions.choose-cards"), f"{self.kind.folder}?bank={self.document.id}")
        names = [outline.name for outline in self.kind.pages]
        for name in (*names, *([CLOCK] if self.timed else [])):
            if name in _ICONS:
                rest = self.make.say(f"parts.{name}-action-rest") if name in _GOES_ON else ""
                yield Action(_ICONS[name], self.make.say(f"parts.{name}-action"), f"{self.address}{name}/", rest=rest)

    def _all_files(self) -> Iterator[Action]:
        """Where all files stand of what has some that are opened at once: a plain link, behind all buttons."""
        if self.kind.actions:
            yield Action("", self.make.say("actions.files"), f"{self.address}{FILES}/", "")

    def _care(self) -> Care:
        say = self.make.say
        return Care(tuple(Link(say(f"care.{id}"), f"{self.address}{place}") for id, place in _CARE.items()))

    def _trust(self) -> Trust:
        phrases, document = self.make.tell.phrases, self.document
        is_said = self.make.library.is_draft(document)
        reviewed = "" if is_said else phrases.reviewed(document.reviewed, document.lived_experience)
        return Trust(reviewed, f"{self.address}about/")


def _steps_first(shown: tuple[Section, ...]) -> Iterator[Section]:
    """Some sections, where the parts of a plan come before what else stands below its running order."""
    parts = [section for section in shown if section.id.startswith("part-")]
    for section in shown:
        if section.id == "plan" and parts:
            yield replace(section, sections=())
        else:
            yield section
        if section in parts[-1:]:
            yield from (below for plan in shown if plan.id == "plan" for below in plan.sections)


def _most_its_own(points: tuple[Text, ...], of_all: list[tuple[Text, ...]]) -> str:
    """The condition alone, a sentence, of the first point that most documents do not share, if there is any."""
    own = (point for point in points if 2 * sum(point in others for others in of_all) <= len(of_all))
    return _SENTENCE.split(next(own, points[0]).plain, maxsplit=1)[0]


def _picked(whole: Telling, wanted: tuple[str, ...]) -> Iterator[Section]:
    """Sections by their ids, in the order in which they are wanted; "part-*" is every one whose id starts so.

    What became of a part that is gone stands below "gone" alone: it has the id of a part, and is none any more.
    """
    gone = whole.section("gone")
    obituaries = gone.sections if gone else ()
    for id in wanted:
        start, is_start, _ = id.partition("*")
        for section in whole.walk():
            if section.id == id or (is_start and section.id.startswith(start) and section not in obituaries):
                yield section
