"""Word files, from a template whose styles are edited in Word: templates/outline.docx.

What python-docx has no words for is written here: links, numbers that start afresh, a table's header and description,
places to write, and page numbers (ECMA-376, part 1, chapter 17).
"""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import segno
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from .archive import repacked
from .sheets import Sheet
from .view import LIBRARY, View

TEMPLATE = Path(__file__).parent / "templates" / "outline.docx"
_MOST_IN_A_PROPERTY = 255
"""Characters that Office keeps of a file's own account of itself. The title stands in full on the first page."""


class WordMaker:
    """Makes .docx files."""

    identity = b"docx"

    def __init__(self) -> None:
        self._template = TEMPLATE.read_bytes()

    def make(self, sheet: Sheet) -> bytes:
        """One Word file: title, blocks, and a footer on every page."""
        view = sheet.view
        document = docx.Document(io.BytesIO(self._template))
        describe(document.core_properties, view)
        document.add_heading(view["title"], 1)
        for block in view["blocks"]:
            _WRITERS[block["is"]](document, block)
        _footer(document, view)
        made = io.BytesIO()
        document.save(made)
        return repacked(made.getvalue())


def describe(properties: Any, view: View) -> None:
    """A file's own account of itself: the same for Word and PowerPoint."""
    properties.title = view["title"][:_MOST_IN_A_PROPERTY]
    properties.subject = view["summary"][:_MOST_IN_A_PROPERTY]
    properties.author = properties.last_modified_by = LIBRARY
    properties.language = "en-GB"
    properties.version = view["version"][:_MOST_IN_A_PROPERTY]
    properties.comments = view["licence"]
    properties.keywords = properties.category = ""
    properties.created = properties.modified = datetime.fromisoformat(view["revised-on"])
    properties.revision = 1


def _heading(document: Document, block: View) -> None:
    document.add_heading(block["text"], block["level"])


def _text(document: Document, block: View) -> None:
    for part in block["blocks"]:
        if part["kind"] == "paragraph":
            _spans(document.add_paragraph(style=block.get("style", "Normal")), part["lines"][0])
        else:
            (_points if part["kind"] == "bullets" else _numbers)(document, part)


def _points(document: Document, block: View) -> None:
    for line in block["lines"]:
        _spans(document.add_paragraph(style="List Bullet"), line)


def _numbers(document: Document, block: View) -> None:
    number = _numbered_afresh(document)
    for line in block["lines"]:
        paragraph = document.add_paragraph(style="List Number")
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number
        _spans(paragraph, line)


def _numbered_afresh(document: Document) -> int:
    """A numbering of its own for one list: without it Word goes on counting from the list before."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    shared = numbering.num_having_numId(style.pPr.numPr.numId.val)
    made = numbering.add_num(shared.abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _table(document: Document, block: View) -> None:
    table = document.add_table(rows=1, cols=len(block["head"]), style="Table Grid")
    for name, said in (("w:tblCaption", block["title"]), ("w:tblDescription", block["description"])):
        element = OxmlElement(name)
        element.set(qn("w:val"), said)
        table._tbl.tblPr.append(element)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.set(qn("w:firstRow"), "1")
    look.set(qn("w:firstColumn"), "0")
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, block["head"], strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    _row_property(table.rows[0], "w:cantSplit")
    _row_property(table.rows[0], "w:tblHeader")
    for values in block["rows"]:
        row = table.add_row()
        _row_property(row, "w:cantSplit")
        for cell, value in zip(row.cells, values, strict=True):
            cell.paragraphs[0].add_run(value)
    for column, width in zip(table.columns, block["widths"], strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _row_property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _links(document: Document, block: View) -> None:
    for one in block["resources"]:
        paragraph = document.add_paragraph(style="List Bullet")
        title = {"text": one["title"], "bold": True, "italic": False, "link": one["link"] or ""}
        _spans(
            paragraph, [title, {**title, "bold": False, "link": "", "text": f", {one['publisher']}. {one['facts']}."}]
        )


def _write(document: Document, block: View) -> None:
    """A place to write, named for screen readers; it holds nothing that would have to be taken out first."""
    number = len(document.element.body.findall(qn("w:sdt"))) + 1
    place = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag w:val='place-{number}'/><w:id w:val='{number}'/>"
        "</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    )
    place.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").set(qn("w:val"), block["label"])
    document.element.body.insert_element_before(place, "w:sectPr")


def _footer(document: Document, view: View) -> None:
    if view["address"]:
        picture = io.BytesIO()
        segno.make(view["address"], error="m", micro=False).save(picture, kind="png", scale=8, border=4)
        picture.seek(0)
        shape = document.add_paragraph().add_run().add_picture(picture, width=Mm(24))
        shape._inline.docPr.set("descr", f"QR code for the page of {view['title']}")
        _spans(document.add_paragraph(), [_address(view)])
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{view['title']}, version {view['version']}, {view['revised']}. {view['licence']} Page ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _field(paragraph, "NUMPAGES")


def _address(view: View) -> View:
    return {"text": view["address"], "bold": False, "italic": False, "link": view["address"]}


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)


def _spans(paragraph: Paragraph, spans: list[View]) -> None:
    for span in spans:
        run = paragraph.add_run(span["text"])
        run.bold, run.italic = span["bold"] or None, span["italic"] or None
        if span["link"]:
            run.style = "Hyperlink"
            target = paragraph.part.relate_to(span["link"], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), target)
            link.append(run._r)
            paragraph._p.append(link)


_WRITERS = {
    "heading": _heading,
    "text": _text,
    "points": _points,
    "numbers": _numbers,
    "table": _table,
    "links": _links,
    "write": _write,
}
