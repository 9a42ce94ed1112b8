"""The import table in pyproject.toml catches what it is for, form is looked at everywhere, and steps stay short."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent


def lint_imports(hooks: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    command += ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(hooks), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=hooks, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("formats/press.py", "from ..find import index", "Rooms import only what stands on a lower floor"),
        ("delivery/seal.py", "from ..core.plan import Plan", "Everyone but delivery imports the core"),
        ("sections/phrases.py", "import mkdocs", "Only the site knows MkDocs and its theme"),
        ("core/plan.py", "from find import on_env", "No room imports a step of the build"),
    ],
)
def test_an_import_against_the_table_is_told(tmp_path, module, line, contract):
    shutil.copytree(ROOT / "hooks" / "library", tmp_path / "library")
    spoilt = tmp_path / "library" / module
    spoilt.write_text(f"{spoilt.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout


def test_the_form_of_every_file_is_looked_at():
    """A folder that is left out by its name alone may be one of ours: hooks/library/site/ once was."""
    command = [sys.executable, "-m", "ruff", "check", "--show-files", "hooks", "tests"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    files = {file for room in ("hooks", "tests") for file in (ROOT / room).rglob("*.py")}
    assert files - set(map(Path, shown)) == set()


MOST_LINES = 22
"""Of a function in hooks/: what a step or a command does is told in the library."""
MOST_LINES_OF_A_STEP = 16
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.BoolOp, ast.comprehension)
MOST_BRANCHES = 6


def test_the_steps_are_short():
    for step in (ROOT / "hooks").glob("*.py"):
        for node in ast.walk(ast.parse(step.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                most = MOST_LINES_OF_A_STEP if node.name.startswith("on_") else MOST_LINES
                assert node.end_lineno - node.lineno < most, f"{step.name}: {node.name}"
                branches = [part for part in ast.walk(node) if isinstance(part, BRANCHES)]
                assert len(branches) <= MOST_BRANCHES, f"{step.name}: {node.name}"


SAY_NOTHING = {"one", "found", "made", "said"}
"""Names that fit whatever is at hand: what they stand for has a name of its own."""
DECLARED = re.compile(r"(?:\b(?:const|let|function)|@(?:param|property) \{[^}]*\}) \[?(\w+)")


def names_given(code: str) -> set[str]:
    """Every name that a file of Python gives to something."""
    nodes = list(ast.walk(ast.parse(code)))
    variables = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    named = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    return variables | named | {node.arg for node in nodes if isinstance(node, ast.arg)}


def test_what_a_file_names_is_seen():
    code = "def found(said, *made):\n    return [one for one in (total := made)]"
    assert names_given(code) == {"found", "said", "made", "one", "total"}
    assert DECLARED.findall("const made = 1; function said(one) {} // @param {number} one") == ["made", "said", "one"]


def test_nothing_has_a_name_that_fits_everything():
    python = {file: names_given(file.read_text(encoding="utf-8")) for file in (ROOT / "hooks").rglob("*.py")}
    scripts = (file for room in ("docs", "hooks") for file in (ROOT / room).rglob("*.js"))
    script = {file: set(DECLARED.findall(file.read_text(encoding="utf-8"))) for file in scripts}
    assert min(len(python), len(script)) > 50
    named = {file.name: names & SAY_NOTHING for file, names in (python | script).items() if names & SAY_NOTHING}
    assert named == {}


def test_every_command_stands_in_the_readme():
    [listed] = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^ {4}make ([a-z]+) +# ", readme, re.M)) == set(listed.split())


def test_lanes_are_the_same_wherever_they_run():
    [asked] = re.findall(r"^make (.+)$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.M)
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))
    test = workflow["jobs"]["test"]
    *lanes, slow = asked.split()
    assert slow == "SLOW=slow", "what `make sweep` runs is run with the other slow tests"
    assert {*test["strategy"]["matrix"]["lane"]} == {*lanes, "sweep"}
    assert test["steps"][-1]["run"] == "make ${{ matrix.lane }}"


def test_the_map_has_every_room():
    the_map = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for room in (ROOT / "hooks" / "library").iterdir():
        if room.name not in ("__init__.py", "__pycache__"):
            name = f"{room.name}/" if room.is_dir() else room.name
            assert re.search(rf"^ .*\b{re.escape(name)}(?= )", the_map, re.M), name
