"""Makes what pages written by hand ask for, and leads their links to outside resources.

Such a page names a resource as resources.md#its-id, wherever readers are led who want to know of it.
"""

from collections.abc import Callable, Mapping

from library.core.catalogue import RESOURCE
from library.core.inserts import RESOURCE_LINK, insert_in
from library.core.library import Library
from library.core.page_file import markdown_of
from library.texts import texts
from library.types.contact import Contact

from . import home, offers
from .contact import in_words
from .making import Maker

Insert = Callable[[Maker, Contact, str], str]
"""Makes what a page asks for, in Markdown or HTML. Given also where readers write, and the page's own address."""


def _times(make: Maker, _: Contact, __: str) -> str:
    """A choice for each time in which something can be done, in Markdown: MkDocs leads its links and checks them."""
    choices = ((minutes, make.say("page.in-minutes", count=minutes)) for minutes in offers.times(make.library))
    return "\n".join(f"<li markdown>[{words}](/find/{minutes}-minutes.md)</li>" for minutes, words in choices)


def _contact(make: Maker, contact: Contact, _: str) -> str:
    """Where readers write."""
    return in_words(contact, make.texts)


def _told(sections: home.Told) -> Insert:
    return lambda make, _, url: make.fragment(url, sections(make, url))


MAKERS: Mapping[str, Insert] = {
    "times": _times,
    "contact": _contact,
    **{name: _told(sections) for name, sections in home.PARTS.items()},
}
"""From what stands in double brackets to what makes it."""


def fill(text: str, library: Library, contact: Contact, url: str = "") -> str:
    """Put what a page asks for in the place of each line that asks. Raises KeyError for what no page may ask for.

    url: the page's own address below the site's.
    """
    lines = RESOURCE_LINK.sub(lambda link: _led(link[1], library), text).split("\n")
    if not any(map(insert_in, lines)):
        return "\n".join(lines)
    make = Maker(library, texts(), lambda path: ())
    return "\n".join(line if (name := insert_in(line)) is None else MAKERS[name](make, contact, url) for line in lines)


def tools_of(text: str) -> tuple[str, ...]:
    """The scripts that a page written by hand takes, for what it asks for. What else it holds can start none."""
    asked = dict.fromkeys(map(insert_in, text.split("\n")))
    return tuple(home.TOOLS[name] for name in asked if name and name in home.TOOLS)


def _led(id: str, library: Library) -> str:
    link = RESOURCE.link_to(id)
    address = library.address_of(link) if id in library[RESOURCE] else RESOURCE.address_of(id)
    page, mark, place = address.partition("#")
    return f"{markdown_of(page)}{mark}{place}"
