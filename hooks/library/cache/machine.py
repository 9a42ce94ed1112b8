"""A key that this machine alone has: what is signed with it was written here, and came with no copy of the project."""

import contextlib
import os
import secrets
from pathlib import Path

_BYTES = 32


def own_key() -> bytes | None:
    """The key, made when it is first asked for; None where there is no place for it."""
    try:
        place = _folder() / "key"
        with contextlib.suppress(FileNotFoundError):
            if len(key := place.read_bytes()) == _BYTES:
                return key
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = place.with_suffix(f".{os.getpid()}")
        unfinished.touch(mode=0o600)
        unfinished.write_bytes(secrets.token_bytes(_BYTES))
        unfinished.replace(place)  # another may have made one meanwhile; the last stays
        return place.read_bytes()
    except (OSError, RuntimeError):  # Path.home() raises RuntimeError where nobody knows whose home it is
        return None


def _folder() -> Path:
    """Where programs keep what they can make again: https://specifications.freedesktop.org/basedir-spec/."""
    place = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    return (Path(place) if place else Path.home() / ".cache") / "peer-reflection-library"
