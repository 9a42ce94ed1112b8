"""PowerPoint files, 16:9, from a template whose layouts are edited in PowerPoint: templates/slides.pptx."""

import copy
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pptx
from pptx.oxml.ns import qn
from pptx.util import Pt

from library.sections.blocks import Telling
from library.texts import Texts

from .archive import repacked
from .deck import Deck
from .office import describe
from .pie import draw
from .runs import Spans

TEMPLATE = Path(__file__).parent / "templates" / "slides.pptx"
_OPENING, _POINTS = 0, 1
_BODY, _TIME = 1, 13
"""The layouts of the template, and the numbers of their places."""
_LARGE, _SMALL = Pt(44), Pt(16)
"""Of a question that stands alone, and of what a deck rests on."""


def write(telling: Telling, texts: Texts) -> bytes:
    """A telling as a presentation: an opening slide, then each slide with its points, its time and what to say."""
    show = pptx.Presentation(str(TEMPLATE))
    deck = Deck(telling, texts)
    describe(show.core_properties, telling, texts)
    opening = show.slides.add_slide(show.slide_layouts[_OPENING])
    opening.shapes.title.text = telling.title
    opening.placeholders[_BODY].text = telling.summary
    credit = opening.placeholders[_BODY].text_frame.add_paragraph().add_run()
    credit.text, credit.font.size = telling.credit, _SMALL
    day, licence = texts.day(telling.revised), texts.say("library.licence")
    version = texts.say("slides.version", version=telling.version, day=day, licence=licence)
    _finish(opening, [version, *deck.opening_notes()], texts.language)
    for content in deck.slides():
        slide = show.slides.add_slide(show.slide_layouts[_POINTS])
        slide.shapes.title.text = content.title
        _write_points(slide.placeholders[_BODY], content.points, _LARGE if content.is_large else None)
        if content.wheel:
            draw(slide, content.wheel, texts)
        slide.placeholders[_TIME].text = content.time
        _number(slide)
        _finish(slide, content.notes, texts.language)
    packed = io.BytesIO()
    show.save(packed)
    return repacked(packed.getvalue())


def _write_points(place: Any, points: Iterable[Spans], size: Pt | None) -> None:
    frame = place.text_frame
    for number, point in enumerate(points):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for span in point:
            run = paragraph.add_run()
            run.text, run.font.size = span.text, size
            run.font.bold, run.font.italic = span.bold or None, span.italic or None
            if span.link:
                run.hyperlink.address = span.link


def _number(slide: Any) -> None:
    """The slide's number: python-pptx leaves this place of the layout out."""
    for shape in slide.slide_layout.placeholders:
        if shape.element.ph.get("type") == "sldNum":
            slide.shapes._spTree.append(copy.deepcopy(shape.element))


def _finish(slide: Any, notes: Iterable[str], language: str) -> None:
    """Notes, the language of every run, and no place left empty: a screen reader would read it out."""
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    for part in (slide, slide.notes_slide):
        for place in list(part.placeholders):
            if place.has_text_frame and not place.text_frame.text.strip():
                place.element.getparent().remove(place.element)
        for run in [*part.element.iter(qn("a:r")), *part.element.iter(qn("a:fld"))]:
            run.get_or_add_rPr().set("lang", language)
