"""What a document is told in: sections, and the blocks that stand in them. Frozen and typed; no block knows a format.

Texts are as the author wrote them, so that each format leads their links where it can. Everything else is in words.
"""

from .about import Notes, Review, Sources, Topic, Topics
from .outside import Accounts, Citation, Citations, ResourceLink, Resources
from .plans import Clip, Prompt, Prompts, Question, Questions, Role, Slide, Step, StepByStep, Timeline, prompts_at
from .tree import Block, Extra, Section, Side, Telling
from .wheels import Segment, WheelFigure, Worksheets
from .words import (
    Fact,
    Facts,
    Handout,
    Handouts,
    Led,
    Names,
    NoNames,
    Points,
    Prose,
    ReadOut,
    Related,
    Words,
    Write,
    WriteIn,
)

__all__ = [
    "Accounts",
    "Block",
    "Citation",
    "Citations",
    "Clip",
    "Extra",
    "Fact",
    "Facts",
    "Handout",
    "Handouts",
    "Led",
    "Names",
    "NoNames",
    "Notes",
    "Points",
    "Prompt",
    "Prompts",
    "Prose",
    "Question",
    "Questions",
    "ReadOut",
    "Related",
    "ResourceLink",
    "Resources",
    "Review",
    "Role",
    "Section",
    "Segment",
    "Side",
    "Slide",
    "Sources",
    "Step",
    "StepByStep",
    "Telling",
    "Timeline",
    "Topic",
    "Topics",
    "WheelFigure",
    "Words",
    "Worksheets",
    "Write",
    "WriteIn",
    "prompts_at",
]
