"""Drawings (SVG) in docs/, read as browsers read them: as XML, where a script can hide behind a prefix."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from library.problems import Mistake, mistake

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset(
    [
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "clipPath", "mask"),
        *("path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop"),
    ]
)
_INSTRUCTION = re.compile(r"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.I)
_OWN_PART = re.compile(r"#[\w-]+")


def faults_of_drawing(text: str) -> Iterator[Mistake]:
    """A mistake for each thing in a drawing that is no shape, or that could run or load something."""
    if sign := _INSTRUCTION.search(text):
        yield mistake("drawing-instruction", sign=sign[0])
        return
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError:
        yield mistake("drawing-unreadable")
        return
    for element in root.iter():
        name = element.tag.removeprefix(_SVG)
        if not element.tag.startswith(_SVG) or name not in _SHAPES:
            yield mistake("drawing-not-a-shape", element=element.tag.rpartition("}")[2])
        for attribute, value in element.attrib.items():
            plain = attribute.rpartition("}")[2].lower()
            named = re.findall(r"url\(\s*['\"]?([^'\")]*)", value, re.I) + ([value] if plain == "href" else [])
            if plain.startswith("on") or not all(map(_OWN_PART.fullmatch, named)):
                yield mistake("drawing-runs", attribute=f"{plain}={value[:60]!r}")
