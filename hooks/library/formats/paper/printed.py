"""Which files for paper there are of a document, and what each shows: its kind says which sheets it has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from library.core.document import Document
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.sheet import SheetOutline
from library.formats.absolute import absolute
from library.sections.blocks import Telling
from library.sections.shared import Teller, telling

from .codes import code
from .layouts import body, way_out
from .views import Day, File, Sheet


@dataclass(frozen=True)
class Printed:
    """A file for paper. name: what its own ends with. title: what readers call it."""

    name: str
    title: str
    file: File


class Printer:
    """Says what is printed. site: the site's own address, ending in a slash; None while nobody has decided it."""

    def __init__(self, library: Library, site: str | None, teller: Teller) -> None:
        self._library, self._site, self._teller = library, site, teller
        self._say = teller.say
        self._packed: dict[str, tuple[tuple[SheetOutline, Sheet], ...]] = {}

    def files(self, kind: DocumentKind[Any], document: Document) -> Iterator[Printed]:
        """The files of a document: each sheet alone, all of them as a pack, and what there is on other paper."""
        alone = tuple(self._sheets(kind, document))
        for outline, sheet in alone:
            yield self._file(outline.name, sheet.name, document, ((outline, sheet),))
        together = (*alone, *(pair for other in kind.packed_with for pair in self._all_of(other)))
        if len(together) > 1:
            yield self._file("pack", self._say("paper.pack"), document, together)
        for outline, sheet in alone:
            for size in outline.sizes[1:]:
                title = self._say(f"paper.on-{size}", sheet=sheet.name)
                other = replace(sheet, name=title, size=size)
                yield self._file(f"{outline.name}-{size}", title, document, ((outline, other),))

    def _file(self, name: str, title: str, document: Document, shown: Sequence[tuple[SheetOutline, Sheet]]) -> Printed:
        sheets = tuple(sheet if len(shown) == 1 else self._in_pack(sheet) for _, sheet in shown)
        file = File(
            title=self._say("paper.title", title=document.title, sheet=title),
            author=self._say("library.name"),
            description=document.summary,
            revised=Day(document.revised.year, document.revised.month, document.revised.day),
            sheets=sheets,
        )
        return Printed(name, title, file)

    def _in_pack(self, sheet: Sheet) -> Sheet:
        """A sheet among others: its heading says which it is."""
        name = f"{sheet.name[:1].lower()}{sheet.name[1:]}"
        return replace(sheet, title=self._say("paper.title", title=sheet.title, sheet=name), is_alone=False)

    def _all_of(self, kind: DocumentKind[Any]) -> tuple[tuple[SheetOutline, Sheet], ...]:
        """The sheets of all documents of a kind, made once: they stand in the packs of many others."""
        if kind.name not in self._packed:
            documents = self._library[kind].values()
            self._packed[kind.name] = tuple(pair for document in documents for pair in self._sheets(kind, document))
        return self._packed[kind.name]

    def _sheets(self, kind: DocumentKind[Any], document: Document) -> Iterator[tuple[SheetOutline, Sheet]]:
        whole = telling(kind, document, self._teller)
        led = self._led(whole)
        for outline in kind.sheets:
            if outline.is_for(document):
                more = self._led(replace(whole, sections=tuple(outline.also(document, self._teller))))
                whole = replace(led, sections=(*led.sections, *more.sections))
                yield outline, self._sheet((kind.name, document.id), whole, outline)

    def _led(self, whole: Telling) -> Telling:
        return absolute(whole, self._library, self._site)

    def _sheet(self, of: tuple[str, str], whole: Telling, outline: SheetOutline) -> Sheet:
        shown = body(outline, whole, self._teller.phrases)
        day, licence = self._teller.texts.day(whole.revised), self._say("library.licence")
        return Sheet(
            of=of,
            name=shown.title or self._say(outline.title),
            title=whole.title,
            notice=self._say("paper.no-names") if shown.is_form else "",
            code=code(whole.link, self._say("word.qr", title=whole.title)),
            foot=self._say("word.foot", title=whole.title, version=whole.version, day=day, licence=licence),
            credit=whole.credit,
            way_out=way_out(self._site, self._teller.phrases),
            address=whole.link or self._say("paper.no-page"),
            page=self._say("word.page", page="{page}", pages="{pages}"),
            size=outline.sizes[0],
            is_alone=True,
            body=shown,
        )
