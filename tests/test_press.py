"""What is kept of the files that were made: made again once anything changed that goes into them, else never."""

import dataclasses
import inspect
import os
import re
import sys
from pathlib import Path

import pytest
from library.cache import recipe
from library.formats.listing import offered
from library.formats.press import Press
from library.formats.sheets import sheets
from library.sections.blocks import Telling
from library.sections.phrases import Phrases
from library.texts import texts
from library.types.minutes import Minutes
from library.types.text import Text
from tiny_library import ADDRESS, FONTS, tiny_library

FILES = list(sheets(tiny_library(), ADDRESS))


def of(ending):
    return next(sheet for sheet in FILES if sheet.format == ending)


@pytest.mark.parametrize("ending", ["pdf", "docx", "pptx", "ics"])
def test_every_file_is_made_again_once_anything_that_makes_files_changed(tmp_path, monkeypatch, ending):
    before = Press(FONTS, tmp_path).make(of(ending))
    assert Press(FONTS, tmp_path).make(of(ending)) == before
    monkeypatch.setattr("library.formats.press.own_recipe", lambda: b"another")
    assert Press(FONTS, tmp_path).make(of(ending)) != before


@pytest.mark.parametrize("ending", ["docx", "pptx", "ics"])
def test_a_file_is_made_again_once_a_word_of_it_changed(tmp_path, ending):
    press, sheet = Press(FONTS, tmp_path), of(ending)
    entry, *_ = sheet.view if ending == "ics" else (sheet.view,)
    changed = dataclasses.replace(entry, title="Another title")
    another = dataclasses.replace(sheet, view=(changed,) if ending == "ics" else changed)
    assert press.make(another).read_bytes() != press.make(sheet).read_bytes()


def test_a_recipe_holds_all_files_of_its_rooms_and_the_versions_of_its_packages(tmp_path, monkeypatch):
    rooms = [tmp_path / "one", tmp_path / "two"]
    for room in rooms:
        (room / "templates").mkdir(parents=True)
    digests = {recipe.recipe(rooms)}
    for name in ("one/one.py", "two/one.py", "two/templates/two.typ", "two/templates/three.docx"):
        for content in ("a", "b"):
            (tmp_path / name).write_text(content, encoding="utf-8")
            digests.add(recipe.recipe(rooms))
    monkeypatch.setattr(recipe, "version", lambda package: f"{len(package)}.0")
    digests.add(recipe.recipe(rooms))
    assert len(digests) == 10
    (tmp_path / "one" / "__pycache__").mkdir()
    (tmp_path / "one" / "__pycache__" / "one.pyc").write_text("c", encoding="utf-8")
    assert recipe.recipe(rooms) in digests


@pytest.mark.parametrize("writes", [Text, Minutes, Phrases, Telling, Press], ids=lambda writes: writes.__name__)
def test_a_recipe_holds_the_code_that_decides_what_is_written(writes):
    files = [file for room in recipe.ROOMS for file in recipe.files_of(room)]
    assert Path(inspect.getfile(writes)) in files


def test_a_recipe_names_every_package_that_makes_files():
    named = {"docx": "python-docx", "pptx": "python-pptx"}
    modules = (path for room in recipe.ROOMS for path in recipe.files_of(room) if path.suffix == ".py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules)
    imported = set(re.findall(r"(?m)^ *(?:import|from) (\w+)", code)) - set(sys.stdlib_module_names)
    others = {
        "pydantic",
        "yaml",
        "markdown",
        "markdown_it",
        "pydantic_core",
    }  # they read what is shown, or name a heading of a page: no file looks otherwise
    assert {named.get(name, name) for name in imported - {"library", *others}} <= set(recipe.PACKAGES)


def test_what_nobody_asked_for_in_a_while_is_thrown_away_and_use_counts(tmp_path):
    press = Press(FONTS, tmp_path)
    used, unused, fresh = (press.make(sheet) for sheet in FILES[:3])
    week_ago = used.stat().st_mtime - 7 * 24 * 60 * 60
    for kept in (used, unused):
        os.utime(kept, (week_ago, week_ago))
    press.make(FILES[0])
    press.throw_away(days=6)
    assert set(tmp_path.iterdir()) == {used, fresh}
    Press(FONTS, tmp_path / "nothing").throw_away(days=6)


def test_a_file_that_another_made_meanwhile_is_replaced(tmp_path, monkeypatch):
    """On Windows `rename` fails where the file is there; `replace` does not."""

    def rename(path, target):
        raise FileExistsError(target)

    monkeypatch.setattr(Path, "rename", rename)
    assert Press(FONTS, tmp_path).make(FILES[0]).is_file()


def test_of_a_file_that_is_not_made_yet_its_format_is_said_once():
    phrases = Phrases(texts())
    formats = {"PDF", "OpenDocument", "Word", "PowerPoint", "Calendar file"}
    told = [f"{offer.title} {phrases.file_facts(offer)}" for offer in map(offered, FILES)]
    assert {sum(words.count(form) for form in formats) for words in told} == {1}, told
    assert all(any(form in words for words in told) for form in formats)
