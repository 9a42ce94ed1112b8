"""Office files are zip archives; the same parts should give the same bytes on any day."""

import io
import zipfile

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip archive can hold."""


def repacked(archive: bytes) -> bytes:
    """The same parts in the same order, without the time they were packed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            entry = zipfile.ZipInfo(part, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(part))
    return target.getvalue()
