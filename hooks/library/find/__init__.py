"""What can be found, and the index that finds it."""

from .index import NoNode, write_index

__all__ = ["NoNode", "write_index"]
