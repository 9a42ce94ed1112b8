"""Rules about ids and the names of things: the same for every kind, from what annotations say."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from library.core.gathering import Gathering
from library.core.kind import Kind
from library.core.library import Library
from library.core.shared import RETIRED
from library.core.walk import marked, part_name, parts
from library.problems import did_you_mean, excerpt
from library.types.plain import Named
from library.types.ref import AnyRef, Inside, KindName, Marker, Ref

from .finding import Finding, Known

ALWAYS_THERE = ("everyone", "facilitator")
"""Who is in every session, besides the roles a session model names."""


def ids_within_a_file_are_used_once(library: Library, known: Known) -> Iterator[Finding]:
    """In one document, no two parts of a sort share an id: steps, prompts, roles, slides, questions and so on."""
    for kind, document in library.documents:
        first: set[tuple[str, str]] = set()
        for road, part in parts(document):
            name = part_name(part)
            if (name, part.id) in first:
                yield Finding(kind, document.id, (*road, "id"), f"{excerpt(part.id)} is the id of another {name} too.")
            first.add((name, part.id))


def entries_stand_in_the_order_of_their_ids(library: Library, known: Known) -> Iterator[Finding]:
    """Lists such as resources.yaml are in the order of their ids, so that two changes seldom meet on one line."""
    for kind in library.kinds:
        if kind.is_list:
            written = sorted(library[kind], key=lambda id: library.origin_of(kind, id).line(("id",)))
            for before, after in pairwise(written):
                if after < before:
                    advice = f"should stand before {excerpt(before)}: entries are in id order."
                    yield Finding(kind, after, ("id",), advice)


def everything_named_exists(library: Library, known: Known) -> Iterator[Finding]:
    """Every resource, topic, text, safety frame, bank, role, step, phase and kind that is named exists."""
    for kind, entry in library.everything:
        inside = _names_inside(entry)
        for road, marker, name in marked(entry):
            if sentence := _missing(marker, name, known, inside):
                yield Finding(kind, entry.id, road, sentence)


def ids_of_documents_differ(library: Library, known: Known) -> Iterator[Finding]:
    """No two documents share an id, of whatever kind: the files to print are named by it, and one would be lost."""
    first: dict[str, Kind[Any]] = {}
    for kind, document in library.documents:
        if document.id in first:
            other = library.origin_of(first[document.id], document.id).path
            advice = f"has the name of {other}, and the files to print of both would have one name; rename this file."
            yield Finding(kind, document.id, (), advice)
        first.setdefault(document.id, kind)


def names_on_labels_differ(library: Library, known: Known) -> Iterator[Finding]:
    """No two documents of a kind share a title."""
    for kind in library.document_kinds:
        titles = Counter(document.title.casefold() for document in library[kind].values())
        for document in library[kind].values():
            if titles[document.title.casefold()] > 1:
                advice = "is the title of another one too; readers can't tell them apart."
                yield Finding(kind, document.id, ("title",), advice)


def retired_ids_stay_retired(library: Library, known: Known) -> Iterator[Finding]:
    """An id that was retired is not used again: paper that names it means the old thing."""
    for old in library[RETIRED].values():
        if old.id in library.entries.get(old.kind, ()):
            advice = f"{excerpt(old.id)} is in use as a {old.kind}; rename the new one, or take this entry out."
            yield Finding(RETIRED, old.id, ("id",), advice)


def _missing(marker: Marker, name: str, known: Known, inside: dict[str, tuple[str, ...]]) -> str:
    """A sentence where what is named is not there. inside: the names of the entry's own parts, by what they are."""
    match marker:
        case Ref():
            return known.missing(marker.kind, name)
        case AnyRef():
            return known.not_there(name)
        case KindName():
            kinds = [kind.name for kind in known.library.kinds if kind.page]
            listed = ", ".join(f"'{kind}'" for kind in kinds)
            near = did_you_mean(name, kinds)
            return "" if name in kinds else f"should be one of {listed}; found {excerpt(name)}.{near}"
        case Inside():
            names = inside.get(marker.part, ())
            near = did_you_mean(name, names)
            there = f" There are: {', '.join(sorted(names))}." if names else ""
            return "" if name in names else f"there is no {marker.part} {excerpt(name)} here.{near}{there}"
    return ""


def _names_inside(entry: Named) -> dict[str, tuple[str, ...]]:
    """The names that parts of one entry may use for one another, by what such a part is called."""
    names: dict[str, tuple[str, ...]] = {}
    for _, part in parts(entry):
        names[part_name(part)] = (*names.get(part_name(part), ()), part.id)
    if isinstance(entry, Gathering):
        names["role"] = (*ALWAYS_THERE, *names.get("role", ()))
    return names
