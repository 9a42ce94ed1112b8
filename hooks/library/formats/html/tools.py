"""What a page gives each tool it holds: the words it says and the little it needs to know, never the whole library."""

import json

from markupsafe import Markup, escape

from library.texts import texts


def tool(name: str, **facts: object) -> Markup:
    """The attributes of the element that a tool takes over. name: a file in docs/assets/js/tools.

    The front matter of the page names the tool too, under `tools`, so that its file is fetched with the page.
    """
    given = json.dumps({"texts": texts().section(name), **facts}, ensure_ascii=False, separators=(",", ":"))
    return Markup(f'data-tool="{escape(name)}" data-given="{escape(given)}"')
