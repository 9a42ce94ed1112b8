"""What a page of the site is before it has a frame: what its head says, its body, and what stands on it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from library.core.page_file import page_at
from library.sections import blocks
from library.sections.blocks import Section


@dataclass(frozen=True)
class Folded(Section):
    """A section that is folded up until a reader opens it."""


def folded(section: Section) -> Folded:
    """A section that is folded up until a reader opens it."""
    return Folded(**{field.name: getattr(section, field.name) for field in fields(section)})


@dataclass(frozen=True)
class Heading:
    """A heading that a page's list of contents leads to, with those right below it. title: in plain words."""

    id: str
    title: str
    headings: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class Body:
    """What stands in a page's frame."""

    html: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Front:
    """What a page says of itself in its head.

    tools: the scripts it needs. is_short: whether it needs no list of contents.
    is_printed: whether it offers sheets to print at its head. refresh: where it leads at once.
    canonical: the address of the page that search engines are to show in its place, below the site's; or nothing.
    template: what frames it, of those in docs/.overrides; or nothing for the frame of every page.
    learning_resource: what it is in schema.org's words, without its own address.
    """

    title: str
    description: str
    tools: tuple[str, ...] = ()
    is_short: bool = False
    is_printed: bool = False
    refresh: str = ""
    canonical: str = ""
    template: str = ""
    learning_resource: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class HtmlPage:
    """A page made of the library.

    path: where its Markdown would stand below the docs folder, were it written by hand.
    source: the file an author would edit to change it, from the project's folder.
    write: makes its body, when somebody asks for it.
    """

    path: str
    source: str
    front: Front
    write: Callable[[], Body]

    @property
    def title(self) -> str:
        """What stands at its head."""
        return self.front.title

    @property
    def url(self) -> str:
        """Its address below the site's."""
        return page_at(self.path)


_COUNTED = (blocks.StepByStep, blocks.Slide)
"""Blocks whose section's heading begins with their number."""


def title_of(section: Section) -> str:
    """What stands above a section on a page: steps and slides are counted."""
    numbers = (
        block.step.number if isinstance(block, blocks.StepByStep) else block.number
        for block in section.blocks
        if isinstance(block, _COUNTED)
    )
    return "".join(f"{number}. " for number in numbers) + section.title


def headings_of(sections: tuple[Section, ...], depth: int = 2) -> Iterator[Heading]:
    """The headings of some sections, so many levels deep."""
    for section in sections:
        if section.title:
            below = headings_of(section.sections, depth - 1) if depth > 1 else ()
            yield Heading(section.id, title_of(section), tuple(below))
        else:
            yield from headings_of(section.sections, depth)
