"""The editors' own list of words: those that need no explanation, and those that rarely say what is meant."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from library.types.plain import Id, Line, Named
from library.types.refusal import refusal

from .kind import Kind

WordSort = Literal["known", "avoid", "idiom"]


class Word(Named):
    """A row of the list: words or acronyms that share a reason."""

    id: Id
    """Its lasting name."""
    words: Annotated[tuple[Line, ...], Field(min_length=1)]
    """The words, written as a document would. Of an acronym the capitals count; of other words they do not."""
    sort: WordSort
    """known: an acronym that may stand without explanation. avoid: a word that judges or hides what is meant.
    idiom: a turn of phrase that few people would say, or that does not travel."""
    why: Line
    """Why it stands in this list, in a sentence that whoever wrote the word can use."""
    instead: Line | None = None
    """What to say in its place; needed unless it is known."""
    unless: tuple[Line, ...] = ()
    """Longer words in which it may stand, for the field says them so: foster carer, say."""

    @model_validator(mode="after")
    def _helps(self) -> "Word":
        if (self.instead is None) != (self.sort == "known"):
            raise refusal("word-without-help")
        return self


WORD = Kind("word", "words", Word, source="guides/shared/words.yaml")
