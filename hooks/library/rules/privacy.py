"""Rules about people: no phone number, no mailbox and no private person's name stands in what is published.

Published authors and speakers may stand: the catalogue knows them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from library.core.inserts import RESOURCE_LINK
from library.core.library import Library
from library.problems import Mistake, Problem, excerpt, mistake

from .finding import Finding, Names
from .people import contacts_in, folded, persons_in

_POINT = re.compile(r"^\s*(?:[-+*]|\d{1,3}[.)])\s|^\s*$")
"""How a line starts that does not go on from the one before."""


@dataclass(frozen=True)
class Page:
    """What a text written by hand says of people, each with its line, counted from 1: contacts, and who is named.

    resources: ids of the outside resources it leads to.
    """

    contacts: tuple[tuple[int, Mistake], ...]
    persons: tuple[tuple[int, str], ...]
    resources: frozenset[str] = frozenset()


def page_of(text: str) -> Page:
    """Look through a hand-written page, or the comments of a file."""
    words = "\n".join(_line(line) for line in text.splitlines())  # whole: a number may run on past a line's end
    contacts = ((words.count("\n", 0, at) + 1, told) for at, told in contacts_in(words))
    persons = ((words.count("\n", 0, at) + 1, name) for at, name in persons_in(words))
    resources = frozenset(RESOURCE_LINK.findall(text))
    return Page(tuple(dict.fromkeys(contacts)), tuple(dict.fromkeys(persons)), resources)


def nobody_can_be_rung_or_written_to(library: Library, existing: Names) -> Iterator[Finding]:
    """No text holds a phone number or a mailbox, but for national urgent lines and mailboxes of agreed roles."""
    for kind, id, mentions in existing.named:
        yield from (Finding(kind, id, road, told) for road, told in mentions.contacts)


def nobody_is_named_who_is_credited_nowhere(library: Library, existing: Names) -> Iterator[Finding]:
    """No text holds the name of a person who is credited nowhere."""
    credited = _credited_in(existing)
    for kind, id, mentions in existing.named:
        for road, name in mentions.persons:
            if told := _named(name, credited):
                yield Finding(kind, id, road, told)


def in_pages(existing: Names, pages: Iterable[tuple[str, Page]]) -> Iterator[Problem]:
    """Yield the same problems in hand-written pages and comments. pages: with the path of each."""
    credited = _credited_in(existing)
    for path, page in pages:
        named = ((line, _named(name, credited)) for line, name in page.persons)
        for line, told in (*page.contacts, *named):
            if told:
                yield Problem(path, line, (), told)


def _named(name: str, credited: str | None) -> Mistake | None:
    """What is wrong where a person is named and not credited. credited: None where that is not existing."""
    if credited is None or name.casefold() in credited:
        return None
    return mistake("person-named", name=excerpt(name))


def _line(line: str) -> str:
    """A line of Markdown, folded, with a bar where its words do not run on from or into another line."""
    if not line:
        return "| "
    words = folded(line)
    return f"{words} |" if words.startswith("#") else _POINT.sub("| ", words)


def _credited_in(existing: Names) -> str | None:
    """Every title, publisher and author the library gives credit to, to look names up in.

    None where something could not be read: it may be where somebody is credited, and one mistake is told once.
    """
    if any(existing.broken.values()):
        return None
    credits = dict.fromkeys(words for _, _, mentions in existing.named for words in mentions.credits)
    return folded(" | ".join(credits)).casefold()
