"""What was read before, kept: a file that did not change is not read again.

What is kept is signed with this machine's own key, and anything else is passed over: it is read by `pickle`, which
obeys what it reads. Only files that can be used as a whole are kept, with what they mention: no mistake is ever hidden.
"""

import gc
import hashlib
import hmac
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from library.cache.machine import own_key
from library.cache.recipe import LIBRARY, recipe
from library.cache.store import Store
from library.core.kind import Kind

from .entries import Reading, reading_of

PACKAGES = ("pydantic", "pydantic-core", "pyyaml", "markdown-it-py")
"""The packages that have a part in what is read of a file."""
_KEPT_FOR = 7
"""Days for which what nobody has asked for is kept: each change to the library's code makes all of it afresh."""

_SIGNATURE = 32
"""Bytes in a signature."""


@cache
def own_code() -> bytes:
    """All that has a part in what is read of a file, besides its content: the library, its packages and Python.

    It is read once: the code that runs does not change while it runs.
    """
    return recipe([LIBRARY], PACKAGES) + sys.version.encode()


class Readings:
    """Reads the content of files, and keeps nothing."""

    def reading(self, content: bytes, path: str, kind: Kind[Any]) -> Reading:
        """What the content of a file says."""
        return reading_of(content, path, kind)


class KeptReadings(Readings):
    """Reads the content of files, or remembers what it said. folder: where that is kept."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)

    def reading(self, content: bytes, path: str, kind: Kind[Any]) -> Reading:
        """What the content of a file says: as it was read before, if it was, by this library on this machine."""
        if self._secret is None:
            return reading_of(content, path, kind)
        name = self._signed(b"name", own_code(), kind.name.encode(), path.encode(), content).hex()
        if kept := self._kept(name):
            return kept
        reading = reading_of(content, path, kind)
        if reading.is_sound:
            pickled = pickle.dumps(reading, pickle.HIGHEST_PROTOCOL)
            self._store.put(name, self._signed(b"reading", name.encode(), pickled) + pickled)
        return reading

    def throw_away(self) -> None:
        """Throw away what nobody has asked for in a while."""
        self._store.throw_away(_KEPT_FOR)

    def _kept(self, name: str) -> Reading | None:
        """What is kept under a name, or None where that is nothing, or was not written as it stands on this machine."""
        kept = self._store.get(name) or b""
        signature, pickled = kept[:_SIGNATURE], kept[_SIGNATURE:]
        if not hmac.compare_digest(signature, self._signed(b"reading", name.encode(), pickled)):
            return None
        reading = pickle.loads(pickled)
        return reading if isinstance(reading, Reading) else None

    @cached_property
    def _secret(self) -> bytes | None:
        return own_key()

    def _signed(self, purpose: bytes, *parts: bytes) -> bytes:
        """A signature of parts that nobody can make without this machine's key."""
        digest = hashlib.blake2b(key=self._secret or b"", person=purpose, digest_size=_SIGNATURE)
        for part in parts:
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
        return digest.digest()


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile, nor ever in what was read: it stays, and looking costs more than reading."""
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
