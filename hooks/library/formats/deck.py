"""Which slides a telling has: how the group stays safe stands first and last, to turn to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.phrases import sentence
from library.texts import Texts
from library.types.text import Text

from .runs import Line, lines, named, plain, spoken, spoken_lines

_MOST_LETTERS = 450
"""Letters that stand on one slide in type that can be read from the back of a room."""
_MOST_LINKS = 4


@dataclass(frozen=True)
class Slide:
    """One slide. points: what the group reads. time: what stands at its foot. notes: what whoever speaks reads."""

    title: str
    points: tuple[Line, ...]
    time: str
    notes: tuple[str, ...]


class Deck:
    """The slides of one telling. texts: the words they say of their own."""

    def __init__(self, telling: Telling, texts: Texts) -> None:
        self._telling = telling
        self._say = texts.say

    def opening_notes(self) -> tuple[str, ...]:
        """What stands in the notes of the opening slide: the facts at a glance."""
        facts = [fact for block in self._telling.blocks(blocks.Facts) for fact in block.facts]
        return tuple(f"{fact.name}: {fact.value}" for fact in facts)

    def slides(self) -> Iterator[Slide]:
        """Every slide after the opening: those that authors wrote, or else one for each step and what goes with it."""
        yield from self._limits()
        yield from list(self._authored()) or self._of_steps()
        yield from self._stop()

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

    def _stop(self) -> Iterator[Slide]:
        """What to do if something comes up, at the end of the deck, to turn to: a slide for each thing."""
        led = [block for block in self._telling.blocks(blocks.Led) if block.id != "escalate"]
        escalate = [block.text for block in self._telling.blocks(blocks.Led) if block.id == "escalate"]
        notes = [*spoken_lines(*escalate), *self._spoken("pause")]
        for block in led:
            yield from self._split(self._say("slides.stop", what=block.name), lines([block.text]), notes)

    def _authored(self) -> Iterator[Slide]:
        for section in self._telling.walk():
            for slide in section.blocks:
                if isinstance(slide, blocks.Slide):
                    notes = (self._timing(slide.step), *spoken_lines(slide.notes))
                    yield Slide(section.title, tuple(lines(slide.points)), self._time(slide.step), notes)

    def _of_steps(self) -> Iterator[Slide]:
        yield from self._of_section("not-this", self._spoken("pause"))
        for block in self._telling.blocks(blocks.StepByStep):
            step = block.step
            points = lines(prompt.text for prompt in step.prompts) or self._who(step)
            notes = [self._timing(step), *map(spoken, self._who(step)), *spoken_lines(step.do)]
            yield from self._split(step.title, points, notes, self._time(step))
        yield from self._resources()
        yield from self._of_section("aftercare", self._spoken("supervision"))

    def _resources(self) -> Iterator[Slide]:
        links = [link for block in self._telling.blocks(blocks.Resources) for link in block.resources]
        for first in range(0, len(links), _MOST_LINKS):
            title = self._continued(self._title("resources"), first // _MOST_LINKS)
            yield Slide(title, tuple(map(_named, links[first : first + _MOST_LINKS])), "", (self._say("slides.share"),))

    def _of_section(self, id: str, notes: Iterable[str]) -> Iterator[Slide]:
        """What a section says, as points."""
        section = self._telling.section(id)
        if section:
            yield from self._split(section.title, lines(_texts(section)), notes)

    def _split(self, title: str, points: Iterable[Line], notes: Iterable[str], time: str = "") -> Iterator[Slide]:
        """One slide, or as many as its points need to stay readable."""
        groups: list[list[Line]] = [[]]
        for point in points:
            letters = sum(len(spoken(line)) for line in [*groups[-1], point])
            if groups[-1] and letters > _MOST_LETTERS:
                groups.append([])
            groups[-1].append(point)
        spoken_notes = tuple(notes)
        for number, group in enumerate(groups):
            yield Slide(self._continued(title, number), tuple(group), time, spoken_notes)

    def _continued(self, title: str, number: int) -> str:
        """The title of a slide that goes on from others. number: how many there are before it."""
        if not number:
            return title
        if number == 1:
            return self._say("slides.continued", title=title)
        return self._say("slides.continued-again", title=title, number=number)

    def _time(self, step: blocks.Step) -> str:
        length = step.minutes
        words = self._say("time.minutes", range=str(length), count=length.max) if length else self._say("time.none")
        if step.start is None:
            return sentence(words)
        return self._say("slides.time", start=step.start, time=words)

    def _timing(self, step: blocks.Step) -> str:
        return f"{step.title}. {self._time(step)}."

    def _who(self, step: blocks.Step) -> list[Line]:
        roles_of = (("word.speaks", step.speaks), ("word.listens", step.listens))
        return [named(self._say(key), plain(roles)) for key, roles in roles_of if roles]

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


def _named(link: blocks.ResourceLink) -> Line:
    return (*plain(link.title, link.short or link.address or ""), *plain(f", {link.publisher}"))
