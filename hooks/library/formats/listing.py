"""What readers and programs are told of a file."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from library.core.download import Download, Offer

from .sheets import Sheet


def offered(sheet: Sheet) -> Offer:
    """A file that is made when somebody asks for it, as its page lists it."""
    return Offer(
        of=sheet.kind.link_to(sheet.id),
        path=sheet.path,
        title=sheet.title,
        variant=sheet.variant,  # type: ignore[arg-type]  # checked by the model
        format=sheet.format,
    )


def listed(sheet: Sheet, file: Path) -> Download:
    """A file that was made, as pages and data list it."""
    content = file.read_bytes()
    pages = {"pdf": pages_in, "pptx": slides_in}.get(sheet.format)
    return Download(
        **offered(sheet).model_dump(),
        pages=pages(content) if pages else None,
        bytes=len(content),
    )


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF of ours has: Typst writes each page's object in the open."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def slides_in(pptx: bytes) -> int:
    """How many slides a presentation has."""
    with zipfile.ZipFile(BytesIO(pptx)) as parts:
        return sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in parts.namelist())
