"""Authors' words as Markdown that means just what they wrote, and the templates that put them in place.

Whatever a template prints is escaped here unless it was made here: no template has to remember to.
"""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from library import words
from library.core.artifact import markdown_of
from library.core.catalogue import RESOURCE
from library.core.kind import Kind
from library.core.library import Library
from library.core.safety import SAFETY_FRAME
from library.core.shared import SHARED_TEXT, TOPIC
from library.core.worksheet import WORKSHEET
from library.types.text import Block, Phrase, Span, Text

from . import offers
from .tools import tool
from .wheel import drawing

_ANYWHERE = re.compile(r"[\\`*_{}\[\]|~^=#]")
_AT_START = re.compile(r"^(\d+)([.)])|^([-+>:!=])")


def escape(text: str) -> str:
    """Write plain text so that Python-Markdown shows just that text, on one line."""
    line = " ".join(text.split())
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _ANYWHERE.sub(lambda found: f"&#{ord(found[0])};", line)
    return _AT_START.sub(lambda found: f"{found[1] or ''}&#{ord(found[2] or found[3])};", line)


def spaced(written: str, shown: str) -> str:
    """Give what is shown the space that the words it was made from have at their ends: `escape` leaves none."""
    lead = " " if written[:1].isspace() else ""
    tail = " " if written[-1:].isspace() and shown else ""
    return f"{lead}{shown}{tail}"


class Markdown:
    """Writes authors' words as Markdown. library: where links of an author's lead is looked up in it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def phrase(self, spans: tuple[Span, ...]) -> str:
        """Write spans as one line."""
        return "".join(map(self._span, spans))

    def rich(self, text: Text) -> str:
        """Write a text as paragraphs and lists, without a line break at its end."""
        return "\n\n".join(map(self._block, text.blocks))

    def target_of(self, link: str) -> str:
        """Turn guide:its-id and page:its-name into a path from the docs folder; leave outside addresses alone."""
        if link.startswith(("http://", "https://", "mailto:")):
            return link
        kind = self._library.by_name.get(link.partition(":")[0])
        if kind and kind.place:
            page, _, place = self._library.address_of(link).partition("#")
            return f"/{markdown_of(page)}#{place}"
        return f"/{markdown_of(self._library.address_of(link))}"

    def finalize(self, value: Any) -> Markup:
        """What Jinja does with anything a template prints."""
        if isinstance(value, Markup):
            return value
        if isinstance(value, Phrase):
            return Markup(self.phrase(value.blocks[0].lines[0]))
        if isinstance(value, Text):
            return Markup(self.rich(value))
        words_alone = str(value)
        return Markup(spaced(words_alone, escape(words_alone)))

    def _span(self, span: Span) -> str:
        text = escape(span.text)
        for wanted, tag in ((span.bold, "strong"), (span.italic, "em")):
            text = f"<{tag}>{text}</{tag}>" if wanted else text
        if span.link:
            text = f"[{text}](<{self.target_of(span.link)}>)"
        return spaced(span.text, text)

    def _block(self, block: Block) -> str:
        if block.kind == "paragraph":
            return self.phrase(block.lines[0])
        marks = ("- " if block.kind == "bullets" else f"{number}. " for number in range(1, len(block.lines) + 1))
        return "\n".join(f"{mark}{self.phrase(line)}" for mark, line in zip(marks, block.lines, strict=True))


def page_file(kind: Kind[Any], id: str) -> str:
    """Where the page of an entry stands below the docs folder."""
    return markdown_of(kind.page_of(id))


def environment(library: Library) -> Environment:
    """Make the templates' environment: undefined names are errors, and everything printed is escaped."""
    markdown = Markdown(library)
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=markdown.finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals |= {"page_file": page_file, "target_of": markdown.target_of, "drawing": drawing}
    templates.globals |= {"words": words, "offers": offers, "tool": tool, "TOPIC": TOPIC, "RESOURCE": RESOURCE}
    templates.globals |= {"SAFETY_FRAME": SAFETY_FRAME, "SHARED_TEXT": SHARED_TEXT, "WORKSHEET": WORKSHEET}
    return templates
