"""What is remembered: one line an address, in order, so that two changes seldom meet and git can join them.

.gitattributes joins both sides' lines; where an address then stands twice, the later day counts.
"""

import json
import traceback
from collections.abc import Iterable, Mapping
from datetime import date

from library.core.health import ENOUGH, Health

from .verdict import Verdict


def written(known: Mapping[str, Health]) -> str:
    """The data file: a line for each address, in order."""
    lines = (
        json.dumps(known[name].model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
        for name in sorted(known)
    )
    return "".join(f"{line}\n" for line in lines)


_TO_LOOK_AT = {"changed-title", "moved-elsewhere", "parked", "empty", "perhaps-404", "perhaps-error"}
"""Findings that count against no address, and that only a person can settle."""


def merged(
    known: Mapping[str, Health], verdicts: Iterable[Verdict], today: date, mistakes: list[str] | None = None
) -> dict[str, Health]:
    """What is known after a round: failures count by day, and three of them make an address broken.

    mistakes: takes the traceback of each verdict that can't be remembered; what was known of its address stays.
    """
    after = dict(known)
    for verdict in verdicts:
        if verdict.why == "our-mistake":
            continue  # nothing was learnt of the address
        try:
            after[verdict.asked.address] = _after(known.get(verdict.asked.address), verdict, today)
        except ValueError:  # the model's own refusal
            if mistakes is None:
                raise
            mistakes.append(traceback.format_exc())
    return after


def healthy(health: Health) -> bool:
    """Whether nobody has to look at it."""
    return health.state in ("ok", "needs-account", "cannot-tell") and health.why not in _TO_LOOK_AT


def _after(old: Health | None, verdict: Verdict, today: date) -> Health:
    failing = verdict.state in ("broken", "gone")
    failures = old.failures if old and (failing or verdict.state == "cannot-tell") else ()
    if failing and today not in failures and len(failures) < ENOUGH:
        failures = (*failures, today)
    settled = verdict.state if not failing or len(failures) >= ENOUGH else (old.state if old else "cannot-tell")
    since = (
        old.since if old and old.state == settled else (failures[0] if settled == verdict.state and failing else today)
    )
    return Health(
        address=verdict.asked.address,
        last_checked=today,
        state=settled,
        since=since,
        why=verdict.why,
        final=verdict.final,
        title=verdict.title or (old.title if old else None),
        failures=failures,
        archive=old.archive if old and settled in ("broken", "gone") else None,
    )
