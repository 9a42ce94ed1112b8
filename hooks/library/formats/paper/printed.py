"""Which files for paper there are of a document, and what each shows: its kind says which sheets it has."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.sheet import PACK, SheetOutline
from library.formats.absolute import absolute
from library.formats.packs import lenders, lent
from library.sections.blocks import Telling
from library.sections.shared import Teller

from .codes import code
from .layouts import body
from .views import Contents, Day, Entry, File, Sheet, TwoSides

_PAGES = "{upset}", "{stop}"
"""What stands for pages of a sheet until it is set."""


@dataclass(frozen=True)
class Printed:
    """A file for paper. name: what its own ends with. title: what readers call it."""

    name: str
    title: str
    file: File


@dataclass(frozen=True)
class _Outlined:
    """A sheet, and the outline it follows."""

    outline: SheetOutline
    sheet: Sheet


class Printer:
    """Says what is printed. site: the site's own address, ending in a slash; None while nobody has decided it."""

    def __init__(self, library: Library, site: str | None, teller: Teller) -> None:
        self._library, self._site, self._teller = library, site, teller
        self._say = teller.say
        self._lendable: dict[tuple[str, str], tuple[_Outlined, ...]] = {}

    def files(self, kind: DocumentKind[Any], document: Document) -> Iterator[Printed]:
        """The files of a document: each sheet alone, all of them as a pack, and what there is on other paper."""
        alone = tuple(self._sheets(kind, document, kind.sheets))
        for outlined in alone:
            yield self._file(outlined.outline.name, outlined.sheet.name, document, (outlined.sheet,))
        together = (*(sheet for sheet in alone if sheet.outline.is_packed), *self._borrowed(kind, document))
        if len(together) > 1:
            yield self._pack(document, together)
        for outlined in alone:
            for name, size in zip(outlined.outline.files[1:], outlined.outline.sizes[1:], strict=True):
                title = self._say(f"paper.on-{size}", sheet=outlined.sheet.name)
                sheet = replace(outlined.sheet, name=title, size=size)
                yield self._file(name, title, document, (sheet,))

    def _file(self, name: str, title: str, document: Document, sheets: tuple[Sheet, ...]) -> Printed:
        file = File(
            title=self._titled(document.title, title),
            author=self._say("library.name"),
            description=document.summary,
            language=self._teller.texts.language,
            revised=Day(document.revised.year, document.revised.month, document.revised.day),
            sheets=sheets,
        )
        return Printed(name, title, file)

    def _titled(self, title: str, sheet: str) -> str:
        """A document's title and what a sheet is called, unless the title ends with it: no "Map wheel: wheel"."""
        if title.casefold().endswith(sheet.casefold()):
            return title
        return self._say("paper.title", title=title, sheet=f"{sheet[:1].lower()}{sheet[1:]}")

    def _pack(self, document: Document, together: tuple[_Outlined, ...]) -> Printed:
        """All of it in one file, behind a cover. The heading of a sheet of its own says which of them it is."""
        name, first = self._say("paper.pack"), together[0].sheet
        inside = tuple(_in_pack(outlined, first.of) for outlined in together)
        contents = Contents(
            time=self._teller.phrases.whole_time(document) if isinstance(document, Gathering) else "",
            head=tuple(self._say(f"paper.pack-{column}") for column in ("sheet", "pages", "copies")),
            entries=tuple(
                Entry(
                    outlined.sheet.title,
                    outlined.sheet.name if outlined.sheet.of != first.of else "",
                    self._say(f"paper.copies-{outlined.outline.copies}"),
                )
                for outlined in inside
            ),
            how=self._say("paper.pack-how"),
        )
        cover = replace(first, name=name, title=document.title, notice="", size="a4", body=contents)
        return self._file(PACK, name, document, (cover, *(outlined.sheet for outlined in inside)))

    def _borrowed(self, kind: DocumentKind[Any], document: Document) -> Iterator[_Outlined]:
        """The sheets of other documents that a pack holds, each made once: they may stand in many packs."""
        for other, lender in lenders(kind, document, self._library):
            key = other.name, lender.id
            if key not in self._lendable:
                self._lendable[key] = tuple(self._sheets(other, lender, lent(other, lender)))
            yield from self._lendable[key]

    def _sheets(
        self, kind: DocumentKind[Any], document: Document, outlines: tuple[SheetOutline, ...]
    ) -> Iterator[_Outlined]:
        alone = self._teller.telling(kind, document)
        led = self._led(alone)
        for outline in outlines:
            if outline.is_for(document):
                more = self._led(replace(alone, sections=tuple(outline.also(document, self._teller))))
                whole = replace(led, sections=(*led.sections, *more.sections))
                yield _Outlined(outline, self._sheet((kind.name, document.id), whole, outline))

    def _led(self, whole: Telling) -> Telling:
        return absolute(whole, self._library, self._site)

    def _sheet(self, of: tuple[str, str], whole: Telling, outline: SheetOutline) -> Sheet:
        shown = body(outline, whole, self._teller.phrases)
        day, licence = self._teller.texts.day(whole.revised), self._say("library.licence")
        return Sheet(
            of=of,
            name=shown.title or self._say(outline.title),
            title=whole.title,
            notice=self._say("page.no-names") if shown.is_form else "",
            code=code(whole.link, self._say("word.qr", title=whole.title)),
            foot=self._say("word.foot", title=whole.title, version=whole.version, day=day, licence=licence),
            credit=whole.credit,
            way_out=self._teller.phrases.way_out(whole.upset, pages=_PAGES if isinstance(shown, TwoSides) else None),
            address=whole.link or self._say("paper.no-page"),
            page=self._say("word.page", page="{page}", pages="{pages}"),
            size=outline.sizes[0],
            body=shown,
        )


def _in_pack(outlined: _Outlined, of: tuple[str, str]) -> _Outlined:
    """A sheet in the pack of a document: of that document's own, the heading says which it is, and not whose."""
    if outlined.sheet.of != of:
        return outlined
    return replace(outlined, sheet=replace(outlined.sheet, name=outlined.sheet.title, title=outlined.sheet.name))
