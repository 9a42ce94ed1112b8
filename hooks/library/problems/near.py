"""What an author most likely meant: the word nearest in spelling, or the one that means what was written."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

MOST_COMPARED = 2000
ALIKE = 0.6
"""How much of two words must be the same for one to be offered for the other."""
NEARLY_THE_SAME = 0.8
"""The same for choices, where a word that only looks like another may mean its opposite."""

MEANT = {
    "activity": ("steps", "do"),
    "agenda": ("plan", "steps"),
    "answers": ("prompts",),
    "author": ("by", "publisher"),
    "category": ("topics", "kind"),
    "citation": ("cited_as", "references"),
    "date": ("revised", "last_checked", "review_by"),
    "deadline": ("review_by",),
    "description": ("summary", "text", "introduction"),
    "duration": ("minutes", "length"),
    "equipment": ("kit",),
    "goals": ("aims",),
    "heading": ("title", "label"),
    "headline": ("title",),
    "href": ("url",),
    "instructions": ("do", "how"),
    "intro": ("introduction",),
    "keywords": ("topics", "synonyms"),
    "label": ("title",),
    "level": ("intensity", "depth", "experience"),
    "license": ("permission", "licence_note"),
    "licence": ("permission", "licence_note"),
    "link": ("url", "resource"),
    "links": ("resources",),
    "location": ("place", "format"),
    "materials": ("kit", "resources"),
    "minutes": ("length",),
    "name": ("title", "label"),
    "objectives": ("aims",),
    "outline": ("plan", "steps"),
    "owner": ("owner_role",),
    "participants": ("audience", "group_size"),
    "people": ("group_size", "audience"),
    "prep": ("preparation",),
    "question": ("text", "prompts"),
    "questions": ("prompts",),
    "references": ("sources",),
    "script": ("do",),
    "size": ("group_size",),
    "steps": ("plan", "parts"),
    "subtitle": ("summary",),
    "tags": ("topics",),
    "text": ("do", "summary"),
    "time": ("minutes", "length"),
    "title": ("label", "word"),
    "type": ("kind", "format"),
    "updated": ("revised",),
    "video": ("media",),
    "website": ("url",),
    "what": ("do", "title"),
    "who": ("speaks", "audience"),
}
"""From what people write to what the library calls it, the likeliest first."""


def nearest(word: str, names: Iterable[str], alike: float = ALIKE) -> str:
    """The name that was most likely meant by a word, or an empty string where none is near.

    Among more than MOST_COMPARED names nothing is offered: comparing takes a millisecond for each hundred of them.
    """
    there = set(names)
    spelt = get_close_matches(word, sorted(there), n=1, cutoff=alike) if len(there) <= MOST_COMPARED else []
    if spelt and _ratio(word, spelt[0]) >= NEARLY_THE_SAME:
        return spelt[0]
    meant = next((name for name in MEANT.get(word.casefold(), ()) if name in there), "")
    return meant or next(iter(spelt), "")


def most_alike(word: str, names: Iterable[str]) -> list[str]:
    """Names by how much they are like a word, those that are most so first."""
    return sorted(names, key=lambda name: -round(_ratio(word, name), 1))


def _ratio(word: str, name: str) -> float:
    return SequenceMatcher(None, word, name).ratio()
