"""What the bytes of one content file say, whatever stands in other files: its entries, or what is wrong with it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import ValidationError

from library import rules
from library.core.kind import Kind
from library.core.origin import Origin
from library.core.reserved import kept_for
from library.problems import Problem, Road, excerpt, mistake
from library.types.plain import Named

from .hand_written import comments_in
from .reading import YamlFile, decoded, parsed
from .wording import mistakes

At = tuple[int, ...]
"""A place in a list; nothing for a file as a whole."""


@dataclass(frozen=True)
class Entry:
    """What one file, or one entry of a list, says.

    id: as written; empty where there is none. value: what its model makes of it, or None where it is not to be used.
    problems: why it is not, or what is wrong with it by itself.
    mentions: what it names, where it is to be used.
    """

    at: At
    id: str
    origin: Origin
    value: Named | None = None
    mentions: rules.Mentions = field(default_factory=rules.Mentions)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What was read of one file. read: every place in it. unread: why the file as a whole can't be used."""

    path: str
    read: tuple[At, ...]
    entries: tuple[Entry, ...]
    unread: Problem | None
    comments: rules.Page

    @property
    def is_sound(self) -> bool:
        """Whether all of it can be used, and nothing is wrong with it but what its mentions and comments tell."""
        good = [entry.at for entry in self.entries if entry.value and not entry.problems]
        return self.unread is None and list(self.read) == good


def reading_of(content: bytes, path: str, kind: Kind[Any]) -> Reading:
    """Read the content of a file: a list where its kind is one, else a document whose id is the file's name."""
    comments = rules.page_of(comments_in(content))
    text = decoded(content, path)
    file = text if isinstance(text, Problem) else parsed(text, path)
    if isinstance(file, Problem):
        return Reading(path, (), (), file, comments)
    if kind.is_list:
        if not isinstance(file.data, list):
            return Reading(path, (), (), Problem(path, 1, (), mistake("list-file-not-list")), comments)
        places = tuple((place,) for place in range(len(file.data)))
        return Reading(path, places, tuple(_listed(file, path, kind)), None, comments)
    id = PurePosixPath(path).stem
    if not isinstance(file.data, dict):
        return Reading(path, (), (), Problem(path, 1, (), mistake("file-without-keys")), comments)
    if "id" in file.data:
        told = mistake("id-in-document", id=excerpt(id))
        return Reading(path, (), (), Problem(path, file.lines["id",], ("id",), told), comments)
    entry = _entry(kind, (), {**file.data, "id": id}, Origin(path, file.lines))
    return Reading(path, ((),), (entry,), None, comments)


def _listed(file: YamlFile, path: str, kind: Kind[Any]) -> Iterator[Entry]:
    lines = _by_entry(file.lines)
    for place, data in enumerate(file.data):
        if isinstance(data, dict):
            yield _entry(kind, (place,), data, Origin(path, lines[place]))
        else:
            told = Problem(path, file.lines.get((place,), 1), (place,), mistake("entry-not-keys"))
            yield Entry((place,), "", Origin(path, {}), problems=(told,))


def _entry(kind: Kind[Any], at: At, data: Mapping[str, Any], origin: Origin) -> Entry:
    """An entry as its model reads it, or with its problems."""
    id = "" if data.get("id") is None else str(data["id"])
    taken = tuple(_name_taken(kind, id, at, origin))
    try:
        value = kind.model.model_validate(data)
    except ValidationError as fault:
        return Entry(at, id, origin, problems=(*taken, *_of_model(kind, at, data, origin, fault)))
    if taken:
        return Entry(at, id, origin, problems=taken)
    mentions, problems = rules.mentions_in(value, origin.line), tuple(_by_itself(kind, value, origin))
    return Entry(at, id, origin.packed, value, mentions, problems)


def _by_itself(kind: Kind[Any], value: Named, origin: Origin) -> Iterator[Problem]:
    """What no model can say, and is wrong whatever stands elsewhere."""
    for road, told in rules.check_entry(kind, value):
        written = origin.written(road)
        yield Problem(origin.path, origin.line(road), (value.id, *written) if kind.is_list else written, told)


def _name_taken(kind: Kind[Any], id: str, at: At, origin: Origin) -> Iterator[Problem]:
    """A problem where the id is a name that the site or Windows keeps for itself."""
    if owner := kept_for(kind, id):
        told = mistake("id-kept" if at else "file-name-kept", owner=owner, id=excerpt(id))
        yield Problem(origin.path, origin.line(("id",)), (*at, "id") if at else (), told)


def _of_model(
    kind: Kind[Any], at: At, data: Mapping[str, Any], origin: Origin, fault: ValidationError
) -> Iterator[Problem]:
    """What a model found wrong, as problems. A document's id is its file's name."""
    for road, told in mistakes(fault.errors(include_url=False), kind.model, data, origin.lines):
        if road == () and told.code in ("not-an-id", "too-long"):
            yield Problem(origin.path, 1, (), mistake("file-name-not-id"))
        else:
            yield Problem(origin.path, origin.line(road), (*at, *road), told)


def _by_entry(lines: Mapping[Road, int]) -> Mapping[int | str, dict[Road, int]]:
    """The lines of each entry of a list, by its place: gone through once, however many entries there are."""
    grouped: defaultdict[int | str, dict[Road, int]] = defaultdict(dict)
    for road, line in lines.items():
        if road:
            grouped[road[0]][road[1:]] = line
    return grouped
