"""A file of the site to print, to change or to put in a calendar."""

from typing import Literal

from library.types.plain import Authored

Variant = Literal["standard", "large", "low-ink"]
"""Standard, large print, or low ink."""
Take = Literal["print", "cards", "roles", "slides", "word", "calendar"]
"""What people take away from a page: sheets to print, question cards, role cards, slides, a text to change, a date."""


class Offer(Authored):
    """A file that can be had of a document, whether or not it has been made yet."""

    of: str
    """The document, as a link names it: "guide:its-id"."""
    path: str
    """Where it stands below the site's address."""
    title: str
    """What readers call it."""
    variant: Variant
    """Whom it is made for."""
    format: str
    """The ending of its name: pdf, docx, odt, pptx or ics."""


class Download(Offer):
    """A file made from a document. What it holds stands on the document's page as well."""

    pages: int | None
    """How many pages or slides it has; nothing for a text to change, which decides that itself, or for a calendar."""
    bytes: int
    """Its size."""
