"""What a facilitator hands out: files to print, to change or to put in a calendar, made from the same library."""

from .letters import unprintable
from .listing import listed, offered, pages_in
from .press import Press
from .problems import SheetError
from .proofs import read_proofs
from .sheets import Sheet, sheets

__all__ = ["Press", "Sheet", "SheetError", "listed", "offered", "pages_in", "read_proofs", "sheets", "unprintable"]
