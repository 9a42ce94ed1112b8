"""The pages of documents, those that list the documents of a kind, and those of documents that are no more."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.page_file import markdown_of
from library.core.page_outline import PageOutline
from library.core.paging import CARDS
from library.core.shared import RETIRED, Retired
from library.sections.blocks import Prose, Section, Telling, Words

from . import clock_sheet, compare, deck, group_side, lengths, offers, own, run
from .arranging import arranged
from .front import front_of
from .lists import Cards, Choice, Choices, Link, Sentence
from .making import Maker
from .page import Front, HtmlPage
from .parts import CLOCK, FILES, Parts
from .variants import families_in, first_of


def pages(make: Maker) -> Iterator[HtmlPage]:
    """The page of each document, and the list of each kind."""
    for kind, document in make.library.documents:
        yield from _page(kind, document, make)
    for kind in make.library.document_kinds:
        yield from deck.pages(kind, make) if kind.listed == "deck" else _lists(kind, make)
    yield compare.page(make)
    for old in make.library[RETIRED].values():
        yield _retired(old, make)


def _page(kind: DocumentKind[Any], document: Document, make: Maker) -> Iterator[HtmlPage]:
    """A document's own page, those below it, the one that lists its files, and those to run and follow it on.

    They stand side by side, so that the document is told once for all of them.
    """
    parts, source = Parts(kind, document, make), make.library.origin_of(kind, document.id).path
    own, *below = kind.pages or (None,)
    purpose = document.purpose if isinstance(document, Gathering) else ""
    front = front_of(kind, document, make.library, make.texts)
    first = first_of(kind, document, make.library)
    yield make.page(
        markdown_of(parts.address),
        source,
        front,
        lambda: _own(parts, own),
        title=first.title,
        opening=purpose or first.summary,
    )
    for outline in filter(None, below):
        yield make.page(
            markdown_of(outline.address(parts.address)),
            source,
            _front(parts, outline.name),
            partial(_below, parts, outline),
        )
    if timed := parts.timed:
        yield make.page(
            markdown_of(f"{parts.address}{CLOCK}/"),
            source,
            _front(parts, CLOCK),
            lambda: clock_sheet.sections(parts, timed, _whole(parts)),
        )
    if kind.sheets or kind.files:
        yield make.page(markdown_of(f"{parts.address}{FILES}/"), source, _front(parts, FILES), parts.files)
    if isinstance(document, Gathering):
        yield from run.pages(kind, document, make)


def _front(parts: Parts, name: str) -> Front:
    """What a page below a document's own says of itself."""
    say, title = parts.make.say, parts.document.title
    tools = {group_side.NAME: ("share",), FILES: ("keep",), CLOCK: (CLOCK,)}.get(name, ())
    return Front(say(f"parts.{name}", title=title), say(f"parts.{name}-description", title=title), tools)


def _whole(parts: Parts) -> Telling:
    return parts.make.tell.telling(parts.kind, parts.document)


def _own(parts: Parts, outline: PageOutline | None) -> Iterator[Section]:
    """A document's own page, with what can be done at its head, and what is near it."""
    whole = _whole(parts)
    shown = tuple(parts.shown(whole, outline) if outline else whole.sections)
    yield from parts.head()
    yield from arranged(parts.kind, parts.document, shown, parts.make)
    yield from own.write_up(parts.kind, parts.document, parts.make)
    if parts.kind.is_wide:
        yield from parts.trust()
    if near := parts.make.library.related(parts.document):
        yield Section("related", parts.make.say("page.related"), (parts.make.cards(near),))


def _below(parts: Parts, outline: PageOutline) -> Iterator[Section]:
    """A page below a document's own. Of a page with one section, the page's title is that section's heading."""
    whole = _whole(parts)
    shown = tuple(_with_pages(section, parts.make) for section in parts.shown(whole, outline))
    if outline.name == group_side.NAME:
        yield from group_side.head(parts, whole)
        yield from (group_side.shown(section, parts) for section in shown)
        yield from group_side.at_a_glance(parts, whole)
    else:
        yield from parts.to_show(outline.name)
        yield from (replace(section, title="") if len(shown) == 1 else section for section in shown)


def _with_pages(section: Section, make: Maker) -> Section:
    """A section that says, where it tells what to do with a concern, which page says more."""
    if section.id == "stop":
        more = Link(make.say("page.more-on-concerns"), make.library.address_of("page:recording-consent-and-sharing"))
        return replace(section, blocks=(*section.blocks, Sentence("page.more", (("page", more),))))
    return replace(section, sections=tuple(_with_pages(below, make) for below in section.sections))


def _lists(kind: DocumentKind[Any], make: Maker) -> Iterator[HtmlPage]:
    """The list of a kind by title: a long one of what people meet around is in order of how long that takes first."""
    documents = make.library.firsts(kind)
    is_grouped = lengths.are_grouped(documents)
    listed_all = lengths.in_order(documents) if is_grouped else offers.by_title(documents)

    def sections(listed: tuple[Document, ...]) -> Iterator[Section]:
        yield from _before(kind, make)
        if is_grouped:
            yield from _bands(listed, make)
            for name, group in lengths.groups(listed):
                yield Section(name, make.say(f"page.{name}"), (_cards(kind, group, make),))
        else:
            families, alone = families_in(kind, listed, make)
            cards = (_cards(kind, alone, make),) if alone else ()
            yield Section("", "", (*families, *cards) or (Words(make.say("page.nothing-yet")),))

    summary = make.say(f"kinds.{kind.name}-summary")
    front = Front(make.many(kind.name), summary, is_short=is_grouped)
    return make.list_pages(
        f"{kind.folder}index.md", kind.source, front, listed_all, sections, size=CARDS, opening=summary
    )


def _bands(listed: Iterable[Document], make: Maker) -> Iterator[Section]:
    """The way to each length of time on a page, which is all that its contents would say: cards take all its width."""
    bands = tuple(Choice(make.say(f"page.{name}"), f"#{name}") for name, _ in lengths.groups(listed))
    if len(bands) > 1:
        yield Section("", "", (Choices(bands),))


def _before(kind: DocumentKind[Any], make: Maker) -> Iterator[Section]:
    """What stands above a list: where its documents can be compared, and the lists of kinds that are near."""
    ways = [
        Sentence(f"kinds.{near.name}-lead", (("page", Link(make.many(near.name), near.folder)),))
        for near in kind.beside
    ]
    if kind.listed == "compared" and len(compare.models(make)) > 1:
        way = Link(make.say("compare-form.way"), compare.address(make))
        ways.append(Sentence("compare-form.to-choose", (("page", way),)))
    if ways:
        yield Section("", "", tuple(ways))


def _cards(kind: DocumentKind[Any], documents: Iterable[Document], make: Maker) -> Cards:
    return make.cards(((kind, document) for document in documents), is_of_one_kind=True)


def _retired(old: Retired, make: Maker) -> HtmlPage:
    path = markdown_of(make.library.by_name[old.kind].page_of(old.id))
    front = Front(old.title, make.say("page.retired-description"))
    moved = Section("", "", (Prose(old.moved),))
    return make.page(path, RETIRED.source, front, lambda: (moved,), opening=make.say("page.retired"))
