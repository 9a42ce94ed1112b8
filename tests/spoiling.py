"""The case files in tests/cases: what each spoils in the tiny library, and how they are written afresh.

A case names a file and what becomes of it:
    replace, by     what stands in it once or first, and what is written in its place
    whole           all it holds; encoding: in which (UTF-8 unless said)
    times           how often `by` or `whole` is repeated
    move_to         its new path
    link_to         where it leads, as a link of the file system
    remove          true
`also` is a list of further changes. `says` is every message the check gives, whole and in order.
"""

from pathlib import Path
from typing import Any

import yaml
from library.problems import sentence
from pydantic_core import PydanticCustomError

CASES = Path(__file__).parent / "cases"
Case = dict[str, Any]


def cases() -> list[tuple[Path, Case]]:
    """Every case, with the file it stands in."""
    return [(file, case) for file in sorted(CASES.glob("*.yaml")) for case in read(file)]


def read(file: Path) -> list[Case]:
    """The cases of a file."""
    listed: list[Case] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return listed


def spoil_by(root: Path, case: Case) -> None:
    """Make a case's changes below a folder."""
    for change in (case, *case.get("also", ())):
        _change(root / change["file"], change)


def _change(file: Path, change: Case) -> None:
    times = change.get("times", 1)
    encoding = change.get("encoding", "utf-8")
    if "replace" in change:
        text = file.read_text(encoding="utf-8")
        assert change["replace"] in text, f"{file.name} no longer holds {change['replace']!r}"
        file.write_text(text.replace(change["replace"], change["by"] * times, 1), encoding=encoding)
    if "whole" in change:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((change["whole"] * times).encode(encoding))
    if "link_to" in change:
        file.symlink_to(change["link_to"])
    if "move_to" in change:
        file.rename(file.parent / change["move_to"])
    if change.get("remove"):
        file.unlink()


def in_words(refusal: PydanticCustomError) -> str:
    """What is said where a value is refused, but for what was found."""
    values = {**(refusal.context or {}), "found": "-"}
    return sentence(refusal.type, values).removesuffix("; found -.").removesuffix(".")


def expect(file: Path, name: str, messages: list[str]) -> None:
    """Write into a case file what one of its cases gives now."""
    listed = read(file)
    for case in listed:
        if case["case"] == name:
            case["says"] = messages
    write(file, listed)


def write(file: Path, listed: list[Case]) -> None:
    """Write a case file: what was said of it at its head stays."""
    old = file.read_text(encoding="utf-8").splitlines(keepends=True) if file.exists() else []
    head = "".join(line for line in old if line.startswith("#"))
    body = "\n".join(_dumped([case]) for case in listed)
    file.write_text(head + body, encoding="utf-8")


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as they stand; everything else on one line each."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    plain = '"' if "'" in text and not any(sign in text for sign in '"\\') else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else plain)


_Dumper.add_representer(str, _string)


def _dumped(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
