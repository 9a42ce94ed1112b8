"""Rules about ids and the names of things: the same for every kind, from what annotations say."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from library.core.kind import Kind
from library.core.library import Library
from library.core.shared import RETIRED
from library.core.walk import part_name, parts
from library.problems import Mistake, excerpt, mistake, nearest
from library.types.ref import AnyRef, KindName, Marker, PartRef, Ref

from .finding import MOST_LISTED, Finding, Names


def entries_stand_in_the_order_of_their_ids(library: Library, existing: Names) -> Iterator[Finding]:
    """Lists such as resources.yaml are in the order of their ids, so that two changes seldom meet on one line."""
    for kind in library.kinds:
        if kind.is_list:
            for ids in _by_file(library, kind):
                written = sorted(ids, key=lambda id: library.origin_of(kind, id).line(("id",)))
                for before, after in pairwise(written):
                    if after < before:
                        yield Finding(kind, after, ("id",), mistake("out-of-order", place=_place(after, ids)))


def _by_file(library: Library, kind: Kind[Any]) -> Iterable[list[str]]:
    """The ids of each file of a kind's entries, in order."""
    files: dict[str, list[str]] = defaultdict(list)
    for id in library[kind]:
        files[library.origin_of(kind, id).path].append(id)
    return files.values()


def _place(id: str, in_order: list[str]) -> str:
    """Between which neighbours an id belongs. in_order: all ids of the list."""
    at = bisect_left(in_order, id)
    before, after = in_order[at - 1 : at], in_order[at + 1 : at + 2]
    named = [f"after {excerpt(before[0])}"] if before else []
    return " and ".join([*named, *(f"before {excerpt(name)}" for name in after)])


def everything_named_exists(library: Library, existing: Names) -> Iterator[Finding]:
    """Every resource, topic, text, safety frame, bank, question of a bank and kind that is named exists."""
    for kind, id, mentions in existing.named:
        for road, marker, name in mentions.names:
            if told := _missing(marker, name, existing):
                yield Finding(kind, id, road, told)


def files_of_documents_differ(library: Library, existing: Names) -> Iterator[Finding]:
    """No two documents share an id, of whatever kind, nor the name of a file to print or change: one would be lost."""
    ids: dict[str, str] = {}
    makers: dict[str, str] = {}
    for kind, document in library.documents:
        path = library.origin_of(kind, document.id).path
        if other := ids.get(document.id):
            yield Finding(kind, document.id, (), mistake("file-name-used-twice", other=other))
            continue
        ids[document.id] = path
        for file in kind.files_of(document):
            if other := makers.get(file):
                yield Finding(kind, document.id, (), mistake("file-made-twice", file=excerpt(file), other=other))
            makers.setdefault(file, path)


def names_on_labels_differ(library: Library, existing: Names) -> Iterator[Finding]:
    """No two documents of a kind share a title."""
    for kind in library.document_kinds:
        titles = Counter(document.title.casefold() for document in library[kind].values())
        for document in library[kind].values():
            if titles[document.title.casefold()] > 1:
                yield Finding(kind, document.id, ("title",), mistake("title-used-twice"))


def retired_ids_stay_retired(library: Library, existing: Names) -> Iterator[Finding]:
    """An id that was retired is not used again: paper that names it means the old thing."""
    for old in library[RETIRED].values():
        if old.id in library.entries.get(old.kind, ()):
            yield Finding(RETIRED, old.id, ("id",), mistake("retired-in-use", id=excerpt(old.id), kind=old.kind))


def _missing(marker: Marker, name: str, existing: Names) -> Mistake | None:
    """What is wrong where what is named is not there."""
    match marker:
        case Ref():
            return existing.missing(marker.kind, name)
        case PartRef():
            return _missing_part(marker, name, existing)
        case AnyRef():
            return existing.not_there(name)
        case KindName():
            kinds = [kind.name for kind in existing.library.kinds if kind.page]
            choices = ", ".join(f"'{kind}'" for kind in kinds)
            near = nearest(name, kinds)
            return None if name in kinds else mistake("no-such-choice", choices=choices, found=excerpt(name), near=near)
    return None


def _missing_part(marker: PartRef, name: str, existing: Names) -> Mistake | None:
    """What is wrong where a part of another entry is not there. One that could not be read is told of by itself."""
    id, _, _ = name.partition("/")
    if told := existing.missing(marker.kind, id):
        return told
    entry = existing.library.entries[marker.kind].get(id)
    there = [f"{id}/{part.id}" for _, part in parts(entry) if part_name(part) == marker.part]
    if entry is None or name in there:
        return None
    listed = ", ".join(there) if len(there) <= MOST_LISTED else ""
    return mistake(
        "no-such-entry", kind=marker.part, id=excerpt(name), near=nearest(name, there), there=listed, source=""
    )
