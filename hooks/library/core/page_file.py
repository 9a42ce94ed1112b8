"""Where MkDocs looks for a page, and where readers do."""


def page_at(path: str) -> str:
    """The address of the page that a Markdown file below the docs folder makes; index.md makes that of its folder."""
    folder, slash, name = path.removesuffix(".md").rpartition("/")
    return f"{folder}{slash}" if name == "index" else f"{folder}{slash}{name}/"


def markdown_of(address: str) -> str:
    """The Markdown file below the docs folder that makes the page at an address."""
    return f"{address.removesuffix('/')}.md"
