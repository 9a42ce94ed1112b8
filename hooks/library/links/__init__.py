"""The built site's links: every one of them is followed, on disk, and every one that leads nowhere is told."""

from .check import Fault, Links, check
from .command import check_site, parse_options

__all__ = ["Fault", "Links", "check", "check_site", "parse_options"]
