"""What is known of an outside address from asking for it: the lines of guides/shared/link-health.jsonl."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, ValidationError, WithJsonSchema

from library.types.plain import Authored, Date, Line
from library.types.refusal import refusal

LinkState = Literal["ok", "moved", "needs-account", "cannot-tell", "broken", "gone"]
DEAD: frozenset[LinkState] = frozenset({"broken", "gone"})
"""The states in which readers are led elsewhere."""
NEED_A_PERSON: frozenset[LinkState] = DEAD | {"moved"}
"""The states that somebody has to do something about, in the catalogue or at the publisher's."""
HEALTH_FILE = "guides/shared/link-health.jsonl"
ENOUGH = 3
"""Failures on as many different days before anyone is told: one bad night is no news."""
LONGEST_ADDRESS = 8000
"""Characters of an address: what servers take at least (RFC 9110, 4.1)."""


def is_web_address(address: str) -> bool:
    """Whether readers can be led there: http or https, a host, no sign-in, nothing invisible and no quotation marks."""
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  # raises ValueError for a port that is none
    except ValueError:
        return False
    is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    is_plain = address.isprintable() and not re.search(r"[\s<>\"{}|\\^`]", address)
    return is_whole and is_plain and len(address) <= LONGEST_ADDRESS


def _web_address(address: str) -> str:
    if not is_web_address(address):
        raise refusal("health-address")
    return address


WebAddress = Annotated[
    str,
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]
"""An address as it was asked for or led to. Wider than an author's: a redirect may lead to a port or a long query."""


def read_health(text: str) -> Iterator[tuple[int, "Health | ValidationError"]]:
    """Each line of the data file by its number, or what is wrong with it."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, Health.model_validate_json(line)
            except ValidationError as fault:
                yield number, fault


def no_address(fault: ValidationError) -> str:
    """The name of what should be an address in a line and is none; an empty string where something else is wrong."""
    return next((str(error["loc"][-1]) for error in fault.errors() if error["type"] == "health-address"), "")


def latest(lines: Iterable["Health"]) -> dict[str, "Health"]:
    """By address, the latest of each: after a merge an address may stand twice."""
    health: dict[str, Health] = {}
    for line in lines:
        if line.address not in health or health[line.address].last_checked <= line.last_checked:
            health[line.address] = line
    return health


class Health(Authored):
    """An address and how it did, the last time and over time."""

    address: WebAddress
    """The address, as the content gives it."""
    last_checked: Date
    """The day it was last asked for."""
    state: LinkState
    """How it stands. It becomes broken or gone only after failures on three different days."""
    since: Date
    """The day from which it has stood so."""
    why: Line
    """What was found the last time, in a word or two, such as "not-found"."""
    final: WebAddress | None = None
    """Where it leads for good, where that is somewhere else."""
    title: Line | None = None
    """The title of the page it led to."""
    failures: tuple[Date, ...] = Field(default=(), max_length=ENOUGH)
    """The days on which it failed since it last answered well: the first of them, as many as it takes to be sure."""
    archive: WebAddress | None = None
    """An archived copy, for an address that is dead."""

    @property
    def dead(self) -> bool:
        """Whether readers should be sent elsewhere."""
        return self.state in DEAD
