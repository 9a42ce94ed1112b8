"""Where MkDocs looks for a page, and where readers do."""


def page_at(path: str) -> str:
    """The address of the page that a Markdown file below the docs folder makes."""
    return f"{path.removesuffix('.md')}/".removesuffix("index/")


def markdown_of(address: str) -> str:
    """The Markdown file below the docs folder that makes the page at an address."""
    return f"{address.removesuffix('/')}.md"
