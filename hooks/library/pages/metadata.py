"""What each page says about itself in its head: title, description, and schema.org facts."""

from typing import Any

import yaml

from library import words
from library.core.catalogue import Resource
from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import Kind
from library.core.library import Library
from library.core.shared import TOPIC, Retired, Topic

CONTENT_LICENCE = "https://creativecommons.org/licenses/by/4.0/"

_TYPES = {
    "guide": "Guide",
    "session": "Session model",
    "workshop": "Workshop",
    "question-bank": "Question bank",
    "wheel": "Worksheet",
    "record": "Worksheet",
}


def front_matter(front: dict[str, Any]) -> str:
    """Write a page's front matter."""
    return f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=True, width=1000)}---\n\n"


def of(kind: Kind[Any], document: Document, library: Library) -> dict[str, Any]:
    """The front matter of a document's page. Its aliases are not told: they are for searching, and no names of it."""
    front = {
        "title": document.title,
        "description": document.summary,
        "learning_resource": learning_resource(kind, document, library),
    }
    has_calendar = isinstance(document, Gathering) and document.minutes
    return {**front, "tools": ["calendar"]} if has_calendar else front


def of_topic(topic: Topic) -> dict[str, Any]:
    """The front matter of a topic's page."""
    return {"title": topic.label, "description": topic.summary.plain}


def of_index(name: str) -> dict[str, Any]:
    """The front matter of the page that lists a kind, or of the finder. name: the kind's, or "find"."""
    return {"title": words.MANY[name], "description": words.SUMMARIES[name]}


def of_finder() -> dict[str, Any]:
    """The front matter of the finder; `short` pages need no list of what stands on them."""
    return {**of_index("find"), "tools": ["finder"], "short": True}


def of_time(minutes: int) -> dict[str, Any]:
    """The front matter of the page for a number of minutes."""
    return {
        "title": f"What fits in {minutes} minutes",
        "description": f"Guides, session models and workshops that can be done in {minutes} minutes or less.",
    }


def of_short(resource: Resource, taken: str | None) -> dict[str, Any]:
    """The front matter of a short address. taken: where it leads at once, or None."""
    front = {"title": resource.title, "description": f"{words.sentence(resource.kind)} by {resource.publisher}."}
    return {**front, "refresh": taken} if taken else front


def of_links() -> dict[str, Any]:
    """The front matter of the page on how the outside links do."""
    return {"title": words.LINKS["title"], "description": words.LINKS["summary"]}


def of_retired(old: Retired) -> dict[str, Any]:
    """The front matter of a page that says where something went."""
    return {"title": old.title, "description": "No longer in the library: where to go instead."}


def learning_resource(kind: Kind[Any], document: Document, library: Library) -> dict[str, Any]:
    """schema.org's LearningResource (https://schema.org/LearningResource), without the page's own address."""
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": document.title,
        "description": document.summary,
        "inLanguage": "en-GB",
        "learningResourceType": _TYPES[kind.name],
        "about": [library[TOPIC][topic].label for topic in document.topics],
        "isAccessibleForFree": True,
        "license": CONTENT_LICENCE,
        "version": document.version,
        "dateModified": document.revised.isoformat(),
        "isBasedOn": [source.title for source in document.sources],
    }
    if isinstance(document, Gathering):
        facts["audience"] = [{"@type": "Audience", "audienceType": one} for one in document.audience]
        if document.minutes:
            facts["timeRequired"] = f"PT{document.minutes.typical}M"
    return facts
