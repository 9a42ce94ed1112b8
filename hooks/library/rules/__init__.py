"""What must hold across values and files. A rule is a generator; the first line of its docstring is the rule."""

from collections.abc import Iterator, Mapping, Set

from library.model.library import Library
from library.problems import Problem

from . import dates, links, names, plans
from .finding import Known

RULES = (
    names.ids_within_a_file_are_used_once,
    names.entries_stand_in_the_order_of_their_ids,
    names.everything_named_exists,
    names.names_on_labels_differ,
    names.retired_ids_stay_retired,
    links.links_in_text_lead_somewhere,
    links.confirmed_addresses_differ,
    plans.speakers_and_listeners_are_roles,
    plans.clips_fit_their_step,
    plans.minutes_add_up_to_the_stated_length,
    plans.slides_belong_to_steps,
    plans.questions_belong_to_phases,
    dates.reviews_come_after_revisions,
)


def check(library: Library, broken: Mapping[str, Set[str]]) -> Iterator[Problem]:
    """Yield every problem in the good entries. `broken` names the ids that exist but could not be read, by shelf."""
    known = Known(library, broken)
    for rule in RULES:
        for finding in rule(library, known):
            yield finding.placed(library)
