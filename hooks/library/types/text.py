"""Rich text, parsed once: an author's paragraphs become spans that every renderer can write in its own way.

The grammar is CommonMark's; the vocabulary is small on purpose: paragraphs, bullet and numbered lists, **bold**,
*italic* and links. A link leads to the web (https://…), a mailbox (mailto:…) or a thing in the library
(guide:relationship-based-practice). Anything else is refused with a sentence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .plain import check_address, check_seen, prints
from .ref import is_link
from .refusal import refusal

LONGEST = 6000
"""Characters in one text; past that it is an article, not a step in a guide."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters that look alike. `link` is a full address, a mailbox, `kind:id` or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Kept as it is made: a library has a hundred thousand of these, and what was read is kept between builds."""
        return Span, (self.text, self.bold, self.italic, self.link)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (one entry in `lines`) or a list (an entry for each of its points)."""

    kind: Literal["paragraph", "bullets", "numbers"]
    lines: tuple[tuple[Span, ...], ...]

    def __reduce__(self) -> tuple[Any, ...]:
        return Block, (self.kind, self.lines)


_grammar = MarkdownIt("commonmark").disable("reference")  # a line such as "[word]: elsewhere" would vanish
_grammar.validateLink = lambda url: True  # type: ignore[method-assign]  # refused below, in words

_REFUSED = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "a picture",
    "heading_open": "a heading (a line that starts with # or is underlined)",
    "fence": "a code block",
    "code_block": "a line that starts with four spaces",
    "code_inline": "code (between backticks)",
    "blockquote_open": "a quotation (a line that starts with >)",
    "hr": "a ruled line",
}


_LINE = r"""["'(“‘]?[^\W\d_][^\\`*_\[<&\n]*"""
_BARE = re.compile(rf"{_LINE}(?:\n+{_LINE})*\n*")
"""Words without any mark: every line begins with a letter, and no letter in it means anything to the grammar."""
_OTHER_SPACE = re.compile(r"[^\S \n]")
_BETWEEN_PARAGRAPHS = re.compile(r"\n\n+")
_BROKEN_LINK = re.compile(r"\[[^\[\]]*\]\([a-z]+(?:-[a-z]+)*:[^()]*\)?")
"""What is left of a link that the grammar knows as none: most often a space or a line's end stands in its address."""


def parse(source: str) -> tuple[Block, ...]:
    """Parse the library's small Markdown. Raises PydanticCustomError with a code for anything it does not know."""
    if len(source) > LONGEST:
        raise refusal("text-too-long", most=LONGEST)
    blocks = bare(source) or marked_up(source)
    lines = ["".join(span.text for span in line) for block in blocks for line in block.lines]
    check_seen("".join(lines))
    if broken := next(filter(None, map(_BROKEN_LINK.search, lines)), None):
        raise refusal("link-broken", link=broken[0][:60])
    return blocks


def bare(source: str) -> tuple[Block, ...]:
    """The paragraphs of a text that has no marks, as most have none: what the grammar gives, twenty times as fast.

    Nothing where there may be marks in it.
    """
    if not _BARE.fullmatch(source) or _OTHER_SPACE.search(source):
        return ()
    paragraphs = (paragraph.split("\n") for paragraph in _BETWEEN_PARAGRAPHS.split(source.strip(" \n")))
    words = (" ".join(line.strip(" ") for line in lines) for lines in paragraphs)
    return tuple(Block("paragraph", ((Span(paragraph),),)) for paragraph in words)


def marked_up(source: str) -> tuple[Block, ...]:
    """The blocks of any text, by the grammar. Raises PydanticCustomError for what the library does not know."""
    blocks: list[Block] = []
    points: list[tuple[Span, ...]] | None = None
    for token in _grammar.parse(source):
        _refuse(token)
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                if points is not None:
                    raise refusal("list-in-list")
                points = []
            case "inline" if points is not None:
                points.append(_joined(_spans(token.children or [])))
            case "inline":
                blocks.append(Block("paragraph", (_joined(_spans(token.children or [])),)))
            case "bullet_list_close" | "ordered_list_close":
                is_bullets = token.type == "bullet_list_close"
                blocks.append(Block("bullets" if is_bullets else "numbers", tuple(points or ())))
                points = None
    return tuple(blocks)


def _refuse(token: Token) -> None:
    if token.type in _REFUSED:
        raise refusal("not-plain-text", what=_REFUSED[token.type])
    if token.attrGet("start") is not None:  # ours count from 1: the number an author wrote would be lost
        raise refusal("list-not-from-1")


def _spans(tokens: list[Token]) -> Iterator[Span]:
    bold = italic = 0
    link = ""
    for place, token in enumerate(tokens):
        _refuse(token)
        match token.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "em_open":
                italic += 1
            case "em_close":
                italic -= 1
            case "link_open":
                link = check_link(str(token.attrs["href"]))
                _check_words(token, tokens[place + 1 :])
            case "link_close":
                link = ""
            case "softbreak" | "hardbreak":
                yield Span(" ", bool(bold), bool(italic), link)
            case _ if token.content:
                yield Span(token.content, bool(bold), bool(italic), link)


def _check_words(opening: Token, rest: list[Token]) -> None:
    """A link is its words: a reader can't follow one without them, and a title is seen by nobody who has no mouse."""
    if title := opening.attrGet("title"):
        raise refusal("link-with-title", title=str(title)[:60])
    words = takewhile(lambda token: token.type != "link_close", rest)
    if not any(prints(token.content) for token in words):
        raise refusal("link-without-words")


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Make one span of neighbours that look alike, so that a folded line leaves no seam."""
    alike = groupby(spans, key=lambda span: (span.bold, span.italic, span.link))
    return tuple(Span("".join(span.text for span in run), *look) for look, run in alike)


def check_link(target: str) -> str:
    """Return a link's target as it is, or raise PydanticCustomError saying which targets there are.

    Whether there is such a kind, and such a thing of that kind, is for the rules to prove.
    """
    scheme, _, rest = target.partition(":")
    if scheme in ("http", "https"):
        return check_address(target)
    is_mailbox = scheme == "mailto" and re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", rest)
    if is_mailbox or (scheme != "mailto" and is_link(target)):
        return target
    raise refusal("link-refused", target=target[:60])


@dataclass(frozen=True, slots=True)
class Text:
    """An author's text: `source` as written, `blocks` as understood. Written back out, it is its source."""

    source: str
    blocks: tuple[Block, ...]

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.source, self.blocks)

    @classmethod
    def read(cls, source: str) -> "Text":
        """Parse an author's text. Raises PydanticCustomError with a code where it can't be used."""
        return cls(source.strip(), parse(source))

    @property
    def plain(self) -> str:
        """The words alone, on one line."""
        return " ".join("".join(span.text for span in line) for line in self.lines)

    @property
    def lines(self) -> Iterator[tuple[Span, ...]]:
        """Every paragraph and point, in order."""
        return (line for block in self.blocks for line in block.lines)

    @property
    def links(self) -> Iterator[str]:
        """Every link's target, in order."""
        return (span.link for line in self.lines for span in line if span.link)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls.read,
            core_schema.str_schema(strict=True),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda text: text.source),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": LONGEST, "contentMediaType": "text/markdown"}


class Phrase(Text):
    """Rich text of one paragraph: a prompt, a point on a slide, a line on a card."""

    __slots__ = ()

    @classmethod
    def read(cls, source: str) -> "Phrase":
        """Parse one paragraph. Raises PydanticCustomError where there are more, or a list."""
        blocks = parse(source)
        if [block.kind for block in blocks] != ["paragraph"]:
            raise refusal("not-one-paragraph")
        return cls(source.strip(), blocks)
