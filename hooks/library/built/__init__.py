"""A built site, for those who look it over: each file is read, and each page parsed, once for all of them."""

from .site import BuiltFile, BuiltPage, Look, look_over

__all__ = ["BuiltFile", "BuiltPage", "Look", "look_over"]
