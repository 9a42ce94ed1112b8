"""The built site's links: every one of them is followed, on disk, and every one that leads nowhere is told."""

from .check import Fault, check

__all__ = ["Fault", "check"]
