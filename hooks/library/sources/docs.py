"""What stands in docs/: pages written by hand, and what they show. Whatever a build would stumble over is told here."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from library.problems import Problem, excerpt

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
    docs = root / "docs"
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
        yield Problem(path, 1, "", "is a link out of docs/; put the file itself here.")
    elif not file.exists():
        yield Problem(path, 1, "", "is a link to nothing; put the file itself here, or remove it.")


def _of_file(file: Path, path: str, parts: tuple[str, ...]) -> Iterator[Problem]:
    name, ending = file.name, file.suffix.lower()
    if ending == ".md":
        yield from _of_page(file, path, parts)
    elif name.startswith(".") and ending not in (".yaml", ".yml"):
        return  # no host and no reader is shown it
    elif ending not in _TAKEN and name not in _FOR_HOSTS:
        yield Problem(path, 1, "", f"is no kind of file that docs/ may hold; {_hint(ending)}")
    elif not _FILE_NAME.fullmatch(name):
        yield Problem(path, 1, "", "should have a name of plain letters, digits, dots and hyphens; rename the file.")
    elif ending in _TEXT:
        text = _read(file, path)
        if isinstance(text, Problem):
            yield text
        elif ending == ".svg":
            yield from (Problem(path, 1, "", fault) for fault in faults_of_drawing(text))


def _of_page(file: Path, path: str, parts: tuple[str, ...]) -> Iterator[Problem]:
    """A page has a plain name, a title and a description ahead of its words, and a heading over them."""
    if len(parts) > 1:
        yield Problem(path, 1, "", "should stand in docs/ itself: pages in its folders are not found. Move it there.")
        return
    if not _PAGE_NAME.fullmatch(file.name):
        yield Problem(path, 1, "", "should be named with small letters, digits and single hyphens, then .md; rename.")
        return
    text = _read(file, path)
    if isinstance(text, Problem):
        yield text
        return
    written = _FRONT.match(text)
    if not written:
        advice = "should begin with a line '---', then 'title:' and 'description:', then '---'; copy another page."
        yield Problem(path, 1, "", advice)
        return
    yield from _of_front_matter(written[1], path)
    words = written[2].lstrip("\n")
    if not re.match(r"# +\S", words):
        line = text.count("\n", 0, len(text) - len(words)) + 1
        yield Problem(path, line, "", "should begin, below the second '---', with its heading: '# ' and the title.")


def _of_front_matter(front: str, path: str) -> Iterator[Problem]:
    try:
        facts = yaml.load(front, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        yield Problem(path, line, "", "can't be read; put what stands after the first colon of the line in quotes.")
        return
    if not isinstance(facts, dict):
        yield Problem(path, 2, "", "should be 'title: …' and 'description: …', a line each.")
        return
    for name in ("title", "description"):
        if not isinstance(facts.get(name), str) or not facts[name].strip():
            yield Problem(path, 2, name, "should be a line of words; put it in quotes where it holds a colon.")
    for name in facts:
        if name not in _KEYS:
            known = ", ".join(sorted(_KEYS))
            yield Problem(path, 2, "", f"has the key {excerpt(name)}, which pages do not know. Keys here: {known}.")


def _read(file: Path, path: str) -> str | Problem:
    """A file's text, or what keeps it from being text that everyone can see."""
    text = decoded(file.read_bytes(), path)
    if isinstance(text, Problem):
        return text
    text = text.replace("\r\n", "\n")
    if unseen := unseen_letter(text):
        return Problem(path, *unseen)
    return text


def _hint(ending: str) -> str:
    if ending in (".yaml", ".yml"):
        return "YAML belongs in guides/. Move it there, or remove it."
    if ending in (".html", ".htm", ".xhtml", ".txt"):
        return "write a page as Markdown, in a file that ends in .md."
    return f"remove it, or save it as one of {', '.join(_TAKEN)}."
