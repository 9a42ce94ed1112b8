"""Step 6 of the build, the last: look over what was built, seal it, and put it in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from library.built import Look, look_over
from library.delivery.policy import POLICY
from library.delivery.seal import LastLook, seal
from library.delivery.worker import Kept
from library.site import place
from library.site.build import build_of, stop_with
from library.site.pages import leading_on

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Build beside the site that is there, so that a build that fails leaves it as it was."""
    if not build_of(config).command.is_dirty:
        place.build_beside(config)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Let every page carry the policy from the start; not while writing, where MkDocs adds a script to each page."""
    env.globals["policy"] = "" if build_of(config).command.is_serving else POLICY


def on_post_build(*, config: MkDocsConfig) -> None:
    """Look over the site, for the links too, and stop where a page holds what none may; else seal and place it."""
    site, build = Path(config.site_dir), build_of(config)
    if build.command.is_serving:
        look_over(site, build.looks)
    else:
        last, kept = LastLook(build.root, build.address, leading_on(build.library)), Kept()
        look_over(site, (*build.looks, Look(last.see, partial(refuse, last)), Look(kept.see)))
        seal(site, POLICY, kept.files, build.folder)
    place.put_in_place(config)
    build.command.shown = build


def refuse(last: LastLook) -> None:
    """Stop the build where the last look saw what no page may hold."""
    if last.faults:
        stop_with(last.faults, "some pages hold what no page may hold:\n")
