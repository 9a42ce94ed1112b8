"""What is remembered of each address from run to run: a table of transitions, and the data file it is kept in.

The file holds one line an address, in order, so that two changes seldom meet and git can join them: .gitattributes
joins both sides' lines, and where an address then stands twice, the later day counts.
"""

import json
import traceback
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from library.core.health import ENOUGH, NEED_A_PERSON, Health, LinkState

from .verdict import Verdict

Was = Literal["new", "alive", "dead"]
Seen = Literal["answers", "unsure", "fails", "fails enough"]


class _Becomes(NamedTuple):
    """What a transition makes of a line. The fields that are not here are always the verdict's own.

    state, final: as "seen" in this run, or as it "was". since: what it is where the state changes; else it stays.
    failures: "add" today to those kept, where it is not among them.
    """

    state: Literal["seen", "was", "cannot-tell"]
    since: Literal["today", "first failure"]
    failures: Literal["drop", "keep", "add"]
    archive: Literal["drop", "keep"]
    final: Literal["seen", "was"]


# An address "answers" when it is ok, moved or needs-account; "unsure" is cannot-tell; broken and gone "fail": "enough"
# where today makes it the third day. A new one has no days yet, so it can't fail enough; and a dead one that does not
# fail enough has too few days in its line, which only a hand can have written.
# fmt: off
TRANSITIONS: dict[tuple[Was, Seen], _Becomes] = {
    # was      seen                     state          since            failures archive final
    ("new",   "answers"):      _Becomes("seen",        "today",         "drop",  "drop", "seen"),
    ("new",   "unsure"):       _Becomes("seen",        "today",         "drop",  "drop", "seen"),
    ("new",   "fails"):        _Becomes("cannot-tell", "today",         "add",   "drop", "seen"),
    ("alive", "answers"):      _Becomes("seen",        "today",         "drop",  "drop", "seen"),
    ("alive", "unsure"):       _Becomes("seen",        "today",         "keep",  "drop", "seen"),
    ("alive", "fails"):        _Becomes("was",         "today",         "add",   "drop", "was"),
    ("alive", "fails enough"): _Becomes("seen",        "first failure", "add",   "keep", "seen"),
    ("dead",  "answers"):      _Becomes("seen",        "today",         "drop",  "drop", "seen"),
    ("dead",  "unsure"):       _Becomes("seen",        "today",         "keep",  "drop", "seen"),
    ("dead",  "fails"):        _Becomes("was",         "today",         "add",   "keep", "seen"),
    ("dead",  "fails enough"): _Becomes("seen",        "first failure", "add",   "keep", "seen"),
}
# fmt: on
"""From how an address was remembered and what this run saw to how it is remembered now."""


def remembered(
    health: Mapping[str, Health], verdicts: Iterable[Verdict], today: date, mistakes: list[str] | None = None
) -> dict[str, Health]:
    """What is remembered after a run: each verdict takes its address one transition on.

    mistakes: takes the traceback of each verdict that can't be remembered; what was known of its address stays.
    """
    after = dict(health)
    for verdict in verdicts:
        if verdict.why == "our-mistake":
            continue  # nothing was learnt of the address
        try:
            after[verdict.link.address] = _after(health.get(verdict.link.address), verdict, today)
        except ValueError:  # the model's own refusal
            if mistakes is None:
                raise
            mistakes.append(traceback.format_exc())
    return after


def to_jsonl(health: Mapping[str, Health]) -> str:
    """The data file: a line for each address, in order."""
    lines = (
        json.dumps(health[address].model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
        for address in sorted(health)
    )
    return "".join(f"{line}\n" for line in lines)


_TO_LOOK_AT = {"changed-title", "moved-elsewhere", "parked", "empty", "perhaps-404", "perhaps-error"}
"""Reasons that count against no address, and that only a person can settle."""


def is_healthy(health: Health) -> bool:
    """Whether nobody has to look at it."""
    return health.state not in NEED_A_PERSON and health.why not in _TO_LOOK_AT


def _after(before: Health | None, verdict: Verdict, today: date) -> Health:
    """One transition, looked up and carried out."""
    days = before.failures if before else ()
    with_today = days if today in days or len(days) >= ENOUGH else (*days, today)
    is_enough = len(with_today) >= ENOUGH
    becomes = TRANSITIONS[_was(before), _seen(verdict, is_enough=is_enough)]
    states: dict[str, LinkState] = {"cannot-tell": "cannot-tell", "seen": verdict.state}
    if before:
        states["was"] = before.state
    state = states[becomes.state]
    failures = {"drop": (), "keep": days, "add": with_today}[becomes.failures]
    since = today if becomes.since == "today" else failures[0]
    return Health(
        address=verdict.link.address,
        last_checked=today,
        state=state,
        since=before.since if before and before.state == state else since,
        why=verdict.why,
        final=before.final if before and becomes.final == "was" else verdict.final,
        title=verdict.title or (before.title if before else None),
        failures=failures,
        archive=before.archive if before and becomes.archive == "keep" else None,
    )


def _was(before: Health | None) -> Was:
    if before is None:
        return "new"
    return "dead" if before.dead else "alive"


def _seen(verdict: Verdict, *, is_enough: bool) -> Seen:
    if verdict.is_failure:
        return "fails enough" if is_enough else "fails"
    return "unsure" if verdict.state == "cannot-tell" else "answers"
