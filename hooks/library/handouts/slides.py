"""PowerPoint files, 16:9, from a template whose layouts are edited in PowerPoint: templates/slides.pptx."""

import copy
import io
from pathlib import Path
from typing import Any

import pptx
from pptx.oxml.ns import qn

from .archive import repacked
from .sheets import Sheet
from .view import View
from .word import describe

TEMPLATE = Path(__file__).parent / "templates" / "slides.pptx"
_OPENING, _POINTS = 0, 1
_BODY, _TIME = 1, 13
"""The layouts of the template, and the numbers of their places."""


class SlideMaker:
    """Makes .pptx files."""

    identity = b"pptx"

    def __init__(self) -> None:
        self._template = TEMPLATE.read_bytes()

    def make(self, sheet: Sheet) -> bytes:
        """One presentation: an opening slide, then each slide with its points, its time and what to say."""
        view = sheet.view
        show = pptx.Presentation(io.BytesIO(self._template))
        describe(show.core_properties, view)
        opening = show.slides.add_slide(show.slide_layouts[_OPENING])
        opening.shapes.title.text = view["title"]
        opening.placeholders[_BODY].text = view["summary"]
        _finish(opening, [f"Version {view['version']}, {view['revised']}. {view['licence']}", *view["opening-notes"]])
        for one in view["slides"]:
            slide = show.slides.add_slide(show.slide_layouts[_POINTS])
            slide.shapes.title.text = one["title"]
            _write(slide.placeholders[_BODY], one["points"])
            slide.placeholders[_TIME].text = one["time"]
            _number(slide)
            _finish(slide, one["notes"])
        made = io.BytesIO()
        show.save(made)
        return repacked(made.getvalue())


def _write(place: Any, points: list[list[View]]) -> None:
    frame = place.text_frame
    for number, point in enumerate(points):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        for span in point:
            run = paragraph.add_run()
            run.text = span["text"]
            run.font.bold, run.font.italic = span["bold"] or None, span["italic"] or None
            if span["link"]:
                run.hyperlink.address = span["link"]


def _number(slide: Any) -> None:
    """The slide's number: python-pptx leaves this place of the layout out."""
    for shape in slide.slide_layout.placeholders:
        if shape.element.ph.get("type") == "sldNum":
            slide.shapes._spTree.append(copy.deepcopy(shape.element))


def _finish(slide: Any, notes: list[str]) -> None:
    """Notes, the language of every run, and no place left empty: a screen reader would read it out."""
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)
    for part in (slide, slide.notes_slide):
        for place in list(part.placeholders):
            if place.has_text_frame and not place.text_frame.text.strip():
                place.element.getparent().remove(place.element)
        for run in [*part.element.iter(qn("a:r")), *part.element.iter(qn("a:fld"))]:
            run.get_or_add_rPr().set("lang", "en-GB")
