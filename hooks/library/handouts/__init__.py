"""What a facilitator hands out: sheets for paper, made from the same library as the pages."""

from .sheets import Press, Sheet, SheetError, pages_in, sheets

__all__ = ["Press", "Sheet", "SheetError", "pages_in", "sheets"]
