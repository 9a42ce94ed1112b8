"""What files that are used during a session tell in another order than a page, or without its heading."""

from library.sections.blocks import Section

UNHEADED = ("headings",)
"""The section around all places to write: its heading is for a page that tells of the sheet, not for the sheet."""


def safety_first(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections, with how a group stays safe before the plan: nobody should have to turn pages for it."""
    safety = tuple(section for section in sections if section.id == "safety")
    others = tuple(section for section in sections if section.id != "safety")
    plan = next((place for place, section in enumerate(others) if section.id == "plan"), len(others))
    return (*others[:plan], *safety, *others[plan:])
