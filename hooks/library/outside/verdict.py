"""How an address stands after it was fetched: the one thing that classify makes, and that remember and report read."""

from dataclasses import dataclass

from library.core.health import DEAD, LinkState

from .addresses import OutsideLink
from .sentences import SENTENCES


@dataclass(frozen=True)
class Verdict:
    """How a link stands after one fetch. why: a key of SENTENCES. final: where it leads for good."""

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
        leads = f" The new address is {self.final}" if self.final else ""
        return f"{SENTENCES[self.why]}{leads}"
