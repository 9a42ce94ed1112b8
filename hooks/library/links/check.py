"""Follow every local link of a built site, on disk."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urldefrag, urlsplit

from .lists import is_list, listed_links
from .pages import Page, css_links, read_page

_NOT_LINKS = ("mailto", "tel", "data", "blob")


@dataclass(frozen=True, order=True)
class Fault:
    """A link that leads nowhere. page and target are below the site's folder; source is the file to edit, if known."""

    page: str
    link: str
    target: str
    why: str
    source: str

    def __str__(self) -> str:
        edit = f" Edit {self.source}." if self.source else ""
        return f"{self.page}: the link {self.link!r} leads to {self.target}: {self.why}.{edit}"


def check(site: Path) -> tuple[list[Fault], int]:
    """Return every fault in the built site below `site`, in the order of pages, and how many links were followed.

    Local links, anchors, assets, downloads, data, the offline copy's list, the site's map and the links within PDFs and
    Office files are followed; outside addresses are judged by their form alone.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {name: read_page(_text(site / name)) for name in sorted(files) if name.endswith(".html")}
    followed = _Followed(files, pages, _base(pages))
    faults: set[Fault] = set()
    count = 0
    for name, page in pages.items():
        for link in page.links:
            count += 1
            faults |= set(followed.faults(name, link, page.source))
    for name in sorted(file for file in files if file.endswith(".css")):
        for link in css_links(_text(site / name)):
            count += 1
            faults |= set(followed.faults(name, link, f"docs/{name}"))
    for name in sorted(file for file in files if is_list(file)):
        try:
            links = tuple(listed_links(name, (site / name).read_bytes()))
        except (ValueError, KeyError, TypeError) as error:
            faults.add(Fault(name, "", "nowhere", f"it can't be read ({error})", ""))
            continue
        count += len(links)
        for link in dict.fromkeys(links):
            faults |= set(followed.faults(name, link, ""))
    return sorted(faults), count


@dataclass(frozen=True)
class _Followed:
    files: set[str]
    pages: dict[str, Page]
    base: str

    def faults(self, name: str, link: str, source: str) -> Iterator[Fault]:
        is_own = self.base and (link + "/").startswith(self.base)
        link_here = "/" + link[len(self.base) :] if is_own else link
        address, fragment = urldefrag(link_here)
        try:
            parts = urlsplit(address)
        except ValueError:
            yield Fault(name, link, "nowhere", "it is not an address", source)
            return
        if parts.scheme in _NOT_LINKS:
            return
        if parts.scheme in ("http", "https") or link_here.startswith("//"):
            if "." not in (parts.hostname or "") or " " in link:
                yield Fault(name, link, "nowhere", "an outside address needs a full host name and no spaces", source)
            return
        if parts.scheme:
            yield Fault(name, link, "nowhere", f"links may not start with {parts.scheme}:", source)
            return
        target = self.target(name, unquote(parts.path))
        if target is None or target not in self.files:
            yield Fault(name, link, target or "outside the site", "there is no such file", source)
        elif fragment and target.endswith(".html") and unquote(fragment) not in {*self.pages[target].anchors, "top"}:
            yield Fault(name, link, f"{target}#{unquote(fragment)}", "there is no such place on that page", source)

    def target(self, name: str, path: str) -> str | None:
        """The file a path leads to from a page; None where it climbs out of the site."""
        if not path:
            return name
        joined = path.lstrip("/") if path.startswith("/") else str(PurePosixPath(name).parent / path)
        clean = normpath(joined)
        if clean.startswith(".."):
            return None
        if (
            clean == "."
            or path.endswith(("/", "/.", "/.."))
            or path in (".", "..")
            or f"{clean}/index.html" in self.files
        ):
            return normpath(f"{clean}/index.html")
        return clean


def _base(pages: dict[str, Page]) -> str:
    """The site's own address, as its home page gives it: links to it are followed on disk too."""
    home = pages.get("index.html")
    return home.canonical if home else ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
