"""What may be better said in another way. Advice stops nothing: whoever writes knows more than it does."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from library.core.document import Document
from library.core.library import Library
from library.core.plan import Prompt
from library.core.safety import SAFETY_FRAME
from library.core.shared import SHARED_TEXT, TOPIC
from library.core.variant import Variant
from library.core.walk import Road, leaves, marked, parts
from library.core.words import WORD
from library.problems import excerpt, mistake
from library.types.plain import Named
from library.types.text import Text

from .finding import Finding
from .reading_age import age, sentences, syllables, words

MOST_WORDS = 25
"""In a sentence, as GOV.UK advises."""
OLDEST = 14
"""The reading age that the library keeps below."""
_ENOUGH = 100
"""Words from which a document has a reading age."""
_ALIKE = 0.8
_SECOND_QUESTION = re.compile(r",? (?:and|or) (?:what|how|who|where|when|why|which)\b", re.IGNORECASE)
_YES_OR_NO = re.compile(
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might) \w", re.IGNORECASE
)
_SAID = {"avoid": "advice-avoid", "idiom": "advice-idiom"}
_CALLED = {"aliases", "synonyms", "spelling", "spoken", "publisher", "permission", "owner_role", "version", "id"}
"""Keys whose words are names, or that nobody chose for readers."""


def a_question_asks_one_thing(library: Library) -> Iterator[Finding]:
    """A question asks one thing: of two, people answer the easier one."""
    for kind, document in library.documents:
        for road, prompt in _prompts(document):
            text = prompt.text.plain
            if text.count("?") > 1 or _SECOND_QUESTION.search(text):
                yield Finding(kind, document.id, road, mistake("advice-two-questions", question=excerpt(text)))


def a_question_opens_a_talk(library: Library) -> Iterator[Finding]:
    """A question does not begin so that yes or no would answer it."""
    for kind, document in library.documents:
        for road, prompt in _prompts(document):
            if opening := _YES_OR_NO.match(prompt.text.plain):
                first = opening[0].split()[0]
                yield Finding(kind, document.id, road, mistake("advice-yes-or-no", opening=excerpt(first)))


def a_sentence_is_short(library: Library) -> Iterator[Finding]:
    """A sentence has at most 25 words."""
    for kind, entry in library.everything:
        for road, paragraph in _written(entry):
            for sentence in sentences(paragraph):
                if (count := len(sentence.split())) > MOST_WORDS:
                    told = mistake("advice-long-sentence", count=count, sentence=excerpt(sentence))
                    yield Finding(kind, entry.id, road, told)


def a_document_is_easy_to_read(library: Library) -> Iterator[Finding]:
    """A document can be read at 14: by the lengths of its sentences and words, with the hardest sentence named."""
    written = {
        (kind, document.id): [sentence for _, text in _written(document) for sentence in sentences(text)]
        for kind, document in library.documents
    }
    counts = syllables(sentence for listed in written.values() for sentence in listed)
    for (kind, id), listed in written.items():
        if sum(len(words(sentence)) for sentence in listed) >= _ENOUGH and (years := age(listed, counts)) > OLDEST:
            long = [sentence for sentence in listed if len(words(sentence)) >= 8] or listed
            hardest = max(long, key=lambda sentence: age([sentence], counts))
            told = mistake("advice-reading-age", age=round(years), hardest=excerpt(hardest, 160))
            yield Finding(kind, id, (), told)


def words_say_what_is_meant(library: Library) -> Iterator[Finding]:
    """Words that judge, hide what is meant or read as translated are left out: guides/shared/words.yaml lists them."""
    rows = [(row, _any_of(row.words), row.unless) for row in library[WORD].values() if row.sort != "known"]
    for kind, entry in library.everything:
        for road, text in _written(entry):
            for row, pattern, unless in rows:
                for match in pattern.finditer(text):
                    if not _is_quoted(text, match) and not any(_around(text, match, longer) for longer in unless):
                        values = {"word": excerpt(match[0]), "why": row.why, "instead": row.instead or ""}
                        yield Finding(kind, entry.id, road, mistake(_SAID[row.sort], **values))


def questions_differ(library: Library) -> Iterator[Finding]:
    """No two questions are nearly the same, within a document or between two; only variants of one share theirs."""
    asked = [
        (kind, document, road, prompt.text.plain, frozenset(prompt.text.plain.casefold().split()))
        for kind, document in library.documents
        for road, prompt in _prompts(document)
    ]
    for (_, other, _, first, those), (kind, document, road, text, these) in combinations(asked, 2):
        if 2 * len(those & these) < _ALIKE * (len(those) + len(these)) - 1 or _are_variants(other, document):
            continue
        if SequenceMatcher(None, first.casefold(), text.casefold(), autojunk=False).ratio() > _ALIKE:
            told = mistake("advice-alike", question=excerpt(text), other=excerpt(first), id=other.id)
            yield Finding(kind, document.id, road, told)


ADVICE = (
    a_question_asks_one_thing,
    a_question_opens_a_talk,
    questions_differ,
    a_sentence_is_short,
    a_document_is_easy_to_read,
    words_say_what_is_meant,
)


def _prompts(document: Document) -> Iterator[tuple[Road, Prompt]]:
    return (((*road, "text"), part) for road, part in parts(document) if isinstance(part, Prompt))


def _written(entry: Named) -> Iterator[tuple[Road, str]]:
    """Each paragraph and point of what the library says in its own words, with the road to the text."""
    if not isinstance(entry, Document) and type(entry) not in (SAFETY_FRAME.model, SHARED_TEXT.model, TOPIC.model):
        return
    theirs = {road for road, _, _ in marked(entry)}
    for road, leaf in leaves(entry):
        if road in theirs or _CALLED.intersection(road):
            continue
        if isinstance(leaf, Text):
            yield from ((road, "".join(span.text for span in line)) for line in leaf.lines)
        else:
            yield road, leaf


def _any_of(listed: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(map(re.escape, listed), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest)})(?![\w-])", re.IGNORECASE)


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    """Whether the words stand in quotation marks by themselves: then they are talked about, and not used."""
    around = text[: match.start()][-1:] + text[match.end() : match.end() + 1]
    return around in ('""', "“”", "‘’", "''")


def _around(text: str, match: re.Match[str], longer: str) -> bool:
    """Whether longer words stand round those that match."""
    near = text[max(0, match.start() - len(longer)) : match.end() + len(longer)]
    return longer.casefold() in near.casefold()


def _are_variants(first: Document, second: Document) -> bool:
    """Whether two documents are variants of one, and not one document."""
    return first is not second and _family(first) == _family(second)


def _family(document: Document) -> str:
    return (isinstance(document, Variant) and document.variant_of) or document.id
