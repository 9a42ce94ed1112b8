"""What the files to change hold, as plain blocks and slides: one account of a document for Word, one for PowerPoint.

A block is a dict with "is": heading (level, text), text (blocks of spans, style), points and numbers (lines of spans),
table (title, description, head, widths in mm, rows of plain text), links (resources) or write (label).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from library import words
from library.model.document import Gathering
from library.model.kinds import Guide, Record, Session, Workshop
from library.model.plan import Step
from library.model.text import Text

from .view import Paper, View

Block = dict[str, Any]

NO_NAMES = "No names or identifying details, of anyone, in this document."
_MOST_LETTERS = 450
"""Letters that stand on one slide in type that can be read from the back of a room."""
_MOST_LINKS = 4


def outline(paper: Paper, document: Gathering | Record) -> list[Block]:
    """A document as one would change it for one's own team."""
    return list(_record(paper, document) if isinstance(document, Record) else _gathering(paper, document))


def _gathering(paper: Paper, gathering: Gathering) -> Iterator[Block]:
    view = paper.gathering(gathering)
    yield _text([[_plain(gathering.summary)]], "Summary")
    yield {"is": "points", "lines": [[_bold(f"{name}: "), _plain(value)] for name, value in view["facts"]]}
    yield from _opening(paper, gathering)
    if view["accounts"]:
        yield _heading(3, "Sign in beforehand")
        yield {"is": "points", "lines": [[_plain(one)] for one in view["accounts"]]}
    yield _heading(2, "Running order")
    yield {
        "is": "table",
        "title": "Running order",
        "description": "For each step: when it starts, how long it takes, who speaks and who listens.",
        "head": ["After", "Takes", "Step", "Speaks", "Listens"],
        "widths": [18, 24, 64, 32, 32],
        "rows": [[one["start"], one["minutes"], one["title"], one["speaks"], one["listens"]] for one in view["steps"]],
    }
    yield _text([[_plain(view["times-note"])]])
    yield _heading(2, "The steps")
    for step in view["steps"]:
        yield _heading(3, f"{step['title']} ({step['minutes']})")
        yield {"is": "text", "blocks": step["do"]}
        if step["prompts"]:
            yield {"is": "numbers", "lines": step["prompts"]}
    yield from _safety(view["safety"])
    yield from _closing(paper, gathering)


def _opening(paper: Paper, gathering: Gathering) -> Iterator[Block]:
    """What stands before the running order, by kind of document."""
    match gathering:
        case Guide():
            why = paper.library.texts[gathering.why_reflect]
            yield from _section(why.title, paper, why.text)
            yield from _listed("Before the session", paper, gathering.preparation)
        case Session():
            yield from _section("What it is for", paper, gathering.purpose)
            yield from _listed("Use it when", paper, gathering.use_when)
            yield from _listed("Choose something else when", paper, gathering.avoid_when)
            yield _heading(2, "Roles")
            for role in paper.roles(gathering)["roles"]:
                yield _heading(3, role["title"])
                yield _text([[_plain(role["people"])]])
                yield {"is": "points", "lines": [[_bold("May: "), *one] for one in role["rights"]]}
                yield {"is": "points", "lines": [[_bold("Must: "), *one] for one in role["duties"]]}
        case Workshop():
            yield from _listed("Aims", paper, gathering.aims)
            yield from _listed("Before the workshop", paper, gathering.preparation)


def _safety(safety: View) -> Iterator[Block]:
    yield _heading(2, "Keeping everyone safe")
    if safety["note"]:
        yield {"is": "text", "blocks": safety["note"]}
    yield _heading(3, "What this is not")
    yield {"is": "points", "lines": _flat(safety["not-this"])}
    for title, name in (
        ("Pause", "pause"),
        ("When to stop, and where to take a concern", "stop"),
        ("Afterwards", "aftercare"),
    ):
        yield _heading(3, title)
        yield {"is": "text", "blocks": safety[name]}


def _closing(paper: Paper, gathering: Gathering) -> Iterator[Block]:
    """What stands after it."""
    match gathering:
        case Guide():
            yield _heading(2, "Read, watch or hear")
            yield {"is": "links", "resources": paper.resources(gathering)["resources"]}
            yield from _section("For your CPD", paper, gathering.after.cpd)
            yield from _section("For supervision", paper, gathering.after.supervision)
        case Session():
            yield from _section("Repeating it", paper, gathering.repeat)
            yield from _section("Recording, consent and sharing", paper, gathering.recording)
            yield from _section("May it be used freely?", paper, gathering.licence_note)
        case Workshop() if gathering.handouts:
            yield _heading(2, "Handouts")
            lines = [
                [_bold(f"{words.handout(one.link, paper.library)}: "), *paper.line(one.use)]
                for one in gathering.handouts
            ]
            yield {"is": "points", "lines": lines}


def _record(paper: Paper, record: Record) -> Iterator[Block]:
    view = paper.record(record)
    yield _text([[_bold(NO_NAMES)]], "Notice")
    yield {"is": "text", "blocks": view["introduction"]}
    for one in view["headings"]:
        yield _heading(2, one["label"])
        yield _text([one["hint"]], "Hint")
        yield {"is": "write", "label": one["label"]}
    yield _heading(2, "Afterwards")
    yield {"is": "text", "blocks": view["afterwards"]}


def deck(paper: Paper, gathering: Guide | Workshop) -> list[View]:
    """Slides: title, points (lines of spans), time to show at the foot, and notes for whoever speaks (plain lines)."""
    starts = {step.id: start for step, start in words.offsets(gathering.plan)}
    if isinstance(gathering, Workshop):
        steps = {step.id: step for step in gathering.plan.steps}
        return [
            _slide(
                slide.title,
                [paper.line(point) for point in slide.points],
                _time(steps[slide.step], starts),
                [_timing(steps[slide.step], starts), *_lines(slide.speaker_notes)],
            )
            for slide in gathering.slides
        ]
    return list(_guide_slides(paper, gathering, starts))


def _guide_slides(paper: Paper, guide: Guide, starts: dict[str, str]) -> Iterator[View]:
    frame = paper.library.safety_frames[guide.safety]
    not_this = _flat(map(paper.rich, frame.not_this))
    yield from _split("What this session is not", not_this, "", [*_lines(frame.pause), *_lines(frame.stop)])
    for step in guide.plan.steps:
        points = [paper.line(prompt.text) for prompt in step.prompts] or _who(step, guide)
        notes = [_timing(step, starts), *(_said(line) for line in _who(step, guide)), *_lines(step.do)]
        yield from _split(step.title, points, _time(step, starts), notes)
    resources = [_named(one) for one in paper.resources(guide)["resources"]]
    for first in range(0, len(resources), _MOST_LINKS):
        title = "Read, watch or hear" + (" (continued)" if first else "")
        yield _slide(title, resources[first : first + _MOST_LINKS], "", ["Share these with the group."])
    after = _flat([paper.rich(frame.aftercare)])
    yield from _split("Before we go", after, "", _lines(guide.after.supervision))


def _split(title: str, points: list[list[View]], time: str, notes: list[str]) -> Iterator[View]:
    """One slide, or as many as its points need to stay readable."""
    groups: list[list[list[View]]] = [[]]
    for point in points:
        letters = sum(len(_said(one)) for one in [*groups[-1], point])
        if groups[-1] and letters > _MOST_LETTERS:
            groups.append([])
        groups[-1].append(point)
    for number, group in enumerate(groups):
        yield _slide(title + (" (continued)" if number else ""), group, time, notes)


def _slide(title: str, points: list[list[View]], time: str, notes: Iterable[str]) -> View:
    return {"title": title, "points": points, "time": time, "notes": list(notes)}


def _time(step: Step, starts: dict[str, str]) -> str:
    minutes = f"{step.minutes} minutes" if step.minutes else "no set time"
    return f"After {starts[step.id]} min: {minutes}" if starts[step.id] != "–" else words.sentence(minutes)


def _timing(step: Step, starts: dict[str, str]) -> str:
    return f"{step.title}. {_time(step, starts)}."


def _who(step: Step, gathering: Gathering) -> list[list[View]]:
    said = [("Speaks", step.speaks), ("Listens", step.listens)]
    return [[_bold(f"{name}: "), _plain(words.roles(roles, gathering))] for name, roles in said if roles]


def _named(resource: View) -> list[View]:
    return [_plain(resource["title"], resource["link"] or ""), _plain(f", {resource['publisher']}")]


def _lines(text: Text) -> list[str]:
    return ["".join(span.text for span in line) for line in text.lines]


def _said(line: list[View]) -> str:
    return "".join(span["text"] for span in line)


def _section(title: str, paper: Paper, text: Text) -> Iterator[Block]:
    yield _heading(2, title)
    yield {"is": "text", "blocks": paper.rich(text)}


def _listed(title: str, paper: Paper, texts: Iterable[Text]) -> Iterator[Block]:
    """A heading and a point for each text; what a text says in further paragraphs and lists follows its point."""
    yield _heading(2, title)
    yield {"is": "points", "lines": _flat(map(paper.rich, texts))}


def _flat(texts: Iterable[list[View]]) -> list[list[View]]:
    """Every line of every block of some rich texts."""
    return [line for text in texts for block in text for line in block["lines"]]


def _heading(level: int, text: str) -> Block:
    return {"is": "heading", "level": level, "text": text}


def _text(lines: list[list[View]], style: str = "Normal") -> Block:
    return {"is": "text", "blocks": [{"kind": "paragraph", "lines": [line]} for line in lines], "style": style}


def _plain(text: str, link: str = "") -> View:
    return {"text": text, "bold": False, "italic": False, "link": link}


def _bold(text: str) -> View:
    return {**_plain(text), "bold": True}
