"""The sheets for paper as files of the site, and what a page says of its own."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from library.delivery.fonts import PACKAGE
from library.handouts import Press, Sheet, pages_in, sheets
from library.model.library import Library, markdown_of, page_of

_DOWNLOADS = "downloads"
VARIANTS = {"standard": "", "large": "large print", "low-ink": "little ink", "cream": "cream, for screens"}
_UNDECIDED = ".example"
"""The ending of an address that can never be anyone's: a sheet with one would send its readers nowhere."""


@dataclass(frozen=True)
class Download:
    """A sheet as a page lists it. url: below the site's address; size: in kilobytes."""

    title: str
    variant: str
    url: str
    pages: int
    size: int


def publish_sheets(library: Library, files: Files, config: MkDocsConfig) -> None:
    """Put every sheet on the site. Raises SheetError naming the first that could not be made."""
    root = Path(config.config_file_path).parent
    press = Press(root / "node_modules" / PACKAGE, root / ".cache" / "handouts")
    listed: defaultdict[str, list[Download]] = defaultdict(list)
    for sheet in sheets(library, public_address(config)):
        content = press.pdf(sheet)
        files.append(File.generated(config, sheet.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))
        listed[markdown_of(page_of(sheet.shelf, sheet.id))].append(_download(sheet, content))
    config.extra[_DOWNLOADS] = dict(listed)


def downloads(path: str, config: MkDocsConfig) -> list[Download]:
    """What can be printed from the page made from a path below the docs folder."""
    return list(config.extra.get(_DOWNLOADS, {}).get(path, []))


def public_address(config: MkDocsConfig) -> str | None:
    """The site's own address with a slash at its end, or None while nobody has decided it."""
    address = config.site_url or ""
    host = urlsplit(address).hostname or ""
    return None if not host or host.endswith(_UNDECIDED) else f"{address.rstrip('/')}/"


def _download(sheet: Sheet, content: bytes) -> Download:
    return Download(sheet.title, VARIANTS[sheet.variant], sheet.path, pages_in(content), round(len(content) / 1000))
