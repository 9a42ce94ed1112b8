"""What a page written by hand can ask for: a line of it that says [[times]] becomes choices the library makes.

It names a resource as resources.md#its-id, on whichever page of the catalogue that stands.
"""

import re

from library.core.catalogue import RESOURCE
from library.core.library import Library
from library.core.page_file import markdown_of
from library.texts import Texts, texts

from . import offers


def _times(library: Library, texts: Texts) -> str:
    """A choice for each time in which something can be done, in Markdown: MkDocs leads its links and checks them."""
    choices = ((minutes, texts.say("page.in-minutes", count=minutes)) for minutes in offers.times(library))
    return "\n".join(f"<li markdown>[{words}](/find/{minutes}-minutes.md)</li>" for minutes, words in choices)


INSERTS = {"times": _times}
"""From the name in double brackets to what makes it."""

_RESOURCE = re.compile(r"\bresources\.md#([a-z0-9-]+)")
_ASKED = re.compile(r"^\[\[(.*)\]\]$")


class UnknownInsert(LookupError):
    """A page asks for something the library cannot make."""


def fill(text: str, path: str, library: Library) -> str:
    """Put what a page asks for in the place of each line that asks. path: the page's file, named where it can't be."""
    led = _RESOURCE.sub(lambda link: _led(link[1], library), text)
    return "\n".join(_filled(line, f"{path}:{number}", library) for number, line in enumerate(led.split("\n"), 1))


def _led(id: str, library: Library) -> str:
    link = RESOURCE.link_to(id)
    address = library.address_of(link) if id in library[RESOURCE] else RESOURCE.address_of(id)
    return f"{markdown_of(address.partition('#')[0])}#{id}"


def _filled(line: str, place: str, library: Library) -> str:
    asked = _ASKED.match(line.rstrip())
    if not asked:
        return line
    if asked[1] not in INSERTS:
        there_are = ", ".join(f"[[{name}]]" for name in INSERTS)
        raise UnknownInsert(f"{place}  {asked[0]} is nothing the library makes. Write {there_are}, or take it out.")
    return INSERTS[asked[1]](library, texts())
