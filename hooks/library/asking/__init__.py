"""Outside addresses: who names them, what they answer, what that means, and what is remembered of it."""

from .addresses import Asked, added_since, collect
from .history import healthy, merged, written
from .pace import Manners, Pace
from .report import as_json, issue, lines, not_reached, offers
from .round import Round, Settings, ask_all, cut_off
from .suggest import archived, nearest, with_copies
from .verdict import Verdict
from .visit import Limits, Visitor

__all__ = [
    "Asked",
    "Limits",
    "Manners",
    "Pace",
    "Round",
    "Settings",
    "Verdict",
    "Visitor",
    "added_since",
    "archived",
    "as_json",
    "ask_all",
    "collect",
    "cut_off",
    "healthy",
    "issue",
    "lines",
    "merged",
    "nearest",
    "not_reached",
    "offers",
    "with_copies",
    "written",
]
