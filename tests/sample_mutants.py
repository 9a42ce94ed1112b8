"""Keep some of the mutants that cosmic-ray has planned, by a seed:  python tests/sample_mutants.py SESSION COUNT"""

import random
import sqlite3
import sys

SEED = 20261128


def keep(session: str, count: int) -> tuple[int, int]:
    """Take all but a number of mutants out of a session. Returns how many there are now, and how many there were."""
    with sqlite3.connect(session) as database:
        jobs = sorted(job for (job,) in database.execute("SELECT job_id FROM work_items"))
        kept = random.Random(SEED).sample(jobs, min(count, len(jobs)))
        left_out = [(job,) for job in set(jobs) - set(kept)]
        database.executemany("DELETE FROM mutation_specs WHERE job_id = ?", left_out)
        database.executemany("DELETE FROM work_items WHERE job_id = ?", left_out)
    return len(kept), len(jobs)


if __name__ == "__main__":
    print("{} of {} mutants".format(*keep(sys.argv[1], int(sys.argv[2]))))
