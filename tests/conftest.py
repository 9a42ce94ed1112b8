"""What tests share: a small library on disk, and the real site built once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import chromium, serve

ROOT = Path(__file__).parent.parent

pytest_plugins = ("tiny_library",)


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
    command = [sys.executable, "-m", "mkdocs", "build", "-f", str(root / "mkdocs.yml")]
    command += ["--strict"] if strict else []
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **settings}
    return subprocess.run([*command, "-d", str(site)], capture_output=True, text=True, env=environment, check=False)


def build_with(root: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Add a text to a hand-written page of a copy, and build it."""
    page = root / "docs" / "privacy.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    return build(root, root / "out")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real site, built strictly, once."""
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
