"""The words of a block that someone may search for: one writer for each type of block."""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from library.sections import blocks
from library.types.text import Text


@singledispatch
def words_of(block: object) -> Iterator[str]:
    """The words of a block. Raises TypeError for a type that has no writer."""
    raise TypeError(f"the search has no writer for {type(block).__name__}")


def _plain(texts: Iterable[Text]) -> Iterator[str]:
    return (text.plain for text in texts)


@words_of.register
def _(block: blocks.Prose) -> Iterator[str]:
    yield block.text.plain


@words_of.register
def _(block: blocks.Words) -> Iterator[str]:
    yield block.text


@words_of.register
def _(block: blocks.Points) -> Iterator[str]:
    yield from _plain(block.texts)


@words_of.register
def _(block: blocks.Names) -> Iterator[str]:
    yield from block.names


@words_of.register
def _(block: blocks.Led) -> Iterator[str]:
    yield from (block.name, block.text.plain)


@words_of.register
def _(block: blocks.Facts) -> Iterator[str]:
    for fact in block.facts:
        yield from (fact.name, fact.value)


@words_of.register
def _(block: blocks.ReadOut) -> Iterator[str]:
    yield from _plain((block.script, *block.limits))


@words_of.register
def _(block: blocks.WriteIn) -> Iterator[str]:
    yield from block.labels


@words_of.register
def _(block: blocks.Prompts) -> Iterator[str]:
    yield from _plain(prompt.text for prompt in block.prompts)


@words_of.register
def _(block: blocks.Timeline) -> Iterator[str]:
    yield from filter(None, (block.first, block.before, block.note))


@words_of.register
def _(block: blocks.StepByStep) -> Iterator[str]:
    step = block.step
    yield from filter(None, (step.speaks, step.listens, step.places))
    if step.say:
        yield step.say.plain
    yield step.do.plain
    for case in step.ifs:
        yield from (case.when, case.do.plain)
    if step.instead:
        if step.instead.say:
            yield step.instead.say.plain
        yield step.instead.do.plain
        yield from _plain(prompt.text for prompt in step.instead.prompts)
    yield from (clip.part for clip in step.clips)
    yield from _plain(prompt.text for prompt in step.prompts)
    yield from step.kit


@words_of.register
def _(block: blocks.Role) -> Iterator[str]:
    yield block.people
    yield from _plain((*block.rights, *block.duties))


@words_of.register
def _(block: blocks.Resources) -> Iterator[str]:
    for resource in block.resources:
        yield from (resource.title, resource.facts)


@words_of.register
def _(block: blocks.Accounts) -> Iterator[str]:
    for resource in block.resources:
        yield from (resource.title, resource.publisher)


@words_of.register
def _(block: blocks.Citations) -> Iterator[str]:
    for work in block.works:
        yield from (work.cited_as, work.work)


@words_of.register
def _(block: blocks.Slide) -> Iterator[str]:
    yield from _plain((*block.points, block.notes))


@words_of.register
def _(block: blocks.Handouts) -> Iterator[str]:
    for handout in block.handouts:
        yield from (handout.title, handout.use.plain)


@words_of.register
def _(block: blocks.Meetings) -> Iterator[str]:
    yield from (meeting.title for meeting in block.meetings)


@words_of.register
def _(block: blocks.Related) -> Iterator[str]:
    yield block.title


@words_of.register
def _(block: blocks.Questions) -> Iterator[str]:
    for question in block.questions:
        yield from (question.text.plain, question.depth, question.about, question.attribution)


@words_of.register
def _(block: blocks.WheelFigure) -> Iterator[str]:
    yield from ()  # its words stand in a list below it


@words_of.register
def _(block: blocks.Segment) -> Iterator[str]:
    yield from filter(None, (block.explanation.plain, block.sure))
    yield from _plain(prompt.text for prompt in block.prompts)


@words_of.register
def _(block: blocks.Worksheets) -> Iterator[str]:
    for sheet in block.worksheets:
        yield from (sheet.how, *sheet.wheels, *sheet.questions)
        for place in sheet.places:
            yield from (place.title, place.text)


@words_of.register
def _(block: blocks.Write) -> Iterator[str]:
    yield block.hint.plain


@words_of.register
def _(block: blocks.NoNames) -> Iterator[str]:
    yield from ()  # every record sheet says the same


@words_of.register
def _(block: blocks.Notes) -> Iterator[str]:
    yield from _plain(note.text for note in block.notes)


@words_of.register
def _(block: blocks.Sources) -> Iterator[str]:
    for source in block.sources:
        yield from (source.title, source.publisher, source.adapted.plain, source.permission)


@words_of.register
def _(block: blocks.Review) -> Iterator[str]:
    yield from filter(None, (block.review and block.review.by, block.owner))


@words_of.register
def _(block: blocks.Topics) -> Iterator[str]:
    yield from (topic.label for topic in block.topics)
