"""Parts of a frame that many pages show alike, such as the menu: each is written once for all pages of one place."""

from collections.abc import Hashable, Iterable, Iterator

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup


class Alike:
    """Writes such parts for one site, and keeps them while it is built.

    A part may ask of its page only what all pages of a place share: how links lead from there, and what is listed above
    it. All else it is given by name.
    """

    def __init__(self, frame: Environment, listed: Iterable[str]) -> None:
        """frame: what the parts are written with. listed: the addresses of the pages that they lead to."""
        self._frame = frame
        self._folders = frozenset(folder for address in listed for folder in folders_of(address))
        self._written: dict[Hashable, Markup] = {}

    @pass_context
    def part(self, context: Context, name: str, **facts: Hashable) -> Markup:
        """A part of the page that a template is writing. name: of the part's own template. facts: what it is given."""
        page = context["page"]
        if page is None:
            return self._write(context, name, facts)
        key = name, self.place_of(page.url), *facts.items()
        if key not in self._written:
            self._written[key] = self._write(context, name, facts)
        return self._written[key]

    def place_of(self, address: str) -> tuple[str, int]:
        """Where a page stands: the last folder above it that leads to a listed page, and how many levels below that.

        A listed page has a place of its own.
        """
        above, levels = "", 0
        for folder in folders_of(address):
            above, levels = (folder, 0) if folder in self._folders else (above, levels + 1)
        return above, levels

    def _write(self, context: Context, name: str, facts: dict[str, Hashable]) -> Markup:
        return Markup(self._frame.get_template(name).render(context.parent, **facts))


def folders_of(address: str) -> Iterator[str]:
    """The folders that lead to a page, from the outermost to its own, below the site's. address: of the page."""
    for end, letter in enumerate(address, 1):
        if letter == "/":
            yield address[:end]
