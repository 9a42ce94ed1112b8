"""How what an author wrote is shown in a message: quoted, short, and with nothing that a terminal would obey."""

from typing import TextIO


def excerpt(value: object, limit: int = 60) -> str:
    """Show a found value in a message: quoted, on one line, never much longer than `limit` characters."""
    shown = " ".join(str(value).split())
    return visible(f"'{shown[: limit - 1]}…'" if len(shown) > limit else f"'{shown}'")


def visible(text: str) -> str:
    """Write letters that can't be seen, or that a terminal obeys, by number: ESC as <U+001B>. Line ends become spaces.

    A file's name, a key and a value come from whoever wrote the file; none of them may colour, move or turn round
    what a message says.
    """
    lines = " ".join(text.splitlines())
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in lines)


def speak_any_letter(*streams: TextIO) -> None:
    """Let streams print every letter: what their encoding lacks is written by number, as in \\u2192.

    A terminal on Windows, or a pipe without a locale, may know only a few hundred letters.
    """
    for stream in streams:
        if reconfigure := getattr(stream, "reconfigure", None):  # a stream that a test put in place may have none
            reconfigure(errors="backslashreplace")
