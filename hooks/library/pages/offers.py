"""What readers are offered to choose from: only what has something behind it. Pages with nothing yet stay, unlisted."""

from typing import get_args

from library import words
from library.model.document import Experience, Intensity, Topic
from library.model.library import Library


def times(library: Library) -> tuple[int, ...]:
    """The minutes in which something can be done, of those that have a page."""
    return tuple(minutes for minutes in words.TIMES if words.fitting(library, minutes))


def topics(library: Library) -> tuple[Topic, ...]:
    """The topics that something is about."""
    shelves = (*words.ONE, "resources")
    return tuple(topic for topic in library.topics.values() if any(library.about(topic, shelf) for shelf in shelves))


def kinds(library: Library) -> dict[str, str]:
    """From each kind of thing that can be found to what it is called."""
    return {kind: label for kind, label in words.KINDS.items() if getattr(library, kind)}


def topic_labels(library: Library) -> dict[str, str]:
    """From the id of each topic that something is about to what it is called."""
    return {topic.id: topic.label for topic in topics(library)}


def scales() -> dict[str, tuple[str, ...]]:
    """From the name of each answer that means "this or less" to its values, the least demanding first."""
    return {"experience": get_args(Experience), "intensity": get_args(Intensity)}
