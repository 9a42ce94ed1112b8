"""The typeface: Atkinson Hyperlegible Next, cut down to the letters the site needs, as woff2.

Source: @expo-google-fonts/atkinson-hyperlegible-next on npm (fonts under the SIL Open Font License 1.1).
"""

from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

PACKAGE = "@expo-google-fonts/atkinson-hyperlegible-next"
WEIGHTS = {"regular": "400Regular", "bold": "700Bold", "italic": "400Regular_Italic"}
"""From the name in our style sheet to the folder in the package."""

LETTERS = frozenset(
    [*range(0x20, 0x7F), *range(0xA0, 0x180)]  # Basic Latin, Latin-1 and Latin Extended-A: Welsh is among them
    + [ord(sign) for sign in "–—‘’‚“”„†‡•…‰‹›€™−"]
)
"""Code points to keep. What else a page holds is shown in the reader's own typeface."""


def woff2(node_modules: Path, weight: str) -> bytes:
    """Cut one weight down to LETTERS. Raises FileNotFoundError where npm's packages are not installed."""
    folder = WEIGHTS[weight]
    font = TTFont(node_modules / PACKAGE / folder / f"AtkinsonHyperlegibleNext_{folder}.ttf", recalcTimestamp=False)
    options = Options(flavor="woff2", layout_features=["kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()
