"""What the library is turned into: one format a module."""
