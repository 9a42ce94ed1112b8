"""Which slides a telling has: what the group looks at together. What whoever leads says and does is in the notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.phrases import Phrases, sentence
from library.texts import Texts
from library.types.text import Text

from .runs import Spans, lines, plain, spoken, spoken_lines

_MOST_LETTERS = 450
"""Letters that stand on one slide in type that can be read from the back of a room."""


@dataclass(frozen=True)
class Slide:
    """One slide. points: what the group reads; is_large: whether that is one question, to be read from anywhere.

    time: what stands at its foot. notes: what whoever speaks reads. wheel: what is drawn, or None.
    """

    title: str
    points: tuple[Spans, ...]
    time: str
    notes: tuple[str, ...]
    is_large: bool = False
    wheel: blocks.WheelFigure | None = None


class Deck:
    """The slides of one telling. texts: the words they say of their own."""

    def __init__(self, telling: Telling, texts: Texts) -> None:
        self._telling = telling
        self._texts = texts
        self._say = texts.say
        self._left: tuple[str, ...] = ()

    def opening_notes(self) -> tuple[str, ...]:
        """What stands in the notes of the opening slide: the facts at a glance, and what this is not."""
        facts = [fact for block in self._telling.blocks(blocks.Facts) for fact in block.facts]
        return (*(f"{fact.name}: {fact.value}" for fact in facts), *self._spoken("not-this"))

    def slides(self) -> Iterator[Slide]:
        """Every slide after the opening: those that authors wrote, or else what the group needs to see of each step."""
        yield from self._limits()
        yield from list(self._authored()) or self._of_steps()
        yield self._end()

    def _limits(self) -> Iterator[Slide]:
        """What the group hears first: the limits on the wall, and in the notes what to read out and to decide."""
        for read_out in self._telling.blocks(blocks.ReadOut):
            labels = [label for block in self._telling.blocks(blocks.WriteIn) for label in block.labels]
            notes = [
                f"{self._title('read-out')}.",
                *spoken_lines(read_out.script),
                *self._spoken("decide"),
                *(self._say("slides.write-in", label=label) for label in labels),
                *self._spoken("safety-note"),
            ]
            yield from self._split(self._say("slides.limits"), lines(read_out.limits), notes)

    def _authored(self) -> Iterator[Slide]:
        for section in self._telling.walk():
            for slide in section.blocks:
                if isinstance(slide, blocks.Slide):
                    notes = (*self._notes(slide.step), *spoken_lines(slide.notes))
                    yield Slide(section.title, tuple(lines(slide.points)), self._length(slide.step), notes)

    def _of_steps(self) -> Iterator[Slide]:
        """What is drawn, played and asked in each step; the notes of a step with none of that go with what follows."""
        waiting: list[str] = []
        for block in self._telling.blocks(blocks.StepByStep):
            notes = self._notes(block.step)
            slides = list(self._of_step(block.step, (*waiting, *notes)))
            waiting = [] if slides else [*waiting, *notes]
            for number, slide in enumerate(slides, 1):
                yield replace(slide, title=self._numbered(slide.title, number, len(slides)))
        self._left = tuple(waiting)

    def _of_step(self, step: blocks.Step, notes: tuple[str, ...]) -> Iterator[Slide]:
        time = self._length(step)
        if step.wheel:
            yield Slide(step.title, (plain(self._say("paper.wheel-how")),), time, notes, wheel=step.wheel)
        for clip in step.clips:
            address = clip.short or clip.address or ""
            played = plain(clip.part, address)
            shown = (played, plain(address, address)) if address else (played,)
            yield Slide(step.title, shown, time, notes)
        for prompt in step.prompts:
            yield Slide(step.title, tuple(lines([prompt.text])), time, notes, is_large=True)

    def _end(self) -> Slide:
        """Where to go with a concern, and what all of it rests on; in the notes, what to do if something comes up."""
        led = [block for block in self._telling.blocks(blocks.Led) if block.id.startswith(("stop-", "escalate"))]
        where = [line for block in led if block.id == "escalate" for line in lines([block.text])]
        way_out = plain(Phrases(self._texts).way_out(self._telling.upset), self._telling.upset)
        rests_on = (plain(self._telling.credit), plain(self._say("library.licence")))
        tiers = (f"{block.name}. {' '.join(spoken_lines(block.text))}" for block in led if block.id != "escalate")
        care = (note for id in ("upset", "hurtful", "pause", "aftercare", "supervision") for note in self._spoken(id))
        return Slide(self._say("slides.end"), (*where, way_out, *rests_on), "", (*self._left, *tiers, *care))

    def _notes(self, step: blocks.Step) -> tuple[str, ...]:
        """What whoever leads says and does in a step, and what may happen."""
        script = [f"{self._say('plan.say')}: {line}" for line in spoken_lines(step.say)] if step.say else []
        ifs = (f"{case.when}: {' '.join(spoken_lines(case.do))}" for case in step.ifs)
        other = step.instead
        instead = [self._say("slides.instead"), *spoken_lines(other.do)] if other else []
        asked = [spoken(line) for prompt in (other.prompts if other else ()) for line in lines([prompt.text])]
        return (self._timing(step), *script, *spoken_lines(step.do), *ifs, *instead, *asked)

    def _split(self, title: str, points: Iterable[Spans], notes: Iterable[str]) -> Iterator[Slide]:
        """One slide, or as many as its points need to stay readable, with about as many on each."""
        every, spoken_notes = tuple(points), tuple(notes)
        groups = next(groups for count in range(1, len(every) + 1) if _are_readable(groups := _dealt(every, count)))
        for number, group in enumerate(groups, 1):
            yield Slide(self._numbered(title, number, len(groups)), group, "", spoken_notes)

    def _numbered(self, title: str, number: int, count: int) -> str:
        """The title of one of several slides that go together: people find their slide by its title."""
        return self._say("slides.numbered", title=title, number=number, count=count) if count > 1 else title

    def _length(self, step: blocks.Step) -> str:
        """How long a step takes, as the group is told."""
        length = step.minutes
        return self._say("time.minutes", range=str(length), count=length.max) if length else ""

    def _timing(self, step: blocks.Step) -> str:
        """A step, when it starts and how long it takes, as whoever leads is told."""
        length = self._length(step) or self._say("time.none")
        time = sentence(length) if step.start is None else self._say("slides.time", start=step.start, time=length)
        return f"{step.title}. {time}."

    def _title(self, id: str) -> str:
        section = self._telling.section(id)
        return section.title if section else ""

    def _spoken(self, id: str) -> list[str]:
        """The words alone of a section, a paragraph or a point each; none where there is no such section."""
        section = self._telling.section(id)
        return spoken_lines(*_texts(section)) if section else []


def _texts(section: Section) -> Iterator[Text]:
    """The texts of a section, without those of the sections in it."""
    for block in section.blocks:
        match block:
            case blocks.Prose():
                yield block.text
            case blocks.Points():
                yield from block.texts


def _dealt(points: tuple[Spans, ...], count: int) -> tuple[tuple[Spans, ...], ...]:
    """Points in their order, in so many groups of about one length."""
    edges = [round(len(points) * number / count) for number in range(count + 1)]
    return tuple(points[first:last] for first, last in pairwise(edges))


def _are_readable(groups: tuple[tuple[Spans, ...], ...]) -> bool:
    """Whether each group can be read from the back of a room; a point that stands alone can't be split."""
    return all(len(group) == 1 or sum(len(spoken(line)) for line in group) <= _MOST_LETTERS for group in groups)
