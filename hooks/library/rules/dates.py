"""Rules about days."""

from collections.abc import Iterator
from datetime import date

from library.core.library import Library

from .finding import Finding, Known


def reviews_come_after_revisions(library: Library, known: Known) -> Iterator[Finding]:
    """A document is to be looked at again after it was last changed, not before."""
    for kind, document in library.documents:
        if document.review_by <= document.revised:
            advice = f"is {document.review_by}, but the words were revised on {document.revised}; give a later day."
            yield Finding(kind, document.id, ("review_by",), advice)


def overdue(library: Library, today: date) -> Iterator[Finding]:
    """Yield a finding for all that was to be looked at again before today."""
    for kind, entry in library.everything:
        review_by = getattr(entry, "review_by", None)
        if review_by and review_by < today:
            advice = f"was to be looked at again by {review_by}. Look at it, then give a later day."
            yield Finding(kind, entry.id, ("review_by",), advice)
