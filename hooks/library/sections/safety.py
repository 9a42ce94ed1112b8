"""How a group stays safe: what is read out, what is decided, what to do if something comes up, what this is not."""

from typing import TYPE_CHECKING

from library.core.gathering import Gathering
from library.core.safety import SAFETY_FRAME, ExtraCare

from . import blocks
from .blocks import Section

if TYPE_CHECKING:
    from .shared import Teller


def safety(gathering: Gathering, tell: "Teller") -> Section:
    """How everyone is kept safe: what to read out, what to do if something comes up, what this is not."""
    frame = tell.library[SAFETY_FRAME][gathering.safety]
    tiers = tuple(blocks.Led(f"stop-{tier.id}", tier.title, tier.text) for tier in frame.stop)
    escalate = blocks.Led("escalate", tell.heading("escalate"), frame.escalate)
    read_out = blocks.ReadOut(frame.confidentiality.script, frame.confidentiality.limits)
    decide = (blocks.Prose(frame.leaving), blocks.WriteIn(frame.contacts))
    return Section(
        "safety",
        tell.heading("safety"),
        (blocks.Words(tell.say("safety.ours"), "fine"),),
        (
            Section("read-out", tell.heading("read-out"), (read_out,)),
            Section("decide", tell.heading("decide"), decide),
            Section("stop", tell.heading("stop"), (*tiers, escalate)),
            *([tell.prose("safety-note", gathering.safety_note)] if gathering.safety_note else []),
            tell.prose("upset", frame.upset),
            tell.prose("hurtful", frame.hurtful),
            *([_told_care(care, tell)] if (care := _care_of(gathering, tell)) else []),
            tell.prose("pause", frame.pause),
            tell.prose("aftercare", frame.aftercare),
            tell.points("not-this", frame.not_this),
        ),
    )


def opt_in(gathering: Gathering, tell: "Teller") -> str:
    """What people who are asked to come are told where it may stir up a lot; else nothing."""
    care = _care_of(gathering, tell)
    return care.opt_in.plain if care else ""


def _care_of(gathering: Gathering, tell: "Teller") -> ExtraCare | None:
    """What more a gathering takes that may stir up a lot; None for any other."""
    return tell.library[SAFETY_FRAME][gathering.safety].heavy if gathering.intensity == "heavy" else None


def _told_care(care: ExtraCare, tell: "Teller") -> Section:
    """What more a session takes that may stir up a lot."""
    told = (
        ("co-facilitator", care.co_facilitator),
        ("opt-in", care.opt_in),
        ("next-day", care.next_day),
        ("complain", care.complain),
    )
    led = tuple(blocks.Led(f"heavy-{id}", tell.heading(id), text) for id, text in told)
    return Section("heavy", tell.heading("heavy"), led)
