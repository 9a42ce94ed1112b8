"""OpenDocument texts to change: all that a Word file says, for whoever has no Word."""

from library.sections.blocks import Telling
from library.texts import Texts

from .open_file import OpenFile
from .word import filled


def write(telling: Telling, texts: Texts) -> bytes:
    """A telling as an OpenDocument text. Its links are whole addresses."""
    return filled(OpenFile(texts), telling)
