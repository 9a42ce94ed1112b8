"""Keep some of the mutants that cosmic-ray has planned, by a seed:  python tests/sample_mutants.py SESSION COUNT SEED

Which are kept follows from what is spoilt, and where: cosmic-ray names its jobs afresh each time.
"""

import sqlite3
import sys
from contextlib import closing
from hashlib import sha256

PLANNED = "SELECT job_id, module_path, definition_name, operator_name, operator_args, occurrence FROM mutation_specs"


def keep(session: str, count: int, seed: str) -> tuple[int, int]:
    """Take all but a number of mutants out of a session. Returns how many there are now, and how many there were."""
    with closing(sqlite3.connect(session)) as database, database:
        planned = database.execute(PLANNED).fetchall()
        ranks = {job: sha256(repr((seed, *mutant)).encode()).digest() for job, *mutant in planned}
        left_out = [(job,) for job in sorted(ranks, key=ranks.__getitem__)[count:]]
        database.executemany("DELETE FROM mutation_specs WHERE job_id = ?", left_out)
        database.executemany("DELETE FROM work_items WHERE job_id = ?", left_out)
    return len(ranks) - len(left_out), len(ranks)


if __name__ == "__main__":
    print("{} of {} mutants".format(*keep(sys.argv[1], int(sys.argv[2]), sys.argv[3])))
