"""What is remembered of outside links: every transition, three failures on different days, and a file git can join."""

import shutil
import subprocess
from datetime import date, timedelta

from conftest import ROOT
from library.model.health import HEALTH_FILE, latest, read_health
from library.outside import OutsideLink, Verdict, is_healthy, remembered, to_jsonl

DAY = date(2026, 11, 24)


def verdict(state, why, title=None):
    return Verdict(OutsideLink("https://a.example/"), state, why, title=title)


def after(*runs):
    health = {}
    for day, (state, why) in runs:
        health = remembered(health, [verdict(state, why)], DAY + timedelta(days=day))
    return health["https://a.example/"]


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
    return latest(one for _, one in read_health(text))


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
