"""Rules about days."""

from collections.abc import Iterator

from library.model.library import Library

from .finding import Finding, Known


def reviews_come_after_revisions(library: Library, known: Known) -> Iterator[Finding]:
    """A document is to be looked at again after it was last changed, not before."""
    for shelf, document in library.documents:
        if document.review_by <= document.revised:
            said = f"is {document.review_by}, but the words were revised on {document.revised}; give a later day."
            yield Finding(shelf, document.id, ("review_by",), said)
