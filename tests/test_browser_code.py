"""The scripts of pages: their pure parts by Node's own tests, how they are bundled, and how a page holds a tool."""

import re
import shutil
import subprocess
from collections import Counter

import pytest
from browsing import serve
from conftest import ROOT
from library.delivery.scripts import ScriptFault, bundle, with_words
from library.find.index import node
from library.formats.html.tools import tool
from library.texts import texts

TESTS = sorted((ROOT / "tests" / "js").glob("*.test.js"))


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_in_node(path):
    command = [node(), "--test-reporter=tap", str(path)]  # with --test, each would be started in a process of its own
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"^# pass [1-9]", done.stdout, re.M), "nothing was tried"


def test_a_list_or_a_text_with_a_name_stands_in_one_script_and_others_take_it_from_there():
    named = re.compile(r'^(?:export )?const ([A-Z_]+ = [\["{].*?);', re.M | re.S)
    scripts = (ROOT / "docs" / "assets" / "js").rglob("*.js")
    counted = Counter(constant for path in scripts for constant in named.findall(path.read_text(encoding="utf-8")))
    assert counted
    assert [constant for constant, count in counted.items() if count > 1] == []


def test_biome_looks_in_no_folder_that_is_made(tmp_path):
    """It fails where a folder goes while it looks, and a site is built beside it; another configuration tells on it."""
    shutil.copy(ROOT / "biome.json", tmp_path)
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    made = [name.strip("/").replace("*", "1") for name in ignored if name != "node_modules/"]
    biome = [ROOT / "node_modules" / ".bin" / "biome", "ci", "--colors=off", "--max-diagnostics=none"]

    def looks():
        return subprocess.run(biome, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)

    for name in made:
        (tmp_path / name).mkdir()
        (tmp_path / name / "biome.json").write_text("{}\n", encoding="utf-8")
    told = looks()
    assert told.returncode == 0, told.stderr
    shutil.copytree(tmp_path / "site", tmp_path / "hooks")
    assert "nested root configuration" in looks().stderr


@pytest.fixture
def scripts(tmp_path):
    """The scripts and style sheets in a folder of their own, to be changed."""
    for kind in ("js", "css"):
        shutil.copytree(ROOT / "docs" / "assets" / kind, tmp_path / "docs" / "assets" / kind)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    return tmp_path


def add(root, name, text):
    with (root / "docs" / "assets" / "js" / name).open("a", encoding="utf-8") as file:
        file.write(text)


def test_a_tool_that_changes_changes_no_other_file(scripts):
    """A new name for page.js would change every page, and all of them would be fetched anew for offline."""
    before = bundle(scripts, node())
    assert before == bundle(ROOT, node()), "the same scripts in another folder give the same bytes"
    assert {"assets/js/early.js", "assets/js/page.js", "assets/js/tools/finder.js"} <= set(before)
    add(scripts, "tools/finder/asking.js", "\nconsole.log(1);\n")
    after = bundle(scripts, node())
    assert [path for path in after if after[path] != before[path]] == ["assets/js/tools/finder.js"]


def test_a_script_names_no_other_and_is_no_module_where_it_runs_before_the_page(scripts):
    for path, content in bundle(scripts, node()).items():
        assert b"import{" not in content
        assert b'from"' not in content
        assert (b"export{" in content) == ("/tools/" in path)


def test_a_script_that_cannot_be_read_is_told_with_its_line(scripts):
    add(scripts, "tools/clock.js", "\nconst = 1;\n")
    line = (scripts / "docs/assets/js/tools/clock.js").read_text(encoding="utf-8").count("\n")
    with pytest.raises(ScriptFault) as fault:
        bundle(scripts, node())
    assert str(fault.value) == f'docs/assets/js/tools/clock.js:{line}  Expected identifier but found "="'


def test_a_style_sheet_is_one_file_with_all_its_parts(scripts):
    before = bundle(scripts, node())
    with (scripts / "docs/assets/css/parts/needs.css").open("a", encoding="utf-8") as part:
        part.write(".zephyr { color: inherit; }\n")
    after = bundle(scripts, node())
    assert [path for path in after if after[path] != before[path]] == ["assets/css/library.css"]
    assert b"@import" not in after["assets/css/library.css"]
    assert b".zephyr{color:inherit}" in after["assets/css/library.css"]


def test_a_script_that_names_one_that_is_not_there_is_told(scripts):
    add(scripts, "page.js", '\nimport "./lib/nope.js";\n')
    line = (scripts / "docs/assets/js/page.js").read_text(encoding="utf-8").count("\n")
    with pytest.raises(ScriptFault) as fault:
        bundle(scripts, node())
    assert str(fault.value) == f'docs/assets/js/page.js:{line}  Could not resolve "./lib/nope.js"'


PAGE = """<!doctype html><html lang="en-GB"><head><title>A page</title><link rel="manifest" href="m">
<script type="module" src="assets/js/page.js"></script>
<link rel="modulepreload" data-tool="clock" href="assets/js/tools/clock.js"></head><body>
<button class="colours"></button><details class="menu"><summary>Menu</summary></details>
<p %s></p><p data-tool="stray">As it was</p><link rel="modulepreload" data-tool="stray" href="stray.js"></body></html>
"""


def test_a_tool_is_a_file_and_a_name_and_is_given_what_it_needs(scripts, page):
    """Only the head names scripts: it is the frame's. What else a page holds can start none."""
    echo = "export const start = (root, { texts, n }) => root.append(n + texts.saved);\n"
    (scripts / "docs/assets/js/tools/clock.js").write_text(echo, encoding="utf-8")
    for path, content in with_words(bundle(scripts, node()), texts()).items():
        (scripts / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (scripts / "site" / path).write_bytes(content)
    (scripts / "site" / "stray.js").write_text("window.ran = 1; export const start = () => {};", encoding="utf-8")
    (scripts / "site" / "index.html").write_text(PAGE % tool("clock", n='"<b>&'), encoding="utf-8")
    faults = []
    page.on("pageerror", lambda fault: faults.append(fault.message))
    with serve(scripts / "site") as address:
        page.goto(address)
        page.locator("p", has_text='"<b>&Saved. Open the file to add it to your calendar.').wait_for()
        assert page.locator("[data-tool=stray]").first.inner_text() == "As it was"
        assert page.evaluate("window.ran") is None
    assert faults == ['The page has no HTMLLinkElement at link[rel=modulepreload][data-tool="stray"]']
