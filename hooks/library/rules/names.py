"""Rules about ids and the names of things."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from library.model.document import Document, Gathering
from library.model.kinds import Guide, QuestionBank, Record, Session, Wheel, Workshop
from library.model.library import DOCUMENT_SHELVES, LINKED_SHELVES, LIST_SHELVES, Library
from library.problems import excerpt

from .finding import Finding, Known, Road


def ids_within_a_file_are_used_once(library: Library, known: Known) -> Iterator[Finding]:
    """In one file, no two steps, prompts, roles, slides, questions or segments share an id."""
    for shelf, document in library.documents:
        for kind, roads in _named_parts(document).items():
            first: dict[str, Road] = {}
            for id, road in roads:
                if id in first:
                    yield Finding(shelf, document.id, (*road, "id"), f"{excerpt(id)} is the id of another {kind} too.")
                first.setdefault(id, road)


def entries_stand_in_the_order_of_their_ids(library: Library, known: Known) -> Iterator[Finding]:
    """Lists such as resources.yaml are in the order of their ids, so that two changes seldom meet on one line."""
    for shelf in LIST_SHELVES:
        written = sorted(getattr(library, shelf), key=lambda id: library.origins[shelf, id].line(("id",)))
        for before, after in pairwise(written):
            if after < before:
                yield Finding(shelf, after, ("id",), f"should stand before {excerpt(before)}: entries are in id order.")


def everything_named_exists(library: Library, known: Known) -> Iterator[Finding]:
    """Every resource, topic, shared text, safety frame and question bank that is named exists."""
    for resource in library.resources.values():
        for index, topic in enumerate(resource.topics):
            if missing := known.missing("topics", topic):
                yield Finding("resources", resource.id, ("topics", index), missing)
    for shelf, document in library.documents:
        for road, named_shelf, id in _references(document):
            if missing := known.missing(named_shelf, id):
                yield Finding(shelf, document.id, road, missing)


def ids_of_documents_differ(library: Library, known: Known) -> Iterator[Finding]:
    """No two documents share an id, of whatever kind: the files to print are named by it, and one would be lost."""
    first: dict[str, str] = {}
    for shelf, document in library.documents:
        if document.id in first:
            other = library.origins[first[document.id], document.id].path
            advice = f"has the name of {other}, and the files to print of both would have one name; rename this file."
            yield Finding(shelf, document.id, (), advice)
        first.setdefault(document.id, shelf)


def names_on_labels_differ(library: Library, known: Known) -> Iterator[Finding]:
    """No two documents of a kind share a title."""
    for shelf in DOCUMENT_SHELVES:
        titles = Counter(document.title.casefold() for document in getattr(library, shelf).values())
        for document in getattr(library, shelf).values():
            if titles[document.title.casefold()] > 1:
                yield Finding(
                    shelf, document.id, ("title",), "is the title of another one too; readers can't tell them apart."
                )


def retired_ids_stay_retired(library: Library, known: Known) -> Iterator[Finding]:
    """An id that was retired is not used again: paper that names it means the old thing."""
    for old in library.retired.values():
        if old.id in getattr(library, LINKED_SHELVES[old.kind]):
            said = f"{excerpt(old.id)} is in use as a {old.kind}; rename the new one, or take this entry out."
            yield Finding("retired", old.id, ("id",), said)


def _references(document: Document) -> Iterator[tuple[Road, str, str]]:
    """Every name a document uses: the road to it, the shelf it should be on, and the id."""
    yield from ((("topics", index), "topics", id) for index, id in enumerate(document.topics))
    for index, source in enumerate(document.sources):
        if source.resource:
            yield ("sources", index, "resource"), "resources", source.resource
    if isinstance(document, Gathering):
        yield ("safety",), "safety_frames", document.safety
        for p, part in enumerate(document.plan.parts):
            for s, step in enumerate(part.steps):
                for m, clip in enumerate(step.media):
                    yield ("plan", "parts", p, "steps", s, "media", m, "resource"), "resources", clip.resource
    match document:
        case Guide():
            yield ("why_reflect",), "texts", document.why_reflect
            yield from ((("resources", index), "resources", id) for index, id in enumerate(document.resources))
        case Session():
            yield from ((("questions", index), "question_banks", id) for index, id in enumerate(document.questions))
        case Workshop():
            for index, handout in enumerate(document.handouts):
                kind, _, id = handout.link.partition(":")
                if kind in LINKED_SHELVES:
                    yield ("handouts", index, "link"), LINKED_SHELVES[kind], id


def _named_parts(document: Document) -> dict[str, list[tuple[str, Road]]]:
    """The parts of a document that have ids, by kind: prompts are one kind wherever they stand."""
    parts: dict[str, list[tuple[str, Road]]] = {"note": _numbered(document.notes, "notes")}
    if isinstance(document, Gathering):
        parts |= {"part": _numbered(document.plan.parts, "plan", "parts"), "step": [], "prompt": []}
        for p, part in enumerate(document.plan.parts):
            parts["step"] += _numbered(part.steps, "plan", "parts", p, "steps")
            for s, step in enumerate(part.steps):
                parts["prompt"] += _numbered(step.prompts, "plan", "parts", p, "steps", s, "prompts")
    match document:
        case Session():
            parts["role"] = _numbered(document.roles, "roles")
        case Workshop():
            parts["slide"] = _numbered(document.slides, "slides")
        case QuestionBank():
            parts["phase"] = _numbered(document.phases, "phases")
            parts["question"] = _numbered(document.questions, "questions")
        case Record():
            parts["heading"] = _numbered(document.headings, "headings")
        case Wheel():
            parts["segment"] = _numbered(document.segments, "segments")
            parts["prompt"] = _numbered(document.prompts, "prompts")
            for index, segment in enumerate(document.segments):
                parts["prompt"] += _numbered(segment.prompts, "segments", index, "prompts")
    return parts


def _numbered(things: tuple, *road: str | int) -> list[tuple[str, Road]]:  # type: ignore[type-arg]
    return [(thing.id, (*road, index)) for index, thing in enumerate(things)]
