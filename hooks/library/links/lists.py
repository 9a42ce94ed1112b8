"""What files that are no pages point at: the site's own lists for programs, and the links within downloads."""

from collections.abc import Callable, Iterator

from .downloads import office_links, open_document_links, pdf_links
from .site_lists import SITE_LISTS

_BY_ENDING: dict[str, Callable[[bytes], Iterator[str]]] = {
    "pdf": pdf_links,
    "docx": office_links,
    "pptx": office_links,
    "odt": open_document_links,
}


def is_list(name: str) -> bool:
    """Whether a file of the site is one of those that are read here."""
    return _reader(name) is not None


def listed_links(name: str, content: bytes) -> Iterator[str]:
    """Every address a file names: a full address, or a path; in SITE_LISTS a path is below the site.

    Raises ValueError where the file is not what its name says.
    """
    reader = _reader(name)
    return reader(content) if reader else iter(())


def _reader(name: str) -> Callable[[bytes], Iterator[str]] | None:
    return SITE_LISTS.get(name) or _BY_ENDING.get(name.rpartition(".")[2])
