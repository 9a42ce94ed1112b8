"""What tests share: a small library on disk, and the real site built once."""

import inspect
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from browsing import chromium, serve
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parent.parent

pytest_plugins = ("tiny_library",)

hypothesis.settings.register_profile("untimed", deadline=None)  # how long an example takes is for the benchmarks
hypothesis.settings.load_profile("untimed")


@pytest.fixture
def copy(tmp_path):
    """The real content in a folder of its own, to be spoilt."""
    shutil.copytree(ROOT / "guides", tmp_path / "guides")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    for name in ("resources.yaml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return tmp_path


def build(root: Path, site: Path, *, strict: bool = True, **settings: str) -> subprocess.CompletedProcess[str]:
    """Build a site, strictly unless said otherwise, in a process of its own. settings: for its environment."""
    lend_typefaces(root)
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(root / "mkdocs.yml")]
    command += ["--strict"] if strict else []
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **settings}
    return subprocess.run([*command, "-d", str(site)], capture_output=True, text=True, env=environment, check=False)


def lend_typefaces(root: Path) -> None:
    """Give a copy what typefaces were cut to here, which takes a second: their names say all that went into them."""
    if root == ROOT:
        return
    kept = root / ".cache" / "fonts"
    kept.mkdir(parents=True, exist_ok=True)
    for font in (ROOT / ".cache" / "fonts").glob("*.woff2"):
        shutil.copy(font, kept)


def build_with(root: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Add a text to a hand-written page of a copy, and build it."""
    page = root / "docs" / "privacy.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    return build(root, root / "out", SHEETS="none")


def some_first(values: Iterable[Any], first: Collection[Any]) -> list[Any]:
    """The values of a test's parameter: `make test` tries the first of them, and `make sweep` all others."""
    values = list(values)
    assert first, "something is tried first"
    assert [value for value in first if value not in values] == [], "what comes first is some of them"
    return [value if value in first else pytest.param(value, marks=pytest.mark.sweep) for value in values]


TOGETHER = (
    ("/test_changes.py",),
    ("/test_folder.py",),
    ("/test_golden.py",),
    ("/test_new_kind.py",),
    ("/test_outside.py",),
    ("/canary/test_check.py", "/canary/test_papers.py"),
    ("/canary/test_built.py", "/canary/test_browser.py"),
)
"""Files whose tests share what is costly to make: those of a line are run by one worker."""
SLOW = {
    f"test_{name}.py" for name in ("changes", "handouts", "letters", "outside", "outside_command", "steps", "writing")
}
"""Files whose tests set hundreds of sheets, ask many servers, or wait for one that builds."""


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs the real site or a browser: `make quick` leaves it out. What sweeps is slow too.

    What builds a site takes longest, and comes first: whoever is last to end keeps nobody waiting for long.
    """
    items.sort(key=lambda item: not any(map(_builds, _functions(item))))
    for item in items:
        if "canary" in item.path.parts:
            item.add_marker("sweep")
        if item.get_closest_marker("sweep"):
            item.add_marker("slow")
            continue
        where = {*item.path.parts}
        if SLOW & where or {"site", "browser"} & {*item.fixturenames} or any(map(_builds, _functions(item))):
            item.add_marker("slow")


class Together(LoadScopeScheduling):
    """Hands tests to workers one by one, and those that share to one worker.

    xdist's own groups go by a name that pytest 9.2 no longer has, and are left out without a word.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((files[0] for files in TOGETHER if file.endswith(files)), nodeid)


@pytest.hookimpl(optionalhook=True)  # without xdist there is nobody to share with
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Let xdist keep together what shares."""
    return Together(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """For `-n auto`: slow tests wait for browsers, servers and builds two fifths of their time, so more of them fit."""
    cores = os.cpu_count() or 1
    return cores if config.option.markexpr == "not slow" else 2 * cores


def _functions(item: pytest.Item) -> Iterator[Callable[..., object]]:
    """A test's own function, and those of the fixtures it asks for."""
    yield item.function
    for fixtures in item._fixtureinfo.name2fixturedefs.values():
        yield from (fixture.func for fixture in fixtures)


@cache
def _builds(function: Callable[..., object]) -> bool:
    code = inspect.unwrap(function).__code__
    names = {*code.co_names, *(name for inner in code.co_consts if inspect.iscode(inner) for name in inner.co_names)}
    return bool({"build", "build_with"} & names)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real site, built strictly, once: by `make test`, which says in BUILT_SITE where, or here. Only to be read."""
    if built := os.environ.get("BUILT_SITE"):
        return Path(built).resolve()
    folder = tmp_path_factory.mktemp("site")
    done = build(ROOT, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def address(site):
    """Where the real site is served; ends in a slash."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    """Chromium."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser, site):
    """A fresh page, 320 px wide: a small phone, or a laptop at 400 %."""
    context = browser.new_context(viewport={"width": 320, "height": 700}, service_workers="block")
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.site = site
    yield page
    context.close()
