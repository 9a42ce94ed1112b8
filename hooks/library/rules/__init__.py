"""What must hold across values and files. A rule is a generator; the first line of its docstring is the rule."""

from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date

from library.core.library import Library
from library.problems import Problem

from . import dates, links, names, own, plans, privacy
from .finding import Names

RULES = (
    names.ids_within_a_file_are_used_once,
    names.entries_stand_in_the_order_of_their_ids,
    names.everything_named_exists,
    names.ids_of_documents_differ,
    names.names_on_labels_differ,
    names.retired_ids_stay_retired,
    names.retired_parts_stay_retired,
    links.links_in_text_lead_somewhere,
    links.confirmed_addresses_differ,
    plans.nobody_speaks_and_listens_at_once,
    plans.clips_fit_their_step,
    plans.minutes_add_up_to_the_stated_length,
    plans.the_first_and_last_step_are_spoken,
    plans.what_plays_has_a_twin,
    plans.nothing_hangs_on_what_is_played,
    plans.a_shorter_way_fits,
    plans.what_is_heavy_is_held,
    own.each_kind_keeps_its_own_rules,
    dates.reviews_come_after_revisions,
    privacy.people_are_kept_private,
)


def check(library: Library, broken: Mapping[str, Set[str]]) -> Iterator[Problem]:
    """Yield every problem in the good entries. `broken` names the ids that exist but could not be read, by kind."""
    existing = Names(library, broken)
    for rule in RULES:
        for finding in rule(library, existing):
            yield finding.placed(library)


def check_pages(
    library: Library, broken: Mapping[str, Set[str]], hand_written: Iterable[tuple[str, str]]
) -> Iterator[Problem]:
    """Yield every problem in hand-written pages. hand_written: path and text of each. `broken`: as for `check`."""
    return privacy.pages(Names(library, broken), hand_written)


def notices(library: Library, today: date) -> Iterator[Problem]:
    """Yield what an editor should know and nothing has to stop for: what was to be looked at again by now."""
    return (finding.placed(library) for finding in dates.overdue(library, today))
