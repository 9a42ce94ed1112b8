"""Step 2 of the build: put a page on the site for everything in the library, and give every page its frame."""

from library.pages import render
from library.pages.inserts import UnknownInsert, fill
from library.pages.tools import tool
from library.site import assets, check_theme, library_of, publish, source_path, source_text, stop, trail


def on_files(files, *, config):
    """Add the pages before MkDocs reads the navigation, so that links to them are checked; then the assets."""
    check_theme(config)
    publish(render(library_of(config)), files, config)
    assets.publish_assets(files, config)


def on_page_read_source(*, page, config):
    """Give a made page its Markdown; a page written by hand is read from its file, and gets the lists it asks for."""
    made = source_text(page.file.src_uri, config)
    if made is not None:
        return made
    try:
        return fill(page.file.content_string, source_path(page.file.src_uri, config), library_of(config))
    except UnknownInsert as unknown:
        stop(unknown)


def on_env(env, *, config, files):
    """Escape whatever the frame prints; let it ask for an asset by the name it has in docs/, and hold tools."""
    env.autoescape = True
    env.globals["tool"] = tool
    env.filters["asset"] = lambda path: assets.asset_name(path, config)


def on_page_context(context, *, page, config, nav):
    """Tell the frame which file an author would edit, and which pages stand above this one."""
    context["source_path"] = source_path(page.file.src_uri, config)
    context["trail"] = trail(page, nav)
    return context
