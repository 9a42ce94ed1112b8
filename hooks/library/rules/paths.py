"""Rules about paths: what may follow what."""

from collections.abc import Iterator
from itertools import pairwise

from library.core.library import Library
from library.core.path import Path
from library.problems import excerpt, mistake

from .finding import Finding, Names


def something_light_follows_what_is_heavy(library: Library, existing: Names) -> Iterator[Finding]:
    """In a path, no two heavy meetings follow each other: people need something lighter in between."""
    for kind, path in library.documents:
        if isinstance(path, Path):
            for index, (before, stop) in enumerate(pairwise(path.stops), 1):
                if library.leads_to_heavy(before.use) and library.leads_to_heavy(stop.use):
                    fault = mistake("heavy-after-heavy", before=excerpt(before.id))
                    yield Finding(kind, path.id, ("stops", index, "use"), fault)


def pages_on_a_path_have_a_title(library: Library, existing: Names) -> Iterator[Finding]:
    """A page written by hand has no title that a path could take, so the path says one."""
    for kind, path in library.documents:
        if isinstance(path, Path):
            for index, stop in enumerate(path.stops):
                if stop.title is None and stop.use.startswith("page:"):
                    yield Finding(kind, path.id, ("stops", index), mistake("page-without-title"))
