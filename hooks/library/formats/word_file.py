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

from library.sections.phrases import Phrases
from library.texts import Texts
from library.types.text import Span, Text

from .archive import repacked
from .runs import Line, bold

TEMPLATE = Path(__file__).parent / "templates" / "outline.docx"
PAGE, PAGES = "\ue000", "\ue001"
"""Where the number of the page and the number of all pages go in a sentence of ours."""


class WordFile:
    """A Word file to write into, top to bottom. texts: the words it says of its own."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.say = texts.say
        self.phrases = Phrases(texts)
        self.document = docx.Document(str(TEMPLATE))

    def heading(self, level: int, title: str) -> None:
        """A heading. level: 1 for the title of the whole."""
        self.document.add_heading(title, level)

    def line(self, line: Line, style: str = "Normal") -> None:
        """A paragraph."""
        _spans(self.document.add_paragraph(style=style), line)

    def text(self, text: Text, *, style: str = "Normal", lead: str = "") -> None:
        """Paragraphs and lists. lead: what the first paragraph runs on from, in bold."""
        before = bold(lead)
        for block in text.blocks:
            if block.kind == "paragraph":
                self.line((*before, *block.lines[0]) if lead else block.lines[0], style)
            else:
                if lead:
                    self.line(before, style)
                (self.points if block.kind == "bullets" else self.numbers)(block.lines)
            lead = ""

    def points(self, lines: Iterable[Line]) -> None:
        """A list with bullets."""
        for line in lines:
            self.line(line, "List Bullet")

    def numbers(self, lines: Iterable[Line]) -> None:
        """A numbered list that starts at 1."""
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
        """A table of plain words. title, description: for screen readers. widths: of its columns, in mm."""
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
        """A place to write, named for screen readers; it holds nothing that would have to be taken out first."""
        body = self.document.element.body
        number = len(body.findall(qn("w:sdt"))) + 1
        place = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag w:val='place-{number}'/><w:id w:val='{number}'/>"
            "</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
        )
        place.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").set(qn("w:val"), label)
        body.insert_element_before(place, "w:sectPr")

    def qr(self, address: str, description: str) -> None:
        """A QR code. description: for those who don't see it."""
        picture = io.BytesIO()
        segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=4)
        picture.seek(0)
        shape = self.document.add_paragraph().add_run().add_picture(picture, width=Mm(24))
        shape._inline.docPr.set("descr", description)

    def foot(self, credit: str, words: str, numbers: str) -> None:
        """What stands at the foot of every page, so that it travels with whatever is changed and passed on.

        credit: what the file rests on and whether it was reviewed. numbers: with PAGE and PAGES where the numbers go.
        """
        first = self.document.sections[0].footer.paragraphs[0]
        first.insert_paragraph_before(credit, first.style)
        paragraph = self.document.sections[0].footer.paragraphs[-1]
        paragraph.add_run(f"{words} ")
        for part in re.split(f"([{PAGE}{PAGES}])", numbers):
            if part in (PAGE, PAGES):
                _field(paragraph, "PAGE" if part == PAGE else "NUMPAGES")
            elif part:
                paragraph.add_run(part)

    def content(self) -> bytes:
        """The whole file."""
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
