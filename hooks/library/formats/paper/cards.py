"""What is cut out: question cards, and cards for the parts people take."""

from collections.abc import Iterator

from library.formats.runs import lines, plain
from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.phrases import Phrases

from .blocks import Part, Words
from .told import parts
from .views import Card, Cards, Roles


def roles(telling: Telling, phrases: Phrases) -> Roles:
    """A card for each section that tells a role."""
    return Roles(cards=tuple(parts(_sections(telling, blocks.Role), phrases)))


def cards(telling: Telling, opening: tuple[Part, ...], phrases: Phrases) -> Cards:
    """A card for each question. opening: what stands first on the cover."""
    say = phrases.say
    making = Part("making", say("paper.making"), (Words(plain(say("paper.making-how"))),))
    asked = [question for block in telling.blocks(blocks.Questions) for question in block.questions]
    credits = dict.fromkeys(f"{question.attribution}." for question in asked)
    return Cards(
        cover=(*opening, making, *_phases(telling, phrases)),
        credits=tuple(credits),
        cards=tuple(_card(question, phrases) for question in asked),
    )


def _card(question: blocks.Question, phrases: Phrases) -> Card:
    [text] = lines([question.text])
    foot = phrases.say("paper.card-foot", phase=question.phase, depth=question.depth)
    credit = f"{question.attribution}. {phrases.say('library.name')}"
    return Card(text, foot, question.phase, credit, question.road)


def _phases(telling: Telling, phrases: Phrases) -> Iterator[Part]:
    """The points of the conversation that cards suit, without the questions themselves."""
    for section in _sections(telling, blocks.Questions):
        kept = tuple(block for block in section.blocks if not isinstance(block, blocks.Questions))
        yield from parts([Section(section.id, section.title, kept)], phrases)


def _sections(telling: Telling, block: type[blocks.Block]) -> Iterator[Section]:
    """The sections that hold a block of a type."""
    return (section for section in telling.walk() if any(isinstance(held, block) for held in section.blocks))
