"""What stands in docs/: pages written by hand, and what they show. Whatever a build would stumble over is told here."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from library.core.inserts import INSERTS, insert_in
from library.core.reserved import page_taken
from library.kinds import KINDS
from library.problems import Mistake, Problem, excerpt, mistake, most_alike
from library.project import DOCS

from .files import leads_out
from .pictures import faults_of_drawing
from .reading import decoded, unseen_letter

_TEXT = (".css", ".js", ".json", ".svg")
_MEDIA = (".avif", ".gif", ".ico", ".jpeg", ".jpg", ".mp3", ".mp4", ".png", ".vtt", ".webp", ".woff2")
_PAPERS = (".docx", ".pdf", ".pptx", ".xlsx")
_TAKEN = (*_TEXT, *_MEDIA, *_PAPERS)
"""What docs/ may hold besides pages. A page is Markdown: one in HTML would have no frame, and no policy."""
_FOR_HOSTS = ("CNAME", "robots.txt")
"""Files in docs/ that hosts and search engines look for by name."""
_PAGE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
_FILE_NAME = re.compile(r"[\w.@ -]+", re.ASCII)
_FRONT = re.compile(r"---\n(.*?\n)---\n(.*)", re.S)
_KEYS = {"title", "description", "tags"}


def faults_of_docs(root: Path) -> Iterator[Problem]:
    """A problem for each file in docs/ that can't be published as it is, or that no reader would ever see."""
    docs = root / DOCS
    for folder, folders, files in os.walk(docs):
        for name in sorted([*folders, *files]):
            file = Path(folder, name)
            parts = file.relative_to(docs).parts
            path = file.relative_to(root).as_posix()
            if file.is_symlink():
                yield from _of_link(file, docs, path)
            elif name in files and not (parts[0].startswith(".") and len(parts) > 1):
                yield from _of_file(file, path, parts)


def _of_link(file: Path, docs: Path, path: str) -> Iterator[Problem]:
    if leads_out(file, docs):
        yield Problem(path, 1, (), mistake("docs-link-out"))
    elif not file.exists():
        yield Problem(path, 1, (), mistake("docs-link-to-nothing"))


def _of_file(file: Path, path: str, parts: tuple[str, ...]) -> Iterator[Problem]:
    name, ending = file.name, file.suffix.lower()
    if ending == ".md":
        yield from _of_page(file, path, parts)
    elif name.startswith(".") and ending not in (".yaml", ".yml"):
        return  # no host and no reader is shown it
    elif ending not in _TAKEN and name not in _FOR_HOSTS:
        yield Problem(path, 1, (), _not_taken(ending))
    elif not _FILE_NAME.fullmatch(name):
        yield Problem(path, 1, (), mistake("docs-file-name"))
    elif ending in _TEXT:
        text = _read(file, path)
        if isinstance(text, Problem):
            yield text
        elif ending == ".svg":
            yield from (Problem(path, 1, (), fault) for fault in faults_of_drawing(text))


def _of_page(file: Path, path: str, parts: tuple[str, ...]) -> Iterator[Problem]:
    """A page has a plain name, a title and a description ahead of its words, and a heading over them."""
    if len(parts) > 1:
        yield Problem(path, 1, (), mistake("docs-page-in-folder"))
        return
    if not _PAGE_NAME.fullmatch(file.name):
        yield Problem(path, 1, (), mistake("docs-page-name"))
        return
    if taken := page_taken(file.stem, KINDS):
        yield Problem(path, 1, (), mistake("docs-page-taken", page=taken))
        return
    text = _read(file, path)
    if isinstance(text, Problem):
        yield text
        return
    written = _FRONT.match(text)
    if not written:
        yield Problem(path, 1, (), mistake("docs-no-head"))
        return
    yield from _of_front_matter(written[1], path)
    yield from _of_inserts(text, path)
    words = written[2].lstrip("\n")
    if not re.match(r"# +\S", words):
        line = text.count("\n", 0, len(text) - len(words)) + 1
        yield Problem(path, line, (), mistake("docs-no-heading"))


def _of_front_matter(front: str, path: str) -> Iterator[Problem]:
    try:
        facts = yaml.load(front, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        yield Problem(path, line, (), mistake("docs-head-unreadable"))
        return
    if not isinstance(facts, dict):
        yield Problem(path, 2, (), mistake("docs-head-not-keys"))
        return
    for name in ("title", "description"):
        if not isinstance(facts.get(name), str) or not facts[name].strip():
            yield Problem(path, 2, (name,), mistake("docs-head-no-words"))
    for name in facts:
        if name not in _KEYS:
            keys = ", ".join(most_alike(str(name), sorted(_KEYS)))
            yield Problem(path, 2, (), mistake("docs-head-unknown-key", key=excerpt(name), keys=keys))


def _of_inserts(text: str, path: str) -> Iterator[Problem]:
    """A problem for each line that asks for what the library does not make."""
    for number, line in enumerate(text.split("\n"), 1):
        name = insert_in(line)
        if name is not None and name not in INSERTS:
            there = ", ".join(f"[[{insert}]]" for insert in INSERTS)
            yield Problem(path, number, (), mistake("no-such-insert", insert=excerpt(f"[[{name}]]"), there=there))


def _read(file: Path, path: str) -> str | Problem:
    """A file's text, or what keeps it from being text that everyone can see."""
    text = decoded(file.read_bytes(), path)
    if isinstance(text, Problem):
        return text
    text = text.replace("\r\n", "\n")
    return unseen_letter(text, path) or text


def _not_taken(ending: str) -> Mistake:
    if ending in (".yaml", ".yml"):
        return mistake("docs-yaml")
    if ending in (".html", ".htm", ".xhtml", ".txt"):
        return mistake("docs-page-not-markdown")
    return mistake("docs-file-unknown", endings=", ".join(_TAKEN))
