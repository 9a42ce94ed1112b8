"""Rules about days."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from library.core.document import Document, number_of
from library.core.library import Library
from library.core.walk import Road
from library.problems import Mistake, excerpt, mistake
from library.types.plain import Named

from .finding import Finding


def reviews_come_after_revisions(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """A document is to be looked at again after it was last changed, not before."""
    if isinstance(entry, Document) and entry.review_by <= entry.revised:
        days = {"review_by": str(entry.review_by), "revised": str(entry.revised)}
        yield ("review_by",), mistake("review-before-revision", **days)


def changes_lead_to_the_version(entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """The changes of a document stand newest first, each with a lower version, and the first made the one it has."""
    if not isinstance(entry, Document) or not entry.changes:
        return
    first = entry.changes[0]
    if (first.version, first.on) != (entry.version, entry.revised):
        now = {"version": entry.version, "revised": str(entry.revised)}
        yield ("changes", 0), mistake("change-not-the-last", **now)
    for index, (newer, older) in enumerate(pairwise(entry.changes)):
        if newer.on < older.on:
            yield ("changes", index, "on"), mistake("changes-out-of-order")
        if number_of(newer.version) <= number_of(older.version):
            yield ("changes", index, "version"), mistake("change-not-higher", older=excerpt(older.version))


def overdue(library: Library, today: date) -> Iterator[Finding]:
    """Yield a finding for all that was to be looked at again before today."""
    for kind, entry in library.everything:
        review_by = getattr(entry, "review_by", None)
        if review_by and review_by < today:
            yield Finding(kind, entry.id, ("review_by",), mistake("review-overdue", review_by=str(review_by)))
