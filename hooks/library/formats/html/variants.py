"""Variants of a document: readers meet them as one in lists, and switch between them on the page of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.variant import Variant
from library.sections.blocks import Extra, WheelFigure

from .lists import Card, Choice
from .making import Maker


@dataclass(frozen=True)
class Family(Extra):
    """A wheel with its variants, in a list of wheels."""

    wheel: WheelFigure
    card: Card
    choices: tuple[Choice, ...]


def first_of(kind: DocumentKind[Any], document: Document, library: Library) -> Document:
    """The document that readers meet first: itself, unless it is a variant of another."""
    return library.variants(kind, document)[0] if isinstance(document, Variant) else document


def choices(kind: DocumentKind[Any], document: Document, make: Maker) -> tuple[Choice, ...]:
    """A document's variants to choose from, itself too; nothing where it has none."""
    if not isinstance(document, Variant):
        return ()
    family = make.library.variants(kind, document)
    offered = (Choice(other.variant or "", kind.page_of(other.id), other is document) for other in family)
    return tuple(offered) if len(family) > 1 else ()


def families_in(
    kind: DocumentKind[Any], documents: Iterable[Document], make: Maker
) -> tuple[tuple[Family, ...], tuple[Document, ...]]:
    """What is drawn and has variants, told with them, and all other documents."""
    families, alone = [], []
    for document in documents:
        figure = next(make.tell.telling(kind, document).blocks(WheelFigure), None)
        offered = tuple(_offered(kind, document, make))
        if figure and len(offered) > 1:
            families.append(Family(figure, make.card(kind, document), offered))
        else:
            alone.append(document)
    return tuple(families), tuple(alone)


def _offered(kind: DocumentKind[Any], document: Document, make: Maker) -> Iterator[Choice]:
    """A document's variants to choose from in a list, each with what is drawn on it."""
    if isinstance(document, Variant):
        for other in make.library.variants(kind, document):
            whole = make.tell.telling(kind, other)
            told = " ".join(_told(figure, make) for figure in whole.blocks(WheelFigure))
            yield Choice(other.variant or "", kind.page_of(other.id), told=told)


def _told(figure: WheelFigure, make: Maker) -> str:
    if figure.blank_segments and not figure.segments:
        return make.say("wheels.which-empty", count=figure.blank_segments)
    are_given = all(segment.status == "confirmed" for segment in figure.segments)
    count = len(figure.segments) + figure.blank_segments
    return make.say("wheels.which-words" if are_given else "wheels.which-some", count=count)
