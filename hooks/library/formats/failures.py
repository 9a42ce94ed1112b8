"""What stops a sheet from being made."""

from collections.abc import Iterable, Iterator, Mapping

from library.problems import Problem


class SheetError(Exception):
    """A sheet that could not be made: each reason with its file and line, and by how much it is too long, or 0."""

    def __init__(self, problems: Mapping[Problem, int]) -> None:
        self.problems = dict(sorted(problems.items()))
        super().__init__("\n".join(map(str, self.problems)))


class EngineError(Exception):
    """The layout engine gave up on a sheet. What it said is for whoever looks after the templates, not for authors."""


def worst(errors: Iterable[SheetError]) -> Iterator[Problem]:
    """Every reason once. Of what is too long on several sheets, only where it is most: mending that mends them all."""
    longest: dict[tuple[str, int, str], tuple[int, Problem]] = {}
    for error in errors:
        for problem, over in error.problems.items():
            place = (problem.path, problem.line, problem.where)
            if not over:
                yield problem
            elif place not in longest or over > longest[place][0]:
                longest[place] = (over, problem)
    yield from (problem for _, problem in longest.values())
