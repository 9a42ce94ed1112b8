"""How readers are told where to write: the links at the foot of a page, and a sentence on pages written by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from library.texts import Texts
from library.types.contact import Contact

_HOW_TO_SET = "/add-a-guide.md#where-readers-write"


@dataclass(frozen=True)
class Way:
    """A way to say what is wrong or missing. words: of the link. address: where it leads."""

    words: str
    address: str


def ways(contact: Contact, texts: Texts, *, site: str, title: str, address: str | None) -> tuple[Way, ...]:
    """Every way to write about a page, the likeliest first; none while nobody has said where.

    site: what the library is called. address: the page's own, or None where it has none.
    """
    body = texts.say("contact.body", title=title, address=address) if address else ""
    return tuple(_ways(contact, texts, title, f"{site}: {title}", body))


def in_words(contact: Contact, texts: Texts) -> str:
    """Where to write, as a paragraph in Markdown."""
    if contact == Contact():
        how = f"[{texts.say('contact.how-to-set')}]({_HOW_TO_SET})"
        return texts.say("contact.nowhere", how=how)
    links = [f"[{way.words}]({way.address})" for way in _ways(contact, texts, "", "", "")]
    mailbox = texts.say("contact.mailbox", address=contact.address) if contact.is_mailbox else ""
    return " ".join(filter(None, (texts.say("contact.wrong"), *(f"{link}." for link in links), mailbox)))


def _ways(contact: Contact, texts: Texts, title: str, subject: str, body: str) -> Iterator[Way]:
    issue, letter = contact.issue(title, body), contact.letter(subject, body)
    suggest = texts.say("contact.suggest")
    if issue:
        yield Way(suggest, issue)
    if letter:
        yield Way(texts.say("contact.write") if issue else suggest, letter)
    if contact.repository and not issue:
        yield Way(texts.say("contact.repository") if letter else suggest, contact.repository)
