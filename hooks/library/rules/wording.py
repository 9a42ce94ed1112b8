"""What is remembered of an entry's words, to be compared with others: questions, acronyms and runs of words."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from zlib import crc32

from library.core.plan import Prompt
from library.core.walk import Road, parts
from library.types.plain import Named

_WORD = re.compile(r"\w+")
_RUN = 7
"""Words in a row that two people seldom write by chance."""
_SAMPLE = 16
"""Of so many runs one is remembered: which, the words themselves decide, so that copies remember the same."""
_CAPITALS = re.compile(r"[A-Z][A-Z]")
_ACRONYM = re.compile(r"(?<![\w.@/-])[A-Z]{2,}(?=s?(?![\w@])(?!\.\w))")
_EXPLAINED = re.compile(r"s?(?: [a-z]+)? \(")
"""What follows an acronym that is explained behind it, as in "CPD note (for …"."""
_NAMES = {"aliases", "spelling", "letter", "spoken", "publisher", "permission", "title", "id"}
"""Keys under which something is called what it is called."""


def asked_in(entry: Named) -> Iterator[tuple[Road, str]]:
    """Every question of an entry, as it is compared: small letters, and nothing but words. With the road to it."""
    for road, part in parts(entry):
        if isinstance(part, Prompt):
            yield (*road, "text"), " ".join(_WORD.findall(part.text.plain.casefold()))


def runs_in(texts: Iterable[str]) -> frozenset[int]:
    """A sample of the runs of words in texts, each as a number."""
    sums: dict[str, int] = {}
    kept = []
    for text in texts:
        words = _WORD.findall(text.casefold())
        numbers = [sums.get(word) or sums.setdefault(word, crc32(word.encode())) for word in words]
        for at in range(len(words) - _RUN + 1):
            if (numbers[at] ^ numbers[at + 1] >> 3) % _SAMPLE == 0:
                kept.append(crc32(" ".join(words[at : at + _RUN]).encode()))
    return frozenset(kept)


def acronyms_in(
    texts: Iterable[tuple[Road, str]], credited: Set[Road], line: Callable[[Road], int]
) -> Iterator[tuple[Road, str]]:
    """Every acronym that is not explained where a document first has it, with the road to it.

    texts: all of the document's, in plain words. credited: the roads to those that give credit.
    line: of a value in its file, for "first" is what stands first to whoever reads it there.
    """
    seen: set[str] = set()
    holding = [(road, text) for road, text in texts if _CAPITALS.search(text)]
    for road, text in sorted(holding, key=lambda written: line(written[0])):
        if road in credited or _NAMES.intersection(road):
            continue
        for acronym in _ACRONYM.finditer(text):
            if acronym[0] not in seen:
                seen.add(acronym[0])
                if text[: acronym.start()][-1:] != "(" and not _EXPLAINED.match(text, acronym.end()):
                    yield road, acronym[0]
