"""Write the finder's index beside its page, in Node: its words are split and stemmed as a reader's are."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from library.core.library import Library
from library.formats import search
from library.formats.search import SearchRecord
from library.formats.search_synonyms import Row, rows
from library.texts import Texts

from .written import written

_SCRIPT = Path(__file__).parent / "build-index.js"
_IN_LITTLE_MEMORY = "--optimize-for-size"
"""An index of a thousand guides takes half as much memory so, and no more time."""
FOLDER = "find"
"""Where the finder's page and its index stand, below the site's folder."""


class NoNode(Exception):
    """There is no Node on this machine."""


def write_index(library: Library, texts: Texts, site: Path) -> None:
    """Write the index into a built site. Raises NoNode, or CalledProcessError from Node."""
    write(chain(search.records(library, texts), written(library, site)), rows(library), site / FOLDER)


def write(records: Iterable[SearchRecord], synonyms: Iterable[Row], folder: Path) -> None:
    """Write the index of some records into a folder: first.json, and full.json where there is much. The same records
    give the same bytes.

    They are handed over one by one: the words of a whole library are never held a second time.
    """
    command, digest = [node(), _IN_LITTLE_MEMORY, str(_SCRIPT), str(folder)], hashlib.sha256()
    with subprocess.Popen(command, stdin=subprocess.PIPE) as indexer:
        assert indexer.stdin
        indexer.stdin.write(b'{"records": [')
        for number, record in enumerate(records):
            written = json.dumps(vars(record), ensure_ascii=False).encode()
            digest.update(written)
            indexer.stdin.write((b", " if number else b"") + written)
        listed = json.dumps([_said(row) for row in synonyms], ensure_ascii=False)
        digest.update(listed.encode())
        indexer.stdin.write(f'], "synonyms": {listed}, "digest": "{digest.hexdigest()[:12]}"}}'.encode())
    if indexer.returncode:
        raise subprocess.CalledProcessError(indexer.returncode, command)


def _said(row: Row) -> dict[str, object]:
    """What a row says: what it leaves empty is nothing to fetch."""
    return {name: value for name, value in asdict(row).items() if value}


def node() -> str:
    """The path of Node: this environment's own before the machine's. Raises NoNode with a sentence."""
    path = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if not path:
        raise NoNode("Node.js is needed to build the search index, and is not there. `make build` sets it up.")
    return path
