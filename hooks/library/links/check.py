"""Follow every local link of a built site, on disk."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import SplitResult, unquote, urlsplit

from library.problems import Mistake, mistake
from library.types.site_address import folder_of

from .lists import is_list, listed_links
from .pages import Page, css_links, read_page
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


def check(site: Path) -> tuple[list[Fault], int]:
    """Return every fault in the built site below `site`, in the order of pages, and how many links were followed.

    Local links, anchors, assets, downloads, data, the offline copy's list, the site's map and the links within PDFs and
    Office files are followed; outside addresses are judged by their form alone. Where the site's own address has a
    folder, such as https://example.org/library/, a link that starts with a slash must start with that folder.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    faults: set[Fault] = set()
    others: dict[str, tuple[str, ...]] = {}
    for name in sorted(files):  # lists before pages: one may be the whole library, and is not held beside all of them
        try:
            others[name] = _links_of(site / name, name)
        except (ValueError, KeyError, TypeError) as error:
            faults.add(Fault(name, "", "nowhere", mistake("link-list-unreadable", reason=str(error)), ""))
    pages = {name: read_page(_text(site / name)) for name in sorted(files) if name.endswith(".html")}
    base = _base(pages)
    built = _BuiltSite(files, pages, base, folder_of(base))
    count = 0
    for name in sorted(files):
        if name in pages:
            links, source = pages[name].links, pages[name].source
        else:
            links, source = others.get(name, ()), f"docs/{name}" if name.endswith(".css") else ""
        count += len(links)
        below = HOME if name in SITE_LISTS else name
        faults.update(fault for link in dict.fromkeys(links) for fault in built.faults(name, link, source, below))
    return sorted(faults), count


def _links_of(path: Path, name: str) -> tuple[str, ...]:
    """Every address in a file of the site that is no page. Raises where a list can't be read."""
    if name.endswith(".css"):
        return tuple(css_links(_text(path)))
    return tuple(listed_links(name, path.read_bytes())) if is_list(name) else ()


@dataclass(frozen=True)
class _BuiltSite:
    """files, pages: by path below the site. base: the site's address, or "". folder: where it stands on its host."""

    files: set[str]
    pages: dict[str, Page]
    base: str
    folder: str

    def faults(self, name: str, link: str, source: str, below: str) -> Iterator[Fault]:
        """What is wrong with a link in a file. below: the file its address is relative to."""
        is_own = self.base and (link + "/").startswith(self.base)
        link_here = self.folder + link[len(self.base) :] if is_own else link
        try:
            parts = _parts(link_here)
        except ValueError:
            yield Fault(name, link, "nowhere", mistake("link-no-address"), source)
            return
        if parts.scheme in _NOT_LINKS:
            return
        if parts.scheme in ("http", "https") or link_here.startswith("//"):
            if "." not in (parts.hostname or "") or " " in link:
                yield Fault(name, link, "nowhere", mistake("link-without-host"), source)
            return
        if parts.scheme:
            yield Fault(name, link, "nowhere", mistake("link-scheme", scheme=parts.scheme), source)
            return
        target = self.target(below, unquote(parts.path))
        if target is None:
            is_alone = self.folder == "/"
            why = mistake("link-to-no-file") if is_alone else mistake("link-out-of-site", folder=self.folder)
            yield Fault(name, link, "outside the site", why, source)
        elif target not in self.files:
            yield Fault(name, link, target, mistake("link-to-no-file"), source)
        elif parts.fragment and not self.has_place(target, place := unquote(parts.fragment)):
            yield Fault(name, link, f"{target}#{place}", mistake("link-to-no-place"), source)

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
        # Relative to the host's root and without a slash in front, so that a path that climbs too far keeps its "..".
        folder = unquote(self.folder).strip("/")
        joined = path.lstrip("/") if path.startswith("/") else join(folder, dirname(name), path)
        clean = normpath(joined or ".")
        below = clean if not folder else "." if clean == folder else clean.removeprefix(f"{folder}/")
        if clean.startswith("..") or (folder and below == clean):
            return None
        is_folder = below == "." or path.endswith(("/", "/.", "/..")) or path in (".", "..")
        return normpath(f"{below}/{HOME}") if is_folder or f"{below}/{HOME}" in self.files else below


@lru_cache(maxsize=10_000)
def _parts(link: str) -> SplitResult:
    """The parts of a link: pages share most of theirs. Raises ValueError for what is no address."""
    return urlsplit(link)


def _base(pages: dict[str, Page]) -> str:
    """The site's own address, as its home page gives it: links to it are followed on disk too."""
    home = pages.get(HOME)
    try:
        return urlsplit(home.canonical).geturl() if home else ""
    except ValueError:  # no address at all: the link itself is told as a fault
        return ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
