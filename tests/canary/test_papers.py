"""The vectors on paper, in Word, PowerPoint and calendars: letter for letter, with no link or element of their own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from library.formats.failures import SheetError
from library.formats.sheets import Sheet
from papers import press_in

from .comparing import marks_in, told_of
from .fields import WORDS
from .papers import ADDRESS, Paper, chosen, read_paper, squeezed
from .planting import PLACES, Garden, Place
from .vectors import TABLE, VECTORS

Papers = dict[str, dict[str, Paper]]
"""From vector to the end of a file's name to the file."""
TOLD = re.compile(r"[\w./-]+\.yaml:\d+  [^\n]+\.( \(handouts/[\w.-]+\))? \[[a-z-]+\]")
"""How an author hears that words do not fit a sheet."""


@pytest.fixture(scope="module")
def pressed(garden: Garden) -> tuple[Papers, list[str]]:
    """Every file that could be made, and every fault of those that could not."""
    press = press_in(garden.root)

    def tried(named: tuple[str, Sheet]) -> tuple[str, Sheet, Path | Exception]:
        try:
            return *named, press.make(named[1])
        except Exception as error:  # one that can't be made keeps none of the others from being looked at
            return *named, error

    papers: Papers = {name: {} for name in VECTORS}
    faults: list[str] = []
    with ThreadPoolExecutor() as pool:
        for name, sheet, file in pool.map(tried, by_turns(chosen(garden.library, ADDRESS))):
            if isinstance(file, Path):
                end = sheet.path.removeprefix(f"handouts/{sheet.id}")
                papers[name][f"{sheet.kind.key}{end}"] = read_paper(file.read_bytes(), sheet.format)
            else:
                said = str(file).splitlines() if isinstance(file, SheetError) else [repr(file)]
                faults += [f"{name}, {sheet.path}: {one}" for one in said if not TOLD.fullmatch(one)]
    return papers, faults


def by_turns(files: Iterable[tuple[str, Sheet]]) -> Iterator[tuple[str, Sheet]]:
    """Of each vector all files to change, and a third of the layouts on paper; of harmless words every file.

    All layouts set words by the same few functions, and each takes a third of the vectors.
    """
    layouts: dict[str, int] = {}
    turns = {name: turn for turn, name in enumerate(VECTORS)}
    for name, sheet in files:
        if sheet.format == "pdf":
            layout = layouts.setdefault(sheet.path.removeprefix(f"handouts/{sheet.id}"), len(layouts))
            if name not in TABLE["harmless"] and (turns[name] + layout) % 3:
                continue
        yield name, sheet


def test_every_file_is_made_or_an_author_hears_why_not(pressed: tuple[Papers, list[str]]) -> None:
    papers, faults = pressed
    assert not faults, told_of(faults)
    wanted = papers["plain-within"].keys()
    assert {name: papers[name].keys() for name in TABLE["harmless"]} == dict.fromkeys(TABLE["harmless"], wanted)
    assert {name.rpartition(".")[2] for name in wanted} == {"pdf", "docx", "odt", "pptx", "ics"}


def test_every_file_shows_the_vectors_letter_for_letter(pressed: tuple[Papers, list[str]], garden: Garden) -> None:
    faults = []
    for vector, files in pressed[0].items():
        for name, paper in files.items():
            text = squeezed(paper.text)
            wanted = {number for _, number in marks_in(twin_of(vector, pressed[0])[name].text)}
            found = {number for other, number in marks_in(paper.text) if other == vector}
            if found != wanted:
                faults.append(f"{vector}, {name}: shows the texts {sorted(found)}, not {sorted(wanted)}")
            for number in wanted:
                for words in paragraphs(vector, garden.text(vector, PLACES[number]).shown, PLACES[number]):
                    if not stands(words, text):
                        faults.append(f"{vector}, {name}: {PLACES[number]} does not stand there as {words!r}")
    assert not faults, told_of(faults)


def test_no_file_has_a_link_a_part_or_an_element_of_the_vectors_own(pressed: tuple[Papers, list[str]]) -> None:
    faults = []
    for vector, files in pressed[0].items():
        for name, paper in files.items():
            other = twin_of(vector, pressed[0])[name]
            is_lawful = VECTORS[vector].lawful
            cited = WORDS["url"](vector)  # where the garden itself says that a work is to be read
            more = {link for link in paper.links if not link.startswith(ADDRESS)} - other.links - {cited}
            if {link for link in more if not (is_lawful and link.startswith("https://evil.example/"))}:
                faults.append(f"{vector}, {name}: leads to {sorted(more)}")
            if not is_lawful and "\n\n" not in VECTORS[vector].written and paper.parts != other.parts:
                faults.append(f"{vector}, {name}: {dict(differing(paper.parts, other.parts))}")
    assert not faults, told_of(faults)


def stands(words: str, text: str) -> bool:
    """Whether words stand in a squeezed text, all together or broken in two where a page or a column ends."""
    told = words.split()
    return any(squeezed("".join(told[:at])) in text and squeezed("".join(told[at:])) in text for at in range(len(told)))


def paragraphs(vector: str, shown: str, place: Place) -> list[str]:
    """A text as paper may break it: between two paragraphs a page may end."""
    is_broken = VECTORS[vector].place == "alone" and place.slot.kind == "text"
    first, last = shown.split()[0], shown.split()[-1]
    return [first, shown.removeprefix(first).removesuffix(last), last] if is_broken else [shown]


def twin_of(vector: str, papers: Papers) -> dict[str, Paper]:
    """The files of harmless words in the same place."""
    return papers[f"plain-{VECTORS[vector].place}"]


def differing(ours: Counter[str], theirs: Counter[str]) -> Counter[str]:
    """How many more there are of each, and how many fewer."""
    return Counter({name: ours[name] - theirs[name] for name in ours | theirs if ours[name] != theirs[name]})
