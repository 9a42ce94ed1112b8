"""Links that lead from anywhere: a file is opened far from the site, so every link in it is a whole address."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from library.core.library import Library
from library.sections.blocks import Clip, Handout, Meeting, Related, ResourceLink, Telling
from library.types.plain import Authored
from library.types.text import Text

Lead = Callable[[str], str]
"""From a link as an author wrote it to a whole address; empty where it can't lead anywhere."""


def absolute(telling: Telling, library: Library, site: str | None) -> Telling:
    """A telling whose links are whole addresses. site: the site's own, ending in a slash; None while it has none.

    The telling's own link becomes the address of its page. Without a site, links within the library become plain
    words, and outside resources have no short address.
    """

    def lead(link: str) -> str:
        if link.partition(":")[0] in ("", "http", "https", "mailto"):
            return link
        return f"{site}{library.address_of(link)}" if site else ""

    led: Telling = _led(replace(telling, link=lead(telling.link), upset=lead(telling.upset)), lead, site)
    return led


def _led(value: Any, lead: Lead, site: str | None) -> Any:
    """Anything that is told, and all below it, with its links led."""
    match value:
        case str() | int() | None:
            return value
        case Text():
            return _text(value, lead)
        case ResourceLink() | Clip():
            return replace(value, short=f"{site}{value.short}" if site else "")
        case Handout() | Meeting() | Related():
            return _parts(replace(value, link=lead(value.link)), lead, site)
        case Authored():
            parts = {name: _led(getattr(value, name), lead, site) for name in type(value).model_fields}
            return value.model_copy(update=parts)
        case tuple():
            return tuple(_led(part, lead, site) for part in value)
    return _parts(value, lead, site) if is_dataclass(value) else value


def _parts(value: Any, lead: Lead, site: str | None) -> Any:
    return replace(value, **{field.name: _led(getattr(value, field.name), lead, site) for field in fields(value)})


def _text(text: Text, lead: Lead) -> Text:
    if not any(text.links):
        return text
    blocks = (
        replace(block, lines=tuple(tuple(replace(span, link=lead(span.link)) for span in line) for line in block.lines))
        for block in text.blocks
    )
    return replace(text, blocks=tuple(blocks))
