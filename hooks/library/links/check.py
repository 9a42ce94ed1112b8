"""Follow every local link of a built site, on disk."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from library.built import BuiltFile, Look, look_over
from library.problems import Mistake, mistake
from library.types.site_address import folder_of

from .lists import is_list, listed_links
from .pages import Page, canonical, css_links, read_page
from .site_lists import SITE_LISTS

HOME = "index.html"
_NOT_LINKS = ("mailto", "tel", "data", "blob")


@dataclass(frozen=True)
class Fault:
    """A link that leads nowhere. page and target are below the site's folder; source is the file to edit, if known."""

    page: str
    link: str
    target: str
    why: Mistake
    source: str

    def __str__(self) -> str:
        edit = f" Edit {self.source}." if self.source else ""
        return (
            f"{self.page}: the link {self.link!r} leads to {self.target}: {self.why.sentence}{edit} [{self.why.code}]"
        )

    def __lt__(self, other: "Fault") -> bool:
        return self._place < other._place

    @property
    def _place(self) -> tuple[str, str, str]:
        return self.page, self.link, self.target


class Links:
    """The links of a built site. It is shown each file of the site, and then follows every link.

    Local links, anchors, assets, downloads, data, the offline copy's list, the site's map and the links within PDFs and
    Office files are followed; outside addresses are judged by their form alone. Where the site's own address has a
    folder, such as https://example.org/library/, a link that starts with a slash must start with that folder.
    """

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._pages: dict[str, Page] = {}
        self._others: dict[str, tuple[str, ...]] = {}
        self._unreadable: list[Fault] = []
        self._address = ""

    def see(self, file: BuiltFile) -> None:
        """Keep what a file points at, and what can be pointed at in it."""
        self._files.add(file.name)
        if file.name.endswith(".html"):
            self._pages[file.name] = read_page(file.page)
            if file.name == HOME:
                self._address = canonical(file.page)
            return
        try:
            if links := _links_of(file):
                self._others[file.name] = links
        except (ValueError, KeyError, TypeError) as error:
            why = mistake("link-list-unreadable", reason=str(error))
            self._unreadable.append(Fault(file.name, "", "nowhere", why, ""))

    def followed(self) -> tuple[list[Fault], int]:
        """Return every fault in the files that were shown, in the order of pages, and how many links were followed."""
        base = _base(self._address)
        built = _BuiltSite(self._files, self._pages, base, folder_of(base))
        faults, count = set(self._unreadable), 0
        for name, page in self._pages.items():
            count += len(page.links)
            faults.update(built.faults(name, page.links, page.source, name))
        for name, links in self._others.items():
            count += len(links)
            source = f"docs/{name}" if name.endswith(".css") else ""
            faults.update(built.faults(name, links, source, HOME if name in SITE_LISTS else name))
        return sorted(faults), count


def check(site: Path) -> tuple[list[Fault], int]:
    """Return every fault in the built site below `site`, in the order of pages, and how many links were followed."""
    links = Links()
    look_over(site, [Look(links.see)])
    return links.followed()


def _links_of(file: BuiltFile) -> tuple[str, ...]:
    """Every address in a file of the site that is no page. Raises where a list can't be read."""
    if file.name.endswith(".css"):
        return tuple(css_links(file.text))
    return tuple(listed_links(file.name, file.content)) if is_list(file.name) else ()


@dataclass(frozen=True)
class _Within:
    """Where in the site a link leads, as written but for what stands for letters."""

    path: str
    place: str


@dataclass(frozen=True)
class _Wrong:
    """Where a link leads that holds not, and why."""

    target: str
    why: Mistake


@dataclass(frozen=True)
class _BuiltSite:
    """files, pages: by path below the site. base: the site's address, or "". folder: where it stands on its host."""

    files: set[str]
    pages: dict[str, Page]
    base: str
    folder: str

    def faults(self, name: str, links: Iterable[str], source: str, below: str) -> Iterator[Fault]:
        """What is wrong with the links in a file. below: the file their addresses are relative to."""
        depth = below.count("/")
        to_the_top, any_as_deep = "../" * depth, "-/" * depth
        for link in dict.fromkeys(links):
            # What climbs to the top of the site leads to one place from all pages that stand as deep.
            is_shared = depth > 0 and link.startswith(to_the_top)
            wrong = self._shared(any_as_deep, link) if is_shared else self._wrong(below, link)
            if wrong:
                yield Fault(name, link, wrong.target, wrong.why, source)

    @cached_property
    def _shared(self) -> Callable[[str, str], _Wrong | None]:
        """What is wrong with a link that many pages have: each such link is followed once."""
        return lru_cache(maxsize=10_000)(self._wrong)

    def _wrong(self, below: str, link: str) -> _Wrong | None:
        """What is wrong with a link of a file, if anything is. below: the file its address is relative to."""
        leads = self._read(link)
        return self._followed(below, leads) if isinstance(leads, _Within) else leads

    @cached_property
    def _read(self) -> Callable[[str], _Within | _Wrong | None]:
        """What a link says, wherever it stands: pages share most of theirs. None where there is nothing to follow."""
        return lru_cache(maxsize=10_000)(self._reading)

    def _reading(self, link: str) -> _Within | _Wrong | None:
        is_own = self.base and (link + "/").startswith(self.base)
        link_here = self.folder + link[len(self.base) :] if is_own else link
        try:
            parts = urlsplit(link_here)
        except ValueError:
            return _Wrong("nowhere", mistake("link-no-address"))
        if parts.scheme in _NOT_LINKS:
            return None
        if parts.scheme in ("http", "https") or link_here.startswith("//"):
            is_whole = "." in (parts.hostname or "") and " " not in link
            return None if is_whole else _Wrong("nowhere", mistake("link-without-host"))
        if parts.scheme:
            return _Wrong("nowhere", mistake("link-scheme", scheme=parts.scheme))
        return _Within(unquote(parts.path), unquote(parts.fragment))

    def _followed(self, below: str, leads: _Within) -> _Wrong | None:
        target = self.target(below, leads.path)
        if target is None:
            is_alone = self.folder == "/"
            why = mistake("link-to-no-file") if is_alone else mistake("link-out-of-site", folder=self.folder)
            return _Wrong("outside the site", why)
        if target not in self.files:
            return _Wrong(target, mistake("link-to-no-file"))
        if leads.place and not self.has_place(target, leads.place):
            return _Wrong(f"{target}#{leads.place}", mistake("link-to-no-place"))
        return None

    def has_place(self, target: str, place: str) -> bool:
        """Whether a file has a place to lead to; only of pages can one tell. The top is on every page.

        What holds "=" is no place, but something that a page's script is told: no id may hold it.
        """
        return target not in self.pages or place == "top" or "=" in place or place in self._places(target)

    @cached_property
    def _places(self) -> Callable[[str], frozenset[str]]:
        """The places of a page, as a set: links of a page lead to few others, and sets of all are not held at once."""
        return lru_cache(maxsize=100)(lambda name: frozenset(self.pages[name].anchors))

    def target(self, name: str, path: str) -> str | None:
        """The file a path leads to from a page; None where it leads out of the site."""
        if not path:
            return name
        folder = name.rpartition("/")[0]
        while folder and path.startswith("../"):  # up at once: what many pages lead to is then asked for as one
            folder, path = folder.rpartition("/")[0], path[3:].lstrip("/") or "./"
        return self._target(folder, path)

    @cached_property
    def _target(self) -> Callable[[str, str], str | None]:
        return lru_cache(maxsize=10_000)(self._below)

    def _below(self, page_folder: str, path: str) -> str | None:
        """The file a path leads to from a folder of the site; None where it leads out of the site."""
        # Relative to the host's root and without a slash in front, so that a path that climbs too far keeps its "..".
        folder = unquote(self.folder).strip("/")
        joined = path.lstrip("/") if path.startswith("/") else join(folder, page_folder, path)
        clean = normpath(joined or ".")
        below = clean if not folder else "." if clean == folder else clean.removeprefix(f"{folder}/")
        if clean.startswith("..") or (folder and below == clean):
            return None
        is_folder = below == "." or path.endswith(("/", "/.", "/..")) or path in (".", "..")
        return normpath(f"{below}/{HOME}") if is_folder or f"{below}/{HOME}" in self.files else below


def _base(canonical: str) -> str:
    """The site's own address, as its home page gives it: links to it are followed on disk too."""
    try:
        return urlsplit(canonical).geturl()
    except ValueError:  # no address at all: the link itself is told as a fault
        return ""
