"""Texts to change, in Word and OpenDocument: a document's sections, top to bottom, with the headings of its page.

One writer for each type of block. A block of a type that has none is a mistake of ours, unless it is left out.
"""

from collections.abc import Iterator
from functools import singledispatch

from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.phrases import sentence
from library.texts import Texts
from library.types.text import Span

from .order import UNHEADED, safety_first
from .runs import bold, clip_line, lines, meeting_line, named, plain
from .text_file import PAGE, PAGES, TextFile
from .word_file import WordFile

LEFT_OUT = (blocks.Questions, blocks.Segment, blocks.Slide, blocks.Topics, blocks.WheelFigure, blocks.Worksheets)
"""Slides have a file of their own, topics are for finding, and no kind with cards or drawings has a file for Word."""
_STYLES = {"plain": "Normal", "strong": "Normal", "fine": "Hint"}
"""From how much a sentence of ours stands out to its style."""
_LEFT_OUT_OF_FORMS = ("about-this-page",)
"""Sections that a sheet to fill in is kept without: its page tells where it comes from."""


def write(telling: Telling, texts: Texts) -> bytes:
    """A telling as a Word file. Its links are whole addresses."""
    return filled(WordFile(texts), telling)


def filled(file: TextFile, telling: Telling) -> bytes:
    """A file with a telling in it: title, summary, sections, and a foot on every page."""
    texts = file.texts
    file.describe(telling)
    file.heading(1, telling.title)
    file.line(plain(telling.summary), "Summary")
    _sections(tuple(_kept(telling)), 2, file)
    if telling.link:
        file.qr(telling.link, texts.say("word.qr", title=telling.title))
        file.line(plain(telling.link, telling.link))
    day, licence = texts.day(telling.revised), texts.say("library.licence")
    head = {"title": telling.title, "version": telling.version, "day": day, "licence": licence}
    lines = (file.phrases.way_out(telling.upset), telling.credit)
    file.foot(lines, texts.say("word.foot", **head), texts.say("word.page", page=PAGE, pages=PAGES))
    return file.content()


def _kept(telling: Telling) -> Iterator[Section]:
    for section in telling.sections:
        if not (telling.is_form and section.id in _LEFT_OUT_OF_FORMS):
            yield section


def _sections(sections: tuple[Section, ...], level: int, file: TextFile) -> None:
    for section in safety_first(sections):
        if not _is_told(section):
            continue
        has_heading = bool(section.title) and section.id not in UNHEADED
        if has_heading:
            file.heading(level, section.title)
        for block in section.blocks:
            if not isinstance(block, LEFT_OUT):
                write_block(block, file)
        _sections(section.sections, level + has_heading, file)


def _is_told(section: Section) -> bool:
    """Whether anything of a section is written: a heading with nothing below it is left out too."""
    return any(not isinstance(block, LEFT_OUT) for part in section.walk() for block in part.blocks)


@singledispatch
def write_block(block: object, file: TextFile) -> None:
    """A block, as Word has it. Raises TypeError for a type that has no writer."""
    raise TypeError(f"Word has no writer for {type(block).__name__}")


@write_block.register
def _(block: blocks.Prose, file: TextFile) -> None:
    file.text(block.text)


@write_block.register
def _(block: blocks.Words, file: TextFile) -> None:
    file.line(bold(block.text) if block.look == "strong" else plain(block.text), _STYLES[block.look])


@write_block.register
def _(block: blocks.Points, file: TextFile) -> None:
    file.points(lines(block.texts))


@write_block.register
def _(block: blocks.Names, file: TextFile) -> None:
    file.points(map(plain, block.names))


@write_block.register
def _(block: blocks.Led, file: TextFile) -> None:
    file.text(block.text, lead=f"{block.name}. ")


@write_block.register
def _(block: blocks.Facts, file: TextFile) -> None:
    file.points(named(fact.name, plain(fact.value)) for fact in block.facts)


@write_block.register
def _(block: blocks.ReadOut, file: TextFile) -> None:
    file.text(block.script)
    file.points(lines(block.limits))


@write_block.register
def _(block: blocks.WriteIn, file: TextFile) -> None:
    for label in block.labels:
        file.line(bold(f"{label}:"))
        file.place_to_write(label)


@write_block.register
def _(block: blocks.Prompts, file: TextFile) -> None:
    asked = lines(prompt.text for prompt in block.prompts)
    if len(asked) == 1:  # one alone is no list
        file.line(asked[0])
    else:
        file.numbers(asked)


@write_block.register
def _(block: blocks.Timeline, file: TextFile) -> None:
    say = file.say
    file.line(bold(block.first))
    file.table(
        [
            (
                "–" if step.start is None else say("word.start", minutes=step.start),
                say("word.minutes", range=str(step.minutes)) if step.minutes else say("time.none"),
                step.title,
                step.speaks,
                step.listens,
            )
            for step in block.steps
        ],
        title=say("word.running-order"),
        description=say("word.running-order-description"),
        head=[say(f"word.{name}") for name in ("starts", "takes", "step", "speaks", "listens")],
        widths=[18, 24, 64, 32, 32],
    )
    file.line(plain(block.assumed))


@write_block.register
def _(block: blocks.Meetings, file: TextFile) -> None:
    file.points(meeting_line(meeting) for meeting in block.meetings)


@write_block.register
def _(block: blocks.StepByStep, file: TextFile) -> None:
    step, say = block.step, file.say
    facts = (
        sentence(file.phrases.minutes(step.minutes)),
        step.speaks and f"{say('word.speaks')}: {step.speaks}",
        step.listens and f"{say('word.listens')}: {step.listens}",
        step.turns,
        step.places and say("word.only", places=step.places),
    )
    file.line(plain(" · ".join(filter(None, facts))), "Hint")
    if step.say:
        file.line(bold(say("plan.say")), "Hint")
        file.text(step.say)
    file.text(step.do)
    for clip in step.clips:
        file.line(clip_line(clip, file.phrases))
    if step.prompts:
        file.line(bold(say("word.ask")), "Hint")
        write_block(blocks.Prompts(step.prompts), file)
    if step.instead:
        file.line(bold(say("plan.instead")), "Hint")
        if step.instead.say:
            file.text(step.instead.say)
        file.text(step.instead.do)
        write_block(blocks.Prompts(step.instead.prompts), file)
    for case in step.ifs:
        file.text(case.do, lead=f"{case.when}: ")
    if step.late:
        file.line(plain(step.late), "Hint")
    if step.kit:
        file.line(plain(say("word.needed", things=file.texts.listing(step.kit))))


@write_block.register
def _(block: blocks.Role, file: TextFile) -> None:
    file.line(plain(sentence(block.people)))
    file.points(named(file.say("word.may"), line) for line in lines(block.rights))
    file.points(named(file.say("word.must"), line) for line in lines(block.duties))


@write_block.register
def _(block: blocks.Resources, file: TextFile) -> None:
    for resource in block.resources:
        facts = filter(None, (resource.facts, resource.status, resource.dead))
        file.points([(*_title(resource), *plain(f". {' · '.join(facts).removesuffix('.')}."))])


@write_block.register
def _(block: blocks.Accounts, file: TextFile) -> None:
    file.points((*_title(link), *plain(f", {link.publisher}. {link.access}.")) for link in block.resources)


@write_block.register
def _(block: blocks.Citations, file: TextFile) -> None:
    file.points(named(work.cited_as, plain(work.work, work.url or "")) for work in block.works)


@write_block.register
def _(block: blocks.Handouts, file: TextFile) -> None:
    for handout in block.handouts:
        [use] = lines([handout.use])
        file.points([(*bold(handout.title, handout.link), *plain(": "), *use)])


@write_block.register
def _(block: blocks.Related, file: TextFile) -> None:
    file.line((*plain(f"{block.lead} "), *plain(block.title, block.link)))


@write_block.register
def _(block: blocks.Write, file: TextFile) -> None:
    file.text(block.hint, style="Hint")
    file.place_to_write(block.label)


@write_block.register
def _(block: blocks.NoNames, file: TextFile) -> None:
    file.line(bold(file.say("word.no-names")), "Notice")


@write_block.register
def _(block: blocks.Notes, file: TextFile) -> None:
    for note in block.notes:
        file.text(note.text)


@write_block.register
def _(block: blocks.Sources, file: TextFile) -> None:
    for source in block.sources:
        file.line((*bold(source.title), *plain(f" · {source.publisher}")))
        file.text(source.adapted)
        file.line(plain(file.say("word.permission", permission=source.permission)))


@write_block.register
def _(block: blocks.Review, file: TextFile) -> None:
    say, day = file.say, file.texts.day
    file.line(plain(file.phrases.reviewed(block.review, block.lived)))
    file.line(plain(say("word.looked-after", owner=block.owner, day=day(block.review_by))))


def _title(resource: blocks.ResourceLink) -> tuple[Span, ...]:
    """A resource's title, which leads to its short address, or straight where the site has none."""
    return bold(resource.title, resource.short or resource.address or "")
