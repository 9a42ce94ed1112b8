"""Pages as files of the site: what was made of the library, what an author would edit, and what stands above a page."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from library.core.artifact import Artifact
from library.core.catalogue import RESOURCE
from library.core.library import Library

from . import theme
from .build import build_of, keep, stop


def publish(artifacts: Iterable[Artifact], files: Files, config: MkDocsConfig) -> None:
    """Add artifacts to the site. Raises PluginError where a hand-written file already stands at a path."""
    build = build_of(config)
    by_path = {artifact.path: artifact for artifact in artifacts}
    for path, artifact in by_path.items():
        if taken := files.get_file_from_path(path):
            raise PluginError(f"{artifact.source} makes the page {path}, but {taken.abs_src_path} stands there. Rename one.")
        files.append(as_file(artifact, config))
    for path in sorted({artifact.source for artifact in by_path.values() if artifact.source.endswith(".yaml")}):
        copy = build.root / path
        files.append(
            File.generated(config, f"source/{path}", abs_src_path=str(copy), inclusion=InclusionLevel.NOT_IN_NAV)
        )
    keep(replace(build, artifacts=by_path), config)


def as_file(artifact: Artifact, config: MkDocsConfig) -> File:
    """Make an artifact a file of the site whose edit link leads to its source."""
    root = build_of(config).root
    source = root / artifact.source
    if artifact.path.endswith(".md") and source.is_file():
        # With its source on disk, `mkdocs serve --dirty` sees which pages an edit touches.
        file = File.generated(config, artifact.path, abs_src_path=str(source), inclusion=InclusionLevel.NOT_IN_NAV)
    else:
        file = File.generated(config, artifact.path, content=artifact.content, inclusion=InclusionLevel.NOT_IN_NAV)
    if config.repo_url is None:
        return file
    docs = Path(config.docs_dir).relative_to(root)
    file.edit_uri = "/".join([".."] * len(docs.parts) + [artifact.source])
    return file


def source_text(path: str, config: MkDocsConfig) -> str | None:
    """The Markdown of a page made from the library, or None for a page written by hand."""
    artifact = build_of(config).artifacts.get(path)
    return str(artifact.content) if artifact else None


def source_path(path: str, config: MkDocsConfig) -> str:
    """The file an author would edit to change a page, relative to the project's folder."""
    build = build_of(config)
    artifact = build.artifacts.get(path)
    docs = Path(config.docs_dir).relative_to(build.root).as_posix()
    return artifact.source if artifact else f"{docs}/{path}"


def trail(page: Page, nav: Navigation) -> list[Page]:
    """The pages above a page, the home page first; none for the home page itself."""
    if page.is_homepage:
        return []
    above = [one for one in nav.pages if one.url != page.url and one.url and page.url.startswith(one.url)]
    return [home for home in (nav.homepage,) if home] + sorted(above, key=lambda one: len(one.url))


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
