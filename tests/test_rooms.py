"""The import table of the architecture: which room may import what, and who alone knows a tool."""

import ast
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
MAY_IMPORT = {
    "problems": set(),
    "model": {"problems"},
    "rules": {"problems", "model"},
    "sources": {"problems", "model", "rules"},
    "texts": set(),
    "pages": {"model", "words", "texts"},
    "handouts": {"problems", "model", "words"},
    "links": {"problems", "model"},
    "asking": {"model"},
    "find": {"model"},
    "delivery": set(),
    "site": {"model", "problems", "delivery", "find", "handouts"},
}
ALONE_KNOWS = {
    "mkdocs": {"site"},
    "yaml": {"sources", "pages", "texts"},  # pages writes front matter
    "babel": {"texts"},
    "jinja2": {"pages"},
    "pydantic": {"model", "sources", "rules", "asking"},
    "markdown_it": {"model", "asking"},
    "selectolax": {"links", "find", "delivery"},
    "protego": {"asking"},
    "fontTools": {"delivery"},
    "typst": {"delivery", "handouts"},
    "segno": {"handouts"},
    "docx": {"handouts"},
    "pptx": {"handouts"},
    "icalendar": {"handouts"},
}
FILES = sorted(path for path in (HOOKS / "library").rglob("*.py") if path.parent.name != "library")


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HOOKS).as_posix())
def test_a_room_imports_only_what_the_table_allows(path):
    room = path.relative_to(HOOKS / "library").parts[0]
    for name in imports(path):
        first, *rest = name.split(".")
        if first == "library":
            assert rest[0] == room or rest[0] in MAY_IMPORT[room], f"{room} may not import {name}"
        assert room in ALONE_KNOWS.get(first, {room}), f"{room} may not know {first}"
        assert first not in {"content", "pages", "links"}, "no room imports a step"


def test_the_steps_are_short():
    for step in HOOKS.glob("*.py"):
        for node in ast.walk(ast.parse(step.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("on_"):
                assert node.end_lineno - node.lineno <= 15, f"{step.name}: {node.name}"
