"""What an author needs to hear when something is wrong: where it is, what it is, and what to do about it."""

from .messages import MESSAGES_FILE, Message, explained, messages, sentence, unknown
from .near import most_alike, nearest
from .problem import ContentError, Mistake, Problem, mistake, told
from .shown import excerpt, road_in_words, speak_any_letter, visible

__all__ = [
    "MESSAGES_FILE",
    "ContentError",
    "Message",
    "Mistake",
    "Problem",
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
