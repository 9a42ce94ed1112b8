"""Tables on pages written by hand: the first cell of a row is its head, and a wide table can be stacked on a phone."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_AFTER_WORDS = 5
"""Below the 20 with which Markdown's own words are read: heads are taken as readers see them."""
_STACKED_FROM = 3
"""Columns from which a table is stacked where there is no room to compare them side by side."""


class RowHeads(Extension):
    """Gives each row a head; and cells of a table of several columns the name of their column, to stand above them."""

    def extendMarkdown(self, md: Markdown) -> None:  # Markdown's own name
        """Let Markdown do so once everything else is read."""
        md.treeprocessors.register(_Heads(md), "row-heads", _AFTER_WORDS)


class _Heads(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            columns = ["".join(cell.itertext()) for cell in table.iter("th")]
            for cell in table.iter("th"):
                cell.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                row[0].tag = "th"
                row[0].set("scope", "row")
            if len(columns) >= _STACKED_FROM:
                _stack(table, columns)


def _stack(table: Element, columns: list[str]) -> None:
    """Let a style sheet stack a table."""
    table.set("class", "stacks")
    for row in table.iterfind("tbody/tr"):
        for cell, column in zip(row[1:], columns[1:], strict=True):
            cell.set("data-column", column)
