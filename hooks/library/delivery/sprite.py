"""The icons that pages show, from Material's drawn set, in one file that every page shares."""

import re
from pathlib import Path

ICONS = {
    "menu": "menu",
    "search": "magnify",
    "colours": "theme-light-dark",
    "time": "clock-outline",
    "people": "account-group-outline",
    "place": "map-marker-outline",
    "light": "signal-cellular-1",
    "moderate": "signal-cellular-2",
    "heavy": "signal-cellular-3",
    "experience": "school-outline",
    "kit": "briefcase-outline",
    "questions": "comment-question-outline",
    "run": "play-circle-outline",
    "print": "printer-outline",
    "share": "share-variant-outline",
    "calendar": "calendar-plus-outline",
    "slides": "presentation",
    "upset": "lifebuoy",
    "write": "pencil-outline",
    "access": "lock-open-variant-outline",
    "account": "lock-outline",
    "unknown": "help-circle-outline",
    "listen": "headphones",
    "read": "book-open-variant-outline",
}
"""From what pages call an icon to the name of its file in the set."""
_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def sprite(folder: Path) -> bytes:
    """An SVG with a symbol for each icon: `<use href="…#icon-time">` shows one. folder: where the set's files stand."""
    symbols = (
        f'<symbol id="icon-{name}" viewBox="0 0 24 24">{_drawing(folder / f"{file}.svg")}</symbol>'
        for name, file in ICONS.items()
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>'.encode()


def _drawing(file: Path) -> str:
    drawn = _DRAWING.search(file.read_text(encoding="utf-8"))
    assert drawn, f"{file} is no icon"
    return drawn[1]
