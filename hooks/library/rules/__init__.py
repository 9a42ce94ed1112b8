"""What must hold across values and files. A rule is a generator; the first line of its docstring is the rule."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from library.core.kind import Kind
from library.core.library import Library
from library.core.walk import Road
from library.problems import Mistake, Problem
from library.types.plain import Named

from . import acronyms, copies, dates, links, names, parts, paths, plans, privacy, synonyms, variants
from .advice import ADVICE
from .finding import Names
from .mentions import Mentions, mentions_in
from .privacy import Page, page_of

__all__ = [
    "Mentions",
    "Names",
    "Page",
    "advice",
    "check",
    "check_entry",
    "check_pages",
    "mentions_in",
    "notices",
    "page_of",
    "sentences",
]

OF_AN_ENTRY = (
    parts.ids_within_a_file_are_used_once,
    parts.parts_that_are_named_exist,
    parts.retired_parts_stay_retired,
    plans.nobody_speaks_and_listens_at_once,
    plans.whoever_is_told_to_speak_speaks,
    plans.clips_fit_their_step,
    plans.minutes_add_up_to_the_stated_length,
    plans.the_first_and_last_step_are_spoken,
    plans.nothing_hangs_on_what_is_played,
    plans.a_shorter_way_fits,
    dates.reviews_come_after_revisions,
    dates.changes_lead_to_the_version,
)
"""What must hold in an entry, whatever stands elsewhere."""

OF_THE_LIBRARY = (
    names.entries_stand_in_the_order_of_their_ids,
    names.everything_named_exists,
    names.files_of_documents_differ,
    names.names_on_labels_differ,
    names.retired_ids_stay_retired,
    variants.variants_are_told_apart,
    links.links_in_text_lead_somewhere,
    links.confirmed_addresses_differ,
    links.every_resource_is_used,
    plans.what_plays_has_a_twin,
    plans.what_is_heavy_is_held,
    paths.something_light_follows_what_is_heavy,
    paths.pages_on_a_path_have_a_title,
    synonyms.words_stand_in_one_row,
    acronyms.acronyms_are_explained,
    copies.no_question_is_asked_twice,
    copies.no_document_is_nearly_another,
    privacy.nobody_can_be_rung_or_written_to,
    privacy.nobody_is_named_who_is_credited_nowhere,
)


def check_entry(kind: Kind[Any], entry: Named) -> Iterator[tuple[Road, Mistake]]:
    """Yield every mistake in an entry by itself, with the road to it: what holds in each, and what its kind says."""
    for rule in (*OF_AN_ENTRY, *kind.rules):
        yield from rule(entry)


def check(existing: Names) -> Iterator[Problem]:
    """Yield every problem of the good entries with one another."""
    for rule in OF_THE_LIBRARY:
        for finding in rule(existing.library, existing):
            yield finding.placed(existing.library)


def check_pages(existing: Names, pages: Iterable[tuple[str, Page]]) -> Iterator[Problem]:
    """Yield every problem in hand-written pages, and in comments. pages: with the path of each."""
    return privacy.in_pages(existing, pages)


def advice(library: Library) -> Iterator[Problem]:
    """Yield what may be better said in another way, and stops nothing. It takes a second or two."""
    return (finding.placed(library) for rule in ADVICE for finding in rule(library))


def sentences(kinds: Iterable[Kind[Any]]) -> tuple[list[str], list[str]]:
    """What every rule asks and what all advice is, a sentence each: the first lines of their docstrings."""
    own = (rule for kind in kinds for rule in kind.rules)
    return _first_lines((*OF_AN_ENTRY, *own, *OF_THE_LIBRARY)), _first_lines(ADVICE)


def _first_lines(rules: Iterable[Callable[..., Any]]) -> list[str]:
    return [(rule.__doc__ or "").strip().splitlines()[0] for rule in rules]


def notices(library: Library, today: date) -> Iterator[Problem]:
    """Yield what an editor should know and nothing has to stop for: what was to be looked at again by now."""
    return (finding.placed(library) for finding in dates.overdue(library, today))
