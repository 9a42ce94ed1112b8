"""Commands side by side: each is told as it ends, and one that fails fails them all."""

import re
import time

from side_by_side import main


def test_each_says_its_own_and_all_that_pass_pass(capsys):
    assert main(["slow", "sleep 0.3; echo 2 files; echo all well >&2", "quick", "true"]) == 0
    quick, slow = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"quick: passed \(\d\.\d s\)", quick)
    assert re.fullmatch(r"slow: passed \(\d\.\d s\) all well", slow)


def test_one_that_fails_fails_them_all_and_stops_no_other(capsys):
    assert (
        main(["bad", "echo wrong; echo more >&2; exit 3", "none", "no-such-command-anywhere", "good", "echo right"])
        == 1
    )
    told = capsys.readouterr().out
    assert "bad: failed with exit status 3" in told
    assert "wrong\nmore\n" in told
    assert "none: failed with exit status 127" in told
    assert "good: passed" in told
    assert "Failed: " in told.splitlines()[-1]


def test_they_run_at_once(monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    begun = time.monotonic()
    assert main([word for number in range(4) for word in (str(number), "sleep 0.5")]) == 0
    assert time.monotonic() - begun < 1.9


def test_a_name_without_a_command_is_told(capsys):
    assert main(["lonely"]) == 2
    assert "NAME COMMAND" in capsys.readouterr().err
