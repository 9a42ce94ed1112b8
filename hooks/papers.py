"""Step 3 of the build: put the sheets for paper on the site, and let each page list its own."""

from library.handouts import SheetError
from library.site import library_of, papers, stop


def on_files(files, *, config):
    """Make the sheets, or take those whose content has not changed from .cache."""
    try:
        papers.publish_sheets(library_of(config), files, config)
    except SheetError as error:
        stop(error)


def on_page_context(context, *, page, config, nav):
    """Tell the frame what can be printed from a page."""
    context["downloads"] = papers.downloads(page.file.src_uri, config)
    return context
