"""The records of pages written by hand, from the built pages: MkDocs alone knows what their Markdown becomes."""

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from library.core.library import PAGE, Library
from library.formats.search import SearchRecord

ABOUT_THE_LIBRARY = 0.2
"""The weight of a page without tags: it is about the library itself, is found by its headings alone, and comes behind
what people came for."""
_HEADINGS = "article h2, article h3"
_NOT_TEXT = "h1, script, style, svg"


def written(library: Library, site: Path) -> Iterator[SearchRecord]:
    """Yield a record for each page written by hand. site: the folder of the built site."""
    for name in sorted(library.pages):
        url = library.address_of(f"{PAGE}:{name}")
        page = _Page((site / url / "index.html").read_text(encoding="utf-8"))
        yield SearchRecord(
            url=url,
            title=page.title,
            kind=PAGE,
            summary=page.summary,
            names=page.tags,
            headings=page.headings,
            text=page.text if page.tags else "",
            weight=1 if page.tags else ABOUT_THE_LIBRARY,
        )


class _Page:
    """A built page's words."""

    def __init__(self, html: str) -> None:
        self._tree = LexborHTMLParser(html)

    @property
    def title(self) -> str:
        return _one_line(self._first("article h1").text())

    @property
    def summary(self) -> str:
        return self._first('meta[name="description"]').attributes["content"] or ""

    @property
    def tags(self) -> tuple[str, ...]:
        """What its front matter says people search for."""
        keywords = self._tree.css_first('meta[name="keywords"]')
        return tuple((keywords.attributes["content"] or "").split(", ")) if keywords else ()

    @property
    def headings(self) -> tuple[str, ...]:
        lines = (_one_line(node.text()) for node in self._tree.css(_HEADINGS))
        return tuple(dict.fromkeys(line for line in lines if line))

    @property
    def text(self) -> str:
        tree = LexborHTMLParser(self._first("article").html or "")
        for node in tree.css(_NOT_TEXT):
            node.decompose()
        return _one_line(tree.body.text(separator=" ") if tree.body else "")

    def _first(self, selector: str) -> LexborNode:
        node = self._tree.css_first(selector)
        assert node, f"a page has no {selector}"
        return node


def _one_line(text: str) -> str:
    return " ".join(text.split())
