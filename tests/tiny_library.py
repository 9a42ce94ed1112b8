"""The tiny library in tests/tiny, one of each kind: how tests load it, spoil it, build it and find things in it.

Tests ask for things here and not of the library itself, so that a change of its shape is one change.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from browsing import serve
from library import Library, load
from library.core.catalogue import RESOURCE, Resource
from library.core.document import Document
from library.core.gathering import Gathering
from library.core.kind import Kind
from library.core.safety import SAFETY_FRAME, SafetyFrame
from library.delivery.fonts import paper_folders
from library.formats.paper.blocks import Timeline
from library.formats.press import Press
from library.formats.sheets import Sheet
from library.kinds import guide as guides
from library.kinds import question_bank as banks
from library.kinds import record as records
from library.kinds import session as sessions
from library.kinds import wheel as wheels
from library.kinds import workshop as workshops
from library.project import cache_in
from library.rules import Names, mentions_in
from library.types.plain import Named
from library.types.text import Span

TINY = Path(__file__).parent / "tiny"
PROJECT = Path(__file__).parent.parent
FONTS = paper_folders(PROJECT / "node_modules")
ADDRESS = "https://reflect.example.org/"
"""Where sheets say the library is, as though somebody had decided it."""

GUIDE = "guides/listening.yaml"
SESSION = "guides/sessions/pairs.yaml"
WORKSHOP = "guides/workshops/first-steps.yaml"
BANK = "guides/questions/openers.yaml"
WHEEL = "guides/wheels/map.yaml"
RECORD = "guides/records/note.yaml"
RESOURCES = "resources.yaml"
SAFETY = "guides/shared/safety.yaml"


@cache
def tiny_library() -> Library:
    """The tiny library, as it stands in tests/tiny: read once in each process, as nothing in it can be changed."""
    return load(TINY)


@cache
def real_library() -> Library:
    """The library that authors write, read once in each process; what did not change is remembered, as by commands."""
    return load(PROJECT, cache_in(PROJECT))


def known(library: Library) -> Names:
    """What rules may ask of a library in which nothing is broken."""
    return Names(library, {}, {(kind.name, entry.id): mentions_in(entry) for kind, entry in library.everything})


def guide(library: Library) -> guides.Guide:
    """The only guide."""
    [guide] = library[guides.GUIDE].values()
    return guide


def session(library: Library) -> sessions.Session:
    """The only session model."""
    [session] = library[sessions.SESSION].values()
    return session


def workshop(library: Library) -> workshops.Workshop:
    """The only workshop."""
    [workshop] = library[workshops.WORKSHOP].values()
    return workshop


def bank(library: Library) -> banks.QuestionBank:
    """The only question bank."""
    [bank] = library[banks.QUESTION_BANK].values()
    return bank


def wheel(library: Library) -> wheels.Wheel:
    """The only wheel with words on it."""
    [wheel] = (wheel for wheel in library[wheels.WHEEL].values() if wheel.segments)
    return wheel


def blank_wheel(library: Library) -> wheels.Wheel:
    """The only wheel without words."""
    [wheel] = (wheel for wheel in library[wheels.WHEEL].values() if not wheel.segments)
    return wheel


def record(library: Library) -> records.Record:
    """The only record sheet."""
    [record] = library[records.RECORD].values()
    return record


def frame(library: Library) -> SafetyFrame:
    """The first safety frame, which says what more a heavy session takes."""
    return next(iter(library[SAFETY_FRAME].values()))


def resource(library: Library, id: str) -> Resource:
    """A resource by its id."""
    return library[RESOURCE][id]


def documents(library: Library) -> Iterator[tuple[Kind[Any], Document]]:
    """Everything with a page of its own, each with its kind."""
    return library.documents


def gatherings(library: Library) -> Iterator[tuple[Kind[Any], Gathering]]:
    """What has a plan: guides, session models and workshops, each with its kind."""
    return ((kind, document) for kind, document in library.documents if isinstance(document, Gathering))


def entries(library: Library) -> Iterator[tuple[Kind[Any], Named]]:
    """Everything an author wrote: documents and the entries of lists, each with its kind."""
    return library.everything


def with_only(library: Library, kind: Kind[Any], *kept: Any) -> Library:
    """The same library with nothing of a kind but what is given."""
    return replace(library, entries={**library.entries, kind.name: {entry.id: entry for entry in kept}})


def pressed(press: Press, sheet: Sheet) -> bytes:
    """A file to print or change, made."""
    return press.make(sheet).read_bytes()


def changed(view: Any, change: Callable[[Any], Any]) -> Any:
    """What a file shows, with every part of it replaced by what a function makes of it, the innermost first."""
    if isinstance(view, tuple):
        return tuple(changed(part, change) for part in view)
    if not is_dataclass(view):
        return view
    return change(replace(view, **{field.name: changed(getattr(view, field.name), change) for field in fields(view)}))


def in_other_words(guide: str) -> str:
    """A guide's file whose prose says the same in other words, so that it is no copy of the first."""
    return "\n".join(_in_other_words(line).replace("?", " by now?") for line in guide.splitlines()) + "\n"


def _in_other_words(line: str) -> str:
    start = re.match(r" *(?:- )?(?:[a-z_]+: )?", line)[0]
    words = line[len(start) :].split(" ")
    if (
        len(words) < 3
        or not re.fullmatch(r"[A-Za-z][\w ,.;?!’'-]*", line[len(start) :])
        or start.strip(" -") in ("purpose:", "cited_as:")
    ):
        return line
    return start + " ".join(f"{word} now" if number % 3 == 1 else word for number, word in enumerate(words))


def reworded(sheet: Sheet, old: str, new: str) -> Sheet:
    """A file with other words in place of a run of words that stands in it."""
    said = []

    def change(part: Any) -> Any:
        if isinstance(part, Span) and part.text == old:
            said.append(part)
            return replace(part, text=new)
        return part

    view = changed(sheet.view, change)
    assert said, f"{sheet.path} no longer says {old!r}"
    return replace(sheet, view=view)


def with_more_steps(sheet: Sheet, times: int) -> Sheet:
    """A file whose running order has each step several times."""
    more = changed(
        sheet.view, lambda part: replace(part, steps=part.steps * times) if isinstance(part, Timeline) else part
    )
    return replace(sheet, view=more)


def copy_content(to: Path) -> Path:
    """Copy the tiny library's content, and nothing that builds it."""
    shutil.copytree(TINY, to, dirs_exist_ok=True)
    return to


def copy_project(to: Path) -> Path:
    """Copy what builds the real library, with the tiny content in place of the real."""
    copy_content(to)
    for name in (".overrides", "assets"):
        shutil.copytree(PROJECT / "docs" / name, to / "docs" / name)
    shutil.copytree(PROJECT / "hooks", to / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (to / "node_modules").symlink_to(PROJECT / "node_modules", target_is_directory=True)
    (to / "mkdocs.yml").write_text(_settings(), encoding="utf-8")
    return to


def _settings() -> str:
    """The project's own settings, without the pages in the navigation that the tiny library does not have."""
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    real = {page.name for page in (PROJECT / "docs").glob("*.md")}
    lacking = real - {page.name for page in (TINY / "docs").glob("*.md")}
    return re.sub(r"^ +- [^:\n]+: (\S+)\n", lambda line: "" if line[1] in lacking else line[0], text, flags=re.M)


def spoil(root: Path, path: str, before: str, after: str) -> int:
    """Replace what stands first in a file; the line it stood on, counted from 1."""
    text = (root / path).read_text(encoding="utf-8")
    assert before in text, f"{path} no longer holds {before!r}"
    (root / path).write_text(text.replace(before, after, 1), encoding="utf-8")
    return text[: text.index(before)].count("\n") + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person write the expected messages and golden pages afresh, and read the difference."""
    parser.addoption("--rewrite", action="store_true", help="write tests/cases and tests/golden afresh; read the diff")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Write in one process: two would write the same file."""
    if config.getoption("--rewrite") and getattr(config.option, "numprocesses", None):
        config.option.numprocesses = 0


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether to write what is expected afresh."""
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The tiny library's content in a folder of its own, to be spoilt."""
    return copy_content(tmp_path)


@pytest.fixture
def tiny_project(tmp_path: Path) -> Path:
    """A whole project around the tiny library, to be spoilt and built."""
    return copy_project(tmp_path)


@pytest.fixture
def printed_project(tiny_project: Path, tiny_site: Path) -> Path:
    """The same, with the files to print and change that were made for the tiny library's site."""
    made = tiny_site.parent / "project" / ".cache" / "handouts"
    shutil.copytree(made, tiny_project / ".cache" / "handouts")
    return tiny_project


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny library's site, built strictly: by `make quick`, which says in TINY_SITE where, or here."""
    if built := os.environ.get("TINY_SITE"):
        return Path(built).resolve()
    return build_tiny(tmp_path_factory.mktemp("tiny"))


def build_tiny(folder: Path) -> Path:
    """Build the tiny library's site in an empty folder, strictly; where it stands."""
    from conftest import build

    built = build(copy_project(folder / "project"), folder / "site")
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site"


def clear(place: Path) -> None:
    """Empty the folder of a tiny library, but for what its project keeps: each under a digest of all it is made of."""
    for path in (*place.glob("*"), *(place / "project").glob("*")):
        if path.is_symlink() or path.is_file():
            path.unlink()
        elif path.name not in ("project", ".cache"):
            shutil.rmtree(path)


@pytest.fixture(scope="session")
def tiny_address(tiny_site: Path) -> Iterator[str]:
    """Where the tiny library's site is served; ends in a slash."""
    with serve(tiny_site) as address:
        yield address


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """What makes files to print and to change: what was made for one test is there for the next, in each process."""
    site = os.environ.get("TINY_SITE")
    return Press(FONTS, Path(site).resolve().parent / "pressed" if site else tmp_path_factory.mktemp("pressed"))


if __name__ == "__main__":
    place = Path(sys.argv[1]).resolve()
    clear(place)
    build_tiny(place)
