"""Rules about days."""

from collections.abc import Iterator
from datetime import date

from library.model.library import Library

from .finding import Finding, Known


def reviews_come_after_revisions(library: Library, known: Known) -> Iterator[Finding]:
    """A document is to be looked at again after it was last changed, not before."""
    for shelf, document in library.documents:
        if document.review_by <= document.revised:
            said = f"is {document.review_by}, but the words were revised on {document.revised}; give a later day."
            yield Finding(shelf, document.id, ("review_by",), said)


def overdue(library: Library, today: date) -> Iterator[Finding]:
    """Yield a finding for all that was to be looked at again before today."""
    documents = ((shelf, document.id, document.review_by) for shelf, document in library.documents)
    resources = (("resources", resource.id, resource.review_by) for resource in library.resources.values())
    for shelf, id, review_by in (*documents, *resources):
        if review_by < today:
            said = f"was to be looked at again by {review_by}. Look at it, then give a later day."
            yield Finding(shelf, id, ("review_by",), said)
