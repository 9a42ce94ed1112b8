"""The library as pages: Markdown for every document, index and topic."""

from collections.abc import Iterator
from typing import Any

from library import words
from library.core.artifact import Artifact, markdown_of
from library.core.catalogue import RESOURCE
from library.core.health import HEALTH_FILE
from library.core.library import Library
from library.core.shared import RETIRED, TOPIC

from . import health, metadata
from .markdown import environment


def render(library: Library) -> Iterator[Artifact]:
    """Yield every page made from the library. The same library gives the same bytes."""
    templates = environment(library)

    def page(path: str, source: str, template: str, front: dict[str, Any], **given: Any) -> Artifact:
        body = templates.get_template(template).render(library=library, **given)
        return Artifact(path, metadata.front_matter(front) + body + "\n", source)

    for kind, document in library.documents:
        path = markdown_of(kind.page_of(document.id))
        source = library.origin_of(kind, document.id).path
        front = metadata.of(kind, document, library)
        yield page(path, source, f"{kind.name}.md.jinja", front, document=document, kind=kind)
    for kind in library.document_kinds:
        documents = tuple(library[kind].values())
        front = metadata.of_index(kind.name)
        yield page(f"{kind.folder}index.md", kind.source, "kind.md.jinja", front, kind=kind, documents=documents)
    for topic in library[TOPIC].values():
        path = markdown_of(TOPIC.page_of(topic.id))
        yield page(path, TOPIC.source, "topic.md.jinja", metadata.of_topic(topic), topic=topic)
    yield page(f"{TOPIC.folder}index.md", TOPIC.source, "topics.md.jinja", metadata.of_index(TOPIC.name))
    yield page("find/index.md", "guides", "find.md.jinja", metadata.of_finder())
    for minutes in words.TIMES:
        front = metadata.of_time(minutes)
        yield page(f"find/{minutes}-minutes.md", "guides", "find-time.md.jinja", front, minutes=minutes)
    for resource in library[RESOURCE].values():
        path = markdown_of(RESOURCE.page_of(resource.id))
        taken = library.leads_at_once(resource)
        source = library.origin_of(RESOURCE, resource.id).path
        yield page(path, source, "short.md.jinja", metadata.of_short(resource, taken), resource=resource, taken=taken)
    for old in library[RETIRED].values():
        path = markdown_of(library.by_name[old.kind].page_of(old.id))
        yield page(path, RETIRED.source, "retired.md.jinja", metadata.of_retired(old), old=old)
    shown = {"bars": health.bars(library), "publishers": list(health.by_publisher(library))}
    yield page("maintain/links.md", HEALTH_FILE, "links.md.jinja", metadata.of_links(), **shown)
    yield page("resources.md", RESOURCE.source, "resources.md.jinja", metadata.of_index(RESOURCE.name))
