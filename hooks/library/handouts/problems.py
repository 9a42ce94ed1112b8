"""What stops a sheet from being made."""

from collections.abc import Iterable


class SheetError(Exception):
    """A sheet that could not be made: a sentence for each reason, with its source."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = tuple(dict.fromkeys(sentences))
        super().__init__("\n".join(self.sentences))
