"""What the Word files to change hold, as plain blocks.

A block is a dict with "is": heading (level, text), text (blocks of spans, style), points and numbers (lines of spans),
table (title, description, head, widths in mm, rows of plain text), links (resources) or write (label).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from library import words
from library.core.gathering import Gathering
from library.core.shared import SHARED_TEXT
from library.kinds.guide import Guide
from library.kinds.record import Record
from library.kinds.session import Session
from library.kinds.workshop import Workshop
from library.types.text import Text

from .spans import bold, flat, plain
from .view import Paper, View

Block = dict[str, Any]

NO_NAMES = "No names or identifying details, of anyone, in this document."


def outline(paper: Paper, document: Gathering | Record) -> list[Block]:
    """A document as one would change it for one's own team."""
    return list(_record(paper, document) if isinstance(document, Record) else _gathering(paper, document))


def _gathering(paper: Paper, gathering: Gathering) -> Iterator[Block]:
    view = paper.gathering(gathering)
    yield _text([[plain(gathering.summary)]], "Summary")
    yield {"is": "points", "lines": [[bold(f"{name}: "), plain(value)] for name, value in view["facts"]]}
    yield from _opening(paper, gathering)
    yield from _modes(view["modes"])
    if view["accounts"]:
        yield _heading(3, "Sign in beforehand")
        yield {"is": "points", "lines": [[plain(one)] for one in view["accounts"]]}
    yield from _safety(view["safety"])
    yield _heading(2, "Running order")
    yield _text([[bold(view["first"])]])
    yield {
        "is": "table",
        "title": "Running order",
        "description": "For each step: when it starts, how long it takes, who speaks and who listens.",
        "head": ["After", "Takes", "Step", "Speaks", "Listens"],
        "widths": [18, 24, 64, 32, 32],
        "rows": [[one["start"], one["minutes"], one["title"], one["speaks"], one["listens"]] for one in view["steps"]],
    }
    yield _text([[plain(view["times-note"])]])
    yield _heading(2, "The steps")
    for step in view["steps"]:
        yield _heading(3, f"{step['title']} ({step['minutes']})")
        yield {"is": "text", "blocks": step["do"]}
        if step["prompts"]:
            yield {"is": "numbers", "lines": step["prompts"]}
    yield from _closing(paper, gathering)


def _opening(paper: Paper, gathering: Gathering) -> Iterator[Block]:
    """What stands before the running order, by kind of document."""
    match gathering:
        case Guide():
            why = paper.library[SHARED_TEXT][gathering.why_reflect]
            yield from _section(why.title, paper, why.text)
            yield from _section(words.SUBJECT, paper, gathering.background.text)
            yield from _listed("Before the session", paper, gathering.preparation)
        case Session():
            yield from _section("What it is for", paper, gathering.purpose)
            yield from _listed("Use it when", paper, gathering.use_when)
            yield from _listed("Choose something else when", paper, gathering.avoid_when)
            yield _heading(2, "Roles")
            for role in paper.roles(gathering)["roles"]:
                yield _heading(3, role["title"])
                yield _text([[plain(role["people"])]])
                yield {"is": "points", "lines": [[bold("May: "), *one] for one in role["rights"]]}
                yield {"is": "points", "lines": [[bold("Must: "), *one] for one in role["duties"]]}
        case Workshop():
            yield from _listed("Aims", paper, gathering.aims)
            yield from _listed("Before the workshop", paper, gathering.preparation)


def _safety(safety: View) -> Iterator[Block]:
    """A safety frame: what to read out and to decide, then what to do, and last what the session is not."""
    titles = safety["titles"]
    yield _heading(2, titles["all"])
    yield _text([[plain(titles["ours"])]])
    yield _heading(3, titles["read-out"])
    yield {"is": "text", "blocks": safety["script"]}
    yield {"is": "points", "lines": safety["limits"]}
    yield _heading(3, titles["decide"])
    yield {"is": "text", "blocks": safety["leaving"]}
    for label in safety["write-in"]:
        yield _text([[bold(f"{label}:")]])
        yield {"is": "write", "label": label}
    yield _heading(3, titles["stop"])
    for tier in safety["stop"]:
        yield _led(tier["title"], tier["text"])
    yield _led(titles["escalate"], safety["escalate"])
    if safety["note"]:
        yield _heading(3, titles["note"])
        yield {"is": "text", "blocks": safety["note"]}
    for name in ("pause", "aftercare"):
        yield _heading(3, titles[name])
        yield {"is": "text", "blocks": safety[name]}
    yield _heading(3, titles["not-this"])
    yield {"is": "points", "lines": flat(safety["not-this"])}


def _led(name: str, blocks: list[View]) -> Block:
    """A text that runs on from its name in bold."""
    first, *rest = blocks
    if first["kind"] != "paragraph":
        return {"is": "text", "blocks": [{"kind": "paragraph", "lines": [[bold(f"{name}.")]]}, *blocks]}
    [line] = first["lines"]
    return {"is": "text", "blocks": [{**first, "lines": [[bold(f"{name}. "), *line]]}, *rest]}


def _modes(modes: View | None) -> Iterator[Block]:
    """The ways of using a session model, to choose from before it starts."""
    if not modes:
        return
    yield _heading(2, modes["title"])
    for mode in modes["modes"]:
        yield _heading(3, mode["title"])
        yield {"is": "text", "blocks": mode["text"]}


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
                [bold(f"{words.handout(one.link, paper.library)}: "), *paper.line(one.use)]
                for one in gathering.handouts
            ]
            yield {"is": "points", "lines": lines}


def _record(paper: Paper, record: Record) -> Iterator[Block]:
    view = paper.record(record)
    yield _text([[bold(NO_NAMES)]], "Notice")
    yield {"is": "text", "blocks": view["introduction"]}
    for one in view["headings"]:
        yield _heading(2, one["label"])
        yield _text([one["hint"]], "Hint")
        yield {"is": "write", "label": one["label"]}
    yield _heading(2, "Afterwards")
    yield {"is": "text", "blocks": view["afterwards"]}


def _section(title: str, paper: Paper, text: Text) -> Iterator[Block]:
    yield _heading(2, title)
    yield {"is": "text", "blocks": paper.rich(text)}


def _listed(title: str, paper: Paper, texts: Iterable[Text]) -> Iterator[Block]:
    """A heading and a point for each text; what a text says in further paragraphs and lists follows its point."""
    yield _heading(2, title)
    yield {"is": "points", "lines": flat(map(paper.rich, texts))}


def _heading(level: int, text: str) -> Block:
    return {"is": "heading", "level": level, "text": text}


def _text(lines: list[list[View]], style: str = "Normal") -> Block:
    return {"is": "text", "blocks": [{"kind": "paragraph", "lines": [line]} for line in lines], "style": style}
