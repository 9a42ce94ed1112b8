"""Everything of the library that a reader can find, one record each: facts from the model, words from the sections."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from library.core.catalogue import RESOURCE, Resource
from library.core.document import Document
from library.core.download import Take
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.library import Library
from library.core.shared import TOPIC, Topic
from library.sections import blocks
from library.sections.blocks import Section, Telling
from library.sections.shared import Teller
from library.texts import Texts

from .changeable import FORMATS
from .search_words import words_of

_PARTS = (blocks.StepByStep, blocks.Role, blocks.Slide, blocks.Segment)
"""Blocks with a section of their own whose heading people may search for."""


@dataclass(frozen=True)
class SearchRecord:
    """One thing to find.

    url: below the site's folder. kind: its name, or "page".
    minutes, people: (fewest, most), or None where they do not apply or are not known.
    names: what people search for. topic_words: the labels and synonyms of its topics. text: all its words.
    medium: what it is, of what others publish; else empty. access: what it takes to open it.
    take: what can be taken away. weight: from 0 to 1, how far up it belongs among what holds the same words.
    """

    url: str
    title: str
    kind: str
    summary: str = ""
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topic_words: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    text: str = ""
    minutes: tuple[int, int] | None = None
    people: tuple[int, int] | None = None
    formats: tuple[str, ...] = ()
    experience: str = ""
    intensity: str = ""
    medium: str = ""
    access: str = ""
    take: tuple[str, ...] = ()
    weight: float = 1


_OF_TOPICS, _OF_RESOURCES = 0.65, 0.55
"""What people can run and print comes before a list of it, and before what others publish, where all hold the words."""


def slug(kind: str) -> str:
    """What a kind of outside resource is called in addresses and as a key."""
    return kind.replace(" ", "-")


def records(library: Library, texts: Texts) -> Iterator[SearchRecord]:
    """Yield a record for each document, topic and resource."""
    tell = Teller(library, texts)
    for kind, document in library.documents:
        yield _document(kind, document, tell)
    for topic in library[TOPIC].values():
        yield _topic(topic)
    for resource in library[RESOURCE].values():
        yield _resource(library, resource)


def _document(kind: DocumentKind[Any], document: Document, tell: Teller) -> SearchRecord:
    whole = tell.telling(kind, document)
    record = SearchRecord(
        url=kind.page_of(document.id),
        title=document.title,
        kind=kind.name,
        summary=document.summary,
        names=document.aliases,
        topics=document.topics,
        topic_words=_topic_words(tell.library, document.topics),
        headings=_once(section.title for section in whole.walk() if _is_a_part(section)),
        prompts=_once(_prompts(whole)),
        text=" ".join([document.summary, *_text(whole)]),
        take=tuple(dict.fromkeys(_take(kind, document, whole, tell.texts))),
        weight=kind.weight * _weight(whole),
    )
    return _of_a_gathering(record, document) if isinstance(document, Gathering) else record


def _of_a_gathering(record: SearchRecord, gathering: Gathering) -> SearchRecord:
    """The record of what people meet around, with what a group asks for."""
    minutes, size = gathering.minutes, gathering.group_size
    return replace(
        record,
        minutes=(minutes.min, minutes.max) if minutes else None,
        people=(size.min, size.max),
        formats=gathering.format,
        experience=gathering.experience,
        intensity=gathering.intensity,
    )


def _topic(topic: Topic) -> SearchRecord:
    return SearchRecord(
        url=TOPIC.page_of(topic.id),
        title=topic.label,
        kind=TOPIC.name,
        summary=topic.summary.plain,
        names=topic.synonyms,
        topics=(topic.id,),
        weight=_OF_TOPICS,
    )


def _resource(library: Library, resource: Resource) -> SearchRecord:
    notes = (resource.url_note, resource.access_note, resource.edition_note)
    return SearchRecord(
        url=library.address_of(RESOURCE.link_to(resource.id)),
        title=resource.title,
        kind=RESOURCE.name,
        summary=", ".join(filter(None, (resource.by, resource.publisher))),
        topics=resource.topics,
        topic_words=_topic_words(library, resource.topics),
        text=" ".join(note.plain for note in (resource.why, *notes) if note),
        minutes=(resource.minutes.min, resource.minutes.max) if resource.minutes else None,
        medium=slug(resource.kind),
        access=library.opening(resource),
        weight=_OF_RESOURCES,
    )


def _take(kind: DocumentKind[Any], document: Document, whole: Telling, texts: Texts) -> Iterator[Take]:
    """What of a document people take away."""
    layouts: dict[str, Take] = {"cards": "cards", "roles": "roles"}
    formats: dict[str, Take] = {"docx": "word", "pptx": "slides", "ics": "calendar"}
    for outline in kind.sheets:
        if outline.is_for(document):
            yield "print"
            if outline.layout in layouts:
                yield layouts[outline.layout]
    for file in FORMATS:
        if file.name in kind.files and file.ending in formats and file.view(whole, "", texts):
            yield formats[file.ending]


def _weight(whole: Telling) -> float:
    """A wheel comes before others like it by how many of its words a source gives; an empty one comes last."""
    if not any(whole.blocks(blocks.WheelFigure)):
        return 1
    sure = [segment.status == "confirmed" for segment in whole.blocks(blocks.Segment)]
    return round(0.5 + 0.5 * sum(sure) / len(sure), 2) if sure else 0.4


def _topic_words(library: Library, topics: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for id in topics for word in (library[TOPIC][id].label, *library[TOPIC][id].synonyms))


def _is_a_part(section: Section) -> bool:
    return any(isinstance(block, _PARTS) for block in section.blocks)


def _prompts(whole: Telling) -> Iterator[str]:
    """Every question to ask, in order."""
    for section in whole.walk():
        for block in section.blocks:
            if blocks.asks(block):
                yield from (prompt.text.plain for prompt in block.prompts)


def _text(whole: Telling) -> Iterator[str]:
    """All its words, in order."""
    for section in whole.walk():
        yield section.title
        for block in section.blocks:
            yield from words_of(block)


def _once(lines: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
