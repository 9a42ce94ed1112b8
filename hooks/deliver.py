"""Step 6 of the build, the last: look over what was built, seal it, and put it in place."""

from pathlib import Path

from library.delivery.policy import POLICY
from library.delivery.seal import faults, seal
from library.site import folder_of, leading_on, place, root_of, stop_with, writing

command, dirty = "build", False


def on_startup(**given):
    """Remember whether the site is built or shown while someone writes, and whether only what changed is made again."""
    global command, dirty
    command, dirty = given["command"], given["dirty"]


def on_config(config):
    """Build beside the site that is there, so that a build that fails leaves it as it was."""
    if not dirty:
        place.build_beside(config)


def on_env(env, *, config, files):
    """Let every page carry the policy from the start; not while writing, where MkDocs adds a script to each page."""
    env.globals["policy"] = "" if command == "serve" else POLICY


def on_serve(server, *, config, builder):
    """While someone writes, show a mistake in the browser and go on."""
    writing.show_mistakes(server, config, builder)
    return server


def on_post_build(*, config):
    """Stop where a page holds what none may hold; else seal the site, and put it in place."""
    site = Path(config.site_dir)
    if command == "build":
        if found := list(faults(site, root_of(config), config.site_url or "", leading_on(config))):
            stop_with(found, "some pages hold what no page may hold:\n")
        seal(site, POLICY, folder_of(config))
    place.put_in_place(config)
