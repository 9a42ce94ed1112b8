"""Step 2 of the build: put a page on the site for everything in the library, and give every page its frame."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from library.formats.html import deck, pages
from library.formats.html.alike import Alike
from library.formats.html.contact import ways
from library.formats.html.inserts import fill, tools_of
from library.formats.html.saying import sayer
from library.formats.html.tight import tight
from library.formats.html.tools import tool
from library.sections.phrases import Phrases
from library.site import assets, papers
from library.site.build import build_of
from library.site.pages import (
    WrittenPage,
    check_theme,
    hand_on_listed,
    publish,
    publish_beside,
    source_path,
    trail,
)
from library.site.tables import RowHeads
from library.texts import texts

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


def on_config(config: MkDocsConfig) -> None:
    """Let tables of pages written by hand be read, and stacked, by their heads."""
    config.markdown_extensions.append(RowHeads())  # type: ignore[arg-type]  # Markdown takes either


def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Add the pages before MkDocs reads the navigation, so that links to them are checked; then data and assets."""
    check_theme()
    library = build_of(config).library
    publish(pages(library, texts(), lambda path: papers.offers_of(path, config)), files, config)
    publish_beside(deck.address(library), [deck.data(library, texts())], files, config)
    papers.publish_data(files, config)
    papers.publish_in_short(files, config)
    assets.publish_assets(files, config)


def on_page_read_source(*, page: Page, config: MkDocsConfig) -> str:
    """Give a page written by hand the lists it asks for. A page of the library reads nothing."""
    build = build_of(config)
    return fill(page.file.content_string, build.library, build.contact, page.url)


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
    """Hand on which pages the navigation lists."""
    hand_on_listed(nav, config)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Escape whatever the frame prints, drop the lines of its own commands, and give it assets and words by name."""
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    env.globals["tool"] = tool
    env.globals["icon"] = env.get_template("partials/icon.html").module.icon  # type: ignore[attr-defined]
    env.globals["style_sheet"] = assets.StyleSheets(build_of(config).styles, Path(config.site_dir)).name
    env.filters["asset"] = lambda path: assets.asset_name(path, config)
    env.globals["alike"] = Alike(env, build_of(config).listed).part
    phrases = Phrases(texts())
    env.globals["say"] = sayer(texts())
    env.globals["language"] = texts().language
    env.globals["has_address"] = build_of(config).public_address is not None
    env.globals["ways_to_write"] = partial(ways, build_of(config).contact, texts(), site=config.site_name)
    env.filters["file_facts"] = phrases.file_facts
    env.filters["variant"] = phrases.variant


def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Write a page's body, and tell its frame which file an author would edit and which pages stand above it."""
    if isinstance(page, WrittenPage):
        page.write(config)
    else:
        page.meta["tools"] = tools_of(page.file.content_string)
        context["is_by_hand"] = True  # type: ignore[typeddict-unknown-key]
    context["source_path"] = source_path(page.file.src_uri, config)  # type: ignore[typeddict-unknown-key]
    context["trail"] = trail(page, nav, config)  # type: ignore[typeddict-unknown-key]
    return context


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Let a page's body go: it stands in its frame. Its indents go too, which nobody sees."""
    if isinstance(page, WrittenPage):
        page.forget()
    return tight(output)
