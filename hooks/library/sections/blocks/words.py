"""What is read: texts, lists, facts at a glance, and where a group writes."""

from dataclasses import dataclass
from typing import Literal

from library.core.walk import Road
from library.types.text import Phrase, Text


@dataclass(frozen=True)
class Prose:
    """A text: paragraphs and lists."""

    text: Text


@dataclass(frozen=True)
class Words:
    """A sentence of the library's own. look: how much it stands out."""

    text: str
    look: Literal["plain", "strong", "fine"] = "plain"


@dataclass(frozen=True)
class Points:
    """A list, a text for each point."""

    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Names:
    """A list of a few plain words each, such as the kit."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Led:
    """A text that runs on from its name: one of the things to do when something comes up. id: its place on the page."""

    id: str
    name: str
    text: Text


@dataclass(frozen=True)
class Fact:
    """A fact at a glance. id: which it is, such as "time"; picture: the icon that goes with it."""

    id: str
    picture: str
    name: str
    value: str
    is_wide: bool = False


@dataclass(frozen=True)
class Facts:
    """Facts at a glance, in order."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class ReadOut:
    """What is read out to the group before anything else: a script, and limits it leads into."""

    script: Text
    limits: tuple[Phrase, ...]


@dataclass(frozen=True)
class WriteIn:
    """What the group writes on its own sheet by hand: a label each."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Write:
    """A place to write. label: what stands above it, or empty where the hint alone does, as a question.

    lines: how many on paper. road: to the hint in the file. begins_with: what of a plan stands there already where
    readers come from one, by the model's words for it.
    """

    label: str
    hint: Phrase
    lines: int
    road: Road
    begins_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoNames:
    """The notice of a sheet to fill in: no names or identifying details, of anyone."""


@dataclass(frozen=True)
class Handout:
    """Something the group is given. link: kind and id, or a page."""

    link: str
    title: str
    use: Phrase


@dataclass(frozen=True)
class Handouts:
    """What the group is given."""

    handouts: tuple[Handout, ...]


@dataclass(frozen=True)
class Related:
    """A link to something else in the library that goes with this. lead: what stands before it."""

    lead: str
    link: str
    title: str
