"""The words the library itself says to readers, by key: whole sentences with named values, a file for each language."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

_NAME = re.compile(r"\{(\w+)\}")
LANGUAGE = "en"
"""The language that documents are written in: its words are told with them."""
_LOCALES = {"en": "en_GB", "cy": "cy_GB"}
"""From a language to whose dates and lists it follows."""


@dataclass(frozen=True)
class Sentence:
    """Something the library says. forms: the words for each plural form, "other" always among them.

    description: for whom, where it is said, and what its values are.
    """

    forms: Mapping[str, str]
    description: str

    @property
    def names(self) -> frozenset[str]:
        """The names of the values it takes."""
        return frozenset(name for words in self.forms.values() for name in _NAME.findall(words))


@dataclass(frozen=True)
class Texts:
    """What the library says in one language. sentences: by key, a section and a name with a dot between."""

    locale: Locale
    sentences: Mapping[str, Sentence]

    @property
    def language(self) -> str:
        """What the language is called in files: "en-GB" (BCP 47)."""
        return f"{self.locale.language}-{self.locale.territory}"

    def say(self, key: str, **values: str | int) -> str:
        """A sentence with its values in place; count chooses its plural form. Raises KeyError, for our own mistakes."""
        return self.say_as(str, key, **values)

    def say_as(self, write: Callable[[Any], str], key: str, **values: Any) -> str:
        """A sentence, it and its values as a format writes them; the names of values stay as they are."""
        forms = self.sentences[key].forms
        form = self.locale.plural_form(int(values["count"])) if len(forms) > 1 else "other"
        words = forms.get(form, forms["other"])
        return _NAME.sub(lambda name: write(values[name[1]]), write(words)) if "{" in words else write(words)

    def day(self, value: date) -> str:
        """ "3 November 2026"."""
        return format_date(value, "d MMMM y", self.locale)

    def listing(self, things: Iterable[str]) -> str:
        """ "a, b and c"."""
        return format_list(list(things), locale=self.locale)

    def either(self, things: Iterable[str]) -> str:
        """ "a, b or c"."""
        return format_list(list(things), style="or", locale=self.locale)

    def section(self, name: str) -> dict[str, str | dict[str, str]]:
        """A section's sentences by their names, as JSON has them: the words, or the words for each plural form."""
        chosen = {key: sentence for key, sentence in self.sentences.items() if key.startswith(f"{name}.")}
        return {
            key.partition(".")[2]: dict(sentence.forms) if len(sentence.forms) > 1 else sentence.forms["other"]
            for key, sentence in chosen.items()
        }


@cache
def texts(language: str = LANGUAGE) -> Texts:
    """The library's words in a language. They are part of the code, so they are read once."""
    file = Path(__file__).parent / f"{language}.yaml"
    sections = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    written = {f"{section}.{name}": entry for section, names in sections.items() for name, entry in names.items()}
    sentences = {key: Sentence(_forms(entry, written), entry["description"]) for key, entry in written.items()}
    return Texts(Locale.parse(_LOCALES[language]), MappingProxyType(sentences))


def _forms(entry: Mapping[str, Any], written: Mapping[str, Any]) -> Mapping[str, str]:
    """The words of a text, or those of another key that mean the same where it is said. These are written out there."""
    text = written[entry["as"]]["text"] if "as" in entry else entry["text"]
    return MappingProxyType({"other": text} if isinstance(text, str) else text)
