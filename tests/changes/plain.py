"""Plain words, for whoever can open nothing else."""

from library.sections.blocks import Telling
from library.texts import Texts


def write(telling: Telling, texts: Texts) -> bytes:
    """A telling's title, summary and headings, a line each."""
    headings = (section.title for section in telling.sections if section.title)
    return "\n".join((telling.title, telling.summary, *headings)).encode()
