"""What a reader is told, as plain text to compare: a page's article, a Word file, slides, paper."""

import io
import re
from collections.abc import Iterator

import docx
import pptx
import pypdfium2 as pdfium
from docx.oxml.ns import qn
from selectolax.lexbor import LexborHTMLParser, LexborNode

_INLINE = {"a", "strong", "em", "b", "i", "span", "code", "abbr", "time", "label", "button", "sup", "sub", "br"}
_PREFIX = {
    "h1": "# ",
    "h2": "## ",
    "h3": "### ",
    "h4": "#### ",
    "h5": "##### ",
    "li": "- ",
    "summary": "> ",
    "dd": "  ",
}
_SIZE = re.compile(r"\b\d+ [KM]B\b")


def article(html: str) -> str:
    """A page's own words, a block a line: headings with their ids, links with where they lead, no sizes of files."""
    [node] = LexborHTMLParser(html).css("article")
    lines = (re.sub(r"\s+", " ", line).rstrip() for line in _lines(node))
    return _SIZE.sub("… KB", "\n".join(line for line in lines if line.strip())) + "\n"


def word(file: bytes) -> str:
    """A Word file: each paragraph with its style, each row of a table on a line."""
    read = docx.Document(io.BytesIO(file))
    lines = []
    for part in read.element.body:
        if part.tag == qn("w:tbl"):
            rows = ([_words(cell, "w") for cell in row.iter(qn("w:tc"))] for row in part.iter(qn("w:tr")))
            lines += [" | ".join(row) for row in rows]
        else:
            for paragraph in part.iter(qn("w:p")):
                style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
                name = f"[{style.get(qn('w:val'))}] " if style is not None else ""
                lines.append(f"{name}{_words(paragraph, 'w')}")
    return _joined(lines)


def slides(file: bytes) -> str:
    """A slide show: what each slide shows, and what is said with it."""
    lines = []
    for number, slide in enumerate(pptx.Presentation(io.BytesIO(file)).slides, 1):
        shown = [
            paragraph.text
            for shape in slide.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
        ]
        said = slide.notes_slide.notes_text_frame.text.splitlines()
        lines += ["", f"# Slide {number}", *(line for line in shown if line.strip()), *(f"> {line}" for line in said)]
    return _joined(lines)


def paper(file: bytes) -> str:
    """A PDF: the words of each page, in the order in which they are read."""
    lines = []
    for number, page in enumerate(pdfium.PdfDocument(file), 1):
        lines += ["", f"# Page {number}", *page.get_textpage().get_text_range().splitlines()]
    return _joined(lines)


def _joined(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip() + "\n"


def _words(part, prefix: str) -> str:
    return " ".join("".join(text.text or "" for text in part.iter(qn(f"{prefix}:t"))).split())


def _lines(node: LexborNode, before: str = "") -> Iterator[str]:
    """The blocks below a node, each begun as its element says."""
    text = ""
    for child in node.iter(include_text=True):
        if child.tag in ("-text", *_INLINE):
            text += _inline(child)
            continue
        if text.strip():
            yield f"{before}{text.strip()}"
            before = ""
        text = ""
        if child.tag == "svg":
            if "aria-hidden" not in child.attributes:
                yield f"{before}(drawing: {' / '.join(part.text().strip() for part in child.css('title, desc, text'))})"
        elif child.tag == "tr":
            yield " | ".join(" ".join(_lines(cell)) for cell in child.iter())
        elif child.tag == "form":
            yield "(form)"
        elif child.tag not in ("script", "style", "template"):
            id = child.attributes.get("id")
            prefix = "1. " if child.tag == "li" and node.tag == "ol" else _PREFIX.get(child.tag, before)
            yield from _lines(child, f"{{#{id}}} {prefix}" if id else prefix)
    if text.strip():
        yield f"{before}{text.strip()}"


def _inline(node: LexborNode) -> str:
    if node.tag == "-text":
        return node.text(deep=False) or ""
    inner = "".join(_inline(child) for child in node.iter(include_text=True) if child.tag != "svg")
    if node.tag == "a" and node.attributes.get("href"):
        return f"[{inner.strip()}]({node.attributes['href']})"
    if node.tag == "br":
        return " "
    return {"strong": f"**{inner}**", "em": f"*{inner}*"}.get(node.tag, inner)
