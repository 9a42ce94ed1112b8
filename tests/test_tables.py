"""Tables on pages written by hand: each row has its head, and those of several columns are stacked on a phone."""

import pytest
from library.site.tables import RowHeads
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

WIDE = """
| Group | What *helps* | [To try](a.md) |
| --- | --- | --- |
| **One** team | It is easy. | A guest |
| Across teams |  | A round |
"""
NARROW = "| Name | Count |\n| --- | --- |\n| One | 1 |\n"


def written(text):
    return LexborHTMLParser(Markdown(extensions=["tables", RowHeads()]).convert(text))


def test_every_row_and_column_has_its_head():
    for text in (WIDE, NARROW):
        table = written(text)
        assert {head.attributes["scope"] for head in table.css("thead th")} == {"col"}
        assert [row.css_first("th, td").tag for row in table.css("tbody tr")] == ["th"] * len(table.css("tbody tr"))
        assert {head.attributes["scope"] for head in table.css("tbody th")} == {"row"}
    assert written(WIDE).css_first("tbody th").text() == "One team"


def test_a_cell_of_a_wide_table_knows_its_column():
    [table] = written(WIDE).css("table")
    assert table.attributes["class"] == "stacks"
    columns = [cell.attributes["data-column"] for cell in table.css("td")]
    assert columns == ["What helps", "To try"] * 2
    [narrow] = written(NARROW).css("table")
    assert narrow.css("[data-column], .stacks") == []


def test_the_line_above_a_table_that_names_it_becomes_its_caption():
    text = f"Before.\n\nTable: What *helps*.\n{WIDE}\nTable: of nothing.\n"
    page = written(text)
    assert [caption.html for caption in page.css("table > caption:first-child")] == [
        "<caption>What <em>helps</em>.</caption>"
    ]
    assert [line.text() for line in page.css("p")] == ["Before.", "Table: of nothing."]
    assert written(WIDE).css("caption") == []


@pytest.mark.parametrize(("width", "is_stacked"), [(320, True), (1000, False)])
def test_it_is_stacked_on_a_phone_alone(page, address, width, is_stacked):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{address}group-structures-compared/")
    row = page.locator("table.stacks tbody tr").first
    tops = row.locator("th, td").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().top)")
    assert (len(set(tops)) == len(tops)) is is_stacked
    name = row.locator("td").first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert name == ('"What helps"' if is_stacked else "none")
    rows = page.get_by_role("rowheader", name="Across teams")
    assert rows.count() == 1
