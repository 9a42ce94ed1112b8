"""What a document's page says of itself in its head: title, description, and schema.org's facts."""

from collections.abc import Iterator
from typing import Any

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.shared import TOPIC
from library.core.variant import Variant
from library.texts import Texts

from .page import Front

CONTENT_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def front_of(kind: DocumentKind[Any], document: Document, library: Library, texts: Texts) -> Front:
    """What a document's page says of itself. Its aliases are not told: they are for searching, and no names of it."""
    return Front(
        title=document.title,
        description=document.summary,
        is_printed=bool(kind.sheets),
        tools=tuple(_tools(kind)),
        is_short=kind.is_wide,
        canonical=kind.page_of(document.variant_of) if isinstance(document, Variant) and document.variant_of else "",
        learning_resource=learning_resource(kind, document, library, texts),
    )


def _tools(kind: DocumentKind[Any]) -> Iterator[str]:
    """The scripts that a document's own page needs."""
    if kind.sheets and not kind.actions:
        yield "keep"
    if kind.tool:
        yield kind.tool
    yield "add-to-pack"


def learning_resource(kind: DocumentKind[Any], document: Document, library: Library, texts: Texts) -> dict[str, Any]:
    """schema.org's LearningResource (https://schema.org/LearningResource), without the page's own address."""
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": document.title,
        "description": document.summary,
        "inLanguage": texts.language,
        "learningResourceType": texts.say(f"kinds.{kind.name}-type"),
        "about": [library[TOPIC][topic].label for topic in document.topics],
        "isAccessibleForFree": True,
        "license": CONTENT_LICENCE,
        "version": document.version,
        "dateModified": document.revised.isoformat(),
    }
    if isinstance(document, Gathering):
        facts["audience"] = {"@type": "Audience", "audienceType": document.audience}
        if document.minutes:
            facts["timeRequired"] = f"PT{document.minutes.typical}M"
    return facts
