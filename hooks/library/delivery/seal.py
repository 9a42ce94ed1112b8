"""The last look at a built site: no page holds what may not be there. Then headers, and the service worker."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from library.problems import Mistake, mistake

from . import headers, worker
from .policy import foreign_in_styles, has_policy, is_framed, names_used_twice
from .refusals import Inspector

_PAGES = (".html", ".htm", ".xhtml", ".svg")


def faults(site: Path, root: Path, address: str, leading_on: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each thing in a built page that may not be there, with the file to edit and the line.

    root: the project's folder. address: the site's own. leading_on: from a page to where it may take readers at once.
    """
    inspector = Inspector(address)
    for path in sorted(file for file in site.rglob("*") if file.suffix.lower() in (*_PAGES, ".css")):
        name = path.relative_to(site).as_posix()
        text = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix == ".css":
            for foreign in foreign_in_styles(text):
                yield _told(name, mistake("styles-ask-elsewhere", address=foreign))
            continue
        page = LexborHTMLParser(text)
        source = _source(page)
        for refusal in inspector.refusals(page, leading_on.get(name)):
            yield _told(_place(root, source, name, refusal.sign), refusal.mistake)
        if path.suffix != ".svg":
            yield from _of_the_frame(page, root, source, name)


def _of_the_frame(page: LexborHTMLParser, root: Path, source: str, name: str) -> Iterator[str]:
    """A sentence for each thing that must be on a page and is not, or may be there once and is there twice."""
    if not has_policy(page):
        yield _told(name, mistake("page-without-policy"))
    elif not is_framed(page):
        place = _place(root, source, name, r"</(article|main|div|body)")
        yield _told(place, mistake("page-ends-frame"))
    for id in names_used_twice(page):
        place = _place(root, source, name, re.escape(id))
        yield _told(place, mistake("page-id-twice", id=repr(id)))


def _told(place: str, mistake: Mistake) -> str:
    """Where it is, what is said of it, and the code that `hooks/content.py explain` knows."""
    return f"{place} {mistake.sentence} [{mistake.code}]"


def _place(root: Path, source: str, name: str, sign: str) -> str:
    """Where an author would mend a page, and which page it is."""
    return f"{source}:{_line(root / source, sign)}  makes the page {name}, which" if source else name


def seal(site: Path, policy: str, folder: str = "/") -> None:
    """Write what servers and the copy for offline need. After this no file of the site may change.

    folder: where the site stands on its host, with a slash at both ends.
    """
    (site / "_headers").write_text(headers.as_headers_file(policy, folder), encoding="utf-8")
    (site / "_nginx-headers.conf").write_text(headers.as_nginx(policy, folder), encoding="utf-8")
    (site / worker.NAME).write_text(worker.worker(site), encoding="utf-8")


def _source(page: LexborHTMLParser) -> str:
    node = page.css_first('meta[name="library:source"]')
    return (node.attributes.get("content") or "") if node else ""


def _line(file: Path, sign: str) -> int:
    """The first line of a source on which something like it stands; 1 where it stands nowhere in so many words."""
    if not file.is_file():
        return 1
    written = re.search(sign, text := file.read_text(encoding="utf-8", errors="replace"), re.I)
    return text.count("\n", 0, written.start()) + 1 if written else 1
