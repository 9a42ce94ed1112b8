"""Step 2 of the build: put a page on the site for everything in the library."""

from library.pages import render
from library.site import expand_nav, library_of, publish, source_path, source_text


def on_files(files, *, config):
    """Add the pages before MkDocs reads the navigation, so that links to them are checked."""
    library = library_of(config)
    publish(render(library), files, config)
    config.nav = expand_nav(config.nav, library)


def on_page_read_source(*, page, config):
    """Give a made page its Markdown; a page written by hand is read from its file."""
    return source_text(page.file.src_uri, config)


def on_page_context(context, *, page, config, nav):
    """Tell the theme which file an author would edit."""
    context["source_path"] = source_path(page.file.src_uri, config)
    return context
