"""The one room that knows MkDocs: artifacts become its files, and the library travels with the build."""

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import material
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from library.core.artifact import Artifact
from library.core.catalogue import RESOURCE
from library.core.library import Library

from . import address, place, theme, writing

__all__ = ["address", "place", "writing"]

_LIBRARY, _ARTIFACTS = "library", "artifacts"


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder. MkDocs gives its own file's path as it was typed, and that may be relative."""
    return Path(config.config_file_path).absolute().parent


def keep(library: Library, config: MkDocsConfig) -> None:
    """Let the later steps of this build have the library. It is read anew for every build."""
    config.extra[_LIBRARY] = library


def folder_of(config: MkDocsConfig) -> str:
    """Where the site stands on its host: the path of its own address, with a slash at both ends."""
    path = urlsplit(config.site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def library_of(config: MkDocsConfig) -> Library:
    """The library that this build's first step read."""
    library: Library = config.extra[_LIBRARY]
    return library


def stop(error: Exception, before: str = "") -> NoReturn:
    """Stop the build with an error's sentences, and without a traceback. before: what stands ahead of them."""
    raise PluginError(f"{before}{error}") from None


def stop_with(sentences: Iterable[str], before: str = "") -> NoReturn:
    """Stop the build with sentences of our own."""
    raise PluginError(before + "\n".join(sentences)) from None


def leading_on(config: MkDocsConfig) -> dict[str, str]:
    """From each page that takes readers on at once, below the site's folder, to where: short addresses alone."""
    library = library_of(config)
    resources = {resource.id: library.leads_at_once(resource) for resource in library[RESOURCE].values()}
    return {f"{RESOURCE.page_of(id)}index.html": target for id, target in resources.items() if target}


def publish(artifacts: Iterable[Artifact], files: Files, config: MkDocsConfig) -> None:
    """Add artifacts to the site. Raises PluginError where a hand-written file already stands at a path."""
    made = config.extra[_ARTIFACTS] = {artifact.path: artifact for artifact in artifacts}
    for path, artifact in made.items():
        if taken := files.get_file_from_path(path):
            raise PluginError(f"{artifact.source} makes the page {path}, but {taken.abs_src_path} stands there. Rename one.")
        files.append(as_file(artifact, config))
    root = root_of(config)
    for path in sorted({artifact.source for artifact in made.values() if artifact.source.endswith(".yaml")}):
        copy = File.generated(config, f"source/{path}", abs_src_path=str(root / path), inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(copy)


def as_file(artifact: Artifact, config: MkDocsConfig) -> File:
    """Make an artifact a file of the site whose edit link leads to its source."""
    root = root_of(config)
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
    """The Markdown of a made page, or None for a page written by hand."""
    artifact = config.extra.get(_ARTIFACTS, {}).get(path)
    return artifact.content if artifact else None


def source_path(path: str, config: MkDocsConfig) -> str:
    """The file an author would edit to change a page, relative to the project's folder."""
    artifact = config.extra.get(_ARTIFACTS, {}).get(path)
    docs = Path(config.docs_dir).relative_to(root_of(config)).as_posix()
    return artifact.source if artifact else f"{docs}/{path}"


def trail(page: Page, nav: Navigation) -> list[Page]:
    """The pages above a page, the home page first; none for the home page itself."""
    if page.is_homepage:
        return []
    above = [one for one in nav.pages if one.url != page.url and one.url and page.url.startswith(one.url)]
    return [home for home in (nav.homepage,) if home] + sorted(above, key=lambda one: len(one.url))


def check_theme(config: MkDocsConfig) -> None:
    """Stop the build where the theme is not the one our templates were written against."""
    try:
        theme.check(Path(material.__file__).parent / "templates")
    except theme.ThemeChanged as changed:
        stop(changed, "the theme has changed:\n")
