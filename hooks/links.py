"""Step 5 of the build: follow every link of the built site. As a command: do it for a site on disk, or ask outside.

python hooks/links.py SITE      one line a fault, naming page, link and target; exit status 1, or 0 where all hold
python hooks/links.py --online [--root DIR] [--since REF] [--minutes N] [--json FILE] [--update] [--suggest]
                               [--issue FILE]
                                ask every outside address of the catalogue and the pages, with manners
"""

from __future__ import annotations

import logging
import sys
from argparse import Namespace
from collections.abc import Container
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from library.links import Links, check_site, parse_options
from library.problems import speak_any_letter

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.hooks.links")  # strict builds count this logger's warnings


def on_post_build(*, config: MkDocsConfig) -> None:
    """Ask to be shown each file that was built: the last step looks over them once, for this one too."""
    from library.built import Look  # here, so that the command needs no MkDocs
    from library.site.build import build_of, keep

    build, links = build_of(config), Links()
    look = Look(links.see, partial(warn, links, build.sheets_to_make))
    keep(replace(build, looks=(*build.looks, look)), config)


def warn(links: Links, to_make: Container[str]) -> None:
    """Warn of every link that leads nowhere, but to a sheet that is made when asked for; a strict build stops there."""
    for fault in links.followed()[0]:
        if fault.target not in to_make:
            log.warning(str(fault))


def main() -> int:
    """Check the site in a folder, or its outside links."""
    speak_any_letter(sys.stdout, sys.stderr)  # a page of another alphabet must not end the run
    options = parse_options()
    return check_online(options) if options.online else check_site(options.site)


def check_online(options: Namespace) -> int:
    """Check the outside links of the project in a folder."""
    from library import ContentError, load
    from library.outside import check_outside  # reads robots.txt by Protego, which a build does without

    try:
        library = load(options.root)
    except ContentError as error:
        print(error)
        return 1
    return check_outside(library, options)


if __name__ == "__main__":
    sys.exit(main())
