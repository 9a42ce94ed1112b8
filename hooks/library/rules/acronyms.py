"""Rules about acronyms."""

from collections.abc import Iterator

from library.core.library import Library
from library.core.words import WORD
from library.problems import excerpt, mistake

from .finding import Finding, Names


def acronyms_are_explained(library: Library, existing: Names) -> Iterator[Finding]:
    """An acronym is spelt out where a document first has it, unless guides/shared/words.yaml says it is known."""
    if existing.broken.get(WORD.name):
        return
    explained = {word for row in library[WORD].values() if row.sort == "known" for word in row.words}
    for kind, id, mentions in existing.named:
        for road, acronym in mentions.acronyms:
            if acronym not in explained:
                yield Finding(
                    kind, id, road, mistake("acronym-unexplained", acronym=excerpt(acronym), list=WORD.source)
                )
