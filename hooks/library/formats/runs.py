"""Runs of text that look alike, as Word and PowerPoint have them: lines of spans whose links lead from anywhere."""

from collections.abc import Iterable

from library.sections import blocks
from library.sections.phrases import Phrases
from library.types.text import Span, Text

Spans = tuple[Span, ...]


def plain(words: str, link: str = "") -> Spans:
    """A line of plain words, with the address they lead to if they have one."""
    return (Span(words, link=link),)


def bold(words: str, link: str = "") -> Spans:
    """A line of bold words, with the address they lead to if they have one."""
    return (Span(words, bold=True, link=link),)


def named(name: str, line: Spans) -> Spans:
    """A line that says in bold what it is, and then itself."""
    return (*bold(f"{name}: "), *line)


def lines(texts: Iterable[Text]) -> list[Spans]:
    """Every line of some texts: what a text says in further paragraphs and lists follows its first."""
    return [line for text in texts for line in text.lines]


def meeting_line(meeting: blocks.Meeting) -> Spans:
    """A stop on a path: when it comes, what it is, how long it takes and how much it may stir up."""
    facts = " · ".join(filter(None, (meeting.time, meeting.intensity)))
    told = plain(f" ({facts})") if facts else ()
    return (*named(meeting.when, plain(meeting.title, meeting.link)), *told)


def clip_line(clip: blocks.Clip, phrases: Phrases) -> Spans:
    """What to play or open in a step: what it is, how long it takes, and what it takes to open it."""
    time = f" ({phrases.minutes(clip.minutes)})" if clip.minutes else ""
    lead = phrases.say("word.play" if clip.minutes else "word.open")
    return (*plain(f"{lead}: "), *plain(clip.part, clip.short), *plain(f"{time}. {clip.access}."))


def spoken(line: Spans) -> str:
    """The words alone of a line."""
    return "".join(span.text for span in line)


def spoken_lines(*texts: Text) -> list[str]:
    """The words alone of some texts, a paragraph or a point each."""
    return [spoken(line) for line in lines(texts)]
