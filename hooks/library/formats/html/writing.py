"""Blocks as HTML: the templates that write them, and what becomes of authors' words in them.

Whatever a template prints is escaped here unless it is HTML already: no template has to remember to.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from library.core.library import Library
from library.sections.blocks import Section
from library.sections.phrases import Phrases, sentence
from library.texts import Texts
from library.types.text import Block, Phrase, Span, Text

from .bar import shape, stretches, voices
from .looks import box_of, inner_box_of
from .page import Body, Folded, headings_of, title_of
from .saying import sayer
from .wheel import INK, drawing

_LISTS = {"bullets": "ul", "numbers": "ol"}
_FROM_ROOT = "\x02"
"""What an address below the site's starts with until the page is written that holds it. No author can write it."""
_ADDRESS = re.compile(f'{_FROM_ROOT}([^"]*)')


def relative(url: str, address: str) -> str:
    """How a page leads to an address. Both are below the site's."""
    page, mark, place = address.partition("#")
    here, there = url.split("/")[:-1], page.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    path = "/".join([".."] * (len(here) - shared) + there[shared:])
    return f"{path or './'}{mark}{place}"


class _Compiled(BytecodeCache):
    """What templates were compiled to, for the next writer of this process: that takes a quarter of a second."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what its very text was compiled to before."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        if bucket.code is not None:
            self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def _macros(templates: Environment) -> Mapping[str, Macro]:
    """The macros that write blocks, by their names."""
    parts = (templates.get_template(name).module for name in templates.list_templates() if name.startswith("blocks/"))
    return {name: macro for part in parts for name, macro in vars(part).items() if isinstance(macro, Macro)}


class Writer:
    """Writes the bodies of pages of one library in one language."""

    def __init__(self, library: Library, texts: Texts) -> None:
        self._library = library
        templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
            undefined=StrictUndefined,
            autoescape=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
            finalize=self._finalize,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        phrases = Phrases(texts)
        templates.globals |= {"say": sayer(texts), "to": _to, "lead": self._lead, "drawing": drawing, "ink": INK}
        templates.globals |= {
            "minutes": phrases.minutes,
            "reviewed": phrases.reviewed,
            "clock": phrases.clock,
            "stretches": stretches,
            "voices": voices,
            "shape": shape,
            "day": texts.day,
            "listing": texts.listing,
        }
        templates.filters |= {"sentence": sentence, "paragraphs": self._text}
        templates.filters |= {"file_facts": phrases.file_facts, "variant": phrases.variant}
        templates.filters |= {"saved_as": lambda offer: phrases.saved_as(offer, library)}
        templates.filters |= {"point": self._point, "led_by": self._led_by}
        self._macros = _macros(templates)
        self._opening = self._macros["Opening"]

    def body(self, url: str, title: str, opening: str, sections: Iterable[Section]) -> Body:
        """A page's body: its title, what it is about in a sentence or nothing, and its sections."""
        listed = tuple(sections)
        html = f"{self._opening(title, opening)}\n{self.fragment(url, listed)}"
        return Body(html, tuple(headings_of(listed)))

    def fragment(self, url: str, sections: Iterable[Section]) -> str:
        """A part of a page, its headings of the second level."""
        told = "\n".join(self._told(section, 2) for section in sections)
        return _ADDRESS.sub(lambda address: relative(url, address[1]), told)

    def _told(self, section: Section, level: int) -> str:
        """A section with its heading and all below it. A block is written by the macro that is called as its type."""
        box, inner_box, title = box_of(section), inner_box_of(section), title_of(section)
        below = level + 1 if title else level
        link = escape(self._lead(section.leads_to)) if section.leads_to else ""
        words = f'<a href="{link}">{escape(title)}</a>' if link else escape(title)
        heading = f'<h{level} id="{escape(section.id)}">{words}</h{level}>' if title else ""
        is_folded = isinstance(section, Folded)
        lines = [
            f"<div {box}>" if box else "",
            f'<details class="fold"><summary>{heading}</summary>' if is_folded else heading,
            f"<div {inner_box}>" if inner_box else "",
            *(self._macros[type(block).__name__](block, below) for block in section.blocks),
            *(self._told(part, below) for part in section.sections),
            "</div>" if inner_box else "",
            "</details>" if is_folded else "",
            "</div>" if box else "",
        ]
        return "\n".join(filter(None, lines))

    def _finalize(self, value: Any) -> Any:
        """What Jinja prints for a value, once it has escaped it: an author's text as HTML, and all else as it is."""
        if isinstance(value, Text):
            return Markup(self._line(value.blocks[0].lines[0])) if isinstance(value, Phrase) else self._text(value)
        return value

    def _point(self, text: Text) -> Markup:
        """A text as a point of a list: of one paragraph, its words alone."""
        is_line = len(text.blocks) == 1 and text.blocks[0].kind == "paragraph"
        return Markup(self._line(text.blocks[0].lines[0])) if is_line else self._text(text)

    def _led_by(self, text: Text, name: str) -> Markup:
        """A text whose first paragraph runs on from its name, in bold."""
        first = text.blocks[0]
        line = (Span(name, bold=True), Span(" "), *first.lines[0])
        return self._text(replace(text, blocks=(replace(first, lines=(line, *first.lines[1:])), *text.blocks[1:])))

    def _lead(self, link: str) -> str:
        """Where an author's link leads."""
        is_outside = link.startswith(("http://", "https://", "mailto:"))
        return link if is_outside else _to(self._library.address_of(link))

    def _text(self, text: Text) -> Markup:
        """A text's paragraphs and lists, also of one that is told in a line elsewhere."""
        return Markup("\n".join(map(self._block, text.blocks)))

    def _block(self, block: Block) -> str:
        if block.kind == "paragraph":
            return f"<p>{self._line(block.lines[0])}</p>"
        tag = _LISTS[block.kind]
        points = "\n".join(f"<li>{self._line(line)}</li>" for line in block.lines)
        return f"<{tag}>\n{points}\n</{tag}>"

    def _line(self, line: tuple[Span, ...]) -> str:
        return "".join(map(self._span, line))

    def _span(self, span: Span) -> str:
        html: str = escape(span.text)
        for is_so, tag in ((span.bold, "strong"), (span.italic, "em")):
            html = f"<{tag}>{html}</{tag}>" if is_so else html
        return f'<a href="{escape(self._lead(span.link))}">{html}</a>' if span.link else html


def _to(address: str) -> str:
    """An address below the site's, led to from the page that is written later; a place on that page stays as it is."""
    return address if address.startswith("#") else f"{_FROM_ROOT}{address}"
