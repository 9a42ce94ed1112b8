"""What the files to print, to change and to put in a calendar hold, read by other people's libraries."""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from xml.etree import ElementTree

import docx
import icalendar
import pikepdf
import pptx
import pypdfium2
from library import Library
from library.formats.paper.views import Told, TwoWheels
from library.formats.sheets import Sheet, sheets

from .fields import id_of
from .vectors import VECTORS

ADDRESS = "https://library.example.org/"


@dataclass(frozen=True)
class Paper:
    """A file as read back. text: all its words. links: where it leads. parts: what it is made of, counted."""

    text: str
    links: frozenset[str]
    parts: Counter[str]


def chosen(library: Library, address: str | None) -> Iterator[tuple[str, Sheet]]:
    """The files of each vector, in the standard variant: one sheet of each layout, and all files to change.

    Packs, A3 and further variants hold the same words, and so do two wheels on a page, where they are turned and can't
    be read back in order. The vectors' records stand apart, or they would be in every pack.
    """
    names = {(kind.name, id_of(kind.key, name)): name for name in VECTORS for kind, _ in library.documents}
    seen: set[tuple[str, str]] = set()
    others = {kind.name: {} for kind in library.document_kinds if kind.name != "record"}
    apart = replace(library, entries={**library.entries, **others})
    real = {id: record for id, record in library.entries["record"].items() if ("record", id) not in names}
    for some in (replace(library, entries={**library.entries, "record": real}), apart):
        for sheet in sheets(some, address):
            name = names.get((sheet.kind.name, sheet.id))
            if not name or sheet.variant != "standard":
                continue
            if sheet.format == "pdf":
                first, *others = sheet.view.sheets
                layout = first.name if isinstance(first.body, Told) else type(first.body).__name__
                if others or isinstance(first.body, TwoWheels) or (name, layout) in seen:
                    continue
                seen.add((name, layout))
            yield name, sheet


def squeezed(text: str) -> str:
    """Without spaces, invisible letters and hyphens: paper breaks lines where it must, and joins letters."""
    letters = unicodedata.normalize("NFKC", text)
    return "".join(one for one in letters if unicodedata.category(one) not in _LEFT_OUT and one not in _HYPHENS)


_HYPHENS = "-‐\ufffe"
_LEFT_OUT = {"Cc", "Cf", "Cn", "Zs", "Zl", "Zp", "Mn"}


def read_paper(content: bytes, format: str) -> Paper:
    """Read a file back."""
    return _READERS[format](content)


def _pdf(content: bytes) -> Paper:
    document = pypdfium2.PdfDocument(content)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    parts: Counter[str] = Counter()
    links = set()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        parts.update(key for key in pdf.Root if key != "/Outlines")
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                action = annotation.get("/A", {})
                parts[f"{annotation.Subtype} {action.get('/S', '')}"] = 1  # a link that is broken over lines is two
                links.add(str(action.get("/URI", "")))
    return Paper(text, frozenset(links), parts)


def _docx(content: bytes) -> Paper:
    document = docx.Document(io.BytesIO(content))
    roots = [document.element, *(section.footer._element for section in document.sections)]
    texts = ("".join(node.text or "" for node in root.iter() if _tag(node) == "t") for root in roots)
    properties = document.core_properties
    package = document.part.package
    return Paper(
        "\n".join([*texts, properties.title, properties.subject]), _external(package.iter_parts()), _elements(package)
    )


def _pptx(content: bytes) -> Paper:
    show = pptx.Presentation(io.BytesIO(content))
    shapes = [shape for slide in show.slides for page in (slide, slide.notes_slide) for shape in page.shapes]
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    package = show.part.package
    properties = show.core_properties
    parts = Counter({re.sub(r"\d+", "", name): 1 for name in _elements(package)})  # longer words take more slides
    return Paper("\n".join([*texts, properties.title, properties.subject]), _external(package.iter_parts()), parts)


def _odt(content: bytes) -> Paper:
    parts: Counter[str] = Counter()
    texts, links = [], set()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            parts[name] += 1
            if not name.endswith(".xml"):
                continue
            root = ElementTree.fromstring(package.read(name))
            parts.update(_tag(node) for node in root.iter())
            texts += ["".join(node.itertext()) for node in root.iter() if _tag(node) in _ODT_TEXTS]
            hrefs = (value for node in root.iter() for key, value in node.attrib.items() if key.endswith("}href"))
            links |= {href for href in hrefs if ":" in href}
    return Paper("\n".join(texts), frozenset(links), parts)


_ODT_TEXTS = {"p", "h", "title", "subject", "description"}
"""The elements of an OpenDocument file that hold words: paragraphs, headings, and what it says of itself."""


def _ics(content: bytes) -> Paper:
    calendar = icalendar.Calendar.from_ical(content)
    parts = Counter(f"{part.name} {name}" for part in calendar.walk() for name in part)
    texts = [str(event[name]) for event in calendar.events for name in ("SUMMARY", "DESCRIPTION")]
    lines = content.decode().split("\r\n")
    parts["a line that is too long"] = sum(len(line.encode()) > 75 for line in lines)
    parts["a line that ends too soon"] = content.replace(b"\r\n", b"").count(b"\n")
    parts.update(f"line {found[0]}" for line in lines if (found := re.match(r"[A-Z-]+(?=[:;])", line)))
    links = {str(event["URL"]) for event in calendar.events if "URL" in event}
    return Paper("\n".join(texts), frozenset(links), +parts)


def _external(parts: Any) -> frozenset[str]:
    return frozenset(relation.target_ref for part in parts for relation in part.rels.values() if relation.is_external)


def _elements(package: Any) -> Counter[str]:
    """The elements of every part, and the parts."""
    counted: Counter[str] = Counter()
    for part in package.iter_parts():
        counted[str(part.partname)] += 1
        element = getattr(part, "_element", None)
        if element is not None:
            counted.update(_tag(node) for node in element.iter())
    return counted


def _tag(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


_READERS: dict[str, Callable[[bytes], Paper]] = {"pdf": _pdf, "docx": _docx, "odt": _odt, "pptx": _pptx, "ics": _ics}
