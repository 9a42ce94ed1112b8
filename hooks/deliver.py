"""Step 6 of the build, the last: seal what was built. Not while writing, where MkDocs adds a script to each page."""

import logging
from pathlib import Path

from library.delivery.seal import seal
from library.site import folder_of

log = logging.getLogger("mkdocs.hooks.deliver")  # strict builds count this logger's warnings
command = "build"


def on_startup(**given):
    """Remember whether the site is built or shown while someone writes."""
    global command
    command = given["command"]


def on_post_build(*, config):
    """Seal the site; warn of what its policy would block."""
    if command == "serve":
        return
    for refused in seal(Path(config.site_dir), folder_of(config)):
        log.warning(refused)
