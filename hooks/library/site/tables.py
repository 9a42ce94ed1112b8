"""Tables of pages written by hand: a row's first cell is its head, the line above names it, and phones stack them."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_AFTER_WORDS = 5
"""Below the 20 with which Markdown's own words are read: heads are taken as readers see them."""
_NAME = "Table: "
"""What the paragraph above a table begins with that becomes its caption."""
_STACKED_FROM = 3
"""Columns from which a table is stacked where there is no room to compare them side by side."""


class RowHeads(Extension):
    """Gives each row a head, a table the caption above it, and cells of several columns the name of their column."""

    def extendMarkdown(self, md: Markdown) -> None:  # Markdown's own name
        """Let Markdown do so once everything else is read."""
        md.treeprocessors.register(_Heads(md), "row-heads", _AFTER_WORDS)


class _Heads(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            _caption(parent)
        for table in root.iter("table"):
            columns = ["".join(cell.itertext()) for cell in table.iter("th")]
            for cell in table.iter("th"):
                cell.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                row[0].tag = "th"
                row[0].set("scope", "row")
            if len(columns) >= _STACKED_FROM:
                _stack(table, columns)


def _caption(parent: Element) -> None:
    """Make a paragraph that names the table below it that table's caption."""
    for above, table in zip(list(parent), list(parent)[1:], strict=False):
        if table.tag == "table" and above.tag == "p" and (above.text or "").startswith(_NAME):
            parent.remove(above)
            above.tag, above.text = "caption", (above.text or "").removeprefix(_NAME)
            table.insert(0, above)


def _stack(table: Element, columns: list[str]) -> None:
    """Let a style sheet stack a table."""
    table.set("class", "stacks")
    for row in table.iterfind("tbody/tr"):
        for cell, column in zip(row[1:], columns[1:], strict=True):
            cell.set("data-column", column)
