"""The pages that a document has on the site: its own, and what stands beside it at addresses below."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PageOutline:
    """One page of each document of a kind.

    name: what its address ends with, below the document's own; empty for the document's own page.
    shows: ids of the sections it tells, in order, with all below them; "part-*" is every section whose id starts so,
    but for what tells of parts that are gone. A document that lacks one is told without it.
    first: those that are read before the session, folded up together ahead of the others.
    folds: others that are folded up until a reader opens them.
    """

    name: str = ""
    shows: tuple[str, ...]
    first: tuple[str, ...] = ()
    folds: tuple[str, ...] = ()

    def address(self, document: str) -> str:
        """Where it stands. document: the address of the document's own page."""
        return f"{document}{self.name}/" if self.name else document
