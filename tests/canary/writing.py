"""Writes and reads the files of a planted library as YAML alone: the library's own reader is what is tested."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from .fields import Road


class Quoted(str):
    """A text that is written in double quotes, on one line."""


class _Dumper(yaml.CSafeDumper):
    """Writes a text so that any reader of YAML gets it letter for letter."""


def _quoted(dumper: yaml.CSafeDumper, text: Quoted) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')


_Dumper.add_representer(Quoted, _quoted)


def write(path: Path, content: Any) -> None:
    """Write plain data to a file, with each Quoted text letter for letter."""
    written = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, width=100_000, sort_keys=False)
    path.write_text(written, encoding="utf-8")


def lines_of(path: Path) -> Iterator[tuple[Road, int]]:
    """From the road to each value in a file to its line, read by YAML alone."""

    def walk(node: yaml.Node, road: Road) -> Iterator[tuple[Road, int]]:
        yield road, node.start_mark.line + 1
        if isinstance(node, yaml.SequenceNode):
            for index, inner in enumerate(node.value):
                yield from walk(inner, (*road, index))
        if isinstance(node, yaml.MappingNode):
            for key, inner in node.value:
                yield from walk(inner, (*road, key.value))

    return walk(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader), ())
