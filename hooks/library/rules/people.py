"""Numbers, mailboxes and names in words that people read.

Numbers and mailboxes are told however they are spaced. A name is told where a title or a common given name stands
before it, so many are not; whoever reads a change must look too.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from unicodedata import normalize

from library.problems import Mistake, excerpt, mistake

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

_MARKS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+|(?<!_)_++(?!\w)|`|</?[a-z]{1,10}>|\\(?=[^\w\s])")
"""What makes words bold, slanted or code, and stands between letters that readers see side by side."""
_FOLDED = str.maketrans(
    {"\n": " ", **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"), **dict.fromkeys("\u2010\u2012\u2212", "-")}
)
_FOLDS = re.compile(r"[^ -$'-)+-;=-\[\]^a-~‘’“”–—]")
"""What folding may change, but for a short title's dot: all but plain letters, figures and signs, and &%*_`<\\ too."""
_SHORT_TITLE = re.compile(r"\b(Cllr|Dr|DR|Mr|MR|Mrs|MRS|Ms|MS|Prof|Revd?|Sgt)\.(?=\s)")
_MAY_BE_SHORT = re.compile(r"[A-Z]\w{1,3}\.\s")
_ADDRESS = re.compile(r"https?://\S+")
_NO_NUMBER = re.compile(
    r"https?://\S+|\b\d\d?[/.]\d\d?[/.]\d{4}\b|\bISBN[\s:]{1,3}[\dX -]{10,17}|\b[A-Z]\w{0,9}-\d{5}-\d{4}\b"
)
"""Addresses, days, numbers of books and of government papers: figures that nobody can ring."""
_FIGURES = re.compile(r"\d[\d\s()./–—-]{3,}\d")
"""What no number that can be rung is without."""
_AT = ("@", "at)", "at]", "AT")
"""What no mailbox is without."""
_CAPITALISED = re.compile(r"[^a-z\W\d_][\w-]*")
_MAILBOX = re.compile(
    r"(?<![\w.+-])[\w.+-]++(?:\s?(?:@|\(at\)|\[at\])\s?|\sAT\s)[\w-]+(?:(?:\.|\s?[(\[]dot[)\]]\s?|\sDOT\s)[\w-]+)+"
)
_NUMBER = re.compile(r"(?<![\w./])(?:\+|\(?0(?:\) ?)?(?=\d))[\d\s()./–—-]{6,60}\d(?![\w/])")
_NEXT_NUMBER = re.compile(r"\s+(?=\(?0[1-9]\d\d)")
_RUNG = re.compile(
    r"(?i)\b(?:call|ring|phone|telephone|dial|text|tel|mobile|landline|helpline|whatsapp|(?:contact|direct|duty|her|his|"
    r"home|my|new|office|our|their|work|your) number|(?:advice|direct|duty|help) line)\b"
    r"[:.]?(?:\s+\w+){0,3}?\s+(\d[\d\s-]{3,}\d)(?!\w)"
)
_LINKED = re.compile(r"(?i)(?:\bwa\.me/|\b(?:tel|sms|callto):|[?&]phone=)(\+?\d{5,})")
_THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})* 000")
_RUN = re.compile(r"[^\W\d_][\w’'-]*(?:(?: +|\n *)(?:[^\W\d_a-zß-ÿ][\w’'-]*))*")
_CITED = re.compile(r"(?:,? et al\.?| (?:and|&) \w+)?,? ?\(?(?:19|20)\d\d\b")
_TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "councillor", "sir", "dame", "judge"}
_TITLES |= {"rev", "revd", "reverend", "pc", "dc", "dci", "sgt", "sergeant", "inspector", "constable"}
_BEFORE_PLACES = {"st", "saint", "queen", "king", "prince", "princess", "lake", "mount", "port"}


def _word_lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], re.Pattern[str]]:
    """Names told alone, those told before a surname, words that no surname is, and what is called after a person."""
    lines = (Path(__file__).parent / "given-names.txt").read_text(encoding="utf-8").splitlines()
    listed = " ".join(line for line in lines if not line.startswith("#"))
    *parts, called_after = re.split("with a surname:|not a person:|called after a person:", listed)
    alone, with_surname, no_person = (frozenset(part.casefold().split()) for part in parts)
    phrases = "|".join(re.escape(phrase.strip()) for phrase in called_after.split(";"))
    return alone, with_surname, no_person, re.compile(rf"\b(?:{phrases})\b")


_ALONE, _WITH_SURNAME, _NO_PERSON, _CALLED_AFTER = _word_lists()
_BEGIN_NAMES = {re.split("[’']", name)[0] for name in _ALONE | _WITH_SURNAME | _TITLES}
"""Where none of these stands in a text with a capital, nobody is named in it."""


def folded(words: str) -> str:
    """Words as a reader sees them, on one line: no marks, nothing invisible, one sort of space and of hyphen."""
    if _FOLDS.search(words):
        words = _MARKS.sub("", normalize("NFKC", unescape(words).replace("%40", "@")).translate(_FOLDED))
    return _SHORT_TITLE.sub(r"\1 ", words) if _MAY_BE_SHORT.search(words) else words


def _struck(pattern: re.Pattern[str], words: str) -> str:
    """Words with all that a pattern matches struck out; everything else stays where it was."""
    return pattern.sub(lambda match: re.sub(r"\S", "|", match[0]), words)


def contacts_in(words: str) -> Iterator[tuple[int, Mistake]]:
    """Where phone numbers and mailboxes stand in folded words, counted from 0, each as a mistake."""
    yield from _numbers(words)
    yield from _mailboxes(words)


def _numbers(words: str) -> Iterator[tuple[int, Mistake]]:
    if not _FIGURES.search(words):
        return
    bare = _struck(_NO_NUMBER, words)
    shown = {match.start(): match[0] for match in _NUMBER.finditer(bare)}
    shown |= {match.start(1): match[1] for match in (*_RUNG.finditer(bare), *_LINKED.finditer(words))}
    for at, run in shown.items():
        for number in _single(run):
            yield at, mistake("phone-number", number=excerpt(number))


def _single(run: str) -> Iterator[str]:
    """The phone numbers in a run of figures: where it is too long for one, several may stand side by side."""
    digits = re.sub(r"\D", "", run)
    if digits in URGENT_LINES or _THOUSANDS.fullmatch(run):
        return
    if run[0] not in "(0+" or 9 <= len(digits) <= 14:
        yield run
    elif len(digits) > 14 and len(numbers := _NEXT_NUMBER.split(run)) > 1:
        for number in numbers:
            yield from _single(number)


def _mailboxes(words: str) -> Iterator[tuple[int, Mistake]]:
    if not any(at in words for at in _AT):
        return
    for match in _MAILBOX.finditer(words):
        if match[0].casefold() not in ROLE_MAILBOXES:
            agreed = ", ".join(sorted(ROLE_MAILBOXES))
            yield match.start(), mistake("mailbox", mailbox=excerpt(match[0]), agreed=agreed)


def persons_in(words: str) -> Iterator[tuple[int, str]]:
    """Where persons are named in folded words, counted from 0, and their names."""
    if not _BEGIN_NAMES.isdisjoint(map(str.casefold, _CAPITALISED.findall(words))):
        yield from _people(_struck(_CALLED_AFTER, _struck(_ADDRESS, words)))


def _people(words: str) -> Iterator[tuple[int, str]]:
    """Where what looks like the name of a person stands, and the name.

    That is a title or a given name, with the capitalised words that follow.
    """
    for run in _RUN.finditer(words):
        if run[0].islower():
            continue  # as most are: there is no name without a capital
        parts = list(re.finditer(r"\S+", run[0]))
        plain = [re.sub(r"[’'][sS]?$", "", part[0]) for part in parts]
        for number, part in enumerate(plain):
            before = plain[number - 1].casefold() if number else ""
            after = plain[number + 1 : number + 5]
            if part[0].islower() or before in _BEFORE_PLACES or {word.casefold() for word in after} & _NO_PERSON:
                continue
            if not after and _CITED.match(words, run.end()):
                continue  # a surname and a year, such as Scott (2019)
            if _begins_a_name(part.casefold(), after):
                owned = (end for end in range(number, len(plain)) if plain[end] != parts[end][0])
                last = min(next(owned, len(plain)), number + 2)  # what somebody owns is no part of their name
                yield run.start() + parts[number].start(), " ".join(plain[number : last + 1])
                break


def _begins_a_name(part: str, after: list[str]) -> bool:
    if part in _ALONE:
        return True
    return bool(after) and (part in _WITH_SURNAME or part in _TITLES)
