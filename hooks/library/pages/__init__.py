"""The library as pages: Markdown for every document, index and topic."""

from collections.abc import Iterator
from typing import Any

from library import words
from library.model.artifact import Artifact
from library.model.health import HEALTH_FILE
from library.model.library import LINKED_SHELVES, Library, markdown_of, page_of, short_page_of

from . import health, metadata
from .markdown import environment, topic_uri, uri_of
from .wheel import drawing

INDEXES = {
    "guides": "guides/index.md",
    "sessions": "sessions/index.md",
    "workshops": "workshops/index.md",
    "question_banks": "questions/index.md",
    "wheels": "wheels/index.md",
    "records": "records/index.md",
}
"""From shelf to the page that lists it."""

FOLDERS = {
    "guides": "guides",
    "sessions": "guides/sessions",
    "workshops": "guides/workshops",
    "question_banks": "guides/questions",
    "wheels": "guides/wheels",
    "records": "guides/records",
}
"""From shelf to the folder an author would add to."""

TOPICS = "guides/shared/topics.yaml"
RETIRED = "guides/shared/retired.yaml"


def render(library: Library) -> Iterator[Artifact]:
    """Yield every page made from the library. The same library gives the same bytes."""
    templates = environment(library)

    def page(path: str, source: str, template: str, front: dict[str, Any], **given: Any) -> Artifact:
        body = templates.get_template(template).render(library=library, **given)
        return Artifact(path, metadata.front_matter(front) + body + "\n", source)

    for shelf, document in library.documents:
        given: dict[str, Any] = {"document": document, "shelf": shelf}
        if shelf == "wheels":
            given["drawing"] = drawing(document)
        path = uri_of(shelf, document.id)
        template = f"{shelf.removesuffix('s').replace('_', '-')}.md.jinja"
        yield page(path, library.source_of(shelf, document.id), template, metadata.of(document, library), **given)
    for shelf, path in INDEXES.items():
        documents = tuple(getattr(library, shelf).values())
        yield page(path, FOLDERS[shelf], "shelf.md.jinja", metadata.of_index(shelf), shelf=shelf, documents=documents)
    for topic in library.topics.values():
        yield page(topic_uri(topic.id), TOPICS, "topic.md.jinja", metadata.of_topic(topic), topic=topic)
    yield page("topics/index.md", TOPICS, "topics.md.jinja", metadata.of_index("topics"))
    yield page("find/index.md", "guides", "find.md.jinja", metadata.of_finder())
    for minutes in words.TIMES:
        front = metadata.of_time(minutes)
        yield page(f"find/{minutes}-minutes.md", "guides", "find-time.md.jinja", front, minutes=minutes)
    for resource in library.resources.values():
        path = markdown_of(short_page_of(resource.id))
        taken = library.leads_at_once(resource)
        yield page(
            path, "resources.yaml", "short.md.jinja", metadata.of_short(resource, taken), resource=resource, taken=taken
        )
    for old in library.retired.values():
        address = short_page_of(old.id) if old.kind == "resource" else page_of(LINKED_SHELVES[old.kind], old.id)
        yield page(markdown_of(address), RETIRED, "retired.md.jinja", metadata.of_retired(old), old=old)
    shown = {"bars": health.bars(library), "publishers": list(health.by_publisher(library))}
    yield page("maintain/links.md", HEALTH_FILE, "links.md.jinja", metadata.of_links(), **shown)
    yield page("resources.md", "resources.yaml", "resources.md.jinja", metadata.of_index("resources"))
