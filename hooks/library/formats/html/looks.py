"""How a section stands out on a page: the box around it, or around all that stands below its heading."""

from markupsafe import Markup, escape

from library.sections import blocks
from library.sections.blocks import Section

from . import front_page, lists, shelf
from .bar import shape
from .tools import tool

_PARTS = {
    blocks.Role: "role",
    blocks.Slide: "slide",
    blocks.Segment: "segment",
    shelf.Rows: "shelf-part",
}
"""From a block that has a section of its own to that section's class in the style sheet."""
_BOXES = {"care": "care", "new": "new", "plan": "plan", "trust": "trust-line"}
"""From a section's id to the class of the box around it."""
_OF_MANY = {"part": "part", "phase": "phase"}
"""From what the ids of some sections start with to the class of the box around each."""
_INNER_BOXES = {"when": "when", "about-this-page": "colophon", "roles": "roles"}
"""From a section's id to the class of the box around what stands below its heading."""
_TAKEN_OVER = (lists.Finder, shelf.Filters, front_page.Today)
"""Blocks that give the box around their section what its script needs to know."""
EVERYTHING = "everything"
"""The place of the finder's page that its script hides while it shows what it found."""


def box_of(section: Section) -> Markup:
    """The attributes of the box around a section and its heading; empty where it has none."""
    first = section.blocks[0] if section.blocks else None
    if isinstance(section, lists.Box):
        named = section.tool and tool(section.tool)
        return Markup(" ").join(filter(None, (_attribute("class", section.look), named, section.attributes)))
    if isinstance(first, _TAKEN_OVER):
        return first.attributes
    if section.id == EVERYTHING:
        return _attribute("id", EVERYTHING)
    if isinstance(first, blocks.StepByStep):
        return _attribute("class", f"step voice-{shape(first.step)}")
    name = _PARTS.get(type(first)) or _BOXES.get(section.id) or _OF_MANY.get(section.id.partition("-")[0])
    return _attribute("class", name)


def inner_box_of(section: Section) -> Markup:
    """The attributes of the box around what stands below a section's heading; empty where it has none."""
    return _attribute("class", _INNER_BOXES.get(section.id))


def _attribute(name: str, value: str | None) -> Markup:
    return Markup(f'{name}="{escape(value)}"') if value else Markup()
