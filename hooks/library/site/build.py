"""One build of the site: what its steps hand on to one another. It is born when the content is read."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from library.built import Look
from library.core.download import Offer
from library.core.library import Library
from library.delivery.styles import Styles
from library.formats.html import HtmlPage
from library.formats.sheets import Sheet
from library.types.contact import Contact
from library.types.site_address import folder_of, public_address

from .command import Command
from .steps import without_content

_KEY = "build"
"""The one name under which MkDocs carries what is ours: its settings are all that it hands to every step."""


@dataclass(frozen=True)
class Build:
    """One build. A step that makes something for later steps keeps a copy that holds it.

    root: the project's folder. address: the site's own, or "". library: what was read. sheets_wanted: SHEETS.
    contact: where readers write. may_leave_out: whether the site is built without the sheets that can't be made.
    place: where the finished site goes, or None where it is built in its place.
    pages: those made of the library, by their path below docs/. listed: those of the navigation, by their address.
    assets: from a file of docs/ to its published name.
    styles: what pages look like, in parts: each page has those it asks for, in one style sheet.
    offers: what each page lists to print or change, by the page's path below docs/.
    sheets_made: where each sheet that was made is kept. sheets_to_make: those made when a browser asks, by path.
    looks: what steps want to see of the built site, when its files are looked over.
    """

    root: Path
    address: str
    library: Library
    command: Command
    sheets_wanted: str
    contact: Contact
    may_leave_out: bool
    place: Path | None = None
    pages: Mapping[str, HtmlPage] = field(default_factory=dict)
    listed: Mapping[str, Page] = field(default_factory=dict)
    assets: Mapping[str, str] = field(default_factory=dict)
    styles: Styles = field(default_factory=Styles)
    offers: Mapping[str, tuple[Offer, ...]] = field(default_factory=dict)
    sheets_made: tuple[tuple[Sheet, Path], ...] = ()
    sheets_to_make: Mapping[str, Sheet] = field(default_factory=dict)
    looks: tuple[Look, ...] = ()

    @property
    def public_address(self) -> str | None:
        """The site's own address, or None while nobody has decided it."""
        return public_address(self.address)

    @property
    def folder(self) -> str:
        """Where the site stands on its host: the path of its own address, with a slash at both ends."""
        return folder_of(self.address)


def build_of(config: MkDocsConfig) -> Build:
    """The build that is under way. Stops it with a sentence where its first step was left out."""
    build = config.extra.get(_KEY)
    if not isinstance(build, Build):
        stop_with([without_content()])
    return build


def keep(build: Build, config: MkDocsConfig) -> None:
    """Hand a build on to its later steps."""
    config.extra[_KEY] = build


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder. MkDocs gives its own file's path as it was typed: it may be relative, and hold "..".

    It is made whole as MkDocs does it with docs/, links and all, so that the one stands below the other.
    """
    return Path(os.path.abspath(config.config_file_path)).parent


def stop(error: Exception, before: str = "") -> NoReturn:
    """Stop the build with an error's sentences, and without a traceback. before: what stands ahead of them."""
    raise PluginError(f"{before}{error}") from None


def stop_with(sentences: Iterable[str], before: str = "") -> NoReturn:
    """Stop the build with sentences of our own."""
    raise PluginError(before + "\n".join(sentences)) from None
