"""What is printed from the page of what people meet around: each sheet, all of it in one file, and question cards."""

from collections.abc import Iterable, Iterator
from typing import Any

from library.core.download import Offer
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_file import markdown_of
from library.formats.banks import banks_with
from library.formats.packs import lenders

from .making import Maker
from .offers import sheets_in


def to_print(kind: DocumentKind[Any], gathering: Gathering, offers: Iterable[Offer], make: Maker) -> Iterator[Offer]:
    """What the Print panel of a gathering lists: its sheets, the file that holds them all, which says so, and cards.

    offers: its files.
    """
    sheets = sheets_in("standard", offers)
    packed = [sheet.title for sheet in sheets if _is(sheet, *(each.name for each in kind.sheets if each.is_packed))]
    packs = [sheet for sheet in sheets if _is(sheet, "pack")]
    yield from (sheet for sheet in sheets if sheet not in packs)
    for pack in packs:
        holds = (*packed, *_from_elsewhere(kind, gathering, make))
        in_words = make.texts.listing(f"{title[:1].lower()}{title[1:]}" for title in holds)
        yield pack.model_copy(update={"title": make.say("actions.pack", sheets=in_words)})
    yield from _cards(kind.link_to(gathering.id), gathering, make)


def _is(sheet: Offer, *names: str) -> bool:
    """Whether a file is one of a document's sheets, by what their names end with."""
    return sheet.path.endswith(tuple(f"-{name}.pdf" for name in names))


def _from_elsewhere(kind: DocumentKind[Any], gathering: Gathering, make: Maker) -> Iterator[str]:
    """What else its pack holds: question cards, sheets of what its plan leads to, and all records."""
    lending = {other.name for other, _ in lenders(kind, gathering, make.library)}
    cards, always = make.library.listed_as("deck").name, {other.name for other in kind.packed_with}
    if cards in lending:
        yield make.say("paper.cards")
    for name in (other.name for other in make.library.document_kinds if other.name in lending - {cards}):
        yield make.many(name) if name in always else make.say(f"kinds.{name}-one")


def _cards(link: str, gathering: Gathering, make: Maker) -> Iterator[Offer]:
    """The cards to print of the banks that go with a gathering, by the banks' names. link: to the gathering."""
    kind = make.library.listed_as("deck")
    for bank in banks_with(link, gathering, make.library):
        for sheet in sheets_in("standard", make.offers(markdown_of(kind.page_of(bank.id)))):
            yield sheet.model_copy(update={"title": make.say("actions.cards", title=bank.title)})
