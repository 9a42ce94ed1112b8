"""A text to change while it is written, top to bottom: what Word and OpenDocument have in common."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from library.sections.blocks import Telling
from library.sections.phrases import Phrases
from library.texts import Texts
from library.types.text import Text

from .runs import Spans, bold

PAGE, PAGES = "\ue000", "\ue001"
"""Where the number of the page and the number of all pages go in a sentence of ours."""


class TextFile(ABC):
    """A text to write into. texts: the words it says of its own."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.say = texts.say
        self.phrases = Phrases(texts)

    def text(self, text: Text, *, style: str = "Normal", lead: str = "") -> None:
        """Paragraphs and lists. lead: what the first paragraph runs on from, in bold."""
        before = bold(lead)
        for block in text.blocks:
            if block.kind == "paragraph":
                self.line((*before, *block.lines[0]) if lead else block.lines[0], style)
            else:
                if lead:
                    self.line(before, style)
                (self.points if block.kind == "bullets" else self.numbers)(block.lines)
            lead = ""

    @abstractmethod
    def describe(self, telling: Telling) -> None:
        """The file's own account of itself."""

    @abstractmethod
    def heading(self, level: int, title: str) -> None:
        """A heading. level: 1 for the title of the whole."""

    @abstractmethod
    def line(self, line: Spans, style: str = "Normal") -> None:
        """A paragraph."""

    @abstractmethod
    def points(self, lines: Iterable[Spans]) -> None:
        """A list with bullets."""

    @abstractmethod
    def numbers(self, lines: Iterable[Spans]) -> None:
        """A numbered list that starts at 1."""

    @abstractmethod
    def table(
        self, rows: Iterable[Sequence[str]], *, title: str, description: str, head: Sequence[str], widths: Sequence[int]
    ) -> None:
        """A table of plain words. title, description: for screen readers. widths: of its columns, in mm."""

    @abstractmethod
    def place_to_write(self, label: str) -> None:
        """A place to write, named for screen readers; it holds nothing that would have to be taken out first."""

    @abstractmethod
    def qr(self, address: str, description: str) -> None:
        """A QR code. description: for those who don't see it."""

    @abstractmethod
    def foot(self, lines: tuple[str, ...], words: str, numbers: str) -> None:
        """What stands at the foot of every page, so that it travels with whatever is changed and passed on.

        lines: a paragraph each, before the words with the numbers. numbers: with PAGE and PAGES where the numbers go.
        """

    @abstractmethod
    def content(self) -> bytes:
        """The whole file."""
