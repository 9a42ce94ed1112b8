"""QR codes for paper."""

import io
from functools import cache

import segno

from .blocks import Code


def code(address: str, alt: str) -> Code | None:
    """The QR code of an address; None without one, while nobody has decided where the library stands."""
    return Code(_drawn(address), alt) if address else None


@cache
def _drawn(address: str) -> str:
    """As SVG, made once for each address, with the quiet margin of four modules that readers need."""
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing, kind="svg", xmldecl=False, border=4, omitsize=True, nl=False
    )
    return drawing.getvalue().decode()
