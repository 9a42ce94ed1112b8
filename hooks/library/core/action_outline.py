"""What a reader does first with a document: buttons at the head of its page, each of which opens one of its files."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class ActionOutline:
    """A button at the head of a document's page, shown where its file was made.

    file: what the file's name ends with, after the document's id: "cards.pdf".
    text: the key of what stands on it. icon: what is drawn before that, or nothing.
    is_small: whether it is a plain link behind the buttons.
    """

    file: str
    text: str
    icon: str = ""
    is_small: bool = False
