"""A built site, for those who look it over: each file is read, and each page parsed, once for all of them."""

from .site import BuiltFile, BuiltPage, Element, Look, look_over, names_below

__all__ = ["BuiltFile", "BuiltPage", "Element", "Look", "look_over", "names_below"]
