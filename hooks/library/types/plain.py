"""The small types that everything else is made of: ids, lines, addresses, dates, yes and no."""

import re
import unicodedata
from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from .refusal import Form, refusal


class Authored(BaseModel):
    """Anything an author writes: frozen once read, and with no room for keys nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(max_length=80), Form(ID_PATTERN, "not-an-id")]


class Named(Authored):
    """Anything with a lasting name: a document, an entry of a list, or a part that people link to, print or cite."""

    id: Id
    """Its lasting name."""


def _one_line(text: object) -> object:
    """Join a line that YAML folded over several; a title has no line breaks, and no space at its ends."""
    return " ".join(text.split()) if isinstance(text, str) else text


_PLANES = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
UNSEEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef{_PLANES}]"
)
"""What no text may hold: control characters, line ends that only some programs see, letters that turn the direction of
those after them, halves of letters, and what Unicode calls noncharacters."""
_UNPRINTED = {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs", "Mn", "Me"}
_BLANK = "\u115f\u1160\u2065\u2800\u3164\uffa0"
"""Letters by Unicode's word that no typeface prints: fillers of Hangul, and the cell of braille without a dot."""


def unseen_in(text: str) -> re.Match[str] | None:
    """The first of them in a text, or None: at once where all is printable but the ends of lines, as in most texts."""
    return None if text.replace("\n", "").isprintable() else UNSEEN.search(text)


def unseen_name(letter: str) -> str:
    """Name a letter that can't be seen by its number: <U+202E>."""
    return f"<U+{ord(letter):04X}>"


def check_seen(text: str) -> str:
    """Return a text as it is, or raise PydanticCustomError: it holds what can't be seen, or nothing that can."""
    if unseen := unseen_in(text):
        raise refusal("unseen-in-text", letter=unseen_name(unseen[0]))
    if not prints(text):
        raise refusal("blank-to-readers")
    return text


def prints(text: str) -> bool:
    """Whether a reader sees anything: a lone accent, a filler and a space of any width are blank."""
    return any(letter not in _BLANK and unicodedata.category(letter) not in _UNPRINTED for letter in text)


Line = Annotated[
    str, BeforeValidator(_one_line), StringConstraints(min_length=1, max_length=300), AfterValidator(check_seen)
]


def _yes_or_no(answer: object) -> object:
    return {"yes": True, "no": False}.get(answer, answer) if isinstance(answer, str) else answer


YesNo = Annotated[
    bool,
    Field(strict=True),
    BeforeValidator(_yes_or_no),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]}, mode="validation"),
]


def check_address(address: str) -> str:
    """Return a web address as it is, or say what is wrong with its form. Asks nobody.

    Raises PydanticCustomError unless it is http or https, names a host with a dot, and has no spaces, sign-in or port.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise refusal("not-an-address") from None
    if parts.scheme not in ("http", "https"):
        raise refusal("address-not-web")
    if re.search(r"[\s<>\"{}|\\^`\x00-\x1f]", address):
        raise refusal("address-with-spaces")
    host = parts.hostname or ""
    if not re.fullmatch(r"([^\W_]([\w-]*[^\W_])?\.)+[^\W\d_]{2,}|([a-z0-9-]+\.)+xn--[a-z0-9-]+", host):
        raise refusal("address-without-host")
    if parts.username or parts.password or port:
        raise refusal("address-private")
    return address


Address = Annotated[
    str,
    StringConstraints(max_length=500),
    AfterValidator(check_address),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"}),
]


def _iso_date(written: object) -> object:
    """Take a date only in the form 2026-11-23: a number would be read as seconds since 1970."""
    if isinstance(written, date) or (isinstance(written, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", written)):
        return written
    raise refusal("not-a-day")


Date = Annotated[date, BeforeValidator(_iso_date)]

Format = Literal["in-person", "online"]
