"""A site is built beside the one that is there, and takes its place when all of it is done.

A build that fails, is stopped or runs beside another leaves what was there before: a reader never meets half a site.
"""

import atexit
import logging
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from .build import build_of, keep

_OLD = 24 * 60 * 60
"""Seconds after which what a killed build left behind is thrown away."""


def build_beside(config: MkDocsConfig) -> None:
    """Let this build write to a folder of its own beside the site's. The folder goes when the program ends."""
    place = Path(config.site_dir).resolve()  # where a link leads, so that the link stays
    place.parent.mkdir(parents=True, exist_ok=True)
    name = f".{place.name}.unfinished-"
    for left in place.parent.glob(f"{name}*"):
        if time.time() - left.stat().st_mtime > _OLD:
            shutil.rmtree(left, ignore_errors=True)
    folder = tempfile.mkdtemp(prefix=name, dir=place.parent)
    Path(folder).chmod(0o755)  # mkdtemp keeps others out; a web server may be another user
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    config.site_dir = folder
    keep(replace(build_of(config), place=place), config)


def put_in_place(config: MkDocsConfig) -> None:
    """Put what was built beside it where the site belongs, unless a strict build is about to stop at warnings."""
    place, built = build_of(config).place, Path(config.site_dir)
    if place is None:
        return
    config.site_dir = str(place)
    if config.strict and _warned():
        return
    before = built.with_name(f"{built.name}-before")
    if place.exists():
        place.rename(before)
    built.rename(place)
    shutil.rmtree(before, ignore_errors=True)


def _warned() -> bool:
    """Whether MkDocs has counted warnings, which end a strict build after its last step."""
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)
