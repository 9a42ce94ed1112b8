"""Outside links: where they stand, what each address answers, what that means, and what is remembered of it."""

from .addresses import OutsideLink, added_since, collect
from .command import check_outside
from .fetch import Fetcher, Limits
from .pace import Manners, Pace
from .remember import is_healthy, remembered, to_jsonl
from .run import RunResult, Settings, check, cut_off
from .verdict import Verdict

__all__ = [
    "Fetcher",
    "Limits",
    "Manners",
    "OutsideLink",
    "Pace",
    "RunResult",
    "Settings",
    "Verdict",
    "added_since",
    "check",
    "check_outside",
    "collect",
    "cut_off",
    "is_healthy",
    "remembered",
    "to_jsonl",
]
