"""What is said of each mistake. The sentences stand in messages.yaml, and nowhere else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from .near import nearest

Value = str | int
_FILE = Path(__file__).with_suffix(".yaml")
_NAME = re.compile(r"\{(\w+)\??\}")
_MAY_LACK = re.compile(r"\{(\w+)\?\}")


@dataclass(frozen=True)
class Message:
    """What is said of one mistake.

    says: its sentences; one with "{name?}" is left out where that value is empty.
    helps: a sentence that is said once, however many mistakes it helps with.
    many: what stands for `says` where several values beside one another have the mistake; nothing if they never do.
    means: what the mistake is, and why it matters. wrong, right: an example.
    """

    says: tuple[str, ...]
    helps: tuple[str, ...]
    many: tuple[str, ...]
    means: str
    wrong: str
    right: str

    @property
    def names(self) -> frozenset[str]:
        """The names of the values that its sentences hold."""
        return frozenset(name for words in (*self.says, *self.helps, *self.many) for name in _NAME.findall(words))

    def help(self, values: Mapping[str, Value]) -> str:
        """What is said once."""
        return _filled(self.helps, values)


def sentence(code: str, values: Mapping[str, Value], *, is_helping: bool = True, is_many: bool = False) -> str:
    """What is said of a mistake. Raises KeyError for a code there is not, and for a value that it lacks."""
    message = messages()[code]
    helps = message.helps if is_helping else ()
    return _filled((*(message.many if is_many else message.says), *helps), values)


def explained(code: str) -> str:
    """What a code means, with an example of wrong and right. Raises KeyError where there is no such code."""
    message = messages()[code]
    sentences = " ".join((*message.says, *message.helps))
    blank = _NAME.sub("…", sentences)
    return "\n".join(
        (
            code,
            f"  {blank}",
            "",
            message.means,
            "",
            "Wrong:",
            _indented(message.wrong),
            "",
            "Right:",
            _indented(message.right),
        )
    )


def unknown(code: str) -> str:
    """What to say where there is no such code."""
    near = nearest(code, messages())
    return f"There is no code '{code}'." + (f" Did you mean '{near}'?" if near else "")


@cache
def messages() -> Mapping[str, Message]:
    """Every message by its code. It is code, not content: it does not change while a program runs."""
    read = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return MappingProxyType({code: _message(**parts) for code, parts in read.items()})


def _message(*, says: Any, means: str, wrong: str, right: str, helps: Any = (), many: Any = ()) -> Message:
    return Message(_listed(says), _listed(helps), _listed(many), means.strip(), wrong.rstrip(), right.rstrip())


def _listed(words: Any) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _filled(sentences: tuple[str, ...], values: Mapping[str, Value]) -> str:
    whole = (words for words in sentences if all(values[name] for name in _MAY_LACK.findall(words)))
    return " ".join(_NAME.sub(lambda name: str(values[name[1]]), words) for words in whole)


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in example.splitlines())
