"""What to settle with someone from outside: what to ask them, and what to agree in writing."""

from typing import Annotated

from pydantic import Field

from library.types.plain import Authored
from library.types.text import Phrase


class Commissioning(Authored):
    """What to settle before an outside facilitator or provider is taken on."""

    ask: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What to ask them, a question each."""
    agree: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What to agree with them in writing, a few words each."""
