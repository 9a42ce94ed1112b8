"""The start of a build: the settings that are ours, the site's address, and the content."""

import logging
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from library.core.library import Library
from library.problems import ContentError
from library.types.site_address import NoAddress

from .address import settle
from .build import Build, keep, root_of, stop, stop_with
from .command import Command
from .contact import contact_in, notice
from .steps import left_out
from .writing import mistakes_alone

_LOG = logging.getLogger("mkdocs.hooks.content")
SHEETS = ("none", "standard", "all")
"""What SHEETS may say: which sheets a build makes."""


def begin(config: MkDocsConfig, command: Command, read: Callable[[Path], Library]) -> MkDocsConfig:
    """Read the content, and hand it on to the later steps. A mistake in it stops the build with all its sentences.

    read: reads the content of a project's folder, or raises ContentError or PluginError. Where `make serve` starts
    with a mistake there are no old pages that could stay, so the settings of a site that shows the mistake alone are
    given back.
    """
    for step in left_out(map(str, config.hooks)):
        if step.is_needed:
            stop_with([str(step)])
        _LOG.warning("%s", step)
    _settle_address(config, command)
    wanted = str(config.extra.get("sheets") or "all")
    if wanted not in SHEETS:
        stop_with([f"SHEETS should be {', '.join(SHEETS[:-1])} or {SHEETS[-1]}; found {wanted!r}."])
    contact = contact_in(config)
    if nowhere := notice(contact, config):
        _LOG.info("%s", nowhere)
    root = root_of(config)
    try:
        library = _content(root, read)
    except PluginError as mistakes:
        if command.is_serving and not command.is_attended:
            return mistakes_alone(config, str(mistakes))
        raise
    may_leave_out = bool(config.extra.get("keep_going"))
    keep(Build(root, config.site_url or "", library, command, wanted, contact, may_leave_out), config)
    return config


def _settle_address(config: MkDocsConfig, command: Command) -> None:
    if command.is_serving:  # MkDocs gives the site an address on this machine, which stays
        return
    try:
        settle(config)
    except NoAddress as error:
        stop(error)


def _content(root: Path, read: Callable[[Path], Library]) -> Library:
    """Raises PluginError with the sentences of all mistakes."""
    try:
        return read(root)
    except ContentError as error:
        stop(error, "the content needs mending first:\n")
