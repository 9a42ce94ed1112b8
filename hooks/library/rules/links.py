"""Rules about links in text and addresses in the catalogue. Nobody outside is asked."""

from collections.abc import Iterator

from pydantic import BaseModel

from library.model.leaves import leaves
from library.model.library import DOCUMENT_SHELVES, LINKED_SHELVES, LIST_SHELVES, Library
from library.model.text import Text
from library.problems import did_you_mean, excerpt

from .finding import Finding, Known, Road


def links_in_text_lead_somewhere(library: Library, known: Known) -> Iterator[Finding]:
    """A link in a text to something in the library leads to something that exists."""
    for shelf in (*DOCUMENT_SHELVES, *LIST_SHELVES):
        for entry in getattr(library, shelf).values():
            for road, target in _targets(entry):
                if missing := _missing(library, known, target):
                    yield Finding(shelf, entry.id, road, f"links to {target}, but {missing}")


def confirmed_addresses_differ(library: Library, known: Known) -> Iterator[Finding]:
    """Two resources whose address is confirmed do not share it: one of them is something else."""
    first: dict[str, str] = {}
    for resource in library.resources.values():
        if resource.url and resource.url_status == "confirmed":
            address = resource.url.partition("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://")
            address = address.removeprefix("www.").casefold()
            if address in first:
                advice = "merge the two, or mark one as related"
                said = f"is the confirmed address of {excerpt(first[address])} too; {advice}."
                yield Finding("resources", resource.id, ("url",), said)
            first.setdefault(address, resource.id)


def _missing(library: Library, known: Known, target: str) -> str:
    kind, _, id = target.partition(":")
    if kind in LINKED_SHELVES:
        return known.missing(LINKED_SHELVES[kind], id)
    if kind == "page" and id not in library.pages:
        return f"there is no page docs/{id}.md.{did_you_mean(id, library.pages)}"
    return ""


def _targets(entry: BaseModel) -> Iterator[tuple[Road, str]]:
    """Every link in the texts of an entry, and of a workshop's handouts, with the road to it."""
    for road, leaf in leaves(entry):
        if isinstance(leaf, Text):
            yield from ((road, target) for target in leaf.links)
        elif road[-1:] == ("link",) and leaf.startswith("page:"):
            yield road, leaf
