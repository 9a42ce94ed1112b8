"""How long the check takes over lists of 12,000 entries, good and bad:  python tests/bench/reading.py

Prints the processor's seconds of `python hooks/content.py` as a whole process, the problems it told, and the size of
the list.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ENTRIES = 12_000
TOPICS = "guides/shared/topics.yaml"
LISTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "ids and nothing else": ("resources.yaml", lambda number: f"- id: r{number:05}\n"),
    "numbers in place of entries": ("resources.yaml", lambda number: f"- {number}\n"),
    "entries without an id": ("resources.yaml", lambda number: "- {}\n"),
    "an unknown key in each": (TOPICS, lambda number: f"- {{id: t{number:05}, labell: x}}\n"),
    "one id for all": (TOPICS, lambda number: "- {id: t, label: x, summary: y}\n"),
    "sound topics": (TOPICS, lambda number: f"- {{id: t{number:05}, label: x, summary: y}}\n"),
    "topics in the wrong order": (TOPICS, lambda number: f"- {{id: t{ENTRIES - number:05}, label: x, summary: y}}\n"),
}


def processor_seconds() -> float:
    """What all processes started from here have used so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def checked(path: str, entry: Callable[[int], str]) -> str:
    """Put a list in a copy of the library, check it, and say how it went."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("guides", "docs"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        shutil.copy(ROOT / "resources.yaml", folder)
        text = "".join(entry(number) for number in range(ENTRIES))
        Path(folder, path).write_text(text, encoding="utf-8")
        command = [sys.executable, str(ROOT / "hooks" / "content.py"), "--root", folder]
        before = processor_seconds()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = processor_seconds() - before
    return f"{seconds:5.2f} s  {done.stdout.count(chr(10)):6} problems  {len(text) // 1024:4} KB"


if __name__ == "__main__":
    for name, (path, entry) in LISTS.items():
        print(f"{name:28} {checked(path, entry)}", flush=True)
