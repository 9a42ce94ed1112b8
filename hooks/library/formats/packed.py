"""A document in short, as JSON: what a pack, and a record sheet written in the browser, need to know of it."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from library.core.document import Document
from library.core.download import Offer
from library.core.gathering import Gathering
from library.core.kind import DocumentKind
from library.core.library import Library
from library.sections import blocks
from library.sections.phrases import sentence
from library.sections.shared import Teller
from library.texts import Texts

FOLDER = "my-pack/"
"""Where the page of a pack stands, and below it what that page asks for."""
_SAFETY = ("read-out", "upset", "stop")
"""The sections of how everyone is kept safe without which nobody leads a session."""
Short = dict[str, Any]
"""What readers are told of a document: plain words, numbers and addresses below the site's. No part of it is HTML."""


def address_of(kind: DocumentKind[Any], id: str) -> str:
    """Where a document in short stands, below the site's address."""
    return f"{FOLDER}{kind.name}/{id}.json"


def files(
    library: Library, texts: Texts, offers: Callable[[str], tuple[Offer, ...]]
) -> Iterator[tuple[str, Iterator[str]]]:
    """Every document in short: where it stands, and its JSON, which is made when it is asked for.

    offers: the files of a document, by its page.
    """
    tell = Teller(library, texts)
    for kind, document in library.documents:
        yield address_of(kind, document.id), _written(kind, document, tell, offers)


def _written(
    kind: DocumentKind[Any], document: Document, tell: Teller, offers: Callable[[str], tuple[Offer, ...]]
) -> Iterator[str]:
    short = in_short(kind, document, tell, offers(kind.page_of(document.id)))
    yield json.dumps(short, ensure_ascii=False, separators=(",", ":"))


def in_short(kind: DocumentKind[Any], document: Document, tell: Teller, offers: tuple[Offer, ...]) -> Short:
    """A document in short.

    minutes: the fewest and the most, or None. isTimed: whether people meet around it. facts, kit: in words.
    credit: what it rests on and whether it was reviewed.
    safety: the page on how everyone is kept safe, or an empty string. care: what is said to keep everyone safe.
    sections: as in care, a title, a line of facts or nothing, and a list each. files: those that are printed first,
    each with its title, its address and its facts.
    """
    whole, page = tell.telling(kind, document), kind.page_of(document.id)
    plan = document if isinstance(document, Gathering) else None
    has_safety = any(outline.name == "safety" for outline in kind.pages)
    minutes = plan.minutes if plan else None
    return {
        "link": kind.link_to(document.id),
        "kind": tell.say(f"kinds.{kind.name}-one"),
        "title": document.title,
        "summary": document.summary,
        "address": page,
        "safety": f"{page}safety/" if has_safety else "",
        "minutes": [minutes.min, minutes.max] if minutes else None,
        "facts": [fact.value for fact in kind.card(document, tell)],
        "kit": [sentence(thing) for thing in plan.plan.kit] if plan else [],
        "credit": whole.credit,
        "isTimed": plan is not None,
        "care": list(_care(whole)) if plan else [],
        "sections": list(_sections(whole, tell)),
        "files": [
            [offer.title, offer.path, tell.phrases.file_facts(offer)]
            for offer in offers
            if offer.format == "pdf" and offer.variant == "standard"
        ],
    }


def _care(whole: blocks.Telling) -> Iterator[Short]:
    """What is read out first, and what to do if someone is upset or a concern comes up, in full."""
    for section in filter(None, map(whole.section, _SAFETY)):
        points = [point for block in section.blocks for point in _points(block)]
        yield {"title": section.title, "line": "", "points": points}


def _points(block: object) -> Iterator[str]:
    match block:
        case blocks.ReadOut(script, limits):
            yield script.plain
            yield from (limit.plain for limit in limits)
        case blocks.Prose(text):
            yield text.plain
        case blocks.Led(_, name, text):
            yield f"{name.rstrip('.')}. {text.plain}"


def _sections(whole: blocks.Telling, tell: Teller) -> Iterator[Short]:
    """The steps of a plan with their questions; whatever else asks something; what a sheet asks for."""
    for section in whole.walk():
        for block in section.blocks:
            match block:
                case blocks.StepByStep(step):
                    yield _section(f"{step.number}. {step.title}", _line(step, tell), step.prompts)
                case blocks.Write():
                    yield {"title": block.label, "line": block.hint.plain, "points": []}
                case _ if blocks.asks(block):
                    yield _section(section.title, "", block.prompts)


def _section(title: str, line: str, asked: tuple[blocks.Prompt | blocks.Question, ...]) -> Short:
    return {"title": title, "line": line, "points": [prompt.text.plain for prompt in asked]}


def _line(step: blocks.Step, tell: Teller) -> str:
    """How long a step takes, and who speaks."""
    time = sentence(tell.phrases.minutes(step.minutes))
    return f"{time} · {tell.say('word.speaks')}: {step.speaks}" if step.speaks else time
