"""Step 3 of the build: put what can be printed, changed or put in a calendar on the site; each page lists its own."""

from library import words
from library.handouts import SheetError
from library.site import library_of, papers, stop


def on_files(files, *, config):
    """Make the files, or take those whose content has not changed from .cache."""
    try:
        papers.publish_sheets(library_of(config), files, config)
    except SheetError as error:
        stop(error, "some sheets could not be made:\n")


def on_env(env, *, config, files):
    """Let templates say a download in words."""
    env.filters["file_facts"] = words.file_facts
    env.filters["variant"] = lambda one: f", {words.VARIANTS[one.variant]}" if words.VARIANTS[one.variant] else ""


def on_page_context(context, *, page, config, nav):
    """Tell the frame what can be downloaded from a page."""
    context["downloads"] = papers.downloads(page.file.src_uri, config)
    return context
