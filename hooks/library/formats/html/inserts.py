"""Makes what pages written by hand ask for, and leads their links to the catalogue.

Such a page names a resource as resources.md#its-id, on whichever page of the catalogue that stands.
"""

import re

from library.core.catalogue import RESOURCE
from library.core.inserts import insert_in
from library.core.library import Library
from library.core.page_file import markdown_of
from library.texts import Texts, texts
from library.types.contact import Contact

from . import offers
from .contact import in_words


def _times(library: Library, _: Contact, texts: Texts) -> str:
    """A choice for each time in which something can be done, in Markdown: MkDocs leads its links and checks them."""
    choices = ((minutes, texts.say("page.in-minutes", count=minutes)) for minutes in offers.times(library))
    return "\n".join(f"<li markdown>[{words}](/find/{minutes}-minutes.md)</li>" for minutes, words in choices)


def _contact(_: Library, contact: Contact, texts: Texts) -> str:
    """Where readers write."""
    return in_words(contact, texts)


MAKERS = {"times": _times, "contact": _contact}
"""From what stands in double brackets to what makes it."""

_RESOURCE = re.compile(r"\bresources\.md#([a-z0-9-]+)")


def fill(text: str, library: Library, contact: Contact) -> str:
    """Put what a page asks for in the place of each line that asks. Raises KeyError for what no page may ask for."""
    led = _RESOURCE.sub(lambda link: _led(link[1], library), text)
    return "\n".join(_filled(line, library, contact) for line in led.split("\n"))


def _led(id: str, library: Library) -> str:
    link = RESOURCE.link_to(id)
    address = library.address_of(link) if id in library[RESOURCE] else RESOURCE.address_of(id)
    return f"{markdown_of(address.partition('#')[0])}#{id}"


def _filled(line: str, library: Library, contact: Contact) -> str:
    name = insert_in(line)
    return line if name is None else MAKERS[name](library, contact, texts())
