"""What is remembered of outside links: every transition, three failures on different days, and a file git can join."""

import shutil
import subprocess
from datetime import date, timedelta

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from library.core.health import DEAD, ENOUGH, HEALTH_FILE, Health, latest, read_health
from library.outside import OutsideLink, Verdict, is_healthy, remembered, to_jsonl
from library.outside.remember import TRANSITIONS

DAY = date(2026, 11, 24)


ADDRESS, COPY = "https://a.example/", "https://web.archive.org/web/2025/https://a.example/"
LED_BEFORE, LEADS_NOW = "https://before.example/", "https://now.example/"
SEEN = ("ok", "moved", "needs-account", "cannot-tell", "broken", "gone")
TABLE = """
was     days | ok        | moved        | account        | unsure          | broken           | gone
new     0    | ok today  | moved today  | account today  | unsure today    | unsure today 1   | unsure today 1
ok      0    | ok before | moved today  | account today  | unsure today    | ok before 1      | ok before 1
ok      1    | ok before | moved today  | account today  | unsure today 1  | ok before 2      | ok before 2
ok      2    | ok before | moved today  | account today  | unsure today 2  | broken first 3   | gone first 3
ok      3    | ok before | moved today  | account today  | unsure today 3  | broken first 3   | gone first 3
moved   0    | ok today  | moved before | account today  | unsure today    | moved before 1   | moved before 1
moved   1    | ok today  | moved before | account today  | unsure today 1  | moved before 2   | moved before 2
moved   2    | ok today  | moved before | account today  | unsure today 2  | broken first 3   | gone first 3
moved   3    | ok today  | moved before | account today  | unsure today 3  | broken first 3   | gone first 3
account 0    | ok today  | moved today  | account before | unsure today    | account before 1 | account before 1
account 1    | ok today  | moved today  | account before | unsure today 1  | account before 2 | account before 2
account 2    | ok today  | moved today  | account before | unsure today 2  | broken first 3   | gone first 3
account 3    | ok today  | moved today  | account before | unsure today 3  | broken first 3   | gone first 3
unsure  0    | ok today  | moved today  | account today  | unsure before   | unsure before 1  | unsure before 1
unsure  1    | ok today  | moved today  | account today  | unsure before 1 | unsure before 2  | unsure before 2
unsure  2    | ok today  | moved today  | account today  | unsure before 2 | broken first 3   | gone first 3
unsure  3    | ok today  | moved today  | account today  | unsure before 3 | broken first 3   | gone first 3
broken  0    | ok today  | moved today  | account today  | unsure today    | broken before 1  | broken before 1
broken  1    | ok today  | moved today  | account today  | unsure today 1  | broken before 2  | broken before 2
broken  2    | ok today  | moved today  | account today  | unsure today 2  | broken before 3  | gone first 3
broken  3    | ok today  | moved today  | account today  | unsure today 3  | broken before 3  | gone first 3
gone    0    | ok today  | moved today  | account today  | unsure today    | gone before 1    | gone before 1
gone    1    | ok today  | moved today  | account today  | unsure today 1  | gone before 2    | gone before 2
gone    2    | ok today  | moved today  | account today  | unsure today 2  | broken first 3   | gone before 3
gone    3    | ok today  | moved today  | account today  | unsure today 3  | broken first 3   | gone before 3
"""
"""From how an address was remembered, and the days it had failed on, to what it becomes by what a run saw.

Each cell: the state; since "before", "today" or the "first" failure; and the days it has failed on now, where there are
any. "account" is needs-account, "unsure" is cannot-tell.
"""
STATES = {"account": "needs-account", "unsure": "cannot-tell"}
ROWS = [[cell.split() for cell in row.split("|")] for row in TABLE.strip().splitlines()[1:]]
BEFORE, FAILED = DAY - timedelta(days=90), [DAY - timedelta(days=7 * week) for week in (3, 2, 1)]


def line(state, days, **more):
    """An address that has failed on so many days."""
    fields = {"address": ADDRESS, "last_checked": BEFORE, "state": state, "since": BEFORE, "why": "answers", **more}
    return Health(**fields, failures=FAILED[:days])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(row[0]))
def test_each_transition_is_the_one_in_the_table(row):
    (state, days), *cells = row
    state, days = STATES.get(state, state), int(days)
    before = {} if state == "new" else {ADDRESS: line(state, days, final=LED_BEFORE, archive=COPY)}
    for seen, cell in zip(SEEN, cells, strict=True):
        after = remembered(before, [verdict(seen, "answers", final=LEADS_NOW)], DAY)[ADDRESS]
        becomes, since, *failures = cell
        assert after.state == STATES.get(becomes, becomes)
        assert after.since == {"before": BEFORE, "today": DAY, "first": FAILED[0]}[since]
        assert after.failures == tuple([*FAILED[:days], DAY][: int(failures[0])] if failures else ())
        assert after.last_checked == DAY
        assert after.archive == (COPY if before and after.dead else None), "only what is dead keeps a copy"
        is_not_counted = before and seen in DEAD and not after.dead
        assert after.final == (LED_BEFORE if is_not_counted else LEADS_NOW)


def test_the_table_is_whole():
    assert len(ROWS) == 1 + len(SEEN) * (ENOUGH + 1)
    seen = ("answers", "unsure", "fails", "fails enough")
    every = {(was, how) for was in ("new", "alive", "dead") for how in seen}
    assert set(TRANSITIONS) == every - {("new", "fails enough")}


def test_a_failure_that_does_not_count_yet_costs_a_moved_address_nothing():
    moved = line("moved", 0, final="https://new.example/page")
    after = remembered({ADDRESS: moved}, [verdict("broken", "not-found")], DAY)[ADDRESS]
    assert (after.state, after.final, after.why) == ("moved", "https://new.example/page", "not-found")
    again = remembered({ADDRESS: after}, [verdict("ok", "answers")], DAY + timedelta(days=1))[ADDRESS]
    assert (again.state, again.final) == ("ok", None)


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(SEEN)), max_size=30))
def test_no_history_makes_an_address_dead_without_three_failures_on_different_days(history):
    health, failed, day = {}, set(), 0
    for later, seen in history:
        day += later
        today = DAY + timedelta(days=day)
        if seen in DEAD:
            failed.add(today)
        elif seen != "cannot-tell":
            failed.clear()  # it answered, so whatever failed before counts no more
        health = remembered(health, [verdict(seen, "answers")], today)
        now = health[ADDRESS]
        assert now.dead == (seen in DEAD and len(failed) >= ENOUGH)
        assert set(now.failures) <= failed
        assert len(set(now.failures)) == len(now.failures) == min(len(failed), ENOUGH)
        assert now.since <= today
        assert now.archive is None


def verdict(state, why, title=None, final=None):
    return Verdict(OutsideLink(ADDRESS), state, why, final, title)


def after(*runs):
    health = {}
    for day, (state, why) in runs:
        health = remembered(health, [verdict(state, why)], DAY + timedelta(days=day))
    return health[ADDRESS]


OK, BROKEN, GONE, UNSURE = ("ok", "answers"), ("broken", "not-found"), ("gone", "gone"), ("cannot-tell", "refused")


def test_only_three_failures_on_different_days_make_a_link_dead():
    assert after((0, OK), (1, BROKEN)).state == "ok"
    assert after((0, OK), (1, BROKEN), (1, BROKEN), (1, BROKEN), (1, BROKEN)).state == "ok"
    assert after((0, OK), (1, BROKEN), (2, BROKEN)).state == "ok"
    dead = after((0, OK), (1, BROKEN), (2, BROKEN), (9, GONE))
    assert (dead.state, dead.dead, dead.since) == ("gone", True, DAY + timedelta(days=1))
    assert after((0, OK), (1, BROKEN), (2, BROKEN), (3, OK), (4, BROKEN)).state == "ok"
    assert after((0, BROKEN)).state == "cannot-tell"
    alive = after((0, OK), (1, BROKEN), (2, BROKEN), (3, BROKEN), (10, OK))
    assert (alive.state, alive.since, alive.failures) == ("ok", DAY + timedelta(days=10), ())
    assert len(after((0, OK), (1, BROKEN), (2, UNSURE), (3, BROKEN)).failures) == 2


def test_since_stays_while_the_state_does():
    assert after((0, OK), (7, OK), (14, OK)).since == DAY
    assert not is_healthy(after((0, OK), (1, BROKEN), (2, BROKEN), (3, BROKEN)))
    assert is_healthy(after((0, OK), (1, BROKEN)))


def read(text):
    """The data file's lines, as the library reads them."""
    return latest(line for _, line in read_health(text))


def test_git_joins_two_rounds_without_a_conflict(tmp_path):
    def git(*command):
        who = ["-c", "user.email=a@b.example", "-c", "user.name=a"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *command], check=True, capture_output=True)

    shutil.copy(ROOT / ".gitattributes", tmp_path)
    file = tmp_path / HEALTH_FILE
    file.parent.mkdir(parents=True)
    git("init", "-q", "-b", "main")
    health = remembered({}, [verdict("ok", "answers", "A")], DAY)
    file.write_text(to_jsonl(health), encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    later = {}
    for days_later, branch in ((1, "one"), (2, "two")):
        git("switch", "-q", "-c", branch, "main")
        later[branch] = remembered(health, [verdict("broken", "not-found")], DAY + timedelta(days=days_later))
        file.write_text(to_jsonl(later[branch]), encoding="utf-8")
        git("commit", "-qam", branch)
    git("merge", "-q", "one", "-m", "both")
    assert read(file.read_text(encoding="utf-8")) == later["two"]


def test_two_branches_join_without_a_conflict():
    health = remembered({}, [verdict("ok", "answers", "A")], DAY)
    later = remembered(health, [verdict("ok", "answers", "B")], DAY + timedelta(days=1))
    both = to_jsonl(later) + to_jsonl(health)
    assert read(both) == later
    assert to_jsonl(read(both)) == to_jsonl(later)
    assert to_jsonl(later).count("\n") == 1
