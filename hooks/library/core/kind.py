"""What a kind of content is: its one name, its model, where authors write it and where readers find it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from library.problems import Mistake
from library.types.plain import Named

from .action_outline import ActionOutline
from .document import Document
from .page_outline import PageOutline
from .sheet import PACK, SheetOutline
from .walk import Road

E = TypeVar("E", bound=Named)
D = TypeVar("D", bound=Document)

Arrangement = Literal["in-order", "beside-a-wheel", "on-a-form", "with-chips"]
"""How the sections of a document stand on its own page: one below another, what is drawn first and what to know of it
at its side, as a form to write on, or as questions to narrow down."""
Listing = Literal["cards", "deck", "compared"]
"""What the page that lists a kind offers: a card for each, a deck of all their questions, or cards and a comparison."""

OwnRule = Callable[[Any], Iterator[tuple[Road, Mistake]]]
"""A rule of one kind: given an entry, the road to each mistake in it, and the mistake. Its docstring is the rule."""


@dataclass(frozen=True, eq=False)
class Kind(Generic[E]):
    """A kind of content. Two kinds never share a name, a source or a page.

    name: its one spelling, in links ("guide:its-id"), schemas, data and addresses.
    plural: what many are called in messages to authors.
    source: where authors write it, below the project's folder: a file that is a list, or a folder with a file for each.
    page: the address of an entry's own page below the site's, with {id} in it; empty where it has none.
    more: a folder with more lists like its source, each in the order of its ids; empty where there is one list alone.
    place: where links lead, where that is a place on a page of many; else empty.
    rules: what must hold in one entry and no model can say.
    """

    name: str
    plural: str
    model: type[E]
    source: str
    page: str = ""
    place: str = ""
    more: str = ""
    rules: tuple[OwnRule, ...] = ()

    def __str__(self) -> str:
        return self.name

    @property
    def is_list(self) -> bool:
        """Whether all of its entries stand in one file."""
        return self.source.endswith(".yaml")

    @property
    def key(self) -> str:
        """What its entries are called in the library's data."""
        return self.plural.replace(" ", "_")

    @property
    def schema(self) -> str:
        """What its schema is called: a list's after its file, a document's after its kind."""
        return self.source.rpartition("/")[2].removesuffix(".yaml") if self.is_list else self.name

    @property
    def slug(self) -> str:
        """What a place on a page is called that lists its entries."""
        return self.plural.replace(" ", "-")

    @property
    def folder(self) -> str:
        """The folder of its pages below the site's address, with a slash at its end; its index page stands there."""
        return self.page.partition("{")[0]

    def page_of(self, id: str) -> str:
        """The address of an entry's own page, below the site's. Raises ValueError where the kind has no pages."""
        if not self.page:
            raise ValueError(f"a {self.name} has no page")
        return self.page.format(id=id)

    def address_of(self, id: str) -> str:
        """Where a link to an entry leads, below the site's address. Raises ValueError where nobody can be led there."""
        return self.place.format(id=id) if self.place else self.page_of(id)

    def link_to(self, id: str) -> str:
        """How a link names an entry: "guide:its-id"."""
        return f"{self.name}:{id}"


def _no_facts(document: Any, tell: Any) -> tuple[Any, ...]:
    return ()


@dataclass(frozen=True, eq=False, kw_only=True)
class DocumentKind(Kind[D]):
    """A kind whose entries are documents: each has a file of its own, and a page.

    sections: tells a document: given it and whoever tells, the sections it is told in.
    pages: its own page, and those below it. Where there is none, one page tells it all.
    actions: what readers do first with each document.
    tool: the script of each page, by the name of its file; or nothing.
    arranged: how the sections of each document stand on its own page.
    listed: what the page that lists them offers. Of a deck and of a comparison there is one in a library.
    is_wide: whether what stands first on each page takes all of its width, so that no contents stand at its side.
    sheets: what there is of each document on paper.
    packed_with: the kinds whose sheets stand in the pack of each document, behind its own and those it uses.
    files: the formats in which each document can be had to change, or to put in a calendar, by their names.
    card: what a card says of a document besides its title and summary: given it and whoever tells, a few facts.
    beside: kinds that readers of its index page may look for in vain there; it leads to the index page of each.
    weight: from 0 to 1, how far up its documents belong in the finder, among what holds the same words.
    """

    sections: Callable[[Any, Any], Iterator[Any]]
    pages: tuple[PageOutline, ...] = ()
    actions: tuple[ActionOutline, ...] = ()
    tool: str = ""
    arranged: Arrangement = "in-order"
    listed: Listing = "cards"
    is_wide: bool = False
    sheets: tuple[SheetOutline, ...] = ()
    packed_with: tuple["DocumentKind[Any]", ...] = ()
    files: tuple[str, ...] = ()
    card: Callable[[Any, Any], tuple[Any, ...]] = _no_facts
    beside: tuple["DocumentKind[Any]", ...] = ()
    weight: float = 1

    def files_of(self, document: D) -> Iterator[str]:
        """The names of a document's files, without what tells variants and formats apart. A pack is one of its own."""
        yield f"{document.id}-{PACK}"
        for outline in self.sheets:
            if outline.is_for(document):
                yield from (f"{document.id}-{name}" for name in outline.files)
        yield from (f"{document.id}-{name}" for name in self.files)
