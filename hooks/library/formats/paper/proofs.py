"""Proofs are read before anything is printed: all that would keep paper from being made, in an author's words."""

from collections.abc import Callable, Iterator
from pathlib import Path

from library.core.library import Library
from library.formats.failures import EngineError, SheetError, worst
from library.formats.press import Press
from library.formats.sheets import Sheet, sheets
from library.problems import Problem

from .letters import Typefaces, unprintable


def read_proofs(
    library: Library, root: Path, address: str | None, press: Press, typefaces: Typefaces, say: Callable[[str], object]
) -> Iterator[Problem]:
    """Every problem of every sheet: letters that no typeface has, and words that do not fit.

    Packs hold what stands on sheets of their own, so they are left to the build. address: the site's own, or None. say:
    told how far the work is.
    """
    alone = [sheet for sheet in sheets(library, address, is_paper_alone=True) if not _is_pack(sheet)]
    letters = list(unprintable(library, root, (sheet for sheet in alone if sheet.variant == "standard"), typefaces))
    yield from letters
    failed = [error for _, error in press.make_all(alone, say) if isinstance(error, SheetError)]
    # Letters that no typeface has are why the engine gives up: they have been told.
    yield from worst(error for error in failed if not (letters and isinstance(error.__cause__, EngineError)))


def _is_pack(sheet: Sheet) -> bool:
    return len(sheet.view.sheets) > 1
