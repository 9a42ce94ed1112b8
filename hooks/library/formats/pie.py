"""A wheel on a slide, as shapes that PowerPoint can change: a segment each, with its word outside the rim."""

from math import cos, pi, sin
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from library.sections.blocks import WheelFigure
from library.texts import Texts

_MIDDLE, _RADIUS = (3_900_000, 3_850_000), 1_650_000
"""In English Metric Units, of which 36,000 make a millimetre."""
_WIDTH, _HEIGHT = 2_000_000, 330_000
"""Of the place for a word."""
_BESIDE = 7_900_000
"""Where the words of the slide stand, to the right of the wheel."""
_colour: Any = RGBColor.from_string
_COLOURS = (_colour("D9EBE6"), _colour("F8E6BB"), _colour("F6DACB"))
_EDGE, _INK = _colour("7B8178"), _colour("22302F")


def draw(slide: Any, wheel: WheelFigure, texts: Texts) -> None:
    """Draw a wheel on the left of a slide, and move its words to the right of it."""
    words = [segment.word or f"{segment.letter}: {texts.say('wheels.to-confirm')}" for segment in wheel.segments]
    words += [""] * wheel.blank_segments
    body = slide.placeholders[1]
    top, height, right = body.top, body.height, body.left + body.width
    body.left, body.top, body.width, body.height = Emu(_BESIDE), top, Emu(right - _BESIDE), height
    group = slide.shapes.add_group_shape()
    group.name = wheel.title
    told = ", ".join(filter(None, words))
    key = "paper.wheel-of-words" if told else "paper.wheel-of-none"
    described = {"count": len(wheel.segments), "words": told} if told else {"count": len(words)}
    group._element.nvGrpSpPr.cNvPr.set("descr", texts.say(key, **described))
    step = 2 * pi / len(words)
    for number, tint in enumerate(wheel.tints):
        _segment(group, step * number, step, _COLOURS[tint])
    for number, word in enumerate(words):
        if word:
            _word(group, step * (number + 0.5), word)


def _segment(group: Any, start: float, step: float, colour: RGBColor) -> None:
    turns = [start + step * part / 12 for part in range(13)]
    builder = group.shapes.build_freeform(*_MIDDLE)
    builder.add_line_segments([_point(turn, _RADIUS) for turn in turns], close=True)
    shape = builder.convert_to_shape()
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour
    shape.line.color.rgb = _EDGE
    shape.line.width = Pt(1)
    shape.shadow.inherit = False


def _word(group: Any, turn: float, word: str) -> None:
    x, y = _point(turn, _RADIUS + 90_000)
    aside = max(-1.0, min(1.0, 2.5 * sin(turn)))
    left, top = x + (aside - 1) * _WIDTH / 2, y - (1 + cos(turn)) * _HEIGHT / 2
    box = group.shapes.add_textbox(Emu(round(left)), Emu(round(top)), Emu(_WIDTH), Emu(_HEIGHT))
    frame = box.text_frame
    frame.word_wrap = False
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT if aside > 0.9 else PP_ALIGN.RIGHT if aside < -0.9 else PP_ALIGN.CENTER
    for text, is_bold in ((word[:1], True), (word[1:], False)):
        run = paragraph.add_run()
        run.text, run.font.bold, run.font.size = text, is_bold, Pt(16)
        run.font.color.rgb = _INK


def _point(turn: float, away: float) -> tuple[int, int]:
    """A point, turned clockwise from the top of the wheel, away from its middle."""
    return round(_MIDDLE[0] + away * sin(turn)), round(_MIDDLE[1] - away * cos(turn))
