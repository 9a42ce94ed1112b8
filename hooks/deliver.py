"""Step 6 of the build, the last: look over what was built, seal it, and put it in place.

Not while writing, where MkDocs adds a script of its own to each page.
"""

from pathlib import Path

from library.delivery.policy import POLICY
from library.delivery.seal import faults, seal
from library.site import leading_on, place, root_of, stop_with

command = "build"


def on_startup(**given):
    """Remember whether the site is built or shown while someone writes."""
    global command
    command = given["command"]


def on_config(config):
    """Build beside the site that is there, so that a build that fails leaves it as it was."""
    if command != "serve":
        place.build_beside(config)


def on_env(env, *, config, files):
    """Let every page carry the policy from the start."""
    env.globals["policy"] = "" if command == "serve" else POLICY


def on_post_build(*, config):
    """Stop where a page holds what none may hold; else seal the site, and put it in place."""
    if command == "serve":
        return
    site = Path(config.site_dir)
    if found := list(faults(site, root_of(config), config.site_url or "", leading_on(config))):
        stop_with(found, "some pages hold what no page may hold:\n")
    seal(site, POLICY)
    place.put_in_place(config)
