"""A Word file while it is written, from a template whose styles are edited in Word: templates/outline.docx.

What python-docx has no words for is written here: links, numbers that start afresh, a table's header and description,
places to write, and page numbers (ECMA-376, part 1, chapter 17).
"""

import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import docx
import segno
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from library.sections.blocks import Telling
from library.texts import Texts
from library.types.text import Span

from .archive import repacked
from .office import describe
from .runs import Spans
from .text_file import PAGE, PAGES, TextFile

TEMPLATE = Path(__file__).parent / "templates" / "outline.docx"


class WordFile(TextFile):
    """A Word file to write into."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self.document = docx.Document(str(TEMPLATE))
        for language in self.document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), texts.language)

    def describe(self, telling: Telling) -> None:
        describe(self.document.core_properties, telling, self.texts)

    def heading(self, level: int, title: str) -> None:
        self.document.add_heading(title, level)

    def line(self, line: Spans, style: str = "Normal") -> None:
        _spans(self.document.add_paragraph(style=style), line)

    def points(self, lines: Iterable[Spans]) -> None:
        for line in lines:
            self.line(line, "List Bullet")

    def numbers(self, lines: Iterable[Spans]) -> None:
        number = self._numbered_afresh()
        for line in lines:
            paragraph = self.document.add_paragraph(style="List Number")
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number
            _spans(paragraph, line)

    def table(
        self, rows: Iterable[Sequence[str]], *, title: str, description: str, head: Sequence[str], widths: Sequence[int]
    ) -> None:
        table = self.document.add_table(rows=1, cols=len(head), style="Table Grid")
        _describe_table(table, title, description)
        for cell, name in zip(table.rows[0].cells, head, strict=True):
            cell.paragraphs[0].add_run(name).bold = True
        _mark_row(table.rows[0], "w:cantSplit", "w:tblHeader")
        for values in rows:
            row = table.add_row()
            _mark_row(row, "w:cantSplit")
            for cell, value in zip(row.cells, values, strict=True):
                cell.paragraphs[0].add_run(value)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)

    def place_to_write(self, label: str) -> None:
        body = self.document.element.body
        number = len(body.findall(qn("w:sdt"))) + 1
        place = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag w:val='place-{number}'/><w:id w:val='{number}'/>"
            "</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
        )
        place.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").set(qn("w:val"), label)
        body.insert_element_before(place, "w:sectPr")

    def qr(self, address: str, description: str) -> None:
        picture = io.BytesIO()
        segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=4)
        picture.seek(0)
        shape = self.document.add_paragraph().add_run().add_picture(picture, width=Mm(24))
        shape._inline.docPr.set("descr", description)

    def foot(self, lines: tuple[str, ...], words: str, numbers: str) -> None:
        first = self.document.sections[0].footer.paragraphs[0]
        for line in lines:
            first.insert_paragraph_before(line, first.style)
        paragraph = self.document.sections[0].footer.paragraphs[-1]
        paragraph.add_run(f"{words} ")
        for part in re.split(f"([{PAGE}{PAGES}])", numbers):
            if part in (PAGE, PAGES):
                _field(paragraph, "PAGE" if part == PAGE else "NUMPAGES")
            elif part:
                paragraph.add_run(part)

    def content(self) -> bytes:
        packed = io.BytesIO()
        self.document.save(packed)
        return repacked(packed.getvalue())

    def _numbered_afresh(self) -> int:
        """A numbering of its own for one list: without it Word goes on counting from the list before."""
        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        shared = numbering.num_having_numId(style.pPr.numPr.numId.val)
        afresh = numbering.add_num(shared.abstractNumId.val)
        afresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(afresh.numId)


def _describe_table(table: Table, title: str, description: str) -> None:
    for name, words in (("w:tblCaption", title), ("w:tblDescription", description)):
        element = OxmlElement(name)
        element.set(qn("w:val"), words)
        table._tbl.tblPr.append(element)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.set(qn("w:firstRow"), "1")
    look.set(qn("w:firstColumn"), "0")
    table.autofit = False


def _mark_row(row: _Row, *names: str) -> None:
    for name in names:
        row._tr.get_or_add_trPr().append(OxmlElement(name))


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)


def _spans(paragraph: Paragraph, spans: Iterable[Span]) -> None:
    for span in spans:
        run = paragraph.add_run(span.text)
        run.bold, run.italic = span.bold or None, span.italic or None
        if span.link:
            run.style = "Hyperlink"
            target = paragraph.part.relate_to(span.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), target)
            link.append(run._r)
            paragraph._p.append(link)
