"""The typefaces: one for page and paper, and four that lend it what it lacks on paper.

Atkinson Hyperlegible Next is cut down to the letters the site needs, as woff2; what else a page holds is shown in the
reader's own typefaces. Paper has no reader's own: Noto lends arrows, ticks, boxes, stars, fractions, mathematical signs
and the letters of more languages. Source: @expo-google-fonts on npm (fonts under the SIL Open Font License 1.1).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

PACKAGE = "@expo-google-fonts/atkinson-hyperlegible-next"
WEIGHTS = {"regular": "400Regular", "bold": "700Bold", "italic": "400Regular_Italic"}
"""From the name in our style sheet to the folder in the package."""

LETTERS = frozenset(
    [*range(0x20, 0x7F), *range(0xA0, 0x180)]  # Basic Latin, Latin-1 and Latin Extended-A: Welsh is among them
    + [ord(sign) for sign in "–—‘’‚“”„†‡•…‰‹›€™−"]
)
"""Code points to keep. What else a page holds is shown in the reader's own typeface."""


@dataclass(frozen=True)
class Typeface:
    """A family for paper: what a sheet calls it, npm's package, and the folders of the styles that are used."""

    family: str
    package: str
    styles: tuple[str, ...]

    def folders(self, node_modules: Path) -> Iterator[Path]:
        """The folder of each style. Raises FileNotFoundError where npm's packages are not installed."""
        for style in self.styles:
            folder = node_modules / self.package / style
            if not folder.is_dir():
                raise FileNotFoundError(2, "npm's packages are not installed", str(folder))
            yield folder

    def letters(self, node_modules: Path) -> frozenset[int]:
        """The code points that every style can show, from the fonts' own tables."""
        files = (file for folder in self.folders(node_modules) for file in folder.glob("*.ttf"))
        return frozenset.intersection(*map(_letters_of, files))


def _letters_of(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())


_STYLES = ("400Regular", "400Regular_Italic", "700Bold")
PAPER = (
    Typeface("Atkinson Hyperlegible Next", PACKAGE, _STYLES),
    Typeface("Noto Sans", "@expo-google-fonts/noto-sans", _STYLES),
    Typeface("Noto Sans Symbols", "@expo-google-fonts/noto-sans-symbols", ("400Regular", "700Bold")),
    Typeface("Noto Sans Symbols 2", "@expo-google-fonts/noto-sans-symbols-2", ("400Regular",)),
    Typeface("Noto Sans Math", "@expo-google-fonts/noto-sans-math", ("400Regular",)),
)
"""The typefaces of paper: each is asked for what those before it lack."""


def paper_folders(node_modules: Path) -> tuple[Path, ...]:
    """Where the fonts of paper are. Raises FileNotFoundError where npm's packages are not installed."""
    return tuple(folder for typeface in PAPER for folder in typeface.folders(node_modules))


def paper_letters(node_modules: Path) -> tuple[frozenset[int], ...]:
    """What each typeface of paper can show, as code points. Raises FileNotFoundError like `paper_folders`."""
    return tuple(typeface.letters(node_modules) for typeface in PAPER)


def woff2(node_modules: Path, weight: str) -> bytes:
    """Cut one weight down to LETTERS. Raises FileNotFoundError where npm's packages are not installed."""
    from fontTools.subset import Options, Subsetter  # not at the top: a check of the content can do without it

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
