"""XML of our own makers, read by the standard parser, with doctypes refused.

A few entities that name one another can grow to gigabytes, and the standard parser would let them; an entity needs a
doctype. The parts of Office files may have none (ECMA-376, part 2: XML usage), and a site's map needs none. So refusing
doctypes is enough, and takes no library of its own.
"""

from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser


class _NoDoctype(TreeBuilder):
    """Builds a tree, and stops at a doctype."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        """Called by the parser at a doctype, before anything it declares is used."""
        raise ValueError("its XML has a doctype, which may hide anything")


def parse_xml(content: bytes) -> Element:
    """The root of an XML file. Raises ValueError where it is none, or has a doctype."""
    parser = XMLParser(target=_NoDoctype())
    try:
        parser.feed(content)
        return parser.close()
    except ParseError as error:
        raise ValueError(f"it is no XML: {error}") from None
