"""The last look at a built site: no page holds what may not be there. Then headers, and the service worker."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import splitext

from library.built import BuiltFile, BuiltPage, Look, look_over
from library.problems import Mistake, mistake

from . import headers, worker
from .policy import foreign_in_styles, has_policy, is_framed, names_used_twice
from .refusals import Inspector

_PAGES = (".html", ".htm", ".xhtml", ".svg", ".css")
"""A style sheet is named in small letters: one that is not is no page of ours either, and is told as one."""


class LastLook:
    """What the pages of a site hold and may not. It is shown each file of the site.

    faults: a sentence for each thing that may not be there, with the file to edit and the line.
    """

    def __init__(self, root: Path, address: str, leading_on: Mapping[str, str]) -> None:
        """root: the project's folder. address: the site's own. leading_on: from a page to where it may lead at once."""
        self.faults: list[str] = []
        self._root = root
        self._inspector = Inspector(address)
        self._leading_on = leading_on

    def see(self, file: BuiltFile) -> None:
        """Look over a file, if it is one that browsers show or draw."""
        ending = splitext(file.name)[1]
        if ending == ".css":
            foreign = foreign_in_styles(file.text)
            self.faults += (_told(file.name, mistake("styles-ask-elsewhere", address=address)) for address in foreign)
        elif ending.lower() in _PAGES:
            self.faults += self._of_page(file.page, file.name)
            if ending != ".svg":
                self.faults += _of_the_frame(file.page, self._root, file.name)

    def _of_page(self, page: BuiltPage, name: str) -> Iterator[str]:
        for refusal in self._inspector.refusals(page, self._leading_on.get(name)):
            yield _told(_place(self._root, page.source, name, refusal.sign), refusal.mistake)


def faults(site: Path, root: Path, address: str, leading_on: Mapping[str, str]) -> list[str]:
    """The faults of a site on disk, as a last look tells them, in the order of its files."""
    last = LastLook(root, address, leading_on)
    look_over(site, [Look(last.see)])
    return last.faults


def _of_the_frame(page: BuiltPage, root: Path, name: str) -> Iterator[str]:
    """A sentence for each thing that must be on a page and is not, or may be there once and is there twice."""
    if not has_policy(page):
        yield _told(name, mistake("page-without-policy"))
    elif not is_framed(page):
        place = _place(root, page.source, name, r"</(article|main|div|body)")
        yield _told(place, mistake("page-ends-frame"))
    for id in names_used_twice(page):
        place = _place(root, page.source, name, re.escape(id))
        yield _told(place, mistake("page-id-twice", id=repr(id)))


def _told(place: str, mistake: Mistake) -> str:
    """Where it is, what is said of it, and the code that `hooks/content.py explain` knows."""
    return f"{place} {mistake.sentence} [{mistake.code}]"


def _place(root: Path, source: str, name: str, sign: str) -> str:
    """Where an author would mend a page, and which page it is."""
    return f"{source}:{_line(root / source, sign)}  makes the page {name}, which" if source else name


def seal(site: Path, policy: str, files: Iterable[tuple[str, str]], folder: str = "/") -> None:
    """Write what servers and the copy for offline need. After this no file of the site may change.

    files: the address and the hash of each file to keep for offline. folder: where the site stands on its host, with a
    slash at both ends.
    """
    (site / "_headers").write_text(headers.as_headers_file(policy, folder), encoding="utf-8")
    (site / "_nginx-headers.conf").write_text(headers.as_nginx(policy, folder), encoding="utf-8")
    (site / worker.NAME).write_text(worker.worker(files), encoding="utf-8")


def _line(file: Path, sign: str) -> int:
    """The first line of a source on which something like it stands; 1 where it stands nowhere in so many words."""
    if not file.is_file():
        return 1
    written = re.search(sign, text := file.read_text(encoding="utf-8", errors="replace"), re.I)
    return text.count("\n", 0, written.start()) + 1 if written else 1
