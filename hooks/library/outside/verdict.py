"""How an address stands after it was fetched: the one thing that classify makes, and that remember and report read."""

from dataclasses import dataclass

from library.core.health import DEAD, LinkState
from library.problems import messages, sentence

from .addresses import OutsideLink


@dataclass(frozen=True)
class Verdict:
    """How a link stands after one fetch. why: as the data file says it. final: where it leads for good."""

    link: OutsideLink
    state: LinkState
    why: str
    final: str | None = None
    title: str | None = None

    @property
    def is_failure(self) -> bool:
        """Whether it counts towards the three failures that make an address broken."""
        return self.state in DEAD

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        return sentence(code_of(self.why), {"final": self.final or ""})


def code_of(why: str) -> str:
    """The code in messages.yaml of what the data file says in a word."""
    return f"outside-{why}"


def in_words(why: str) -> str:
    """What a word of the data file means. A hand may have written another: that stays as it is."""
    code = code_of(why)
    return sentence(code, {"final": ""}) if code in messages() else why
