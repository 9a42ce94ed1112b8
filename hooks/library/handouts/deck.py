"""The slides of a guide or a workshop, to change in PowerPoint: how the group stays safe stands first and last."""

from collections.abc import Iterable, Iterator

from library import words
from library.core.gathering import Gathering
from library.core.plan import Step
from library.core.safety import SAFETY_FRAME
from library.kinds.guide import Guide
from library.kinds.workshop import Workshop
from library.types.text import Text

from .frames import safety
from .spans import bold, flat, plain, spoken
from .view import Paper, View

_MOST_LETTERS = 450
"""Letters that stand on one slide in type that can be read from the back of a room."""
_MOST_LINKS = 4


def deck(paper: Paper, gathering: Guide | Workshop) -> list[View]:
    """Slides: title, points (lines of spans), time to show at the foot, and notes for whoever speaks (plain lines)."""
    starts = {step.id: start for step, start in words.offsets(gathering.plan)}
    if isinstance(gathering, Workshop):
        slides = _authored_slides(paper, gathering, starts)
    else:
        slides = _guide_slides(paper, gathering, starts)
    frame = safety(paper, gathering)
    return [*_safety_slides(frame), *slides, *_stop_slides(frame)]


def _safety_slides(frame: View) -> Iterator[View]:
    """What the group hears first: the limits on the wall, and in the notes what to read out and to decide."""
    decide = [*_said_of(frame["leaving"]), *(f"{label}: write it on your own sheet." for label in frame["write-in"])]
    notes = [f"{frame['titles']['read-out']}.", *_said_of(frame["script"]), *decide, *_said_of(frame["note"])]
    yield from _split(words.SAFETY_SLIDES["limits"], frame["limits"], "", notes)


def _stop_slides(frame: View) -> Iterator[View]:
    """What to do if something comes up, at the end of the deck, to turn to: a slide for each thing."""
    notes = [*_said_of(frame["escalate"]), *_said_of(frame["pause"])]
    for tier in frame["stop"]:
        yield from _split(f"{words.SAFETY_SLIDES['stop']}: {tier['title']}", flat([tier["text"]]), "", notes)


def _authored_slides(paper: Paper, workshop: Workshop, starts: dict[str, str]) -> Iterator[View]:
    steps = {step.id: step for step in workshop.plan.steps}
    for slide in workshop.slides:
        step = steps[slide.step]
        points = [paper.line(point) for point in slide.points]
        yield _slide(slide.title, points, _time(step, starts), [_timing(step, starts), *_lines(slide.speaker_notes)])


def _guide_slides(paper: Paper, guide: Guide, starts: dict[str, str]) -> Iterator[View]:
    frame = paper.library[SAFETY_FRAME][guide.safety]
    not_this = flat(map(paper.rich, frame.not_this))
    yield from _split("What this session is not", not_this, "", _lines(frame.pause))
    for step in guide.plan.steps:
        points = [paper.line(prompt.text) for prompt in step.prompts] or _who(step, guide)
        notes = [_timing(step, starts), *(spoken(line) for line in _who(step, guide)), *_lines(step.do)]
        yield from _split(step.title, points, _time(step, starts), notes)
    resources = [_named(one) for one in paper.resources(guide)["resources"]]
    for first in range(0, len(resources), _MOST_LINKS):
        title = "Read, watch or hear" + (" (continued)" if first else "")
        yield _slide(title, resources[first : first + _MOST_LINKS], "", ["Share these with the group."])
    after = flat([paper.rich(frame.aftercare)])
    yield from _split("Before we go", after, "", _lines(guide.after.supervision))


def _split(title: str, points: list[list[View]], time: str, notes: list[str]) -> Iterator[View]:
    """One slide, or as many as its points need to stay readable."""
    groups: list[list[list[View]]] = [[]]
    for point in points:
        letters = sum(len(spoken(one)) for one in [*groups[-1], point])
        if groups[-1] and letters > _MOST_LETTERS:
            groups.append([])
        groups[-1].append(point)
    for number, group in enumerate(groups):
        again = f" (continued {number})" if number > 1 else " (continued)"
        yield _slide(title + (again if number else ""), group, time, notes)


def _slide(title: str, points: list[list[View]], time: str, notes: Iterable[str]) -> View:
    return {"title": title, "points": points, "time": time, "notes": list(notes)}


def _time(step: Step, starts: dict[str, str]) -> str:
    minutes = f"{step.minutes} minutes" if step.minutes else "no set time"
    return f"After {starts[step.id]} min: {minutes}" if starts[step.id] != "–" else words.sentence(minutes)


def _timing(step: Step, starts: dict[str, str]) -> str:
    return f"{step.title}. {_time(step, starts)}."


def _who(step: Step, gathering: Gathering) -> list[list[View]]:
    said = [("Speaks", step.speaks), ("Listens", step.listens)]
    return [[bold(f"{name}: "), plain(words.roles(roles, gathering))] for name, roles in said if roles]


def _named(resource: View) -> list[View]:
    return [plain(resource["title"], resource["link"] or ""), plain(f", {resource['publisher']}")]


def _lines(text: Text) -> list[str]:
    return ["".join(span.text for span in line) for line in text.lines]


def _said_of(blocks: list[View]) -> list[str]:
    return [spoken(line) for line in flat([blocks])]
