"""Names that last: each asset is published under a name that holds a hash of its content, so it can be cached for good.

Style sheets name other assets by relative addresses. Those are rewritten, innermost first, so that a change deep inside
changes every name that leads to it. Scripts name none: each holds all it needs (scripts.py).
"""

import hashlib
import posixpath
import re
from collections.abc import Callable, Mapping

_REFERENCE = re.compile(r"""(?P<before>url\(["']?)(?P<path>\.{1,2}/[^"')]+)""")


class UnknownAsset(LookupError):
    """An asset names another that is not there."""


def hashed(assets: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """From each asset's path to the path it is published under and its content, with references rewritten.

    assets: from path (forward slashes) to content. Raises UnknownAsset, naming both, where a reference leads nowhere.
    """
    done: dict[str, tuple[str, bytes]] = {}

    def publish(path: str, asked_by: tuple[str, ...]) -> str:
        if path in asked_by:
            raise UnknownAsset(f"{' → '.join([*asked_by, path])}: assets may not name one another in a ring")
        if path not in assets:
            raise UnknownAsset(f"{asked_by[-1]} names {path}, which is not there")
        if path not in done:
            content = assets[path]
            if path.endswith(".css"):
                content = _rewritten(content.decode(), path, lambda other: publish(other, (*asked_by, path))).encode()
            stem, suffix = posixpath.splitext(path)
            done[path] = f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}", content
        return done[path][0]

    for path in assets:
        publish(path, ())
    return done


def _rewritten(text: str, path: str, publish: Callable[[str], str]) -> str:
    folder = posixpath.dirname(path)

    def replace(reference: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(folder, reference["path"]))
        relative = posixpath.relpath(publish(target), folder)
        return reference["before"] + (relative if relative.startswith("..") else f"./{relative}")

    return _REFERENCE.sub(replace, text)
