"""The whole library as Markdown files for other engines: one for each document."""

from collections.abc import Iterator

from library.core.library import Library
from library.core.page_file import markdown_of
from library.sections.shared import Teller
from library.texts import Texts

from .absolute import absolute
from .markdown import write


def exported(library: Library, texts: Texts, site: str | None) -> Iterator[tuple[str, str]]:
    """Yield each document's file and text. site: the site's own address, where links lead; None while it has none."""
    tell = Teller(library, texts)
    for kind, document in library.documents:
        whole = absolute(tell.telling(kind, document), library, site)
        yield markdown_of(kind.page_of(document.id)), write(whole, texts)
