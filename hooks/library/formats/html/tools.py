"""What a page gives each tool it holds: the little it needs to know, never the library. Its words are its own."""

import json

from markupsafe import Markup, escape


def tool(name: str, **facts: object) -> Markup:
    """The attributes of the element that a tool takes over. name: a file in docs/assets/js/tools.

    The front matter of the page names the tool too, under `tools`, so that its file is fetched with the page.
    """
    attribute = Markup(f'data-tool="{escape(name)}"')
    if not facts:
        return attribute
    given = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    written = escape(given).replace("&#34;", Markup('"'))  # between apostrophes they can stand as they are
    return attribute + Markup(f" data-given='{written}'")
