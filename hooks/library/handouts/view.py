"""What each sheet shows, as plain data: the model's facts in readers' words, in the order they stand on paper."""

import io
from typing import Any

import segno

from library import words
from library.model.document import Document, Gathering
from library.model.kinds import Guide, QuestionBank, Session, Wheel
from library.model.library import Library, address_of, page_of, short_page_of
from library.model.text import Span, Text

View = dict[str, Any]

LIBRARY = "Peer Reflection Library"
LICENCE = "The library's own words: CC BY 4.0."


class Paper:
    """Makes views. address: the site's own, ending in a slash; None while nobody has decided it."""

    def __init__(self, library: Library, address: str | None) -> None:
        self.library = library
        self.address = address

    def head(self, shelf: str, document: Document) -> View:
        """What every sheet says of itself."""
        address = self._page(shelf, document.id)
        return {
            "library": LIBRARY,
            "licence": LICENCE,
            "title": document.title,
            "summary": document.summary,
            "version": document.version,
            "address": address,
            "qr": qr(address) if address else None,
        }

    def gathering(self, gathering: Gathering) -> View:
        """The facilitator's side of a guide, a session model or a workshop."""
        kit = gathering.plan.kit
        facts = {
            "Time": words.whole_time(gathering),
            "People": words.people(gathering.group_size),
            "Where": words.sentence(words.places(gathering.format)),
            "Facilitator": words.EXPERIENCE[gathering.experience],
            "Intensity": words.INTENSITY[gathering.intensity],
            "Kit": words.sentence(words.listing(kit)) if kit else "Nothing",
        }
        accounts = words.accounts(gathering, self.library)
        return {
            "template": "facilitator",
            "sheet": "Run sheet" if isinstance(gathering, Session) else "Facilitator sheet",
            "facts": list(facts.items()),
            "accounts": [f"{one.title}, {one.publisher}" for one in accounts],
            "steps": [self._step(gathering, step, start) for step, start in words.offsets(gathering.plan)],
            "times-note": "Starting times assume that each step takes the longest it should.",
            "safety": self._safety(gathering),
        }

    def handout(self, guide: Guide) -> View:
        """The participants' side of a guide."""
        why = self.library.texts[guide.why_reflect]
        return {
            "template": "handout",
            "sheet": "Handout",
            "why": {"title": why.title, "text": self.rich(why.text)},
            "prompts": [self._line(prompt.text) for prompt in guide.plan.prompts],
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
                    "rights": [self._line(one) for one in role.rights],
                    "duties": [self._line(one) for one in role.duties],
                }
                for role in session.roles
            ],
        }

    def cards(self, bank: QuestionBank) -> View:
        """A bank's questions, by phase."""
        return {
            "template": "cards",
            "sheet": "Question cards",
            "phases": [
                {
                    "title": phase.title,
                    "questions": [
                        {"id": one.id, "text": self._line(one.text), "depth": words.DEPTH[one.depth]}
                        for one in bank.of_phase(phase)
                    ],
                }
                for phase in bank.phases
            ],
        }

    def wheel(self, wheel: Wheel) -> View:
        """A wheel with its words, or with none."""
        named = [one.word or f"{one.letter} (to confirm)" for one in wheel.segments]
        listed = ", ".join(named)
        filled = f"Wheel of {len(named)} segments, clockwise: {listed}."
        return {
            "template": "wheel",
            "sheet": "Wheel",
            "introduction": self.rich(wheel.introduction),
            "words": named,
            "blank": wheel.blank_segments,
            "alt": filled if named else "Wheel of empty segments to fill in.",
            "segments": [
                {"letter": one.letter, "word": one.word or "to be confirmed", "explanation": self.rich(one.explanation)}
                for one in wheel.segments
            ],
            "prompts": [self._line(prompt.text) for prompt in wheel.prompts],
        }

    def rich(self, text: Text) -> list[View]:
        """A text's blocks, with links that work from paper."""
        return [{"kind": block.kind, "lines": [self._spans(line) for line in block.lines]} for block in text.blocks]

    def _line(self, text: Text) -> list[View]:
        return self._spans(text.blocks[0].lines[0])

    def _spans(self, spans: tuple[Span, ...]) -> list[View]:
        return [
            {"text": one.text, "bold": one.bold, "italic": one.italic, "link": self._target(one.link)} for one in spans
        ]

    def _target(self, link: str) -> str:
        kind = link.partition(":")[0]
        if kind in ("", "http", "https", "mailto"):
            return link
        return f"{self.address}{address_of(link)}" if self.address else ""

    def _page(self, shelf: str, id: str) -> str | None:
        return f"{self.address}{page_of(shelf, id)}" if self.address else None

    def _step(self, gathering: Gathering, step: Any, start: str) -> View:
        return {
            "start": f"{start} min" if start != "–" else start,
            "minutes": f"{step.minutes} min" if step.minutes else "no set time",
            "title": step.title,
            "speaks": words.roles(step.speaks, gathering) if step.speaks else "",
            "listens": words.roles(step.listens, gathering) if step.listens else "",
            "do": self.rich(step.do),
            "prompts": [self._line(prompt.text) for prompt in step.prompts],
        }

    def _safety(self, gathering: Gathering) -> View:
        frame = self.library.safety_frames[gathering.safety]
        return {
            "note": self.rich(gathering.safety_note) if gathering.safety_note else [],
            "not-this": [self.rich(one) for one in frame.not_this],
            "pause": self.rich(frame.pause),
            "stop": self.rich(frame.stop),
            "aftercare": self.rich(frame.aftercare),
        }

    def _resource(self, id: str) -> View:
        one = self.library.resources[id]
        short = f"{self.address}{short_page_of(id)}" if self.address else None
        return {
            "title": one.title,
            "publisher": one.publisher,
            "facts": words.ACCESS[one.access],
            "link": short or one.url,
            "qr": qr(short) if short else None,
        }


def qr(address: str) -> str:
    """A QR code as SVG, with the quiet margin of four modules that readers need."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", xmldecl=False, border=4, omitsize=True, nl=False
    )
    return drawn.getvalue().decode()
