"""The vectors planted, checked and built once, beside their twin."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from conftest import build

from .comparing import Comparison
from .papers import ADDRESS
from .planting import Garden, Twin
from .vectors import SECRET


@dataclass(frozen=True)
class Built:
    """A site that was built from a garden. done: how the build ended."""

    site: Path
    done: CompletedProcess[str]


@pytest.fixture(scope="session")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    """Every vector in every text that takes it."""
    garden = Garden(tmp_path_factory.mktemp("garden"))
    garden.prepare()
    garden.weed()
    return garden


@pytest.fixture(scope="session")
def twin(garden: Garden, tmp_path_factory: pytest.TempPathFactory) -> Twin:
    """The same with harmless words."""
    twin = Twin(tmp_path_factory.mktemp("twin"), garden.refused)
    twin.prepare()
    twin.plant()
    return twin


@pytest.fixture(scope="session")
def both(garden: Garden, twin: Twin) -> tuple[Built, Built]:
    """Both sites, built strictly side by side; each test looks at what was built, however the build ended."""
    folders = [garden.root, twin.root]

    def built(root: Path) -> Built:
        # without sheets: tests make those of their choice themselves
        done = build(root, root / "out", SITE_URL=ADDRESS, CANARY_SECRET=SECRET, SHEETS="none")
        return Built(root / "out", done)

    with ThreadPoolExecutor(2) as pool:
        ours, theirs = pool.map(built, folders)
    assert theirs.done.returncode == 0, theirs.done.stderr
    return ours, theirs


@pytest.fixture(scope="session")
def ours(both: tuple[Built, Built]) -> Built:
    """The site with the vectors."""
    return both[0]


@pytest.fixture(scope="session")
def theirs(both: tuple[Built, Built]) -> Built:
    """The site with harmless words."""
    return both[1]


@pytest.fixture(scope="session")
def comparison(garden: Garden, twin: Twin) -> Comparison:
    """Holds the one against the other."""
    return Comparison(garden, twin)
