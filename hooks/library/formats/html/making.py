"""What every page of the library is made with, and how the pages of a long list hang together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from library.core.document import Document
from library.core.download import Offer
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.page_file import markdown_of, page_at
from library.core.paging import page_address, pages_of
from library.sections.blocks import Section
from library.sections.shared import Teller
from library.texts import Texts

from .lists import Card, Cards, Further
from .offers import KindAndDocument
from .page import Front, HtmlPage
from .writing import Writer

_T = TypeVar("_T")
Offers = Callable[[str], Sequence[Offer]]
"""Given where a document's Markdown would stand below the docs folder: what there is of it to print or change."""


class Maker:
    """Makes the pages of one library in one language."""

    def __init__(self, library: Library, texts: Texts, offers: Offers) -> None:
        self.library = library
        self.offers = offers
        self.texts = texts
        self.say = texts.say
        self.tell = Teller(library, texts)
        self._writer = Writer(library, texts)
        self._cards: dict[str, Card] = {}

    def page(
        self,
        path: str,
        source: str,
        front: Front,
        sections: Callable[[], Iterable[Section]],
        *,
        title: str = "",
        opening: str = "",
    ) -> HtmlPage:
        """A page. sections: what stands on it, told when it is written. title: what stands at its head, where that is
        not its own title. opening: what it is about, below that."""
        url, head = page_at(path), title or front.title
        return HtmlPage(path, source, front, lambda: self._writer.body(url, head, opening, sections()))

    def fragment(self, url: str, sections: Iterable[Section]) -> str:
        """A part of a page that is written by hand. url: the page's own address below the site's."""
        return self._writer.fragment(url, sections)

    def list_pages(
        self,
        path: str,
        source: str,
        front: Front,
        entries: Sequence[_T],
        sections: Callable[[tuple[_T, ...]], Iterable[Section]],
        *,
        size: int,
        opening: str = "",
    ) -> Iterator[HtmlPage]:
        """A list in as many pages as it takes, each with links to the others. sections: what stands on one of them."""
        folder, pages = page_at(path), pages_of(entries, size)
        for number, listed in enumerate(pages, 1):
            yield self.page(
                path if number == 1 else markdown_of(page_address(folder, number)),
                source,
                self._front_of(front, number),
                partial(_one_of, partial(sections, listed), folder, len(pages), number),
                opening=opening,
            )

    def cards(self, documents: Iterable[KindAndDocument], *, is_of_one_kind: bool = False) -> Cards:
        """Documents to choose from. is_of_one_kind: whether the page says already what they are."""
        cards = (self.card(kind, document) for kind, document in documents)
        return Cards(tuple(replace(card, kind="") if is_of_one_kind else card for card in cards))

    def many(self, kind: str) -> str:
        """What the page is called that lists a kind, by its name."""
        return self.say(f"kinds.{kind}-many")

    def card(self, kind: DocumentKind[Any], document: Document) -> Card:
        """A document in a list: the same in every list that it stands in."""
        address = kind.page_of(document.id)
        if address not in self._cards:
            name, facts = self.say(f"kinds.{kind.name}-one"), kind.card(document, self.tell)
            self._cards[address] = Card(document.title, address, name, document.summary, facts)
        return self._cards[address]

    def _front_of(self, front: Front, number: int) -> Front:
        """No two pages have the same title."""
        title = front.title if number == 1 else self.say("page.further-title", title=front.title, number=number)
        return replace(front, title=title)


def _one_of(sections: Callable[[], Iterable[Section]], folder: str, count: int, current: int) -> Iterator[Section]:
    """What stands on one of several pages of a list, and the way to the others."""
    yield from sections()
    yield from _further(folder, count, current)


def _further(folder: str, count: int, current: int) -> Iterator[Section]:
    if count > 1:
        pages = tuple(page_address(folder, number) for number in range(1, count + 1))
        yield Section("further", "", (Further(pages, current),))
