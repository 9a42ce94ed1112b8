"""What stands elsewhere: outside resources, and works a text cites."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ResourceLink:
    """An outside resource as a document names it, with what is known of its address.

    address: where to lead readers now, or None. is_sure: whether that is the page itself. short: its short address,
    below the site's. facts: kind, publisher, access and so on. access: what it takes to open it. status: what its
    address is, where that is not the page itself. dead: what to say where it has stopped working, else empty.
    checked: when it was last looked at.
    """

    id: str
    title: str
    publisher: str
    address: str | None
    is_sure: bool
    short: str
    facts: str
    access: str
    status: str
    dead: str
    checked: str


@dataclass(frozen=True)
class Resources:
    """Outside resources to read, watch or hear."""

    resources: tuple[ResourceLink, ...]


@dataclass(frozen=True)
class Accounts:
    """Resources to sign in for beforehand."""

    resources: tuple[ResourceLink, ...]


@dataclass(frozen=True)
class Citation:
    """A work cited. url: where to read it, or None."""

    cited_as: str
    work: str
    url: str | None


@dataclass(frozen=True)
class Citations:
    """The works a text cites."""

    works: tuple[Citation, ...]
