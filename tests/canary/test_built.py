"""What is built of the vectors: pages, data and the index are those of the twin, but for the vectors' own words."""

import json

from browsing import policy_of
from library.formats.packed import FOLDER as PACK

from .comparing import Comparison, kept, told_of
from .conftest import Built
from .planting import FOLDERS, LISTS, Garden
from .vectors import SECRET


def test_the_strict_build_takes_all_that_the_check_accepted(ours: Built) -> None:
    assert ours.done.returncode == 0, ours.done.stderr[-4000:]
    assert "WARNING" not in ours.done.stderr


def test_nothing_ran_and_nothing_was_read_while_building(ours: Built, garden: Garden) -> None:
    assert not list(garden.root.rglob("canary-was-here"))
    secret = SECRET.encode()
    assert [path for path in ours.site.rglob("*") if path.is_file() and secret in path.read_bytes()] == []


def test_the_site_has_the_same_files(ours: Built, theirs: Built) -> None:
    assert files_of(ours) == files_of(theirs)


def test_the_policy_is_the_same(ours: Built, theirs: Built) -> None:
    assert policy_of(ours.site) == policy_of(theirs.site)
    for name in ("_headers", "_nginx-headers.conf"):
        assert (ours.site / name).read_bytes() == (theirs.site / name).read_bytes()


def test_every_page_has_the_elements_of_its_twin_and_shows_the_vectors_letter_for_letter(
    ours: Built, theirs: Built, comparison: Comparison
) -> None:
    faults = [
        f"{name}: {fault}"
        for name in sorted(files_of(theirs))
        if name.endswith(".html")
        for fault in comparison.page_faults(read(ours, name), read(theirs, name))
    ]
    assert not faults, told_of(faults)


def test_the_data_is_what_was_written(ours: Built, theirs: Built, comparison: Comparison) -> None:
    data, wanted = (json.loads(read(built, "data/library.json")) for built in (ours, theirs))
    assert data.keys() == wanted.keys()
    for shelf in wanted:
        for entry, other in zip(data[shelf], wanted[shelf], strict=True):
            assert comparison.same_tree(entry, other, kept), entry


def test_the_index_shows_the_vectors_letter_for_letter(ours: Built, theirs: Built, comparison: Comparison) -> None:
    for name, part in (("first", "shown"), ("full", "lines")):
        index, wanted = (json.loads(read(built, f"find/{name}.json"))[part] for built in (ours, theirs))
        assert index.keys() == wanted.keys()
        for column in wanted:
            for line, other in zip(index[column], wanted[column], strict=True):
                assert comparison.same_tree(line, other), line


def test_each_document_in_short_is_what_was_written(ours: Built, theirs: Built, comparison: Comparison) -> None:
    names = [name for name in files_of(theirs) if name.startswith(PACK) and name.endswith(".json")]
    assert len(names) > len(FOLDERS) * 100
    for name in names:
        assert comparison.same_tree(*(json.loads(read(built, name)) for built in (ours, theirs))), name


def test_the_source_is_offered_as_it_was_written(ours: Built, garden: Garden) -> None:
    copies = list((ours.site / "source").rglob("*.yaml"))
    assert len(copies) > len(FOLDERS) + len(LISTS)
    for copy in copies:
        assert copy.read_bytes() == (garden.root / copy.relative_to(ours.site / "source")).read_bytes()


def files_of(built: Built) -> set[str]:
    """Every file of a site; our own assets have a hash in their names and are the same in both."""
    return {path.relative_to(built.site).as_posix() for path in built.site.rglob("*") if path.is_file()}


def read(built: Built, name: str) -> str:
    """A file of a site."""
    return (built.site / name).read_text(encoding="utf-8")
