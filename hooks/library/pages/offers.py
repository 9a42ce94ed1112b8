"""What readers are offered to choose from: only what has something behind it. Pages with nothing yet stay, unlisted."""

from typing import get_args

from library import words
from library.core.catalogue import RESOURCE
from library.core.gathering import Experience, Intensity
from library.core.library import PAGE, Library
from library.core.shared import TOPIC, Topic


def times(library: Library) -> tuple[int, ...]:
    """The minutes in which something can be done, of those that have a page."""
    return tuple(minutes for minutes in words.TIMES if words.fitting(library, minutes))


def topics(library: Library) -> tuple[Topic, ...]:
    """The topics that something is about."""
    kinds = (*library.document_kinds, RESOURCE)
    return tuple(topic for topic in library[TOPIC].values() if any(library.about(topic, kind) for kind in kinds))


def kinds(library: Library) -> dict[str, str]:
    """From each kind of thing that can be found to what it is called."""
    there = {kind.name for kind in library.kinds if library[kind]} | {PAGE}
    return {name: label for name, label in words.FOUND.items() if name in there}


def topic_labels(library: Library) -> dict[str, str]:
    """From the id of each topic that something is about to what it is called."""
    return {topic.id: topic.label for topic in topics(library)}


def scales() -> dict[str, tuple[str, ...]]:
    """From the name of each answer that means "this or less" to its values, the least demanding first."""
    return {"experience": get_args(Experience), "intensity": get_args(Intensity)}
