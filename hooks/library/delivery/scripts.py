"""Scripts and style sheets of pages, each bundled with all it imports: esbuild reads them as a browser would."""

import json
import subprocess
from pathlib import Path

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
