"""Rules about people: no phone number, no mailbox and no private person's name stands in what is published.

Numbers and mailboxes are told for certain. A name is told where a title or a common given name stands before it, so
many are not; whoever reads a change must look too. Published authors and speakers may stand: the catalogue knows them.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from library.model.kinds import Guide
from library.model.leaves import Road, leaves
from library.model.library import DOCUMENT_SHELVES, LIST_SHELVES, Library
from library.model.text import Text
from library.problems import Problem, excerpt

from .finding import Finding, Known

URGENT_LINES = {
    "999": "emergency services in the United Kingdom",
    "112": "the same, as in the rest of Europe",
    "101": "the police, where nobody is in danger; every force's own pages",
    "111": "NHS 111, 111.nhs.uk",
    "116123": "Samaritans, www.samaritans.org/how-we-can-help/contact-samaritan/",
    "08001111": "Childline, www.childline.org.uk",
}
"""National lines that may stand in content: from the digits to who answers, and who publishes the number."""

ROLE_MAILBOXES = {"sscp@salford.gov.uk", "enquiries@1625ip.co.uk"}
"""Mailboxes of a role, not of a person, that their owners publish; both stand in the library's sources."""

_ADDRESS = re.compile(r"https?://\S+")
_MAILBOX = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\w./])(?:\+|\(?0)\d?[\d\s().–-]{6,}\d(?![\w/])")
_RUNG = re.compile(
    r"(?i)\b(?:call|ring|phone|telephone|dial|text|tel)\b[:.]?(?:\s+\w+){0,3}?\s+(\d[\d\s-]{3,}\d)(?!\w)"
)
_RUN = re.compile(r"[^\W\d_][\w’'-]*(?:[ \u00a0]+(?:[^\W\d_a-zß-ÿ][\w’'-]*))*")
_CITED = re.compile(r"(?:,? et al\.?| (?:and|&) \w+)?,? ?\(?(?:19|20)\d\d\b")
_TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "sir", "dame"}
_BEFORE_PLACES = {"st", "saint", "queen", "king", "prince", "princess", "lake", "mount", "port"}


def _word_lists() -> Iterator[frozenset[str]]:
    """Given names that are told alone, those that are told before a surname, and words that no surname is."""
    lines = (Path(__file__).parent / "given-names.txt").read_text(encoding="utf-8").splitlines()
    listed = " ".join(line for line in lines if not line.startswith("#"))
    for part in re.split("with a surname:|not a person:", listed):
        yield frozenset(part.casefold().split())


_ALONE, _WITH_SURNAME, _NO_PERSON = _word_lists()


def nobody_can_be_rung_or_written_to(library: Library, known: Known) -> Iterator[Finding]:
    """No text holds a phone number but those of national urgent lines, nor a mailbox but those of agreed roles."""
    for shelf, id, road, words in _texts(library):
        for sentence in (*_numbers(words), *_mailboxes(words)):
            yield Finding(shelf, id, road, sentence)


def nobody_is_named(library: Library, known: Known) -> Iterator[Finding]:
    """No text names a person who is not credited in a source, a reference or the catalogue."""
    if any(known.broken.values()):
        return  # what could not be read may be where somebody is credited; one mistake is told once
    credited = _credited(library)
    for shelf, id, road, words in _texts(library):
        if not _credits(shelf, road):
            for sentence in _names(words, credited):
                yield Finding(shelf, id, road, sentence)


def pages(known: Known, hand_written: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield the same problems in hand-written pages. hand_written: path and text of each."""
    credited = None if any(known.broken.values()) else _credited(known.library)
    for path, text in hand_written:
        for number, line in enumerate(text.splitlines(), 1):
            names = () if credited is None else _names(line, credited)
            for sentence in (*_numbers(line), *_mailboxes(line), *names):
                yield Problem(path, number, "", sentence)


def _texts(library: Library) -> Iterator[tuple[str, str, Road, str]]:
    """Shelf, id, road and words of every text and line an author wrote, with where its links lead."""
    for shelf in (*DOCUMENT_SHELVES, *LIST_SHELVES):
        for id, entry in getattr(library, shelf).items():
            for road, leaf in leaves(entry):
                words = f"{leaf.plain} {' '.join(leaf.links)}" if isinstance(leaf, Text) else leaf
                yield shelf, id, road, words


def _numbers(words: str) -> Iterator[str]:
    bare = _ADDRESS.sub(" ", words)
    shown = dict.fromkeys(match[0].strip() for match in _NUMBER.finditer(bare))
    shown |= dict.fromkeys(match[1].strip() for match in _RUNG.finditer(bare))
    for number in shown:
        digits = re.sub(r"\D", "", number)
        if digits in URGENT_LINES or (number[0] in "(0+" and not 9 <= len(digits) <= 14):
            continue
        yield (
            f"holds the phone number {excerpt(number)}. Numbers change, and somebody rings the old one: take it out, "
            "and link to the page that gives it. Only national urgent lines such as 999 may stand."
        )


def _mailboxes(words: str) -> Iterator[str]:
    for mailbox in dict.fromkeys(match[0] for match in _MAILBOX.finditer(words)):
        if mailbox.removeprefix("mailto:").casefold() not in ROLE_MAILBOXES:
            yield (
                f"holds the mailbox {excerpt(mailbox)}. It may be a person's: take it out, and link to the page that "
                f"gives it. Mailboxes that may stand: {', '.join(sorted(ROLE_MAILBOXES))}."
            )


def _names(words: str, credited: str) -> Iterator[str]:
    for name in dict.fromkeys(_people(_ADDRESS.sub(" ", words))):
        if name.casefold() not in credited:
            yield (
                f"seems to name a person, {excerpt(name)}. Say what they do instead. If it is an author, a speaker or "
                "something called after a person, name it in a source, in a reference, or in resources.yaml under "
                "'title', 'publisher' or 'by'; then it may stand everywhere."
            )


def _people(words: str) -> Iterator[str]:
    """What looks like the name of a person: a title or a given name, with the capitalised words that follow."""
    for run in _RUN.finditer(words):
        parts = run[0].replace("\u00a0", " ").split()
        plain = [re.sub(r"[’'][sS]?$", "", part) for part in parts]
        for number, part in enumerate(plain):
            before = plain[number - 1].casefold() if number else ""
            after = plain[number + 1 :]
            if part[0].islower() or before in _BEFORE_PLACES or {word.casefold() for word in after} & _NO_PERSON:
                continue
            if not after and _CITED.match(words, run.end()):
                continue  # a surname and a year, such as Scott (2019)
            if _begins_a_name(part.casefold(), after):
                yield " ".join(plain[number : number + 3])
                break


def _begins_a_name(part: str, after: list[str]) -> bool:
    if part in _ALONE:
        return True
    return bool(after) and (part in _WITH_SURNAME or part in _TITLES)


def _credits(shelf: str, road: Road) -> bool:
    """Whether a road leads to where the library gives credit."""
    if shelf == "resources":
        return road[0] in ("title", "publisher", "by")
    return (road[0] == "sources" and road[-1] in ("title", "publisher")) or road[:2] == ("background", "references")


def _credited(library: Library) -> str:
    """Every title, publisher and author the library gives credit to, to look names up in."""
    given = [f"{resource.title} | {resource.publisher} | {resource.by}" for resource in library.resources.values()]
    for _, document in library.documents:
        given += [f"{source.title} | {source.publisher}" for source in document.sources]
        if isinstance(document, Guide):
            given += [f"{work.cited_as} | {work.work}" for work in document.background.references]
    return " | ".join(given).casefold()
