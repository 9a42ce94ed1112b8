"""Run commands side by side, and tell how each ended as soon as it has: all it said if it failed, else its last line.

python tests/side_by_side.py NAME COMMAND [NAME COMMAND …]    as many at once as there are processors; exit status 1
                                                              where any failed
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass


@dataclass(frozen=True)
class Ended:
    """A command that has ended. said: all it said. seconds: how long it took."""

    name: str
    status: int
    said: str
    seconds: float

    def __str__(self) -> str:
        took, said = f"({self.seconds:.1f} s)", self.said.rstrip()
        if self.status:
            return f"{self.name}: failed with exit status {self.status} {took}\n{said}"
        return f"{self.name}: passed {took} {said.rpartition(chr(10))[2]}".rstrip()


def run(name: str, command: str) -> Ended:
    """Run a line of the shell, and wait for it."""
    begun = time.monotonic()
    done = subprocess.run(
        command, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    )
    return Ended(name, done.returncode, done.stdout, time.monotonic() - begun)


def main(words: Sequence[str]) -> int:
    """Run every command, whichever fails; 1 where one did, 2 where a name has no command."""
    if not words or len(words) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = [pool.submit(run, name, command) for name, command in zip(words[::2], words[1::2], strict=True)]
        all_ended = []
        for future in as_completed(running):
            all_ended.append(future.result())
            print(all_ended[-1], flush=True)
    failed = [ended.name for ended in all_ended if ended.status]
    if failed:
        print(f"Failed: {', '.join(failed)}. What each said stands above.", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
