"""Icons for home screens, made from the site's own SVG, and the manifest that names them."""

import json
from collections.abc import Mapping

import typst

from library.texts import Texts

SIZES = {"icon-192": 192, "icon-512": 512, "icon-180": 180}
"""From an icon's name to its width in pixels. 192 and 512 are for the manifest, 180 is for iPhones and iPads."""

GROUND, ACCENT = "#fffdf8", "#17605b"

_SHEET = """#set page(width: {size}pt, height: {size}pt, margin: {margin}pt, fill: rgb("{ground}"))
#set document(date: none)
#image(bytes(sys.inputs.svg), width: 100%)
"""


def png(svg: bytes, size: int) -> bytes:
    """Draw an SVG on the site's ground, with a margin wide enough for systems that cut icons to a circle."""
    sheet = _SHEET.format(size=size, margin=size * 0.16, ground=GROUND)
    drawn = typst.compile(
        sheet.encode(), format="png", ppi=72.0, sys_inputs={"svg": svg.decode()}, ignore_system_fonts=True
    )
    assert isinstance(drawn, bytes)
    return drawn


def manifest(name: str, description: str, icons: Mapping[str, str], texts: Texts) -> str:
    """The web app manifest (https://www.w3.org/TR/appmanifest/). icons: from a name of SIZES to its address.

    It has no `id`: that would be read from the host's root, where a site in a folder has neighbours; without one it is
    the start address.
    """
    facts = {
        "name": name,
        "short_name": texts.say("library.short-name"),
        "description": description,
        "lang": texts.language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": ACCENT,
        "icons": [
            {"src": icons[icon], "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
            for icon, size in SIZES.items()
            if size != 180
        ],
    }
    return json.dumps(facts, indent=1) + "\n"
