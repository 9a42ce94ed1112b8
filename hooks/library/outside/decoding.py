"""From the bytes of a page to its letters, whatever a server says of them."""

import codecs
import re
import zlib

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WEB = re.compile(
    r"ascii|utf-8|utf-16(-[lb]e)?|iso8859-\d+|cp125\d|cp866|cp932|koi8-[ru]|mac-roman|tis-620"
    r"|gb2312|gbk|gb18030|big5|euc_jp|euc_kr|iso2022_jp|shift_jis"
)
"""The encodings of the web (https://encoding.spec.whatwg.org/#names-and-labels), by Python's names.

Python has others that are no encodings of text, such as idna and undefined, or that take for ever, such as punycode.
"""


def decode(page: bytes, charset: str | None) -> str:
    """A page's letters: by its mark, else by the charset its server names, else as UTF-8 or Windows-1252."""
    for mark, name in _MARKS:
        if page.startswith(mark):
            return page[len(mark) :].decode(name, errors="replace")
    if encoding := _encoding(charset):
        return page.decode(encoding, errors="replace")
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError as error:
        only_cut = error.start > len(page) - 4  # the last letter may be half read
        return page.decode("utf-8" if only_cut else "cp1252", errors="replace")


def decompress(page: bytes, encoding: str, longest: int) -> bytes | None:
    """A page as it was before a server compressed it unasked; None where there is no telling.

    A few bytes can become gigabytes, so no more is decompressed than would be read: `longest` and one byte.
    """
    name = encoding.strip().casefold()
    if name in ("", "identity"):
        return page
    if name not in ("gzip", "x-gzip", "deflate"):
        return None
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(page, longest + 1)
    except zlib.error:
        return None


def _encoding(charset: str | None) -> str:
    """Python's name for a charset of the web; an empty string where it is none."""
    try:
        name = codecs.lookup(charset or "").name
    except (LookupError, ValueError):  # UnicodeError is a ValueError, and so is a name with a zero in it
        return ""
    return name if _WEB.fullmatch(name) else ""
