"""What each sheet shows, as plain data: the model's facts in readers' words, in the order they stand on paper."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import segno

from library import words
from library.core.catalogue import RESOURCE
from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import Kind
from library.core.library import Library
from library.core.plan import Plan, Prompt
from library.core.shared import SHARED_TEXT
from library.core.worksheet import WORKSHEET
from library.kinds.guide import Guide
from library.kinds.question_bank import QuestionBank
from library.kinds.record import RECORD, Record
from library.kinds.session import Session
from library.kinds.wheel import Segment, Wheel
from library.types.text import Span, Text

from .frames import modes, safety

View = dict[str, Any]

LIBRARY = "Peer Reflection Library"
LICENCE = "The library's own words: CC BY 4.0."


class Paper:
    """Makes views. address: the site's own, ending in a slash; None while nobody has decided it."""

    def __init__(self, library: Library, address: str | None) -> None:
        self.library = library
        self.address = address

    def head(self, kind: Kind[Any], document: Document) -> View:
        """What every sheet says of itself."""
        address = self._page(kind, document.id)
        return {
            "of": [kind.name, document.id],
            "library": LIBRARY,
            "licence": LICENCE,
            "title": document.title,
            "summary": document.summary,
            "version": document.version,
            "revised": words.day(document.revised),
            "revised-on": document.revised.isoformat(),
            "paper": "a4",
            "address": address,
            "qr": qr(address) if address else None,
        }

    def gathering(self, gathering: Gathering) -> View:
        """The facilitator's side of a guide, a session model or a workshop."""
        kit = gathering.plan.kit
        facts = {
            "Time": words.whole_time(gathering),
            "Kit": words.sentence(words.listing(kit)) if kit else "Nothing",
            "People": words.people(gathering.group_size),
            "Where": words.sentence(words.places(gathering.format)),
            "Facilitator": words.EXPERIENCE[gathering.experience],
            "Intensity": words.INTENSITY[gathering.intensity],
        }
        accounts = words.accounts(gathering, self.library)
        return {
            "template": "facilitator",
            "sheet": "Run sheet" if isinstance(gathering, Session) else "Facilitator sheet",
            "across": isinstance(gathering, Session),
            "facts": list(facts.items()),
            "accounts": list(dict.fromkeys(resource.publisher for resource in accounts)),
            "steps": [self._step(gathering, step, start) for step, start in words.offsets(gathering.plan)],
            "times-note": f"{words.STARTS} {words.JUDGED}",
            "first": words.first(gathering),
            "modes": modes(self, gathering),
            "safety": safety(self, gathering),
        }

    def handout(self, guide: Guide) -> View:
        """The participants' side of a guide."""
        why = self.library[SHARED_TEXT][guide.why_reflect]
        return {
            "template": "handout",
            "sheet": "Handout",
            "why": {"title": why.title, "text": self.rich(why.text)},
            "subject": {"title": words.SUBJECT, "text": self.rich(guide.background.text)},
            "prompts": [{"text": self.line(prompt.text), "road": road} for road, prompt in _prompts(guide.plan)],
            "resources": [self._resource(id) for id in guide.resources],
        }

    def resources(self, guide: Guide) -> View:
        """What a guide offers to read, watch or hear. On paper an address is the library's own, and short."""
        return {
            "template": "resources",
            "sheet": "Resources to share",
            "resources": [self._resource(id) for id in guide.resources],
        }

    def roles(self, session: Session) -> View:
        """A session's parts, for people to hold."""
        return {
            "template": "roles",
            "sheet": "Role cards",
            "roles": [
                {
                    "title": role.title,
                    "people": words.sentence(role.people),
                    "rights": [self.line(one) for one in role.rights],
                    "duties": [self.line(one) for one in role.duties],
                }
                for role in session.roles
            ],
        }

    def cards(self, bank: QuestionBank) -> View:
        """A bank's questions, by phase."""
        return {
            "template": "cards",
            "sheet": "Question cards",
            "attribution": bank.attribution,
            "phases": [{"title": phase.title, "introduction": self.line(phase.introduction)} for phase in bank.phases],
            "questions": [
                {
                    "text": self.line(one.text),
                    "phase": phase.title,
                    "depth": words.DEPTH[one.depth],
                    "attribution": one.attribution or bank.attribution,
                    "road": ["questions", bank.questions.index(one), "text"],
                }
                for phase in bank.phases
                for one in bank.of_phase(phase)
            ],
        }

    def wheels(self, wheel: Wheel) -> Iterator[tuple[str, View]]:
        """A wheel's sheets by name: with its words, without them, twice on one page, and the grid."""
        named = [one.word or f"{one.letter} (to confirm)" for one in wheel.segments]
        empty = [f"{one.letter} …" for one in wheel.segments] or [""] * wheel.blank_segments
        shown = {
            "introduction": self.rich(wheel.introduction),
            "prompts": [self.line(prompt.text) for prompt in wheel.prompts],
        }
        without = {**shown, "words": empty, "segments": [], "alt": f"Wheel of {len(empty)} empty segments to fill in."}
        full = without
        if named:
            full = {**shown, "words": named, "segments": [self._segment(one) for one in wheel.segments]}
            full["alt"] = f"Wheel of {len(named)} segments, clockwise: {', '.join(named)}."
            yield "wheel", {**full, "template": "wheel", "sheet": "Wheel"}
        yield "blank" if named else "wheel", {**without, "template": "wheel", "sheet": "Wheel to fill in"}
        overlap, grid = self.library[WORKSHEET]["overlap"], self.library[WORKSHEET]["grid"]
        pair = {"how": overlap.how, "wheels": overlap.wheels, "questions": overlap.questions}
        places = [(place.title, place.text) for place in grid.places]
        yield "overlap", {**full, "template": "overlap", "sheet": overlap.title, **pair}
        yield "grid", {**full, "template": "crossing", "sheet": grid.title, "how": grid.how, "places": places}

    def record(self, record: Record) -> View:
        """A record sheet, with its own head: it stands in the packs of others too."""
        return {
            **self.head(RECORD, record),
            "template": "record",
            "sheet": "Record sheet",
            "introduction": self.rich(record.introduction),
            "headings": [
                {"label": one.label, "hint": self.line(one.hint), "lines": one.lines, "road": ["headings", i, "hint"]}
                for i, one in enumerate(record.headings)
            ],
            "afterwards": self.rich(record.afterwards),
        }

    def rich(self, text: Text) -> list[View]:
        """A text's blocks, with links that work from paper."""
        return [{"kind": block.kind, "lines": [self._spans(line) for line in block.lines]} for block in text.blocks]

    def line(self, text: Text) -> list[View]:
        """The spans of a text of one paragraph."""
        return self._spans(text.blocks[0].lines[0])

    def _spans(self, spans: tuple[Span, ...]) -> list[View]:
        return [
            {"text": one.text, "bold": one.bold, "italic": one.italic, "link": self._target(one.link)} for one in spans
        ]

    def _target(self, link: str) -> str:
        kind = link.partition(":")[0]
        if kind in ("", "http", "https", "mailto"):
            return link
        return f"{self.address}{self.library.address_of(link)}" if self.address else ""

    def _page(self, kind: Kind[Any], id: str) -> str | None:
        return f"{self.address}{kind.page_of(id)}" if self.address else None

    def _segment(self, segment: Segment) -> View:
        word = segment.word or "to be confirmed"
        return {"letter": segment.letter, "word": word, "explanation": self.rich(segment.explanation)}

    def _step(self, gathering: Gathering, step: Any, start: str) -> View:
        return {
            "start": f"{start} min" if start != "–" else start,
            "minutes": f"{step.minutes} min" if step.minutes else "no set time",
            "title": step.title,
            "speaks": words.roles(step.speaks, gathering) if step.speaks else "",
            "listens": words.roles(step.listens, gathering) if step.listens else "",
            "do": self.rich(step.do),
            "prompts": [self.line(prompt.text) for prompt in step.prompts],
        }

    def _resource(self, id: str) -> View:
        one = self.library[RESOURCE][id]
        short = f"{self.address}{RESOURCE.page_of(id)}" if self.address else None
        return {
            "title": one.title,
            "publisher": one.publisher,
            "facts": words.dead(one, self.library) or words.access(one, self.library),
            "link": short or self.library.address_now(one),
            "qr": qr(short) if short else None,
        }


def _prompts(plan: Plan) -> Iterator[tuple[list[str | int], Prompt]]:
    """Each prompt of a plan, with the road to its text in the file."""
    for p, part in enumerate(plan.parts):
        for s, step in enumerate(part.steps):
            for q, prompt in enumerate(step.prompts):
                yield ["plan", "parts", p, "steps", s, "prompts", q, "text"], prompt


@cache
def qr(address: str) -> str:
    """A QR code as SVG, made once for each address, with the quiet margin of four modules that readers need."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, border=4, omitsize=True, nl=False
    )
    return drawn.getvalue().decode()
