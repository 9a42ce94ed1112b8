"""Step 4 of the build: write the finder's index from the built pages."""

from pathlib import Path

from library.find import NoNode, write_index
from library.site import library_of, stop


def on_post_build(*, config):
    """Index what was built, before the links are followed and the site is sealed."""
    try:
        write_index(library_of(config), Path(config.site_dir))
    except NoNode as error:
        stop(error)
