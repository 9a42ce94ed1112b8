"""Makes what pages written by hand ask for, and leads their links to outside resources.

Such a page names a resource as resources.md#its-id, wherever readers are led who want to know of it.
"""

import re

from library.core.catalogue import RESOURCE
from library.core.inserts import insert_in
from library.core.library import Library
from library.core.page_file import markdown_of
from library.texts import Texts, texts

from . import offers


def _times(library: Library, texts: Texts) -> str:
    """A choice for each time in which something can be done, in Markdown: MkDocs leads its links and checks them."""
    choices = ((minutes, texts.say("page.in-minutes", count=minutes)) for minutes in offers.times(library))
    return "\n".join(f"<li markdown>[{words}](/find/{minutes}-minutes.md)</li>" for minutes, words in choices)


MAKERS = {"times": _times}
"""From what stands in double brackets to what makes it."""

_RESOURCE = re.compile(r"\bresources\.md#([a-z0-9-]+)")


def fill(text: str, library: Library) -> str:
    """Put what a page asks for in the place of each line that asks. Raises KeyError for what no page may ask for."""
    led = _RESOURCE.sub(lambda link: _led(link[1], library), text)
    return "\n".join(_filled(line, library) for line in led.split("\n"))


def _led(id: str, library: Library) -> str:
    link = RESOURCE.link_to(id)
    address = library.address_of(link) if id in library[RESOURCE] else RESOURCE.address_of(id)
    page, mark, place = address.partition("#")
    return f"{markdown_of(page)}{mark}{place}"


def _filled(line: str, library: Library) -> str:
    name = insert_in(line)
    return line if name is None else MAKERS[name](library, texts())
