"""Rules about plans: who speaks, how long things take, and what hangs on a step."""

from collections.abc import Iterator

from library.model.document import Gathering
from library.model.kinds import Session
from library.model.library import Library
from library.model.plan import Step
from library.problems import did_you_mean, excerpt

from .finding import Finding, Known, Road

ALWAYS_THERE = ("everyone", "facilitator")


def speakers_and_listeners_are_roles(library: Library, known: Known) -> Iterator[Finding]:
    """Whoever speaks or listens in a step is a role of the session, the facilitator or everyone, never both."""
    for shelf, document, road, step in _steps(library):
        roles = (
            {*ALWAYS_THERE, *(role.id for role in document.roles)} if isinstance(document, Session) else {*ALWAYS_THERE}
        )
        for field in ("speaks", "listens"):
            for index, role in enumerate(getattr(step, field)):
                if role not in roles:
                    near = did_you_mean(role, roles)
                    said = f"there is no role {excerpt(role)} here.{near} Roles: {', '.join(sorted(roles))}."
                    yield Finding(shelf, document.id, (*road, field, index), said)
        for role in sorted(set(step.speaks) & set(step.listens) - {"everyone"}):
            yield Finding(shelf, document.id, (*road, "listens"), f"{excerpt(role)} speaks in this step; name it once.")


def clips_fit_their_step(library: Library, known: Known) -> Iterator[Finding]:
    """What is played in a timed step takes no longer than the step."""
    for shelf, document, road, step in _steps(library):
        played = sum(clip.minutes.min for clip in step.media if clip.minutes)
        if step.minutes and played > step.minutes.max:
            said = f"is {step.minutes} minutes, but what is played takes {played}."
            yield Finding(shelf, document.id, (*road, "minutes"), said)


def minutes_add_up_to_the_stated_length(library: Library, known: Known) -> Iterator[Finding]:
    """Where a source states the whole length, the steps add up to it, or stay below it if some have no set time."""
    for shelf, document in library.documents:
        if not isinstance(document, Gathering) or not document.length or not document.plan.minutes:
            continue
        steps, length = document.plan.minutes, document.length
        fits = steps.min <= length.max and (document.plan.untimed or steps.max >= length.min)
        if not fits:
            said = f"says {length} minutes, but the steps add up to {steps}. Correct one of them."
            yield Finding(shelf, document.id, ("length",), said)


def slides_belong_to_steps(library: Library, known: Known) -> Iterator[Finding]:
    """Every slide names a step of its workshop's plan."""
    for workshop in library.workshops.values():
        steps = {step.id for step in workshop.plan.steps}
        for index, slide in enumerate(workshop.slides):
            if slide.step not in steps:
                said = f"there is no step {excerpt(slide.step)} in the plan.{did_you_mean(slide.step, steps)}"
                yield Finding("workshops", workshop.id, ("slides", index, "step"), said)


def questions_belong_to_phases(library: Library, known: Known) -> Iterator[Finding]:
    """Every question names a phase of its bank, and every phase has a question."""
    for bank in library.question_banks.values():
        phases = {phase.id for phase in bank.phases}
        for index, question in enumerate(bank.questions):
            if question.phase not in phases:
                said = f"there is no phase {excerpt(question.phase)}.{did_you_mean(question.phase, phases)}"
                yield Finding("question_banks", bank.id, ("questions", index, "phase"), said)
        for index, phase in enumerate(bank.phases):
            if not bank.of_phase(phase):
                yield Finding(
                    "question_banks", bank.id, ("phases", index, "id"), "has no question; add one, or remove it."
                )


def _steps(library: Library) -> Iterator[tuple[str, Gathering, Road, Step]]:
    for shelf, document in library.documents:
        if isinstance(document, Gathering):
            for p, part in enumerate(document.plan.parts):
                for s, step in enumerate(part.steps):
                    yield shelf, document, ("plan", "parts", p, "steps", s), step
