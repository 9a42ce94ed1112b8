"""What a renderer hands over and a publisher puts somewhere."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Artifact:
    """A file of the site.

    path: where it stands below the docs folder, with forward slashes; a page ends in .md.
    content: its text, or its bytes.
    source: the file an author would edit to change it, relative to the project's folder.
    """

    path: str
    content: str | bytes
    source: str


def markdown_of(address: str) -> str:
    """The Markdown file below the docs folder that makes the page at an address."""
    return f"{address.removesuffix('/')}.md"
