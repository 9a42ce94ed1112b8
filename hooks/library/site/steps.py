"""The steps of the build, and what becomes of a site when one is left out of the list in mkdocs.yml."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class Step:
    """A step of the build. lost: what a site lacks without it. is_needed: whether no site can be shown without it."""

    name: str
    lost: str
    is_needed: bool

    def __str__(self) -> str:
        end = "Put it back in the list" if self.is_needed else "Put it back before you publish the site"
        return f"mkdocs.yml leaves the step hooks/{self.name}.py out of its list of hooks: {self.lost}. {end}."


STEPS = (
    Step("content", "nothing reads the content", is_needed=True),
    Step("pages", "nothing makes the pages", is_needed=True),
    Step("papers", "no page offers anything to print or change", is_needed=False),
    Step("find", "nothing can be searched for", is_needed=False),
    Step("links", "nobody follows the links of the site", is_needed=False),
    Step("deliver", "nothing stops what no page may hold, and no page carries its policy", is_needed=True),
)


def left_out(hooks: Iterable[str]) -> Iterator[Step]:
    """The steps that are missing. hooks: the files that mkdocs.yml lists."""
    listed = {PurePath(hook).stem for hook in hooks}
    return (step for step in STEPS if step.name not in listed)


def without_content() -> str:
    """What to say where no step has read the content: it is left out, or stands below one that asks for it."""
    return f"{STEPS[0]} It is the first of them: the others work with what it reads."
