"""In which order a file that is used during a session tells what it tells."""

from library.sections.blocks import Section


def safety_first(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections, with how a group stays safe before the plan: nobody should have to turn pages for it."""
    safety = tuple(section for section in sections if section.id == "safety")
    others = tuple(section for section in sections if section.id != "safety")
    plan = next((place for place, section in enumerate(others) if section.id == "plan"), len(others))
    return (*others[:plan], *safety, *others[plan:])
