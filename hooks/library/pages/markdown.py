"""Authors' words as Markdown that means just what they wrote, and the templates that put them in place.

Whatever a template prints is escaped here unless it was made here: no template has to remember to.
"""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from library import words
from library.model.library import LINKED_SHELVES, Library, markdown_of, page_of, resources_of
from library.model.text import Block, Phrase, Span, Text

from . import offers
from .tools import tool

_ANYWHERE = re.compile(r"[\\`*_{}\[\]|~^=#]")
_AT_START = re.compile(r"^(\d+)([.)])|^([-+>:!=])")


def uri_of(shelf: str, id: str) -> str:
    """Where a document's page stands below the docs folder."""
    return markdown_of(page_of(shelf, id))


def topic_uri(id: str) -> str:
    """Where a topic's page stands below the docs folder."""
    return uri_of("topics", id)


def escape(text: str) -> str:
    """Write plain text so that Python-Markdown shows just that text, on one line."""
    line = " ".join(text.split())
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _ANYWHERE.sub(lambda found: f"&#{ord(found[0])};", line)
    return _AT_START.sub(lambda found: f"{found[1] or ''}&#{ord(found[2] or found[3])};", line)


def phrase(spans: tuple[Span, ...]) -> str:
    """Write spans as one line of Markdown."""
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    text = escape(span.text)
    for wanted, tag in ((span.bold, "strong"), (span.italic, "em")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    if span.link:
        text = f"[{text}](<{target_of(span.link)}>)"
    return spaced(span.text, text)


def spaced(written: str, shown: str) -> str:
    """Give what is shown the space that the words it was made from have at their ends: `escape` leaves none."""
    lead = " " if written[:1].isspace() else ""
    tail = " " if written[-1:].isspace() and shown else ""
    return f"{lead}{shown}{tail}"


def target_of(link: str) -> str:
    """Turn guide:its-id and page:its-name into a path from the docs folder; leave outside addresses alone."""
    kind, _, id = link.partition(":")
    if kind == "resource":
        return f"/resources.md#{id}"
    if kind == "page":
        return f"/{id}.md"
    return f"/{uri_of(LINKED_SHELVES[kind], id)}" if kind in LINKED_SHELVES else link


def rich(text: Text) -> str:
    """Write a text as Markdown paragraphs and lists, without a line break at its end."""
    return "\n\n".join(map(_block, text.blocks))


def _block(block: Block) -> str:
    if block.kind == "paragraph":
        return phrase(block.lines[0])
    marks = ("- " if block.kind == "bullets" else f"{number}. " for number in range(1, len(block.lines) + 1))
    return "\n".join(f"{mark}{phrase(line)}" for mark, line in zip(marks, block.lines, strict=True))


def _finalize(value: Any) -> Markup:
    """What Jinja does with anything a template prints."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Phrase):
        return Markup(phrase(value.blocks[0].lines[0]))
    if isinstance(value, Text):
        return Markup(rich(value))
    words_alone = str(value)
    return Markup(spaced(words_alone, escape(words_alone)))


def environment(library: Library) -> Environment:
    """Make the templates' environment: undefined names are errors, and everything printed is escaped."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"uri_of": uri_of, "target_of": target_of, "resources_of": resources_of}
    made.globals |= {"words": words, "offers": offers, "tool": tool}
    return made
