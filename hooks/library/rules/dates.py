"""Rules about days."""

from collections.abc import Iterator
from datetime import date

from library.core.library import Library
from library.problems import mistake

from .finding import Finding, Names


def reviews_come_after_revisions(library: Library, existing: Names) -> Iterator[Finding]:
    """A document is to be looked at again after it was last changed, not before."""
    for kind, document in library.documents:
        if document.review_by <= document.revised:
            days = {"review_by": str(document.review_by), "revised": str(document.revised)}
            yield Finding(kind, document.id, ("review_by",), mistake("review-before-revision", **days))


def overdue(library: Library, today: date) -> Iterator[Finding]:
    """Yield a finding for all that was to be looked at again before today."""
    for kind, entry in library.everything:
        review_by = getattr(entry, "review_by", None)
        if review_by and review_by < today:
            yield Finding(kind, entry.id, ("review_by",), mistake("review-overdue", review_by=str(review_by)))
