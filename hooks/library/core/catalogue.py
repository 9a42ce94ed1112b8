"""An entry in the catalogue of outside resources, honest about what is known of its address."""

from typing import Annotated, Literal

from pydantic import Field, computed_field, model_validator

from library.types.minutes import Duration
from library.types.plain import Address, Date, Id, Line, Named, YesNo
from library.types.ref import Credit, Ref
from library.types.refusal import refusal
from library.types.text import Phrase

from .kind import Kind

ResourceKind = Literal[
    "knowledge briefing",
    "frontline briefing",
    "podcast",
    "video",
    "practice tool",
    "learning pathway",
    "pathway section",
    "web page",
    "download",
    "toolkit",
    "paper",
    "book",
    "helpline",
]
UrlStatus = Literal["confirmed", "cited", "related", "publisher", "none"]
Access = Literal["open", "account", "members", "time-limited", "unknown"]
"""What it takes to open a resource: the catalogue lists what takes least first, and last what nobody knows."""
Opening = Literal["open", "perhaps-account", "account", "members", "time-limited", "unknown"]
"""The same with what its address asked for the last time: what we take for open may have asked for a log-in."""
Free = Literal["yes", "no", "unknown"]
Way = Literal["call", "watch", "listen", "use", "read"]
"""What people do with a resource: what it is, for readers who do not know a briefing from a pathway."""

_WAYS: dict[ResourceKind, Way] = {
    "helpline": "call",
    "video": "watch",
    "podcast": "listen",
    "practice tool": "use",
    "learning pathway": "use",
    "pathway section": "use",
    "toolkit": "use",
}
"""From what a resource is to what people do with it, where that is not to read it."""


def way_of(kind: ResourceKind) -> Way:
    """What people do with resources of a kind."""
    return _WAYS.get(kind, "read")


def free_where(opening: Opening) -> Free:
    """Whether everyone can open a resource without an account and without paying, told by what it takes."""
    match opening:
        case "open":
            return "yes"
        case "unknown":
            return "unknown"
    return "no"


class Resource(Named):
    """Something published elsewhere that a group can read, watch, hear or use."""

    id: Id
    """Its lasting name; guides and steps refer to it."""
    title: Annotated[Line, Credit()]
    """The title as published."""
    kind: ResourceKind
    """What it is."""
    publisher: Annotated[Line, Credit()]
    """Who publishes it."""
    by: Annotated[Line, Credit()] | None = None
    """Who wrote it or speaks in it, as published: a name in public, never a private person's."""
    why: Phrase
    """Why it is here: what a group gets from it, or where the library uses it. A sentence, under its title in lists."""
    url: Address | None = None
    """The best address known; leave it out where there is none."""
    url_status: UrlStatus
    """confirmed: the page itself. cited: the page itself, as another document gives it; nobody has seen it.
    related: a page by the same publisher about it. publisher: their site only. none: no address known."""
    url_note: Phrase | None = None
    """What readers should know about the address; needed unless it is confirmed."""
    access: Access
    """What it takes to open it."""
    access_note: Phrase | None = None
    """What is known about that."""
    minutes: Duration | None = None
    """How long it takes to watch, hear or read, where the publisher or a source says."""
    edition_year: Annotated[int, Field(strict=True, ge=1900, le=2100)] | None = None
    """The year of the edition the address leads to."""
    edition_note: Phrase | None = None
    """How that edition differs from the one a source names."""
    transcript: YesNo | None = None
    """Whether a transcript is offered; leave it out where nobody has looked."""
    topics: Annotated[tuple[Annotated[Id, Ref("topic")], ...], Field(min_length=1)]
    """Ids of topics, the nearest first."""
    last_checked: Date | None = None
    """The day the address was last opened and found right; leave it out until someone has."""
    review_by: Date
    """When the entry must be looked at again."""

    @model_validator(mode="after")
    def _address_fits_status(self) -> "Resource":
        if (self.url is None) != (self.url_status == "none"):
            raise refusal("url-or-none")
        if self.url_status != "confirmed" and not self.url_note:
            raise refusal("url-without-note")
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def free(self) -> Free:
        """Whether everyone can open it without an account and without paying, as far as we know: told by its access."""
        return free_where(self.access)

    @property
    def way(self) -> Way:
        """What people do with it."""
        return way_of(self.kind)

    @property
    def opens_at_once(self) -> bool:
        """Whether its address is certain and open to all: a short address may lead straight to it."""
        return self.url_status == "confirmed" and self.access == "open"


RESOURCE = Kind(
    "resource",
    "resources",
    Resource,
    source="resources.yaml",
    more="guides/resources",
    page="r/{id}/",
    place="resources/#{id}",
)
