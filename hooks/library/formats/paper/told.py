"""A document's sections as paper has them. One writer for each type of block.

A block of a type that has none is a mistake of ours, unless paper leaves it out.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from library.formats.order import UNHEADED
from library.formats.runs import Spans, bold, lines, meeting_line, named, plain
from library.sections import blocks
from library.sections.blocks import Section
from library.sections.phrases import Phrases, sentence

from . import blocks as paper
from .blocks import Part
from .codes import code
from .orders import timeline
from .wheels import figure

LEFT_OUT = (blocks.NoNames, blocks.Slide, blocks.StepByStep, blocks.Topics, blocks.Worksheets)
"""The notice of a sheet to fill in stands at its head; steps are told in full in the running order; slides and
worksheets have files of their own, and topics are for finding."""


def parts(sections: Iterable[Section], phrases: Phrases, without: tuple[str, ...] = ()) -> Iterator[Part]:
    """Sections of a telling whose links are whole addresses. without: ids of those that are left out, at any depth.

    A section of which nothing is told is left out with its heading.
    """
    for section in sections:
        if section.id in without:
            continue
        shown = [block for block in section.blocks if not isinstance(block, LEFT_OUT)]
        written = tuple(view for block in shown for view in write_block(block, phrases))
        below = tuple(parts(section.sections, phrases, without))
        if written or below:
            yield Part(section.id, "" if _is_unheaded(section) else section.title, written, below)


def _is_unheaded(section: Section) -> bool:
    """Whether it stands without a heading: a place to write brings its own, so that both stay on one page."""
    brought = (block.label for block in section.blocks if isinstance(block, blocks.Write))
    return section.id in UNHEADED or section.title in brought


@singledispatch
def write_block(block: object, phrases: Phrases) -> Iterator[paper.Block]:
    """A block, as paper has it. Raises TypeError for a type that has no writer."""
    raise TypeError(f"paper has no writer for {type(block).__name__}")


@write_block.register
def _(block: blocks.Prose, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Prose(block.text.blocks)


@write_block.register
def _(block: blocks.Words, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Words(plain(block.text), block.look)


@write_block.register
def _(block: blocks.Points, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Points(tuple(lines(block.texts)))


@write_block.register
def _(block: blocks.Names, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Points(tuple(map(plain, block.names)))


@write_block.register
def _(block: blocks.Led, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Led(block.name, block.text.blocks)


@write_block.register
def _(block: blocks.Facts, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Facts(tuple(paper.Fact(fact.id, fact.name, fact.value, fact.is_wide) for fact in block.facts))


@write_block.register
def _(block: blocks.ReadOut, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.ReadOut(block.script.blocks, tuple(lines(block.limits)))


@write_block.register
def _(block: blocks.WriteIn, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.WriteIn(block.labels)


@write_block.register
def _(block: blocks.Prompts, phrases: Phrases) -> Iterator[paper.Block]:
    asked = tuple(lines(prompt.text for prompt in block.prompts))
    yield paper.Words(asked[0]) if len(asked) == 1 else paper.Numbers(asked)  # one alone is no list


@write_block.register
def _(block: blocks.Questions, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Numbers(tuple(lines(question.text for question in block.questions)))


@write_block.register
def _(block: blocks.Meetings, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Points(tuple(map(meeting_line, block.meetings)))


@write_block.register
def _(block: blocks.Timeline, phrases: Phrases) -> Iterator[paper.Block]:
    yield timeline(block, phrases)


@write_block.register
def _(block: blocks.Role, phrases: Phrases) -> Iterator[paper.Block]:
    rights, duties = tuple(lines(block.rights)), tuple(lines(block.duties))
    yield paper.Role(sentence(block.people), phrases.say("word.may"), rights, phrases.say("word.must"), duties)


@write_block.register
def _(block: blocks.Resources, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Resources(tuple(_resource(resource, phrases) for resource in block.resources))


def _resource(resource: blocks.ResourceLink, phrases: Phrases) -> paper.Resource:
    link = resource.short or resource.address or ""
    return paper.Resource(
        title=resource.title,
        publisher=resource.publisher,
        facts=resource.dead or " · ".join(filter(None, (resource.access, resource.status))),
        link=link,
        code=code(resource.short, phrases.say("paper.resource-code", title=resource.title)),
    )


@write_block.register
def _(block: blocks.Accounts, phrases: Phrases) -> Iterator[paper.Block]:
    publishers = dict.fromkeys(resource.publisher for resource in block.resources)
    yield paper.Words(plain(f"{'; '.join(publishers)}."))


@write_block.register
def _(block: blocks.Citations, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Points(tuple(named(work.cited_as, plain(work.work, work.url or "")) for work in block.works))


@write_block.register
def _(block: blocks.Handouts, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Points(tuple(_handout(handout) for handout in block.handouts))


def _handout(handout: blocks.Handout) -> Spans:
    [use] = lines([handout.use])
    return (*bold(handout.title, handout.link), *plain(": "), *use)


@write_block.register
def _(block: blocks.Related, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Words((*plain(f"{block.lead} "), *plain(block.title, block.link)))


@write_block.register
def _(block: blocks.WheelFigure, phrases: Phrases) -> Iterator[paper.Block]:
    yield figure(block, phrases)


@write_block.register
def _(block: blocks.Segment, phrases: Phrases) -> Iterator[paper.Block]:
    yield paper.Prose(block.explanation.blocks)
    if block.prompts:
        yield paper.Points(tuple(lines(prompt.text for prompt in block.prompts)))
    if block.sure:
        yield paper.Words(plain(phrases.say("wheels.this-word", sure=block.sure)))


@write_block.register
def _(block: blocks.Write, phrases: Phrases) -> Iterator[paper.Block]:
    [hint] = lines([block.hint])
    yield paper.Write(block.label, hint, block.lines, block.road)


@write_block.register
def _(block: blocks.Notes, phrases: Phrases) -> Iterator[paper.Block]:
    for note in block.notes:
        yield paper.Prose(note.text.blocks)


@write_block.register
def _(block: blocks.Sources, phrases: Phrases) -> Iterator[paper.Block]:
    for source in block.sources:
        yield paper.Words((*bold(source.title), *plain(f" · {source.publisher}")))
        yield paper.Words(plain(phrases.say("word.permission", permission=source.permission)))


@write_block.register
def _(block: blocks.Review, phrases: Phrases) -> Iterator[paper.Block]:
    say, day = phrases.say, phrases.texts.day
    yield paper.Words(plain(phrases.reviewed(block.review, block.lived)))
    yield paper.Words(plain(say("word.looked-after", owner=block.owner, day=day(block.review_by))))
