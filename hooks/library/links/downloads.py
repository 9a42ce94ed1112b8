"""The links within downloads: PDF files by pypdf, Office files by their parts' relations, OpenDocument by its text."""

import io
import zipfile
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, TextStringObject

from .plain_xml import parse_xml

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
"""A part's link to another part, or to an address outside (ECMA-376, part 2: relationships)."""

_LINK = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"
_TARGET = "{http://www.w3.org/1999/xlink}href"
"""A link in an OpenDocument text (ISO/IEC 26300)."""


def pdf_links(content: bytes) -> Iterator[str]:
    """Every address a PDF's pages lead to. Raises ValueError where it is no PDF.

    Where it neither writes a link in the open nor packs its objects, it has none, and is not parsed: most sheets are
    for paper and have none, and parsing takes ten times as long as looking.
    """
    if not content.startswith(b"%PDF-"):
        raise ValueError("it is no PDF")
    if b"/URI" not in content and b"/ObjStm" not in content:
        return
    try:
        for page in PdfReader(io.BytesIO(content), strict=True).pages:
            for annotation in page.get("/Annots", ()):
                yield from _address(annotation.get_object())
    except PyPdfError as error:
        raise ValueError(f"it is no whole PDF: {error}") from None


def office_links(content: bytes) -> Iterator[str]:
    """Every address outside that an Office file's parts name. Raises ValueError where it is no Office file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            relations = [parts.read(name) for name in parts.namelist() if name.endswith(".rels")]
    except zipfile.BadZipFile:
        raise ValueError("it is no Office file") from None
    for part in relations:
        for relation in parse_xml(part).iter(_RELATION):
            if relation.get("TargetMode") == "External":
                yield relation.get("Target", "")


def open_document_links(content: bytes) -> Iterator[str]:
    """Every address outside that an OpenDocument text leads to. Raises ValueError where it is no such file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            text = parts.read("content.xml")
    except (zipfile.BadZipFile, KeyError):
        raise ValueError("it is no OpenDocument file") from None
    yield from (link.get(_TARGET, "") for link in parse_xml(text).iter(_LINK))


def _address(annotation: DictionaryObject) -> Iterator[str]:
    """Where an annotation leads, if that is outside the file. Typst writes addresses in UTF-8, unlike other text."""
    action = annotation.get("/A", DictionaryObject()).get_object()
    address = action.get("/URI") if isinstance(action, DictionaryObject) else None
    if address is not None:
        address = address.get_object()
        raw = address.original_bytes if isinstance(address, TextStringObject) else bytes(address)
        yield raw.decode("utf-8", "replace")
