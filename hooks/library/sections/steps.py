"""The steps of a plan, each told in full."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from library.core.catalogue import RESOURCE
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.plan import Clip, Part, Step
from library.core.walk import Road, links_in

from . import blocks
from .blocks import prompts_at
from .phrases import sentence, starts

if TYPE_CHECKING:
    from .shared import Teller


@dataclass(frozen=True)
class _Place:
    """Where a step stands in its plan. start: after how many minutes, or None. opens: the part it is the first of."""

    number: int
    start: int | None
    voice: int
    opens: blocks.PartOfPlan | None


def steps(gathering: Gathering, tell: "Teller") -> Iterator[blocks.Step]:
    """Every step of a gathering's plan, with the minute at which it starts."""
    begin, numbers, parts = starts(gathering.plan), count(1), gathering.plan.parts
    voices: dict[tuple[str, ...], int] = {(): 0}
    for p, part in enumerate(parts):
        opens = _part(part) if len(parts) > 1 else None
        for s, step in enumerate(part.steps):
            road = ("plan", "parts", p, "steps", s)
            voice = voices.setdefault(step.speaks, len(voices))
            place = _Place(next(numbers), next(begin), voice, None if s else opens)
            yield _step(tell, gathering, step, place, road)


def _part(part: Part) -> blocks.PartOfPlan:
    return blocks.PartOfPlan(part.title, part.minutes, part.introduction)


def _step(
    tell: "Teller",
    gathering: Gathering,
    step: Step,
    place: _Place,
    road: Road,
) -> blocks.Step:
    return blocks.Step(
        id=step.id,
        number=place.number,
        title=step.title,
        start=place.start,
        minutes=step.minutes,
        speaks=tell.phrases.roles(step.speaks, gathering) if step.speaks else "",
        listens=tell.phrases.roles(step.listens, gathering) if step.listens else "",
        places=tell.phrases.places(step.place) if len(step.place) == 1 else "",
        speaking=step.speaks,
        voice=place.voice,
        say=step.say,
        do=step.do,
        ifs=tuple(blocks.If(sentence(case.when), case.do) for case in step.if_),
        late=_late(tell, step),
        turns=_turns(tell, step),
        instead=_instead(step, road),
        clips=tuple(_clip(tell, clip) for clip in step.media),
        prompts=prompts_at(step.prompts, *road, "prompts"),
        kit=step.kit,
        opens=place.opens,
        wheel=_wheel(tell, step),
    )


def _wheel(tell: "Teller", step: Step) -> blocks.WheelFigure | None:
    """The first wheel that a step's texts lead to."""
    for name, _, id in (link.partition(":") for link in links_in(step)):
        kind = tell.library.by_name.get(name)
        if isinstance(kind, DocumentKind) and not issubclass(kind.model, Gathering):
            for section in kind.sections(tell.library[kind][id], tell):
                for block in section.blocks:
                    if isinstance(block, blocks.WheelFigure):
                        return block
    return None


def _late(tell: "Teller", step: Step) -> str:
    """What becomes of a step when time runs short: no step is both required and able to shrink."""
    if step.required:
        return tell.say("plan.required")
    return tell.say("plan.least", count=step.shrink_to) if step.shrink_to is not None else ""


def _turns(tell: "Teller", step: Step) -> str:
    turns = step.turns
    return tell.say(f"plan.turns-of-{turns.size}", count=turns.each) if turns else ""


def _instead(step: Step, road: Road) -> blocks.Instead | None:
    other = step.instead
    if other is None:
        return None
    return blocks.Instead(other.say, other.do, prompts_at(other.prompts, *road, "instead", "prompts"))


def _clip(tell: "Teller", clip: Clip) -> blocks.Clip:
    resource = tell.library[RESOURCE][clip.resource]
    return blocks.Clip(
        resource=clip.resource,
        part=clip.part or resource.title,
        whole=resource.title if clip.part else "",
        minutes=clip.minutes,
        access=tell.phrases.access(resource, tell.library),
        short=RESOURCE.page_of(resource.id),
        address=tell.library.address_now(resource),
    )
