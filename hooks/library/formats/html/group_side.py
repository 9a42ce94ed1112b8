"""The side of a document that is sent to the group: what the session is like, and what it takes to come."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from library.core.gathering import Gathering
from library.sections import blocks
from library.sections.blocks import Extra, Section, Telling

from .lists import Table
from .parts import Parts
from .tools import tool

NAME = "group"
"""What the address of that page ends with."""


@dataclass(frozen=True)
class Share(Extra):
    """A way to send a page's address to others. tool: what its script needs to know."""

    tool: Markup


def head(parts: Parts, whole: Telling) -> Iterator[Section]:
    """What stands ahead of the sections the page shows: facts, what is told to whoever is asked, and how to send it."""
    [timeline] = whole.blocks(blocks.Timeline)
    invitation = (blocks.Words(timeline.opt_in, "strong"),) if timeline.opt_in else ()
    facts = (parts.facts(parts.document),) if isinstance(parts.document, Gathering) else ()
    yield Section("", "", (*facts, *invitation, Share(tool("share"))))


def shown(section: Section, parts: Parts) -> Section:
    """A section as the group is told it: what is read out to them goes by what it is for them."""
    return replace(section, title=parts.make.say("parts.group-read-out")) if section.id == "read-out" else section


def at_a_glance(parts: Parts, whole: Telling) -> Iterator[Section]:
    """The steps in a table: how long each takes, and who speaks."""
    say = parts.make.say
    [timeline] = whole.blocks(blocks.Timeline)
    if len(timeline.steps) > 1:
        head = (say("word.step"), say("page.minutes"), say("word.speaks"))
        rows = tuple((step.title, str(step.minutes or "–"), step.speaks or "–") for step in timeline.steps)
        title = say("parts.group-steps")
        yield Section("steps", title, (Table(title, head, rows),))
