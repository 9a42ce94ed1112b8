"""What is cut out or folded: question cards, and cards for the parts people take."""

from collections.abc import Iterator

from library.formats.runs import lines
from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.phrases import Phrases

from . import blocks as paper
from .told import write_block
from .views import Card, Cards, RoleCard, Roles, Stage

_EVERYONE = "everyone"
"""The role that a step names where all of them speak."""


def roles(telling: Telling, phrases: Phrases) -> Roles:
    """A card for each section that tells a role. Each says how many take it, which is words."""
    steps = [step for order in telling.blocks(blocks.Timeline) for step in order.steps]
    if not any(step.speaking for step in steps):
        steps = []
    cards = (
        _role_card(section.title, role, steps, phrases)
        for section in telling.walk()
        for role in section.blocks
        if isinstance(role, blocks.Role)
    )
    return Roles(fold=phrases.say("paper.fold"), cards=tuple(cards))


def _role_card(title: str, role: blocks.Role, steps: list[blocks.Step], phrases: Phrases) -> RoleCard:
    stages = tuple(
        Stage(str(number), step.title, role.id in step.speaking or _EVERYONE in step.speaking)
        for number, step in enumerate(steps, 1)
    )
    [written] = write_block(role, phrases)
    assert isinstance(written, paper.Role)
    people = phrases.say("paper.role-cards-to-print", people=role.people)
    return RoleCard(title, people, _speaks(stages, phrases), stages, written, role.road)


def _speaks(stages: tuple[Stage, ...], phrases: Phrases) -> str:
    """In which stages a part speaks, in words; nothing of a session that does not say who speaks."""
    if not stages:
        return ""
    lit = [stage.number for stage in stages if stage.is_lit]
    if not lit:
        return phrases.say("paper.speaks-never")
    if len(lit) == len(stages):
        return phrases.say("paper.speaks-always")
    return phrases.say("paper.speaks-in", count=len(lit), stages=phrases.texts.listing(lit))


def cards(telling: Telling, phrases: Phrases) -> Cards:
    """A card for each question, in the order of a conversation."""
    say = phrases.say
    asked = [question for block in telling.blocks(blocks.Questions) for question in block.questions]
    return Cards(
        making=say("paper.making-how"),
        credits=tuple(dict.fromkeys(f"{question.attribution}." for question in asked)),
        cards=tuple(_cards(telling, len(asked), phrases)),
        own=say("paper.own-question"),
    )


def _cards(telling: Telling, count: int, phrases: Phrases) -> Iterator[Card]:
    number = 0
    for index, section in enumerate(_phases(telling)):
        [when] = lines(block.text for block in section.blocks if isinstance(block, blocks.Prose))
        for question in (
            question for block in section.blocks if isinstance(block, blocks.Questions) for question in block.questions
        ):
            number += 1
            [text] = lines([question.text])
            values = {"phase": question.phase, "number": str(number), "cards": str(count), "depth": question.depth}
            foot = phrases.say("paper.card-foot", **values)
            credit = f"{question.attribution}. {phrases.say('library.name')}"
            yield Card(text, foot, question.phase, when, credit, question.road, ("phases", index, "introduction"))


def _phases(telling: Telling) -> Iterator[Section]:
    """The points of the conversation that cards suit."""
    return (section for section in telling.walk() if any(isinstance(held, blocks.Questions) for held in section.blocks))
