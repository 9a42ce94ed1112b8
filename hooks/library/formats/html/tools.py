"""What a page gives each tool it holds: the words it says and the little it needs to know, never the whole library."""

import json
import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from library.texts import texts

_SHOWN = re.compile(r'href="#icon-([a-z-]+)"')
_SHOWN_LATER = re.compile(r'data-icons="([a-z -]+)"')


def tool(name: str, icons: Iterable[str] = (), **facts: object) -> Markup:
    """The attributes of the element that a tool takes over. name: a file in docs/assets/js/tools.

    icons: those that its script shows, so that the page draws them.
    The front matter of the page names the tool too, under `tools`, so that its file is fetched with the page.
    """
    given = json.dumps({"texts": texts().section(name), **facts}, ensure_ascii=False, separators=(",", ":"))
    shown_later = f' data-icons="{escape(" ".join(icons))}"' if icons else ""
    return Markup(f'data-tool="{escape(name)}" data-given="{escape(given)}"{shown_later}')


def icons_in(html: str) -> list[str]:
    """The names of the icons that a page shows, or that its scripts will."""
    later = (name for names in _SHOWN_LATER.findall(html) for name in names.split())
    return sorted({*_SHOWN.findall(html), *later})
