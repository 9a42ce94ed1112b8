"""The press of a project, and why some of its paper could not be made: for a build, a server and the commands."""

import sys
from collections.abc import Iterable
from pathlib import Path

from library.core.library import Library
from library.delivery.fonts import paper_folders, paper_letters
from library.formats.failures import SheetError
from library.formats.paper.letters import unprintable
from library.formats.paper.proofs import read_proofs
from library.formats.press import Press
from library.formats.sheets import Sheet
from library.problems import ContentError, Problem

KEPT_FOR = 30
"""Days for which a file that no build has asked for is kept in .cache."""


def press_in(root: Path) -> Press:
    """The press of a project: the typefaces npm brought, and what was made before. Raises FileNotFoundError without."""
    return Press(paper_folders(root / "node_modules"), root / ".cache" / "handouts")


def proofs(library: Library, root: Path, address: str | None) -> tuple[Problem, ...]:
    """What would keep paper from being made, sorted. Raises FileNotFoundError without npm's packages."""
    letters = paper_letters(root / "node_modules")
    return ContentError(read_proofs(library, root, address, press_in(root), letters, tell)).problems


def why(failed: Iterable[SheetError], library: Library, root: Path, address: str | None) -> tuple[Problem, ...]:
    """Why some files could not be made, in the sentences of `make check`; nothing where all could."""
    reasons = [problem for error in failed for problem in error.problems]
    return (proofs(library, root, address) or ContentError(reasons).problems) if reasons else ()


def why_not(sheet: Sheet, error: SheetError, library: Library, root: Path) -> tuple[Problem, ...]:
    """Why one sheet could not be made. Letters that no typeface has are why the engine gives up, so they come first."""
    letters = unprintable(library, root, [sheet], paper_letters(root / "node_modules"))
    return ContentError(letters).problems or ContentError(error.problems).problems


def lacking(missing: FileNotFoundError) -> str:
    """What to say where npm's packages are not there."""
    return f"{missing.filename} is not there: npm's packages are not installed. Run `make build`."


def tell(progress: str) -> None:
    """Say how far the work is, beside what it prints."""
    print(progress, file=sys.stderr)
