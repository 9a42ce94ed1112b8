"""Rules about what is said twice: questions, and whole documents."""

from collections import Counter
from collections.abc import Iterator

from library.core.library import Library
from library.core.plan import Prompt
from library.core.variant import Variant
from library.core.walk import Road, parts
from library.problems import excerpt, mistake
from library.types.plain import Named

from .finding import Finding, Names

_FEWEST = 10
"""Runs of words from which two documents can be compared."""
_COPIED = 40
"""Of a hundred runs, those that another may hold: two that were written on one pattern share a quarter."""
_Place = tuple[str, str, str]
"""A kind's name, an id, and the id of the first of its variants."""


def no_question_is_asked_twice(library: Library, existing: Names) -> Iterator[Finding]:
    """No question stands twice in the same words, in one document or in two; only variants of one share theirs."""
    first: dict[str, _Place] = {}
    for kind, id, mentions in existing.named:
        here = _place(kind.name, library[kind][id])
        own: set[str] = set()
        for road, words in mentions.asked:
            there = first.setdefault(words, here)
            if words in own or there[2] != here[2]:
                asked = excerpt(_question(library[kind][id], road))
                told = mistake("question-twice", question=asked, kind=there[0], other=there[1])
                yield Finding(kind, id, road, told)
            own.add(words)


def no_document_is_nearly_another(library: Library, existing: Names) -> Iterator[Finding]:
    """No document says for the most part what another says already; only variants of one may."""
    first: dict[int, _Place] = {}
    for kind, document in library.documents:
        here = _place(kind.name, document)
        runs = existing.mentions[kind.name, document.id].runs
        shared = Counter(first.setdefault(run, here) for run in runs)
        others = {there: count for there, count in shared.items() if there[2] != here[2]}
        if len(runs) < _FEWEST or not others:
            continue
        other = max(others, key=lambda there: (others[there], there))
        share = 100 * others[other] // len(runs)
        if share >= _COPIED:
            yield Finding(kind, document.id, (), mistake("nearly-another", kind=other[0], other=other[1], share=share))


def _question(entry: Named, road: Road) -> str:
    """A question as it is written."""
    asked = {place: part for place, part in parts(entry) if isinstance(part, Prompt)}
    return asked[road[:-1]].text.plain


def _place(kind: str, entry: Named) -> _Place:
    first = entry.variant_of if isinstance(entry, Variant) and entry.variant_of else entry.id
    return kind, entry.id, f"{kind}:{first}"
