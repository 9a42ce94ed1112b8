"""Which question banks go with what people meet around: its page offers their cards, and its pack holds them."""

from collections.abc import Iterable, Iterator

from library.core.document import Document
from library.core.gathering import Gathering
from library.core.library import Library, is_variant

_MOST = 2
"""Banks that go with one gathering."""


def banks_with(link: str, gathering: Gathering, library: Library) -> tuple[Document, ...]:
    """The banks a gathering uses; else those that a path names beside it; else the one it shares most topics with. Of
    many the first. link: to the gathering."""
    named = _banks(gathering.uses, library) or _banks(library.beside(link), library)
    return named[:_MOST] or tuple(_nearest(gathering, library))


def _banks(links: Iterable[str], library: Library) -> tuple[Document, ...]:
    """The banks among what links lead to, each once."""
    kind = library.listed_as("deck")
    named = map(library.named, dict.fromkeys(links))
    return tuple(bank for bank in named if isinstance(bank, kind.model) and not is_variant(bank))


def _nearest(gathering: Gathering, library: Library) -> Iterator[Document]:
    """The bank that shares most topics, of several that whose topics come first; none where no topic is shared."""

    def nearness(bank: Document) -> tuple[int, int, str]:
        shared = [topic for topic in bank.topics if topic in gathering.topics]
        far = sum(bank.topics.index(topic) + gathering.topics.index(topic) for topic in shared)
        return -len(shared), far, bank.id

    banks = [bank for bank in library.firsts(library.listed_as("deck")) if set(bank.topics) & set(gathering.topics)]
    yield from sorted(banks, key=nearness)[:1]
