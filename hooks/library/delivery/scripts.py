"""Scripts and style sheets of pages, each bundled with all it imports: esbuild reads them as a browser would."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePath

from library.texts import Texts

TOOLS = "assets/js/tools/"
_BUNDLE = Path(__file__).parent / "bundle.js"


class ScriptFault(Exception):
    """A script or a style sheet can't be bundled. Says so in lines of file, line and fault."""


def bundle(root: Path, node: str) -> dict[str, bytes]:
    """The content of each by its path below docs/. The same files give the same bytes.

    root: the project's folder. node: the path of Node. Raises ScriptFault.
    """
    command = [node, str(_BUNDLE), str(root)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ScriptFault(done.stderr.strip())
    scripts: dict[str, str] = json.loads(done.stdout)
    return {path: content.encode() for path, content in scripts.items()}


def with_words(scripts: Mapping[str, bytes], texts: Texts) -> dict[str, bytes]:
    """Each tool with the words it says to readers: the section of the texts that has its name."""
    return {
        path: content + _words(path, texts) if path.startswith(TOOLS) else content for path, content in scripts.items()
    }


def _words(path: str, texts: Texts) -> bytes:
    words = json.dumps(texts.section(PurePath(path).stem), ensure_ascii=False, separators=(",", ":"))
    return f"export const texts={words};\n".encode()
