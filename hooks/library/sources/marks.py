"""Where a YAML event stands in the text it was read from. Every event that is read from a text has its place in it."""

import yaml


def line_of(event: yaml.Event) -> int:
    """The line an event begins on, counted from 1."""
    assert event.start_mark
    return event.start_mark.line + 1


def begin_of(event: yaml.Event) -> int:
    """Where an event begins, as an index into the text."""
    assert event.start_mark
    return event.start_mark.index


def end_of(event: yaml.Event) -> int:
    """Where an event ends, as an index into the text."""
    assert event.end_mark
    return event.end_mark.index
