"""Pages as files of the site: what was made of the library, what an author would edit, and what stands above a page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from library.core.catalogue import RESOURCE
from library.core.library import Library
from library.core.page_file import markdown_of
from library.formats.html import Heading, HtmlPage
from library.formats.html.alike import folders_of

from . import theme
from .build import build_of, keep, stop


class WrittenPage(Page):
    """A page made of the library: its body is HTML already, so neither a file is read for it nor Markdown written."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what the page says of itself in place of a file's front matter."""
        front = self._of(config).front
        meta = {
            "title": front.title,
            "description": front.description,
            "tools": front.tools,
            "short": front.is_short,
            "printed": front.is_printed,
            "refresh": front.refresh,
            "canonical": front.canonical,
            "template": front.template,
            "learning_resource": front.learning_resource,
        }
        self.markdown, self.meta = "", {name: value for name, value in meta.items() if value}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the body for later. MkDocs does not look at its links: the last step but one follows them."""
        self.content = ""

    def write(self, config: MkDocsConfig) -> None:
        """Write the body, now that it is put in its frame: the bodies of a thousand pages are never held at once."""
        body = self._of(config).write()
        self.content, self.toc = body.html, TableOfContents([_anchor(heading, 2) for heading in body.headings])

    def forget(self) -> None:
        """Let the body go, once the page is a file."""
        self.content, self.toc = "", TableOfContents([])

    def _of(self, config: MkDocsConfig) -> HtmlPage:
        return build_of(config).pages[self.file.src_uri]


def _anchor(heading: Heading, level: int) -> AnchorLink:
    anchor = AnchorLink(escape(heading.title), heading.id, level)
    anchor.children = [_anchor(below, level + 1) for below in heading.headings]
    return anchor


def publish(pages: Iterable[HtmlPage], files: Files, config: MkDocsConfig) -> None:
    """Put pages on the site. Raises PluginError where a hand-written file already stands at a path."""
    build = build_of(config)
    by_path = {page.path: page for page in pages}
    titles = dict(_titles(config.nav or []))
    for path, page in by_path.items():
        if taken := files.get_file_from_path(path):
            stands = f"{taken.abs_src_path} stands there"
            raise PluginError(f"{page.source} makes the page {path}, but {stands}. Rename one.")
        file = _file_of(page, config)
        WrittenPage(titles.get(path), file, config)  # it puts itself in place of the page that MkDocs would read
        files.append(file)
    for path in sorted({page.source for page in by_path.values() if page.source.endswith(".yaml")}):
        copy = build.root / path
        files.append(
            File.generated(config, f"source/{path}", abs_src_path=str(copy), inclusion=InclusionLevel.NOT_IN_NAV)
        )
    keep(replace(build, pages=by_path), config)


class LateFile(File):
    """A file of the site that is made when it is written: those of a thousand documents are never held at once."""

    pieces: Iterable[str]

    def copy_file(self, dirty: bool = False) -> None:
        """Write it, piece by piece. What it is made of may have changed whenever a site is built."""
        Path(self.abs_dest_path).parent.mkdir(parents=True, exist_ok=True)
        with open(self.abs_dest_path, "w", encoding="utf-8") as file:
            file.writelines(self.pieces)


def publish_beside(path: str, pieces: Iterable[str], files: Files, config: MkDocsConfig) -> File:
    """Put what scripts and other programs fetch on the site. path: below the site's folder. Returns the file."""
    file = LateFile.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    assert isinstance(file, LateFile)
    file.pieces = pieces
    files.append(file)
    return file


def _file_of(page: HtmlPage, config: MkDocsConfig) -> File:
    """A page's file, whose edit link leads to its source."""
    source = build_of(config).root / page.source
    if source.is_file():
        # With its source on disk, `mkdocs serve --dirty` sees which pages an edit touches.
        file = File.generated(config, page.path, abs_src_path=str(source), inclusion=InclusionLevel.NOT_IN_NAV)
    else:
        file = File.generated(config, page.path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = edit_uri(page.source, config)
    return file


def edit_uri(source: str, config: MkDocsConfig) -> str | None:
    """Where a file of the project is changed, from the docs folder in the repository; None while there is none."""
    if config.repo_url is None:
        return None
    docs = Path(config.docs_dir).relative_to(build_of(config).root)
    return "/".join([".."] * len(docs.parts) + [source])


def _titles(nav: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """From each page of the navigation to what it is called there."""
    for entry in nav:
        for title, place in entry.items() if isinstance(entry, dict) else ():
            if isinstance(place, str):
                yield place, title
            else:
                yield from _titles(place)


def source_path(path: str, config: MkDocsConfig) -> str:
    """The file an author would edit to change a page, relative to the project's folder."""
    build = build_of(config)
    if page := build.pages.get(path):
        return page.source
    return f"{Path(config.docs_dir).relative_to(build.root).as_posix()}/{path}"


def hand_on_listed(nav: Navigation, config: MkDocsConfig) -> None:
    """Let later steps ask which pages the navigation lists."""
    keep(replace(build_of(config), listed={page.url: page for page in nav.pages}), config)


def trail(page: Page, nav: Navigation, config: MkDocsConfig) -> list[Page | HtmlPage]:
    """The pages above a page, the home page first; none for the home page itself."""
    if page.is_homepage:
        return []
    build, (*folders, _) = build_of(config), folders_of(page.url)
    above = (build.listed.get(folder) or build.pages.get(markdown_of(folder)) for folder in folders)
    return [named for named in (nav.homepage, *above) if named]


def leading_on(library: Library) -> dict[str, str]:
    """From each page that takes readers on at once, below the site's folder, to where: short addresses alone."""
    resources = {resource.id: library.leads_at_once(resource) for resource in library[RESOURCE].values()}
    return {f"{RESOURCE.page_of(id)}index.html": target for id, target in resources.items() if target}


def check_theme() -> None:
    """Stop the build where the theme is not the one our templates were written against."""
    try:
        theme.check(Path(material.__file__).parent / "templates")
    except theme.ThemeChanged as changed:
        stop(changed, "the theme has changed:\n")
