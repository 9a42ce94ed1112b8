"""Rules about the parts of one entry: what they are called, and what they call one another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.walk import Road, marked, part_name, parts
from library.problems import Mistake, excerpt, mistake, nearest
from library.types.plain import Named
from library.types.ref import Inside

ALWAYS_THERE = ("everyone", "facilitator")
"""Who is in every session, besides the roles a session model names."""


def ids_within_a_file_are_used_once(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """In one document, no two parts of a sort share an id: steps, prompts, roles, slides, questions and so on."""
    if not isinstance(entry, Document):
        return
    first: set[tuple[str, str]] = set()
    for road, part in parts(entry):
        name = part_name(part)
        if (name, part.id) in first:
            yield (*road, "id"), mistake("part-id-used-twice", id=excerpt(part.id), part=name)
        first.add((name, part.id))


def parts_that_are_named_exist(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """Every role, step and phase that is named within a document exists in it."""
    named = [(road, marker, name) for road, marker, name in marked(entry) if isinstance(marker, Inside)]
    there = _names(entry) if named else {}
    for road, marker, name in named:
        names = there.get(marker.part, ())
        if name not in names:
            facts = {"part": marker.part, "near": nearest(name, names), "there": ", ".join(sorted(names))}
            yield road, mistake("no-such-part", id=excerpt(name), **facts)


def retired_parts_stay_retired(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """In a document, the id of a part that was retired is not used again: links that name it mean the old thing."""
    if not isinstance(entry, Document) or not entry.retired:
        return
    names = {part.id: part_name(part) for _, part in parts(entry)}
    for place, gone in enumerate(entry.retired):
        if gone.id in names:
            fault = mistake("part-retired-in-use", id=excerpt(gone.id), part=names[gone.id])
            yield ("retired", place), fault


def _names(entry: Named) -> Mapping[str, Sequence[str]]:
    """The names that parts of an entry may use for one another, by what such a part is called."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    if isinstance(entry, Gathering):
        names["role"] += ALWAYS_THERE
    for _, part in parts(entry):
        names[part_name(part)].append(part.id)
    return names
