"""What files of Office have in common: what they say of themselves, and bytes that are the same on any day."""

from datetime import datetime, time
from typing import Any

from library.sections.blocks import Telling
from library.texts import Texts

_MOST_IN_A_PROPERTY = 255
"""Characters that Office keeps of a file's own account of itself. The title stands in full on the first page."""


def describe(properties: Any, telling: Telling, texts: Texts) -> None:
    """A file's own account of itself: the same for Word and PowerPoint."""
    properties.title = telling.title[:_MOST_IN_A_PROPERTY]
    properties.subject = telling.summary[:_MOST_IN_A_PROPERTY]
    properties.author = properties.last_modified_by = texts.say("library.name")
    properties.language = texts.language
    properties.version = telling.version[:_MOST_IN_A_PROPERTY]
    properties.comments = texts.say("library.licence")
    properties.keywords = properties.category = ""
    properties.created = properties.modified = datetime.combine(telling.revised, time())
    properties.revision = 1
