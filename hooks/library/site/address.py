"""The address in SITE_URL becomes the site's."""

from mkdocs.config.defaults import MkDocsConfig

from library.types.site_address import checked


def settle(config: MkDocsConfig) -> None:
    """Give the site the address in SITE_URL. Raises NoAddress, saying what is wrong with it.

    MkDocs would read it from its own setting, but stops with a traceback at some addresses and takes others that
    can't be the start of a page's address.
    """
    if given := config.extra.get("site_address"):
        config.site_url = checked(str(given))
