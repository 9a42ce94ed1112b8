"""List the mutants that no test noticed, each with why that is right, and fail where too many are left.

python tests/surviving_mutants.py SESSION      reasons stand in tests/survivors.yaml
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import yaml

REASONS = Path(__file__).with_name("survivors.yaml")
MOST = 10
"""Of a hundred mutants, how many may be left."""
UNKNOWN = "Write a test that notices, or say in tests/survivors.yaml why none should."
SURVIVED = """
SELECT module_path, start_pos_row, diff FROM work_results JOIN mutation_specs USING (job_id)
WHERE test_outcome = 'SURVIVED' ORDER BY module_path, start_pos_row, operator_name
"""


@dataclass(frozen=True)
class Survivor:
    """A mutant that no test noticed: the line as it is, and as it was spoilt, without the spaces around them."""

    path: str
    line: str
    spoilt: str


def reasons() -> dict[Survivor, str]:
    """Why it is right that nobody notices, by survivor."""
    listed = yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    return {Survivor(path, entry["line"], entry["spoilt"]): entry["why"] for path in listed for entry in listed[path]}


def survivors(session: str) -> Iterator[tuple[Survivor, int]]:
    """Those of a session, each with the number of its line."""
    with closing(sqlite3.connect(session)) as database, database:
        for path, number, diff in database.execute(SURVIVED):
            changes = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
            line, spoilt = ("\n".join(change[1:] for change in changes if change[0] == sign).strip() for sign in "-+")
            yield Survivor(path, line, spoilt), number


def main(session: str) -> int:
    """Print them; the exit status."""
    known = reasons()
    with closing(sqlite3.connect(session)) as database, database:
        [[tried]] = database.execute("SELECT count(*) FROM work_results")
    left = list(survivors(session))
    for survivor, number in left:
        print(f"{survivor.path}:{number}  {survivor.line}\n  became {survivor.spoilt or 'nothing'}")
        print(f"  {known.get(survivor, UNKNOWN)}\n")
    rate = 100 * len(left) / tried
    print(f"{len(left)} of {tried} mutants survived, {rate:.1f} %; {MOST} % may.")
    return 1 if rate > MOST else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
