"""Step 5 of the build: follow every link of the built site. As a command: do it for a site on disk.

python hooks/links.py SITE      one line a fault, naming page, link and target; exit status 1, or 0 where all hold
"""

import argparse
import logging
import sys
from pathlib import Path

from library.links import check

log = logging.getLogger("mkdocs.hooks.links")  # strict builds count this logger's warnings


def on_post_build(*, config):
    """Warn of every link that leads nowhere; a strict build stops there."""
    for fault in check(Path(config.site_dir))[0]:
        log.warning(str(fault))


def main() -> int:
    """Check the site in a folder."""
    parser = argparse.ArgumentParser(description="Check every local link of a built site.")
    parser.add_argument("site", type=Path, metavar="SITE", help="the folder of the built site")
    options = parser.parse_args()
    if not (options.site / "index.html").is_file():
        parser.error(f"{options.site} holds no built site (no index.html); run `make build` first")
    faults, count = check(options.site)
    for fault in faults:
        print(fault)
    if not faults:
        print(f"Followed {count} links: all hold.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
