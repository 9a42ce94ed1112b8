"""Rules about links in text and addresses in the catalogue. Nobody outside is asked."""

from collections.abc import Iterator

from library.core.catalogue import RESOURCE
from library.core.library import Library
from library.problems import excerpt, mistake
from library.types.ref import Ref

from .finding import Finding, Names

_USED = Ref(RESOURCE.name)


def links_in_text_lead_somewhere(library: Library, existing: Names) -> Iterator[Finding]:
    """A link in a text to something in the library leads to something that exists."""
    for kind, id, mentions in existing.named:
        for road, target in mentions.links:
            if missing := existing.not_there(target):
                yield Finding(kind, id, road, mistake("dead-link", target=target, why=missing.in_short))


def confirmed_addresses_differ(library: Library, existing: Names) -> Iterator[Finding]:
    """Two resources whose address is confirmed do not share it: one of them is something else."""
    first: dict[str, str] = {}
    for resource in library[RESOURCE].values():
        if resource.url and resource.url_status == "confirmed":
            address = resource.url.partition("#")[0].rstrip("/").removeprefix("https://").removeprefix("http://")
            address = address.removeprefix("www.").casefold()
            if address in first:
                told = mistake("address-used-twice", other=excerpt(first[address]))
                yield Finding(RESOURCE, resource.id, ("url",), told)
            first.setdefault(address, resource.id)


def every_resource_is_used(library: Library, existing: Names) -> Iterator[Finding]:
    """Every resource of the catalogue is named by something in the library: what nobody uses, nobody looks after."""
    if any(existing.broken.values()):
        return  # it may be used there, and one mistake is told once
    named = {name for _, _, mentions in existing.named for _, marker, name in mentions.names if marker == _USED}
    if not named <= library[RESOURCE].keys():
        return  # nor is the one known that was meant
    linked = {link for _, _, mentions in existing.named for _, link in mentions.links}
    for id in library[RESOURCE]:
        if id not in named and RESOURCE.link_to(id) not in linked and id not in existing.on_pages:
            yield Finding(RESOURCE, id, (), mistake("resource-unused", id=excerpt(id)))
