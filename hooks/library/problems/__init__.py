"""What an author needs to hear when something is wrong: where it is, what it is, and what to do about it."""

from .messages import explained, messages, sentence, unknown
from .near import most_alike, nearest
from .places import Road, road_in_words
from .problem import Mistake, Problem, mistake
from .shown import excerpt, speak_any_letter, visible
from .telling import ContentError, told

__all__ = [
    "ContentError",
    "Mistake",
    "Problem",
    "Road",
    "excerpt",
    "explained",
    "messages",
    "mistake",
    "most_alike",
    "nearest",
    "road_in_words",
    "sentence",
    "speak_any_letter",
    "told",
    "unknown",
    "visible",
]
