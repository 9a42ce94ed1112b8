"""Mutation testing: a seed chooses the same mutants each time, and what may survive is told with its reason."""

import ast
import re
import sqlite3
import tomllib
from contextlib import closing

import surviving_mutants
from conftest import ROOT, SLOW
from sample_mutants import keep

PLANNED = [("hooks/x.py", f"f{number}", "core/AddNot", "{}", 0) for number in range(20)]
DIFF = (
    "--- mutation diff ---\n--- a/x.py\n+++ b/x.py\n@@ -1,2 +1,2 @@\n def f(a):\n-    return a > 1\n+    return a != 1"
)


def planned(path, prefix):
    """A session with mutants planned, whose jobs have names that begin so; which mutants are left of it for a seed."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE work_items (job_id)")
        columns = "job_id, module_path, definition_name, operator_name, operator_args, occurrence"
        database.execute(f"CREATE TABLE mutation_specs ({columns})")
        for number, mutant in enumerate(PLANNED):
            job = f"{prefix}{number * 7 % 20}"
            database.execute("INSERT INTO work_items VALUES (?)", (job,))
            database.execute("INSERT INTO mutation_specs VALUES (?, ?, ?, ?, ?, ?)", (job, *mutant))

    def left(count, seed):
        assert keep(str(path), count, seed) == (count, 20)
        with closing(sqlite3.connect(path)) as database, database:
            [[jobs]] = database.execute("SELECT count(*) FROM work_items")
            assert jobs == count
            return {name for (name,) in database.execute("SELECT definition_name FROM mutation_specs")}

    return left


def test_a_seed_chooses_the_same_mutants_whatever_their_jobs_are_called(tmp_path):
    first = planned(tmp_path / "a", "a")(5, "1")
    assert planned(tmp_path / "b", "b")(5, "1") == first
    assert planned(tmp_path / "c", "c")(5, "2") != first
    assert planned(tmp_path / "d", "d")(9, "1") > first


def test_a_survivor_is_told_with_the_reason_why_it_may_live_and_too_many_fail(tmp_path, capsys, monkeypatch):
    path = tmp_path / "session"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE work_results (job_id, test_outcome, diff)")
        database.execute("CREATE TABLE mutation_specs (job_id, module_path, start_pos_row, operator_name)")
        outcomes = ["SURVIVED", *["KILLED"] * 9]
        database.executemany(
            "INSERT INTO work_results VALUES (?, ?, ?)", [(n, o, DIFF) for n, o in enumerate(outcomes)]
        )
        database.execute("INSERT INTO mutation_specs VALUES (0, 'hooks/x.py', 2, 'core/Gt_NotEq')")
    survivor = surviving_mutants.Survivor("hooks/x.py", "return a > 1", "return a != 1")
    monkeypatch.setattr(surviving_mutants, "reasons", lambda: {survivor: "It is never less."})
    assert surviving_mutants.main(str(path)) == 0
    assert capsys.readouterr().out == (
        "hooks/x.py:2  return a > 1\n  became return a != 1\n  It is never less.\n\n"
        "1 of 10 mutants survived, 10.0 %; 10 % may.\n"
    )
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM work_results WHERE job_id = 9")
    assert surviving_mutants.main(str(path)) == 1


def test_reasons_are_for_lines_that_stand():
    for survivor in surviving_mutants.reasons():
        lines = (ROOT / survivor.path).read_text(encoding="utf-8").splitlines()
        assert survivor.line in [line.strip() for line in lines], survivor


ROOMS = re.search(r"^MODULES \?= (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)[1].split()
"""What `make mutants` spoils unless it is told otherwise."""
SPOILT = {"library", *(room.removeprefix("hooks/").replace("/", ".") for room in ROOMS)}
"""The same as it is imported; `library` itself hands on what reads a library."""
NOT_RUN = {
    "test_check": "of whole commands and builds: it takes as long as ten others",
    "test_content": "of what is written in guides/, which no mutant changes",
    "test_content_facts": "of what is written in guides/, which no mutant changes",
    "test_frame": "of pages in a browser, nearly all; it imports the kinds to know their pages",
}
"""Quick tests that import what is spoilt and are not run for each mutant, with the reason."""


def imported_by(tree):
    """The rooms that a test imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield ".".join(node.module.split(".")[:2])


def test_every_quick_test_of_what_is_spoilt_is_run_for_each_mutant():
    command = tomllib.loads((ROOT / "cosmic-ray.toml").read_text(encoding="utf-8"))["cosmic-ray"]["test-command"]
    run = set(re.findall(r"tests/(test_\w+)\.py", command))
    quick = [file for file in (ROOT / "tests").glob("test_*.py") if file.name not in SLOW]
    trees = {file.stem: ast.parse(file.read_text(encoding="utf-8")) for file in quick}
    concerned = {name for name, tree in trees.items() if SPOILT.intersection(imported_by(tree))}
    assert concerned - run == set(NOT_RUN)
    assert run <= set(trees)
