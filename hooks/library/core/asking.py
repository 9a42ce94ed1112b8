"""What a question says of itself: when it comes in a conversation, how much it asks, and whom it looks at."""

from typing import Literal

Stage = Literal["open", "describe", "think", "feel", "decide", "close"]
"""The stages of a conversation, in the order in which they come: the same for every bank."""
Depth = Literal["light", "middle", "heavy"]
"""How much it asks of the person who answers, the least first."""
Subject = Literal["child", "family", "self", "team", "system"]
"""Whom or what it looks at."""
