"""Runs of text that look alike, for Word and PowerPoint: made, joined and read as plain words."""

from collections.abc import Iterable

from .view import View


def plain(text: str, link: str = "") -> View:
    """A run of plain text, with the address it leads to if it has one."""
    return {"text": text, "bold": False, "italic": False, "link": link}


def bold(text: str) -> View:
    """A run of bold text."""
    return {**plain(text), "bold": True}


def flat(texts: Iterable[list[View]]) -> list[list[View]]:
    """Every line of every block of some rich texts."""
    return [line for text in texts for block in text for line in block["lines"]]


def spoken(line: list[View]) -> str:
    """The words alone of a line."""
    return "".join(span["text"] for span in line)
