"""An OpenDocument text while it is written (ISO/IEC 26300), for LibreOffice and whatever else opens it.

Few elements are needed, so no package is: they are written here as XML. Its look is in templates/outline-styles.xml.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import segno

from library.sections.blocks import Telling
from library.texts import Texts
from library.types.text import Span

from .archive import LONG_AGO
from .runs import Spans, plain
from .text_file import PAGE, PAGES, TextFile

STYLES = Path(__file__).parent / "templates" / "outline-styles.xml"
_MIMETYPE = "application/vnd.oasis.opendocument.text"
_VERSION = "1.3"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    **{name: f"{_OASIS}:{name}:1.0" for name in ("office", "style", "text", "table", "meta", "manifest")},
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
for _prefix, _space in _NAMES.items():
    ElementTree.register_namespace(_prefix, _space)
_CODE = "Pictures/code.png"


class OpenFile(TextFile):
    """An OpenDocument text to write into."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self._styles = ElementTree.fromstring(STYLES.read_bytes())
        self._say_language()
        self._meta = _element("office:meta")
        self._looks = _element("office:automatic-styles")
        self._body = _element("office:text")
        self._code = b""
        self._places = 0

    def _say_language(self) -> None:
        """By the language of a paragraph, spelling is checked and words are read aloud."""
        language, _, country = self.texts.language.partition("-")
        [words] = self._styles.iterfind(f".//{_name('style:default-style')}/{_name('style:text-properties')}")
        words.set(_name("fo:language"), language)
        words.set(_name("fo:country"), country)

    def describe(self, telling: Telling) -> None:
        day, library = datetime.combine(telling.revised, time()).isoformat(), self.say("library.name")
        told = {
            "dc:title": telling.title,
            "dc:subject": telling.summary,
            "dc:description": f"{self.say('library.licence')} {telling.credit}",
            "meta:initial-creator": library,
            "dc:creator": library,
            "meta:creation-date": day,
            "dc:date": day,
            "dc:language": self.texts.language,
        }
        for name, words in told.items():
            _below(self._meta, name).text = words

    def heading(self, level: int, title: str) -> None:
        style = f"Heading_20_{min(level, 4)}"
        _below(self._body, "text:h", {"text:style-name": style, "text:outline-level": str(level)}).text = title

    def line(self, line: Spans, style: str = "Normal") -> None:
        _paragraph(self._body, line, style)

    def points(self, lines: Iterable[Spans]) -> None:
        self._list("Bullets", lines)

    def numbers(self, lines: Iterable[Spans]) -> None:
        self._list("Numbers", lines)

    def _list(self, style: str, lines: Iterable[Spans]) -> None:
        points = _below(self._body, "text:list", {"text:style-name": style})
        for line in lines:
            _paragraph(_below(points, "text:list-item"), line, "Normal")
        if not len(points):
            self._body.remove(points)

    def table(
        self, rows: Iterable[Sequence[str]], *, title: str, description: str, head: Sequence[str], widths: Sequence[int]
    ) -> None:
        table = _below(self._body, "table:table", {"table:name": title})
        _below(table, "table:title").text = title
        _below(table, "table:desc").text = description
        for number, width in enumerate(widths):
            look = f"Column{number}"
            properties = {"style:column-width": f"{width}mm"}
            self._look(look, "table-column", properties)
            _below(table, "table:table-column", {"table:style-name": look})
        self._look("Row", "table-row", {"fo:keep-together": "always"})
        self._look("Cell", "table-cell", {"fo:border": "0.5pt solid #7b8178", "fo:padding": "1mm"})
        _row(_below(table, "table:table-header-rows"), [(Span(name, bold=True),) for name in head])
        for values in rows:
            _row(table, [plain(value) for value in values])

    def _look(self, name: str, family: str, properties: dict[str, str]) -> None:
        style = _below(self._looks, "style:style", {"style:name": name, "style:family": family})
        _below(style, f"style:{family}-properties", properties)

    def place_to_write(self, label: str) -> None:
        self._places += 1
        place = _below(self._body, "text:section", {"text:name": f"{self._places}. {label}"})
        _paragraph(place, (), "Place")

    def qr(self, address: str, description: str) -> None:
        picture = io.BytesIO()
        segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=4)
        self._code = picture.getvalue()
        size = {"svg:width": "24mm", "svg:height": "24mm", "text:anchor-type": "as-char", "draw:name": "code"}
        frame = _below(_paragraph(self._body, (), "Normal"), "draw:frame", size)
        _below(frame, "draw:image", {"xlink:href": _CODE, "xlink:type": "simple", "xlink:show": "embed"})
        _below(frame, "svg:desc").text = description

    def foot(self, lines: tuple[str, ...], words: str, numbers: str) -> None:
        [footer] = self._styles.iter(_name("style:footer"))
        for line in lines:
            _paragraph(footer, plain(line), "Footer")
        paragraph = _paragraph(footer, plain(f"{words} "), "Footer")
        for part in re.split(f"([{PAGE}{PAGES}])", numbers):
            if part == PAGE:
                _below(paragraph, "text:page-number", {"text:select-page": "current"}).text = "1"
            elif part == PAGES:
                _below(paragraph, "text:page-count").text = "1"
            elif part:
                _below(paragraph, "text:span").text = part

    def content(self) -> bytes:
        content = _document("office:document-content", self._looks, _wrapped("office:body", self._body))
        parts = {
            "content.xml": _written(content),
            "styles.xml": _written(self._styles),
            "meta.xml": _written(_document("office:document-meta", self._meta)),
        } | ({_CODE: self._code} if self._code else {})
        return _packed({"mimetype": _MIMETYPE.encode(), **parts, "META-INF/manifest.xml": _written(_manifest(parts))})


def _row(table: Element, lines: Iterable[Spans]) -> None:
    row = _below(table, "table:table-row", {"table:style-name": "Row"})
    for line in lines:
        cell = _below(row, "table:table-cell", {"table:style-name": "Cell", "office:value-type": "string"})
        _paragraph(cell, line, "Normal")


def _paragraph(parent: Element, line: Spans, style: str) -> Element:
    paragraph = _below(parent, "text:p", {"text:style-name": style})
    for span in line:
        target = paragraph
        if span.link:
            look = {"xlink:type": "simple", "xlink:href": span.link, "text:style-name": "Internet_20_link"}
            target = _below(paragraph, "text:a", look)
        look_of = ("Bold" if span.bold else "") + ("Italic" if span.italic else "")
        _below(target, "text:span", {"text:style-name": look_of} if look_of else {}).text = span.text
    return paragraph


def _manifest(parts: Iterable[str]) -> Element:
    manifest = _element("manifest:manifest", {"manifest:version": _VERSION})
    kinds = {"/": _MIMETYPE, **{part: "image/png" if part == _CODE else "text/xml" for part in parts}}
    for path, kind in kinds.items():
        _below(manifest, "manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
    return manifest


def _packed(parts: dict[str, bytes]) -> bytes:
    """An archive whose first part says what it is, in the open, as the standard asks."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def _document(name: str, *parts: Element) -> Element:
    document = _element(name, {"office:version": _VERSION})
    document.extend(parts)
    return document


def _wrapped(name: str, inner: Element) -> Element:
    outer = _element(name)
    outer.append(inner)
    return outer


def _name(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMES[prefix]}}}{local}"


def _element(name: str, attributes: dict[str, str] | None = None) -> Element:
    return Element(_name(name), {_name(key): value for key, value in (attributes or {}).items()})


def _below(parent: Element, name: str, attributes: dict[str, str] | None = None) -> Element:
    return SubElement(parent, _name(name), {_name(key): value for key, value in (attributes or {}).items()})


def _written(root: Element) -> bytes:
    return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))
